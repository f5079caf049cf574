//! The interface as the README's tables tell it.

use crate::text::{block, read, within};
use crate::{Interface, Names};
use anyhow::Result;

pub(crate) fn interface() -> Result<Interface> {
    let text = read("README.md")?;
    Ok(Interface {
        attributes: table(&text, "attribute")?,
        // The version is a constant of the class, for those who ask for it in code.
        properties: table(&text, "property")?.into_iter().chain(["version".to_owned()]).collect(),
        methods: table(&text, "method")?.iter().filter_map(|call| Some(call.split_once('(')?.0.to_owned())).collect(),
        events: table(&text, "event")?,
        tokens: table(&text, "token")?,
        parts: table(&text, "part")?,
    })
}

/// The names in the first column of a table.
fn table(text: &str, heading: &str) -> Result<Names> {
    let rows = block(text, &format!("\n| {heading} |"), "\n\n")?.lines().skip(2);
    let first = rows.filter_map(|row| row.split(" | ").next());
    Ok(first.flat_map(|cell| within(cell, '`')).collect())
}

#[test]
fn a_row_may_tell_of_several() -> Result<()> {
    let text = "x\n| token | meaning |\n| --- | --- |\n| `--a`, `--b` | `c` |\n| `--d` | e |\n\nf";
    assert_eq!(table(text, "token")?.into_iter().collect::<Vec<_>>(), ["--a", "--b", "--d"]);
    Ok(())
}
