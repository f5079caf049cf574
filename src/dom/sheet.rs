//! The widget's style sheet: one constructed sheet that all elements of the page share.
//!
//! A constructed sheet is no inline style, so it passes a content policy without `'unsafe-inline'`.

mod trim;

use js_sys::Array;
use web_sys::{CssStyleSheet, ShadowRoot};

/// One file a concern, in the order of the cascade.
const SOURCE: &str = concat!(
    include_str!("../../styles/tokens.css"),
    include_str!("../../styles/base.css"),
    include_str!("../../styles/face.css"),
    include_str!("../../styles/statement.css"),
    include_str!("../../styles/bargain.css"),
    include_str!("../../styles/find.css"),
    include_str!("../../styles/what-if.css"),
    include_str!("../../styles/relations.css"),
    include_str!("../../styles/views.css"),
    include_str!("../../styles/matrix.css"),
    include_str!("../../styles/timeline.css"),
    include_str!("../../styles/article.css"),
    include_str!("../../styles/modes.css"),
);

/// The same, without what only their authors read.
static CSS: [u8; trim::length(SOURCE)] = trim::trimmed(SOURCE);

thread_local! {
    static SHEET: Option<CssStyleSheet> = std::str::from_utf8(&CSS).ok().and_then(|css| build(&sized(css)));
}

/// A sheet with these rules.
pub(crate) fn build(css: &str) -> Option<CssStyleSheet> {
    let sheet = CssStyleSheet::new().ok()?;
    sheet.replace_sync(css).ok()?;
    Some(sheet)
}

/// The styles with every `rem` as so many times `--deal-size`: a `rem` is the host page's, and may be any size.
fn sized(css: &str) -> String {
    let mut parts = css.split("rem");
    let mut out = String::from(parts.next().unwrap_or_default());
    for part in parts {
        let number = out.trim_end_matches(|letter: char| letter.is_ascii_digit() || ".-".contains(letter)).len();
        let number = out.split_off(number);
        if number.is_empty() {
            out.push_str("rem");
        } else {
            out.extend(["calc(", &number, "*var(--deal-size))"]);
        }
        out.push_str(part);
    }
    out
}

/// Gives the shadow root the widget's styles.
pub(crate) fn adopt(root: &ShadowRoot) {
    SHEET.with(|sheet| {
        if let Some(sheet) = sheet {
            root.set_adopted_style_sheets(&Array::of1(sheet));
        }
    });
}

#[cfg(test)]
mod tests {
    use super::{SOURCE, sized};

    #[test]
    fn sizes_follow_the_element_and_not_the_root() {
        let css =
            "p { margin: -0.4rem 1rem; width: min(100%, 13rem); will-change: remove; inset: calc(-1.1rem - 1px) }";
        let expected = "p { margin: calc(-0.4*var(--deal-size)) calc(1*var(--deal-size)); \
                        width: min(100%, calc(13*var(--deal-size))); will-change: remove; \
                        inset: calc(calc(-1.1*var(--deal-size)) - 1px) }";
        assert_eq!(sized(css), expected);
        // Where no property can be used, `em` is the element's own size already.
        let queries: Vec<&str> = SOURCE.lines().filter(|line| line.contains('@')).collect();
        assert!(
            queries.iter().all(|query| !query.split('{').next().unwrap_or_default().contains("rem")),
            "{queries:?}"
        );
    }
}
