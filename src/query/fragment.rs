//! Addresses that scroll to a quote: the URL Fragment Text Directives of the WICG.

use std::fmt::Write;

use crate::deal::find::{find, split};
use crate::deal::fold;

/// `url#:~:text=[prefix-,]quote[,-suffix]`; `None` if the address is not http(s) or there is nothing to quote.
/// A fragment of the address stays before the directive, an earlier directive beside it.
pub fn text_fragment_url(url: &str, quote: &str, prefix: Option<&str>, suffix: Option<&str>) -> Option<String> {
    let url = url.trim();
    let scheme = split(url, "://").map(|(scheme, _)| scheme.to_ascii_lowercase())?;
    let quote = encode(quote);
    if !matches!(scheme.as_str(), "http" | "https") || quote.is_empty() {
        return None;
    }
    let joint = match url.split_once('#') {
        None => "#:~:",
        Some((_, fragment)) if fragment.ends_with(":~:") => "",
        Some((_, fragment)) if find(fragment, ":~:").is_some() => "&",
        Some(_) => ":~:",
    };
    let part = |text: Option<&str>| text.map(encode).filter(|text| !text.is_empty());
    let prefix = part(prefix).map(|text| format!("{text}-,")).unwrap_or_default();
    let suffix = part(suffix).map(|text| format!(",-{text}")).unwrap_or_default();
    Some(format!("{url}{joint}text={prefix}{quote}{suffix}"))
}

/// Percent-encodes all but letters, digits and `. _ ~`: hyphen, comma and ampersand mean something in a directive.
/// White space and U+00A0 are folded first, as the browser folds them in the page.
fn encode(text: &str) -> String {
    fold(text).bytes().fold(String::new(), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'~') {
            out.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
        out
    })
}
