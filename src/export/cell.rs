//! Values as the text of one cell, so that several in one can be told apart again.
//!
//! Values stand between bars with a space on either side: `a | b`. In each of several, a bar of its own is `\|`, a
//! backslash `\\`, and an empty text `\e`, for nothing at all is a value that the document leaves out. Who reads them
//! splits at ` | ` and then takes the backslashes back. A single text stands as it is.

use serde_json::Value;

/// The value of a key. What stands under a key that begins with `x-` is another tool's: it stays JSON.
pub(super) fn text(key: &str, value: &Value) -> String {
    match value {
        _ if key.starts_with("x-") => value.to_string(),
        Value::Array(items) => join(items.iter().map(|item| Some(plain(item)))),
        value => plain(value),
    }
}

/// Several values, some of them left out. Where all are, nothing stands there.
pub(super) fn join(values: impl Iterator<Item = Option<String>>) -> String {
    let values: Vec<Option<String>> = values.collect();
    if values.iter().all(Option::is_none) {
        return String::new();
    }
    values
        .into_iter()
        .map(|value| value.map_or_else(String::new, |value| one_of_several(&value)))
        .collect::<Vec<_>>()
        .join(" | ")
}

fn one_of_several(text: &str) -> String {
    if text.is_empty() { "\\e".to_owned() } else { text.replace('\\', "\\\\").replace('|', "\\|") }
}

fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        value => value.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::{join, text};
    use serde_json::json;

    #[test]
    fn several_can_be_told_apart() {
        let values = ["a | b", "c\\", ""].map(|text| Some(text.to_owned()));
        assert_eq!(join(values.into_iter().chain([None])), "a \\| b | c\\\\ | \\e | ");
        assert_eq!(join([None, None].into_iter()), "");
    }

    #[test]
    fn a_single_text_stands_as_it_is_and_what_is_not_ours_stays_json() {
        assert_eq!(text("text", &json!("a | b\\")), "a | b\\");
        assert_eq!(text("value", &json!(400_000)), "400000");
        assert_eq!(text("x-desk", &json!({"a": ["b"]})), "{\"a\":[\"b\"]}");
    }
}
