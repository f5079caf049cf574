//! The widget's style sheet: one constructed sheet that all elements of the page share.
//!
//! A constructed sheet is no inline style, so it passes a content policy without `'unsafe-inline'`.

use js_sys::Array;
use web_sys::{CssStyleSheet, ShadowRoot};

/// One file a concern, in the order of the cascade.
const CSS: &str = concat!(
    include_str!("../../styles/tokens.css"),
    include_str!("../../styles/base.css"),
    include_str!("../../styles/face.css"),
    include_str!("../../styles/statement.css"),
    include_str!("../../styles/bargain.css"),
    include_str!("../../styles/find.css"),
    include_str!("../../styles/views.css"),
    include_str!("../../styles/modes.css"),
);

thread_local! {
    static SHEET: Option<CssStyleSheet> = build();
}

fn build() -> Option<CssStyleSheet> {
    let sheet = CssStyleSheet::new().ok()?;
    sheet.replace_sync(CSS).ok()?;
    Some(sheet)
}

/// Gives the shadow root the widget's styles.
pub(crate) fn adopt(root: &ShadowRoot) {
    SHEET.with(|sheet| {
        if let Some(sheet) = sheet {
            root.set_adopted_style_sheets(&Array::of1(sheet));
        }
    });
}
