//! Bytes to a JSON value: rule D01.

use super::issue::{Fault, Issue};
use super::json::Json;
use super::locate::Place;
use super::path::Path;

/// The largest document that is read, in bytes.
pub const LIMIT_BYTES: usize = 128 * 1024 * 1024;

/// The deepest nesting that is read; the format itself needs seven levels.
pub const LIMIT_DEPTH: usize = 127;

const TOO_LARGE: Fault = Fault::TooLarge { limit: LIMIT_BYTES };

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// A document's text and value; `None` if it is no JSON.
pub(crate) fn parse(bytes: &[u8]) -> Option<(&str, Json)> {
    if bytes.len() > LIMIT_BYTES {
        return None;
    }
    let text = std::str::from_utf8(unmarked(bytes)).ok()?;
    Some((text, Json::parse(text, LIMIT_DEPTH)?))
}

/// A byte order mark is no fault of the author's (RFC 8259, 8.1, lets a reader ignore it).
pub(super) fn unmarked(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes)
}

/// Why bytes are no JSON.
pub(crate) fn refusal(bytes: &[u8]) -> Issue {
    let (fault, place) = why(bytes);
    Issue::new(fault, Path::default()).at(place)
}

/// What is wrong with a document of more than [`LIMIT_BYTES`], whatever else it is.
pub fn too_large() -> Issue {
    Issue::new(TOO_LARGE, Path::default()).at(Place::START)
}

fn why(bytes: &[u8]) -> (Fault, Place) {
    if bytes.len() > LIMIT_BYTES {
        return (TOO_LARGE, Place::START);
    }
    let text = unmarked(bytes);
    let text = match std::str::from_utf8(text) {
        Ok(text) => text,
        Err(error) => {
            let valid = text.get(..error.valid_up_to()).and_then(|valid| std::str::from_utf8(valid).ok());
            let valid_up_to = bytes.len() - text.len() + error.valid_up_to();
            return (Fault::NotUtf8 { valid_up_to }, Place::after(valid.unwrap_or_default()));
        }
    };
    match serde_json::from_str::<serde_json::Value>(text) {
        Ok(_) => (Fault::NotJson { message: String::new() }, Place::START),
        Err(error) => (fault_of(&error), Place::of_byte_column(text, error.line(), error.column())),
    }
}

fn fault_of(error: &serde_json::Error) -> Fault {
    let message = error.to_string();
    if message.contains("recursion limit") {
        return Fault::TooDeep { limit: LIMIT_DEPTH };
    }
    // The parser appends the place, which the issue carries by itself.
    let end = message.rfind(" at line ").unwrap_or(message.len());
    Fault::NotJson { message: message.get(..end).unwrap_or_default().to_owned() }
}
