//! The widget's style sheets: constructed sheets that all elements of the page share.
//!
//! A constructed sheet is no inline style, so it passes a content policy without `'unsafe-inline'`.

mod trim;

use crate::deal::find::split;
use js_sys::Array;
use web_sys::{CssStyleSheet, ShadowRoot};

/// One file a concern, in the order of the cascade: first what the brief needs, …
const FIRST: &str = concat!(
    include_str!("../../styles/tokens.css"),
    include_str!("../../styles/base.css"),
    include_str!("../../styles/trouble.css"),
    include_str!("../../styles/face.css"),
    include_str!("../../styles/statement.css"),
    include_str!("../../styles/bargain.css"),
    include_str!("../../styles/find.css"),
);

/// … then what comes with the rest of the module, …
const REST: &str = concat!(
    include_str!("../../styles/results.css"),
    include_str!("../../styles/what-if.css"),
    include_str!("../../styles/relations.css"),
    include_str!("../../styles/views.css"),
    include_str!("../../styles/matrix.css"),
    include_str!("../../styles/timeline.css"),
    include_str!("../../styles/article.css"),
    include_str!("../../styles/modes-more.css"),
);

/// … and last what changes all of it.
const LAST: &str = include_str!("../../styles/modes.css");

/// The same, without what only their authors read.
static FIRST_CSS: [u8; trim::length(FIRST)] = trim::trimmed(FIRST);
static REST_CSS: [u8; trim::length(REST)] = trim::trimmed(REST);
static LAST_CSS: [u8; trim::length(LAST)] = trim::trimmed(LAST);

thread_local! {
    /// The sheets in their order; the second one is empty until the rest comes.
    static SHEETS: Option<[CssStyleSheet; 3]> = made();
}

fn made() -> Option<[CssStyleSheet; 3]> {
    Some([build(&css(&FIRST_CSS))?, build("")?, build(&css(&LAST_CSS))?])
}

fn css(bytes: &[u8]) -> String {
    std::str::from_utf8(bytes).map(sized).unwrap_or_default()
}

/// A sheet with these rules.
pub(crate) fn build(css: &str) -> Option<CssStyleSheet> {
    let sheet = CssStyleSheet::new().ok()?;
    sheet.replace_sync(css).ok()?;
    Some(sheet)
}

/// The styles with every `rem` as so many times `--deal-size`: a `rem` is the host page's, and may be any size.
fn sized(css: &str) -> String {
    let (mut out, mut rest) = (String::new(), css);
    while let Some((before, after)) = split(rest, "rem") {
        let number =
            before.trim_end_matches(|letter: char| letter.is_ascii_digit() || matches!(letter, '.' | '-')).len();
        let (before, number) = before.split_at_checked(number).unwrap_or((before, ""));
        out.push_str(before);
        if number.is_empty() {
            out.push_str("rem");
        } else {
            out.extend(["calc(", number, "*var(--deal-size))"]);
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

/// Gives the shadow root the widget's styles.
pub(crate) fn adopt(root: &ShadowRoot) {
    SHEETS.with(|sheets| {
        if let Some([first, rest, last]) = sheets {
            root.set_adopted_style_sheets(&Array::of3(first, rest, last));
        }
    });
}

/// Fills in the styles of the rest, for every explorer of the page.
pub(crate) fn complete() {
    SHEETS.with(|sheets| {
        if let Some([_, rest, _]) = sheets {
            // What is wrong in a sheet is left out by itself.
            let _ = rest.replace_sync(&css(&REST_CSS));
        }
    });
}

#[cfg(test)]
mod tests {
    use super::{FIRST, LAST, REST, sized};

    #[test]
    fn sizes_follow_the_element_and_not_the_root() {
        let css =
            "p { margin: -0.4rem 1rem; width: min(100%, 13rem); will-change: remove; inset: calc(-1.1rem - 1px) }";
        let expected = "p { margin: calc(-0.4*var(--deal-size)) calc(1*var(--deal-size)); \
                        width: min(100%, calc(13*var(--deal-size))); will-change: remove; \
                        inset: calc(calc(-1.1*var(--deal-size)) - 1px) }";
        assert_eq!(sized(css), expected);
        // Where no property can be used, `em` is the element's own size already.
        let queries: Vec<&str> =
            [FIRST, REST, LAST].into_iter().flat_map(str::lines).filter(|line| line.contains('@')).collect();
        assert!(
            queries.iter().all(|query| !query.split('{').next().unwrap_or_default().contains("rem")),
            "{queries:?}"
        );
    }
}
