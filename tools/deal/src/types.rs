//! `cargo xtask schema`, second half: the document's JSON Schema as TypeScript, for hosts that write a deal in code.
//!
//! It reads what our schema uses and nothing more; anything else in it is an error, never a loose type.

use crate::paths;
use anyhow::{Context, Result, bail};
use serde_json::{Map, Value};
use std::fmt::Write;
use std::process::ExitCode;

const SCHEMA: &str = "seeds/deal.schema.json";
const TYPES: &str = "embed/deal.d.ts";

/// The command.
pub(crate) fn run(arguments: &[String]) -> Result<ExitCode> {
    if let Some(argument) = arguments.first() {
        bail!("`types` takes nothing, and not `{argument}`");
    }
    std::fs::write(paths::root().join(TYPES), written()?).with_context(|| format!("cannot write {TYPES}"))?;
    println!("{TYPES} is current");
    Ok(ExitCode::SUCCESS)
}

/// The file as the schema has it now.
fn written() -> Result<String> {
    let text = std::fs::read_to_string(paths::root().join(SCHEMA)).with_context(|| format!("cannot read {SCHEMA}"))?;
    types(&serde_json::from_str(&text)?)
}

fn types(schema: &Value) -> Result<String> {
    let mut out = String::from("// Made from seeds/deal.schema.json by `cargo xtask schema`. Do not edit.\n");
    declare("DealDocument", schema, &mut out)?;
    for (name, schema) in object(schema, "$defs")? {
        declare(name, schema, &mut out).with_context(|| name.clone())?;
    }
    Ok(out)
}

/// One exported type: an interface for an object, a union for a choice of words.
fn declare(name: &str, schema: &Value, out: &mut String) -> Result<()> {
    out.push('\n');
    comment(schema, "", out)?;
    if let Some(choices) = schema.get("oneOf").and_then(Value::as_array) {
        writeln!(out, "export type {name} =")?;
        for (at, choice) in choices.iter().enumerate() {
            comment(choice, "  ", out)?;
            let end = if at + 1 == choices.len() { ";" } else { "" };
            writeln!(out, "  | {}{end}", choice.get("const").context("a choice without a constant")?)?;
        }
        return Ok(());
    }
    writeln!(out, "export interface {name} {{")?;
    let required: Vec<&str> =
        schema.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect();
    let (first, then): (Vec<_>, Vec<_>) =
        object(schema, "properties")?.iter().partition(|(name, _)| required.contains(&name.as_str()));
    for (mark, properties) in [("", first), ("?", then)] {
        for (property, schema) in properties {
            comment(schema, "  ", out)?;
            writeln!(out, "  {property}{mark}: {};", shape(schema).with_context(|| property.clone())?)?;
        }
    }
    for pattern in schema.get("patternProperties").and_then(Value::as_object).into_iter().flat_map(Map::keys) {
        let start = pattern.strip_prefix('^').context("a pattern that does not begin a name")?;
        writeln!(out, "  /** Kept and never read. */\n  [extension: `{start}${{string}}`]: unknown;")?;
    }
    out.push_str("}\n");
    Ok(())
}

/// The type of a property.
fn shape(schema: &Value) -> Result<String> {
    if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
        return Ok(reference.strip_prefix("#/$defs/").context("a reference to another place")?.to_owned());
    }
    if let Some(constant) = schema.get("const") {
        return Ok(constant.to_string());
    }
    Ok(match schema.get("type").and_then(Value::as_str).context("neither type nor reference")? {
        "array" => {
            let item = shape(schema.get("items").context("a list of anything")?)?;
            let least = schema.get("minItems").and_then(Value::as_u64).unwrap_or_default();
            let firsts = format!("{item}, ").repeat(usize::try_from(least)?);
            if least == 0 { format!("{item}[]") } else { format!("[{firsts}...{item}[]]") }
        }
        "integer" => match (whole(schema, "minimum"), whole(schema, "maximum")) {
            (Some(least), Some(most)) => {
                (least..=most).map(|number| number.to_string()).collect::<Vec<_>>().join(" | ")
            }
            _ => "number".to_owned(),
        },
        same @ ("string" | "number" | "boolean") => same.to_owned(),
        other => bail!("no type for `{other}`"),
    })
}

fn whole(schema: &Value, bound: &str) -> Option<i64> {
    schema.get(bound).and_then(Value::as_i64)
}

fn comment(schema: &Value, indent: &str, out: &mut String) -> Result<()> {
    if let Some(words) = schema.get("description").and_then(Value::as_str) {
        writeln!(out, "{indent}/** {} */", words.replace('\n', " ").replace("*/", "* /"))?;
    }
    Ok(())
}

fn object<'s>(schema: &'s Value, name: &str) -> Result<&'s Map<String, Value>> {
    schema.get(name).and_then(Value::as_object).with_context(|| format!("no object `{name}`"))
}

#[cfg(test)]
mod tests {
    use super::{TYPES, types, written};
    use crate::paths::root;
    use anyhow::Result;
    use serde_json::json;

    #[test]
    fn the_committed_types_are_current() -> Result<()> {
        let committed = std::fs::read_to_string(root().join(TYPES))?;
        assert!(committed == written()?, "{TYPES} is behind the schema: run `cargo xtask schema`");
        Ok(())
    }

    #[test]
    fn a_schema_becomes_types() -> Result<()> {
        let made = types(&json!({
            "properties": {
                "level": { "type": "integer", "minimum": 0, "maximum": 2 },
                "name": { "type": "string", "description": "Its name." },
                "pair": { "type": "array", "items": { "$ref": "#/$defs/Word" }, "minItems": 2 },
            },
            "required": ["name"],
            "patternProperties": { "^x-": true },
            "$defs": { "Word": { "oneOf": [{ "const": "yes", "description": "Yes." }, { "const": "no" }] } },
        }))?;
        let body = made.split_once("\n\n").map_or("", |(_, body)| body);
        assert_eq!(
            body,
            "export interface DealDocument {\n  /** Its name. */\n  name: string;\n  level?: 0 | 1 | 2;\n  \
             pair?: [Word, Word, ...Word[]];\n  /** Kept and never read. */\n  [extension: `x-${string}`]: unknown;\n}\n\n\
             export type Word =\n  /** Yes. */\n  | \"yes\"\n  | \"no\";\n"
        );
        Ok(())
    }

    #[test]
    fn what_is_not_understood_is_an_error() {
        for odd in [json!({ "type": "null" }), json!({ "anyOf": [] }), json!({ "$ref": "other.json" })] {
            assert!(types(&json!({ "properties": { "odd": odd }, "$defs": {} })).is_err(), "{odd}");
        }
    }
}
