//! The look of the marks, in the tree where the article stands: rules for highlights reach no further.

use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{CssStyleSheet, Node};

use crate::dom::sheet::build;

/// Nothing but the rules of our own highlights.
const CSS: &str = include_str!("../../../styles/highlights.css");

#[wasm_bindgen]
extern "C" {
    /// A document or a shadow root.
    type Tree;
    #[wasm_bindgen(method, getter, js_name = adoptedStyleSheets)]
    fn sheets(this: &Tree) -> Array;
    #[wasm_bindgen(method, setter, js_name = adoptedStyleSheets)]
    fn set_sheets(this: &Tree, sheets: &Array);
}

thread_local! {
    static SHEET: Option<CssStyleSheet> = build(CSS);
}

/// Puts the sheet behind the others of a document or shadow root, once, or takes it out; all others stay.
pub(super) fn stand(tree: &Node, stands: bool) {
    let tree: &Tree = tree.unchecked_ref();
    SHEET.with(|sheet| {
        let Some(sheet) = sheet else { return };
        let sheets = tree.sheets();
        if sheets.includes(sheet, 0) == stands {
            return;
        }
        let others = sheets.filter(&mut |other, _, _| !js_sys::Object::is(&other, sheet));
        if stands {
            others.push(sheet);
        }
        tree.set_sheets(&others);
    });
}
