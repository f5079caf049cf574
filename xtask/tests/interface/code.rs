//! The interface as the code has it.

use crate::text::{at, between, block, name, read, within};
use crate::{Interface, Names};
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::path::Path;

const SHELL: &str = "embed/deal-explorer.js";
const DETAILS: &str = "src/element/details.rs";

/// What a custom element has for the browser and not for the page.
const OF_THE_BROWSER: &[&str] =
    &["constructor", "connectedCallback", "disconnectedCallback", "attributeChangedCallback", "observedAttributes"];

pub(crate) fn interface() -> Result<Interface> {
    let shell = read(SHELL)?;
    let members = members(class(&shell)?);
    let of_kind =
        |method: bool| members.iter().filter(|(_, it)| **it == method).map(|(name, _)| name.clone()).collect();
    Ok(Interface {
        attributes: within(block(&shell, "const ATTRIBUTES = [", "]")?, '"'),
        properties: of_kind(false),
        methods: of_kind(true),
        events: between(&read(DETAILS)?, "\"deal-", "\"").into_iter().map(|name| format!("deal-{name}")).collect(),
        tokens: tokens()?.into_keys().collect(),
        parts: parts(&at("src/view"))?,
    })
}

fn class(shell: &str) -> Result<&str> {
    let (_, class) = shell.split_once("\nclass DealExplorer").context("there is no class")?;
    class.split("\n}\n").next().context("the class has no end")
}

/// Public members of a class and whether each is a method: lines at the first level, after their keywords.
fn members(class: &str) -> BTreeMap<String, bool> {
    let lines = class.lines().filter_map(|line| line.strip_prefix("  "));
    let words = lines.filter(|line| line.starts_with(|letter: char| letter.is_alphabetic()));
    words
        .filter_map(|line| {
            let plain =
                ["static ", "async ", "get ", "set "].iter().fold(line, |line, word| line.trim_start_matches(word));
            let accessor = line.starts_with("get ") || line.starts_with("set ");
            let member = name(plain)?;
            (!OF_THE_BROWSER.contains(&member.as_str())).then(|| {
                let method = !accessor && plain.get(member.len()..).is_some_and(|rest| rest.starts_with('('));
                (member, method)
            })
        })
        .collect()
}

/// The properties that a page sets.
pub(crate) fn settable() -> Result<Names> {
    Ok(between(class(&read(SHELL)?)?, "\n  set ", "("))
}

/// Tokens and their defaults.
pub(crate) fn tokens() -> Result<BTreeMap<String, String>> {
    let css = read("styles/tokens.css")?;
    let lines = css.lines().filter_map(|line| line.trim().strip_prefix("--deal-")?.strip_suffix(';')?.split_once(": "));
    Ok(lines.map(|(name, value)| (format!("--deal-{name}"), value.to_owned())).collect())
}

/// The parts that any view has.
fn parts(folder: &Path) -> Result<Names> {
    let mut names = Names::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            names.extend(parts(&path)?);
        } else {
            names.extend(between(&std::fs::read_to_string(path)?, " part=\"", "\""));
        }
    }
    Ok(names)
}

/// The words by which views are asked for.
pub(crate) fn views() -> Result<Names> {
    let model = read("src/state/model.rs")?;
    Ok(between(block(&model, "pub fn word(self)", "\n    }\n")?, "=> \"", "\""))
}

/// What a failure is called: by the module, and by the shell where there is no module.
pub(crate) fn error_kinds() -> Result<Names> {
    let details = read(DETAILS)?;
    let mut kinds = between(block(&details, "match trouble {", "};")?, "=> (\"", "\"");
    kinds.extend(between(&read(SHELL)?, "fail(\"", "\""));
    Ok(kinds)
}

/// The names of the words that can be replaced.
pub(crate) fn labels() -> Result<Names> {
    Ok(places()?.into_keys().collect())
}

/// Where the word of each name stands: under the name itself, or where an equals sign says.
fn places() -> Result<BTreeMap<String, String>> {
    let text = read("src/words/labels.rs")?;
    let names = block(&text, "\nlabels! {", "}")?.replace(" = ", "=");
    let place =
        |name: &str| name.split_once('=').map_or((name.to_owned(), name.to_owned()), |(a, b)| (a.into(), b.into()));
    Ok(names.split_whitespace().map(place).collect())
}

/// A word of the interface in English.
pub(crate) fn english(name: &str) -> Result<String> {
    let place = places()?.remove(name).unwrap_or_default();
    // The words of a part stand in a file of its own.
    let (file, field) = place.split_once('.').map_or((String::new(), &*place), |(part, it)| (format!("/{part}"), it));
    let text = read(&format!("src/words/english{file}.rs"))?;
    let (_, rest) = text.split_once(&format!("\n    {field}:")).with_context(|| format!("there is no word {name}"))?;
    Ok(block(rest, "\"", "\"")?.to_owned())
}

#[test]
fn members_are_told_from_methods_and_from_what_is_private() {
    let class = " extends HTMLElement {\n  static version = 1;\n  ready;\n  #data;\n  get data() {\n    return 1;\n  }\n  \
                 set data(data) {\n  }\n  show(view) {\n    if (view) {}\n  }\n  async export() {\n  }\n  constructor() {\n  }\n  [FALL]() {\n  }";
    let expected = [("data", false), ("export", true), ("ready", false), ("show", true), ("version", false)];
    let found = members(class);
    assert_eq!(found.iter().map(|(name, method)| (name.as_str(), *method)).collect::<Vec<_>>(), expected);
}
