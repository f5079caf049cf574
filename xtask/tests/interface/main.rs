//! What is told of the element must be what it is: the manifest for editors (`embed/custom-elements.json`), the types
//! (`embed/*.d.ts`) and the README's tables are kept by hand, and held here against the code.

mod code;
mod manifest;
mod readme;
mod text;
mod types;

use anyhow::{Result, ensure};
use std::collections::BTreeSet;

/// Names, each once.
type Names = BTreeSet<String>;

/// Everything that a page can name of the element.
#[derive(Debug, Default)]
struct Interface {
    attributes: Names,
    properties: Names,
    methods: Names,
    events: Names,
    tokens: Names,
    parts: Names,
}

impl Interface {
    fn kinds(&self) -> [(&'static str, &Names); 6] {
        [
            ("attribute", &self.attributes),
            ("property", &self.properties),
            ("method", &self.methods),
            ("event", &self.events),
            ("token", &self.tokens),
            ("part", &self.parts),
        ]
    }
}

/// Every name that only one of the two has.
fn differences(told: &Interface, there: &Interface) -> Vec<String> {
    let pairs = told.kinds().into_iter().zip(there.kinds());
    pairs.flat_map(|((kind, told), (_, there))| only_one_has(kind, told, there)).collect()
}

fn only_one_has(kind: &str, told: &Names, there: &Names) -> Vec<String> {
    let untold = there.difference(told).map(|name| format!("the {kind} {name} is not told of"));
    let untrue = told.difference(there).map(|name| format!("there is no {kind} {name}"));
    untold.chain(untrue).collect()
}

fn same(kind: &str, told: &Names, there: &Names) -> Result<()> {
    ensure!(!there.is_empty(), "no {kind} was found in the code: it is looked for in the wrong place");
    let wrong = only_one_has(kind, told, there);
    ensure!(wrong.is_empty(), "{}", wrong.join("; "));
    Ok(())
}

#[test]
fn the_code_has_something_of_every_kind() -> Result<()> {
    for (kind, names) in code::interface()?.kinds() {
        ensure!(names.len() >= 4, "only {names:?} of the kind {kind}");
    }
    Ok(())
}

#[test]
fn the_manifest_tells_what_is_there() -> Result<()> {
    let wrong = differences(&manifest::interface()?, &code::interface()?);
    ensure!(wrong.is_empty(), "embed/custom-elements.json: {}", wrong.join("; "));
    Ok(())
}

#[test]
fn the_readme_tells_what_is_there() -> Result<()> {
    let wrong = differences(&readme::interface()?, &code::interface()?);
    ensure!(wrong.is_empty(), "README.md: {}", wrong.join("; "));
    Ok(())
}

#[test]
fn the_types_tell_what_is_there() -> Result<()> {
    // Types know nothing of tokens and parts.
    let Interface { tokens, parts, .. } = code::interface()?;
    let told = Interface { tokens, parts, ..types::interface()? };
    let wrong = differences(&told, &code::interface()?);
    ensure!(wrong.is_empty(), "embed/deal-explorer.d.ts: {}", wrong.join("; "));
    Ok(())
}

#[test]
fn what_is_told_twice_is_told_alike() -> Result<()> {
    let wrong = manifest::defaults_that_are_not(&code::tokens()?)?;
    ensure!(wrong.is_empty(), "{}", wrong.join("; "));
    same("settable property", &types::members("DealProperties")?, &code::settable()?)?;
    same("view", &types::choices("DealView")?, &code::views()?)
}

#[test]
fn every_kind_of_error_is_typed() -> Result<()> {
    same("kind of error", &types::error_kinds()?, &code::error_kinds()?)
}

#[test]
fn every_word_that_can_be_replaced_is_typed_and_told() -> Result<()> {
    same("word", &types::members("DealLabels")?, &code::labels()?)?;
    for (name, told) in types::told("DealLabels")? {
        let said = code::english(&name)?;
        ensure!(told == said, "the word {name} is “{said}” and told as “{told}”");
    }
    Ok(())
}

#[test]
fn one_version_everywhere() -> Result<()> {
    let version = text::between(&text::read("Cargo.toml")?, "\nversion = \"", "\"").into_iter().next();
    let version = version.unwrap_or_default();
    ensure!(!version.is_empty(), "Cargo.toml has no version");
    for (file, line) in [
        ("embed/package.json", format!("\"version\": \"{version}\"")),
        ("embed/deal-explorer.js", format!("export const version = \"{version}\"")),
    ] {
        ensure!(text::read(file)?.contains(&line), "{file} does not hold {line}");
    }
    Ok(())
}

#[test]
fn a_difference_is_seen_from_both_sides() {
    let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Names>();
    let told = Interface { attributes: names(&["src", "lang"]), ..Interface::default() };
    let there = Interface { attributes: names(&["src", "theme"]), ..Interface::default() };
    assert_eq!(differences(&told, &there), ["the attribute theme is not told of", "there is no attribute lang"]);
}
