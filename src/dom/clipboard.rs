//! Copying text, where the page may.

use wasm_bindgen_futures::JsFuture;

/// Whether the text is on the clipboard now. It is not where the page is no secure context or may not write.
pub(crate) async fn copy(text: &str) -> bool {
    let Some(window) = web_sys::window().filter(web_sys::Window::is_secure_context) else { return false };
    JsFuture::from(window.navigator().clipboard().write_text(text)).await.is_ok()
}
