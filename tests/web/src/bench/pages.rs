//! The pages that are measured: the explorer's, the same without scripts, and the baseline's.

use super::sizes::Size;
use super::summary::Who;
use anyhow::{Context, Result};
use serde_json::Value;
use std::fmt::Write;
use std::path::Path;

/// As many conditions stand in words before the script runs: what a host puts there of a large document.
const IN_WORDS: usize = 10;

/// Writes the pages of a size beside its document, which stands there already. The built-in deal's page is the one that
/// is released.
pub(super) fn write(folder: &Path, size: Size, released: &str) -> Result<()> {
    let folder = folder.join(size.name);
    let ours = if size.name == "built-in" {
        std::fs::create_dir_all(&folder)?;
        // It stands elsewhere; the policy allows no `<base>`.
        released.replace("href=\"./page.css\"", "href=\"/page.css\"")
    } else {
        let text = std::fs::read(folder.join("deal.json")).context("the document is missing")?;
        ours(&serde_json::from_slice(&text)?)?
    };
    std::fs::write(folder.join("still.html"), without_scripts(&ours))?;
    std::fs::write(folder.join("ours.html"), ours)?;
    std::fs::write(folder.join("baseline.html"), baseline(size))?;
    Ok(())
}

/// Where a page is.
pub(super) fn path(size: Size, who: Who) -> String {
    match (size.name, who) {
        ("built-in", Who::Ours) => "/index.html".to_owned(),
        (name, who) => format!("/made/{name}/{}.html", who.page()),
    }
}

/// Where the document of a size is.
pub(super) fn document(size: Size) -> Option<String> {
    (size.name != "built-in").then(|| format!("/made/{}/deal.json", size.name))
}

fn ours(deal: &Value) -> Result<String> {
    let text = |value: &Value| value.as_str().unwrap_or_default().replace('&', "&amp;").replace('<', "&lt;");
    let mut words = format!("<h1>{}</h1><p>{}</p><ul>", text(&deal["title"]), text(&deal["summary"]));
    for condition in deal["conditions"].as_array().into_iter().flatten().take(IN_WORDS) {
        write!(words, "<li>{}</li>", text(&condition["text"]))?;
    }
    Ok(format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Bench</title>\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><link rel=\"icon\" href=\"data:,\">\
         <link rel=\"stylesheet\" href=\"/page.css\"><script type=\"module\" src=\"/deal-explorer.js\"></script></head>\
         <body><main><deal-explorer src=\"deal.json\">{words}</ul></deal-explorer></main></body></html>"
    ))
}

fn baseline(size: Size) -> String {
    let src = document(size).unwrap_or_else(|| "/seeds/us-russia-syria-2016.json".to_owned());
    format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Baseline</title>\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><link rel=\"icon\" href=\"data:,\">\
         <link rel=\"stylesheet\" href=\"/bench/baseline.css\"><script type=\"module\" src=\"/bench/baseline.js\"></script>\
         </head><body><main id=\"baseline\" data-src=\"{src}\"></main></body></html>"
    )
}

/// The page as it stands before any script, and nothing that a script needs: the limit of a cold load.
fn without_scripts(page: &str) -> String {
    let mut rest = page;
    let mut left = String::new();
    while let Some((before, after)) = rest.split_once("<script") {
        left.push_str(before);
        rest = after.split_once("</script>").map_or("", |(_, after)| after);
    }
    left.push_str(rest);
    let preload = |tag: &&str| tag.contains("preload");
    for tag in left
        .clone()
        .split_inclusive('>')
        .filter_map(|part| part.rsplit_once("<link").map(|(_, tag)| tag))
        .filter(preload)
    {
        left = left.replace(&format!("<link{tag}"), "");
    }
    left
}

#[cfg(test)]
mod tests {
    use super::without_scripts;

    #[test]
    fn a_still_page_has_its_words_and_nothing_that_runs() {
        let page = "<head><link rel=\"stylesheet\" href=\"a.css\"><link rel=\"modulepreload\" href=\"a.js\">\
                    <script type=\"module\" src=\"a.js\"></script></head><p>Words.</p><script>1</script><p>More.</p>";
        let still = "<head><link rel=\"stylesheet\" href=\"a.css\"></head><p>Words.</p><p>More.</p>";
        assert_eq!(without_scripts(page), still);
    }
}
