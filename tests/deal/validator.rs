//! A JSON Schema validator for the keywords that our schema uses. It knows no others: a new one makes it panic, so
//! that nothing in the schema goes untested.

use serde_json::Value;

/// What a value breaks of a schema, each with its JSON pointer.
pub fn validate(root: &Value, value: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    check(root, root, value, "", &mut faults);
    faults
}

fn check(root: &Value, schema: &Value, value: &Value, at: &str, faults: &mut Vec<String>) {
    let Value::Object(schema) = schema else {
        assert_eq!(schema, &Value::Bool(true), "a schema is an object or true");
        return;
    };
    for (keyword, says) in schema {
        let kept = match keyword.as_str() {
            "$schema" | "$defs" | "title" | "description" | "examples" | "format" => true,
            "$ref" => {
                let name = says.as_str().and_then(|target| target.strip_prefix("#/$defs/")).expect("a local reference");
                check(root, &root["$defs"][name], value, at, faults);
                assert!(root["$defs"].get(name).is_some(), "{name} is defined");
                true
            }
            "type" => is_type(says.as_str().expect("one type"), value),
            "const" => says == value || (says.as_f64().is_some() && says.as_f64() == value.as_f64()),
            "oneOf" => {
                let fits = |choice: &&Value| {
                    let mut inner = Vec::new();
                    check(root, choice, value, at, &mut inner);
                    inner.is_empty()
                };
                says.as_array().expect("choices").iter().filter(fits).count() == 1
            }
            "pattern" => value.as_str().is_none_or(|text| fits(says.as_str().expect("a pattern"), text)),
            "maxLength" => {
                value.as_str().is_none_or(|text| text.chars().count() as u64 <= says.as_u64().expect("a length"))
            }
            "minimum" => value.as_f64().is_none_or(|number| number >= says.as_f64().expect("a number")),
            "maximum" => value.as_f64().is_none_or(|number| number <= says.as_f64().expect("a number")),
            "minItems" => value.as_array().is_none_or(|array| array.len() as u64 >= says.as_u64().expect("a length")),
            "items" => {
                for (index, item) in value.as_array().into_iter().flatten().enumerate() {
                    check(root, says, item, &format!("{at}/{index}"), faults);
                }
                true
            }
            "properties" => {
                for (key, property) in says.as_object().expect("properties") {
                    if let Some(value) = value.get(key) {
                        check(root, property, value, &format!("{at}/{key}"), faults);
                    }
                }
                true
            }
            "required" => {
                let keys = says.as_array().expect("keys").iter().filter_map(Value::as_str);
                !value.is_object() || keys.clone().all(|key| value.get(key).is_some())
            }
            "patternProperties" => {
                assert_eq!(says, &serde_json::json!({ "^x-": true }));
                true
            }
            "additionalProperties" => {
                assert_eq!(says, &Value::Bool(false));
                let known = |key: &&String| schema["properties"].get(key.as_str()).is_some() || key.starts_with("x-");
                value.as_object().is_none_or(|object| object.keys().all(|key| known(&key)))
            }
            _ => panic!("the validator does not know the keyword {keyword}"),
        };
        if !kept {
            faults.push(format!("{at}: {keyword} {says}"));
        }
    }
}

fn is_type(name: &str, value: &Value) -> bool {
    match name {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "number" => value.is_number(),
        "integer" => value.as_f64().is_some_and(|number| number.fract() == 0.0),
        _ => panic!("the format has no type {name}"),
    }
}

/// Each pattern of the schema, said once more by hand.
fn fits(pattern: &str, text: &str) -> bool {
    match pattern {
        "^[a-z0-9-]{1,64}$" => {
            let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
            (1..=64).contains(&text.len()) && text.chars().all(plain)
        }
        "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$" => {
            let mut tags = text.split('-');
            let first = tags
                .next()
                .is_some_and(|tag| matches!(tag.len(), 2 | 3) && tag.chars().all(|c| c.is_ascii_alphabetic()));
            first && tags.all(|tag| (1..=8).contains(&tag.len()) && tag.chars().all(|c| c.is_ascii_alphanumeric()))
        }
        "^[-0-9?~%./]+$" => !text.is_empty() && text.chars().all(|c| c.is_ascii_digit() || "-?~%./".contains(c)),
        "^[Hh][Tt][Tt][Pp][Ss]?://[^\\s/?#]" => {
            let lower = text.to_ascii_lowercase();
            let rest = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://"));
            rest.and_then(|rest| rest.chars().next()).is_some_and(|c| !c.is_whitespace() && !"/?#".contains(c))
        }
        "\\S" => !text.trim().is_empty(),
        _ => panic!("the validator does not know the pattern {pattern}"),
    }
}
