//! The document as text, with one item a line: half as long as with one key a line, and one can still look into it.

use serde_json::Value;
use std::fmt::Write;

/// The text, with a line's end at its end.
pub(super) fn lines(document: &Value) -> String {
    let mut text = String::from("{\n");
    for (at, (key, value)) in document.as_object().into_iter().flatten().enumerate() {
        text.push_str(if at == 0 { "" } else { ",\n" });
        // Writing into a string does not fail.
        let _ = write!(text, "{}: ", Value::from(key.as_str()));
        match value.as_array().filter(|list| !list.is_empty()) {
            Some(list) => {
                for (at, item) in list.iter().enumerate() {
                    let _ = write!(text, "{}{item}", if at == 0 { "[\n" } else { ",\n" });
                }
                text.push_str("\n]");
            }
            None => {
                let _ = write!(text, "{value}");
            }
        }
    }
    text.push_str("\n}\n");
    text
}
