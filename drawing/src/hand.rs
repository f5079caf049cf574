//! A file handed to the reader, as no policy of a page forbids it: by a link to what is in the page's memory.

use wasm_bindgen::prelude::*;
use web_sys::{Blob, Document, HtmlAnchorElement, Url};

/// Hands a file to the reader.
pub(crate) fn hand(document: &Document, blob: &Blob, name: &str) -> Result<(), JsValue> {
    let address = Url::create_object_url_with_blob(blob)?;
    let link: HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // Some browsers begin to read it only later.
    let forget = Closure::once_into_js(move || Url::revoke_object_url(&address));
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    window.set_timeout_with_callback_and_timeout_and_arguments_0(forget.unchecked_ref(), 60_000)?;
    Ok(())
}
