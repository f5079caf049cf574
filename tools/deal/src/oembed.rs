//! `cargo xtask oembed`: the page of one deal for an iframe, and what says how to embed it, by which editors' systems
//! make an embed out of a pasted address. Files only; nothing has to run on the host.
//!
//! The page is `frame.html` with the deal's prose in it, so that it can be read without scripts as well.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result, ensure};
use deal_explorer::prose::Html;
use serde_json::json;

use crate::paths;
use crate::prerender::{self, BUILT_IN};

const USAGE: &str = "cargo xtask oembed --base https://host/path/ [FILE] [--into FOLDER]";

/// How large the iframe is where nobody sets its height.
const SIZE: (u32, u32) = (720, 800);

struct Wish {
    /// Where the folder will lie on the web; ends with a slash.
    base: String,
    deal: PathBuf,
    into: PathBuf,
}

/// The command.
pub(crate) fn run(arguments: &[String]) -> Result<ExitCode> {
    let wish = wish(arguments)?;
    let name = wish.deal.file_stem().and_then(|stem| stem.to_str()).context("the deal's file has no name")?;
    let path = |end: &str| wish.into.join(format!("{name}{end}"));
    let deal = prerender::deal(&wish.deal)?;
    let title = &deal.document().title;

    let template = wish.into.join("frame.html");
    let page = std::fs::read_to_string(&template)
        .with_context(|| format!("{} is missing; `cargo xtask build` makes it", template.display()))?;
    // Beside its page lies the document.
    let source = address("", name, ".json");
    let page = prerender::page_of(&page, &deal, &source)?;
    let files = [
        (path(".html"), discovered(&page, &wish.base, name, title)?),
        (path(".oembed.json"), answer(&wish.base, name, title)),
        (path(".json"), std::fs::read_to_string(&wish.deal)?),
    ];
    for (file, text) in files {
        std::fs::write(&file, text).with_context(|| format!("cannot write {}", file.display()))?;
        println!("{}", file.display());
    }
    Ok(ExitCode::SUCCESS)
}

fn wish(arguments: &[String]) -> Result<Wish> {
    let (mut base, mut deal, mut into) = (None, None, paths::dist());
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        let mut value = || rest.next().with_context(|| format!("`{argument}` needs a value: {USAGE}"));
        match argument.as_str() {
            "--base" => base = Some(value()?.clone()),
            "--into" => into = PathBuf::from(value()?),
            option => {
                ensure!(!option.starts_with("--"), "there is no option `{option}`: {USAGE}");
                deal = Some(PathBuf::from(option));
            }
        }
    }
    let mut base = base.with_context(|| format!("where will the files lie? {USAGE}"))?;
    let is_address = ["https://", "http://"].iter().any(|scheme| base.starts_with(scheme) && base.len() > scheme.len());
    ensure!(is_address && !base.contains(['?', '#']), "`{base}` is no address of a folder: {USAGE}");
    if !base.ends_with('/') {
        base.push('/');
    }
    Ok(Wish { base, deal: deal.unwrap_or_else(|| paths::root().join(BUILT_IN)), into })
}

/// The deal's page with a link to what tells how to embed it.
fn discovered(page: &str, base: &str, name: &str, title: &str) -> Result<String> {
    let mut link = Html::default();
    let href = address(base, name, ".oembed.json");
    let attributes = [("rel", "alternate"), ("type", "application/json+oembed"), ("href", &href), ("title", title)];
    link.void("link", &attributes);
    let (head, rest) = page.split_once("  </head>").context("frame.html has no end of its head")?;
    ensure!(head.contains("<title>"), "frame.html has no title");
    Ok([head, "    ", &link.finish(), "\n  </head>", rest].concat())
}

/// The answer of an oEmbed service to the page's address (<https://oembed.com>), as a file.
fn answer(base: &str, name: &str, title: &str) -> String {
    let (width, height) = SIZE;
    let mut html = Html::default();
    let src = address(base, name, ".html");
    let attributes = [
        ("data-deal-explorer", "true"),
        ("src", src.as_str()),
        ("title", title),
        ("width", &width.to_string()),
        ("height", &height.to_string()),
        ("loading", "lazy"),
    ];
    html.element("iframe", &attributes, |_| {});
    let answer = json!({
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": "Deal explorer",
        "provider_url": base,
        "width": width,
        "height": height,
        "html": html.finish(),
    });
    format!("{answer:#}\n")
}

/// The address of a file; its name may hold what an address may not.
fn address(base: &str, name: &str, end: &str) -> String {
    let mut address = base.to_owned();
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            address.push(char::from(byte));
        } else {
            address.extend(['%', digit(byte >> 4), digit(byte & 15)]);
        }
    }
    address + end
}

/// A hexadecimal digit.
fn digit(value: u8) -> char {
    char::from_digit(value.into(), 16).unwrap_or_default().to_ascii_uppercase()
}

#[cfg(test)]
mod tests {
    use super::{answer, discovered, run, wish};
    use crate::paths::root;
    use anyhow::{Context, Result};
    use std::collections::HashMap;
    use tinyjson::JsonValue;

    /// What stands under a key.
    fn under(answer: &JsonValue, key: &str) -> Result<JsonValue> {
        let object = answer.get::<HashMap<String, JsonValue>>().context("no object")?;
        object.get(key).cloned().with_context(|| format!("no {key}"))
    }

    fn text(answer: &JsonValue, key: &str) -> Result<String> {
        under(answer, key)?.get::<String>().cloned().with_context(|| format!("{key} is no text"))
    }

    fn arguments(words: &str) -> Vec<String> {
        words.split(' ').map(str::to_owned).collect()
    }

    #[test]
    fn the_answer_is_json_with_escaped_markup_in_it() -> Result<()> {
        let title = "</iframe><script>\"A & B\"\u{2028}\\";
        let answer: JsonValue = answer("https://news.example/deals/", "a \"deal\"", title).parse()?;
        assert_eq!(text(&answer, "version")?, "1.0");
        assert_eq!(text(&answer, "type")?, "rich");
        assert_eq!(text(&answer, "title")?, title);
        assert_eq!(under(&answer, "width")?, JsonValue::Number(720.0));
        assert_eq!(under(&answer, "height")?, JsonValue::Number(800.0));
        assert_eq!(
            text(&answer, "html")?,
            "<iframe data-deal-explorer=\"true\" src=\"https://news.example/deals/a%20%22deal%22.html\" \
             title=\"&lt;/iframe&gt;&lt;script&gt;&quot;A &amp; B&quot;\u{2028}\\\" \
             width=\"720\" height=\"800\" loading=\"lazy\"></iframe>"
        );
        Ok(())
    }

    #[test]
    fn the_page_leads_to_its_answer() -> Result<()> {
        let frame = std::fs::read_to_string(root().join("embed/frame.html"))?;
        let page = discovered(&frame, "https://news.example/", "ferry", "A & B")?;
        let link = "<link rel=\"alternate\" type=\"application/json+oembed\" \
                    href=\"https://news.example/ferry.oembed.json\" title=\"A &amp; B\">";
        let (head, body) = page.split_once("</head>").context("no head")?;
        assert!(head.contains(link) && !body.contains("oembed"), "{head}");
        Ok(())
    }

    #[test]
    fn the_files_lie_side_by_side_and_name_each_other() -> Result<()> {
        let folder = std::env::temp_dir().join(format!("deal-oembed-{}", std::process::id()));
        std::fs::create_dir_all(&folder)?;
        std::fs::copy(root().join("embed/frame.html"), folder.join("frame.html"))?;
        let deal = root().join("tests/deals/harbour.json");
        let words = format!("--base https://news.example/x {} --into {}", deal.display(), folder.display());
        let outcome = run(&arguments(&words));
        let read = |name: &str| std::fs::read_to_string(folder.join(name)).with_context(|| name.to_owned());
        let (page, answer, copy) = (read("harbour.html"), read("harbour.oembed.json"), read("harbour.json"));
        std::fs::remove_dir_all(&folder)?;
        outcome?;
        let (page, answer) = (page?, answer?.parse::<JsonValue>()?);
        assert_eq!(copy?, std::fs::read_to_string(deal)?);
        assert!(page.contains("<deal-explorer src=\"harbour.json\">"));
        assert!(page.contains("href=\"https://news.example/x/harbour.oembed.json\""));
        assert!(page.contains("<h1") && page.contains("The night ferry of Averil and Skarrow</title>"));
        let html = text(&answer, "html")?;
        assert!(html.contains(" src=\"https://news.example/x/harbour.html\""), "{html}");
        Ok(())
    }

    #[test]
    fn only_the_address_of_a_folder_will_do() {
        for bad in [
            "",
            "--base",
            "--base news.example/",
            "--base ftp://a/",
            "--base https://",
            "--base https://a/?b",
            "--base https://a/ --x 1",
        ] {
            assert!(wish(&arguments(bad)).is_err(), "{bad}");
        }
        let wish = wish(&arguments("my.json --base https://a/b --into c")).ok();
        assert_eq!(
            wish.map(|wish| (wish.base, wish.deal, wish.into)),
            Some(("https://a/b/".into(), "my.json".into(), "c".into()))
        );
    }
}
