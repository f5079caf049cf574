//! Fetching a deal document.

use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Response, Url};

/// Why nothing came.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum FetchError {
    /// No answer that this page may read.
    Unreachable,
    /// The server answered with this status.
    Refused(u16),
}

/// The bytes at an address, outside of the module's own memory, following CORS without credentials' wider reach: same-origin only.
/// With them the address in full from which they came in the end.
pub(crate) async fn bytes(address: &str) -> Result<(Uint8Array, String), FetchError> {
    let window = web_sys::window().ok_or(FetchError::Unreachable)?;
    let answer = JsFuture::from(window.fetch_with_str(address)).await.map_err(|_| FetchError::Unreachable)?;
    let response: Response = answer.dyn_into().map_err(|_| FetchError::Unreachable)?;
    if !response.ok() {
        return Err(FetchError::Refused(response.status()));
    }
    let body = response.array_buffer().map_err(|_| FetchError::Unreachable)?;
    let buffer = JsFuture::from(body).await.map_err(|_| FetchError::Unreachable)?;
    Ok((Uint8Array::new(&buffer), response.url()))
}

/// An address in full that is given relative to a document's own; of a document without one, relative to the page.
pub(crate) fn resolved(address: &str, document: &str) -> String {
    let page = || web_sys::window()?.document()?.base_uri().ok()?;
    let url =
        Url::new_with_base(address, document).or_else(|_| Url::new_with_base(address, &page().unwrap_or_default()));
    url.map(|url| url.href()).unwrap_or_default()
}
