//! Printing a document as it was read: the same keys with the same values, laid out for people.

use serde::{Serialize, Serializer};

use super::document::Document;

/// The document as JSON. What it said explicitly stays, be it a default or an empty list; what it left out stays out;
/// keys that begin with `x-` stay with their values. Keys stand in the format's order, whatever order they came in.
pub fn print(document: &Document) -> String {
    // Printing fails only for maps whose keys are no strings, and a document has none.
    let mut text = serde_json::to_string_pretty(document).unwrap_or_default();
    text.push('\n');
    text
}

/// Prints a whole number without a fraction, as people write it: `400000`, not `400000.0`.
#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde passes references; on wasm the lint keeps quiet")]
pub(crate) fn number<S: Serializer>(number: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    let whole = number.fract() == 0.0 && number.abs() <= EXACT;
    if whole { (*number as i64).serialize(serializer) } else { number.serialize(serializer) }
}
