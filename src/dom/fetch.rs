//! Fetching a deal document, part by part as it comes.

use std::cell::RefCell;

use js_sys::{Array, Function, Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Response, Url};

use super::ask::Fetch;

/// So many bytes are given at a time, at the most.
const MOST: u32 = 1 << 20;

/// Why nothing came.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum FetchError {
    /// No answer that this page may read, or not all of it.
    Unreachable,
    /// The server answered with this status.
    Refused(u16),
}

#[wasm_bindgen]
extern "C" {
    /// An answer whose body is read in parts. Bound by hand: the types of web-sys bring options with them that nobody asks for.
    type Answer;

    #[wasm_bindgen(method, getter)]
    fn body(this: &Answer) -> Option<Stream>;

    type Stream;

    #[wasm_bindgen(method, js_name = getReader)]
    fn reader(this: &Stream) -> Reader;

    /// A `ReadableStreamDefaultReader`.
    type Reader;

    #[wasm_bindgen(method)]
    fn read(this: &Reader) -> Promise;
    #[wasm_bindgen(method)]
    fn cancel(this: &Reader) -> Promise;

    type Read;

    /// None at the end.
    #[wasm_bindgen(method, getter)]
    fn value(this: &Read) -> Option<Uint8Array>;

    /// An `AbortController`.
    #[wasm_bindgen(js_name = AbortController)]
    type Controller;

    #[wasm_bindgen(constructor, js_class = "AbortController")]
    fn new() -> Controller;
    #[wasm_bindgen(method, getter)]
    fn signal(this: &Controller) -> Signal;
    #[wasm_bindgen(method)]
    fn abort(this: &Controller);

    /// By which it is known whether a line was hung up.
    pub(crate) type Signal;

    #[wasm_bindgen(method, getter)]
    pub(crate) fn aborted(this: &Signal) -> bool;
}

/// A line by which a document comes. Dropped, it is hung up: nothing more comes by it, also where nothing was coming.
pub(crate) struct Line(Controller);

impl Line {
    /// A line that nothing was asked by yet.
    pub(crate) fn new() -> Self {
        Self(Controller::new())
    }

    pub(crate) fn signal(&self) -> Signal {
        self.0.signal()
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        self.0.abort();
    }
}

thread_local! {
    static FETCH: Fetch = const { RefCell::new(None) };
}

/// The function that fetches documents, until a signal ends that.
pub(crate) fn bring_with(fetch: Function) {
    FETCH.set(Some(fetch));
}

/// A promise of what an address answers.
fn asked(address: &str, signal: &Signal) -> Option<Promise> {
    let fetch = FETCH.with_borrow(Clone::clone)?;
    fetch.call2(&JsValue::UNDEFINED, &address.into(), signal).ok()?.dyn_into().ok()
}

/// A text on its way, whose bytes stay outside of the module's own memory, which never shrinks.
pub(crate) struct Incoming {
    /// None where there is no body.
    reader: Option<Reader>,
    /// Where it comes from in the end, in full; empty where it was given.
    pub(crate) address: String,
    /// What came, and how many bytes that are.
    pub(crate) parts: Array,
    pub(crate) bytes: usize,
    /// The last part, and how many bytes of it were given.
    part: Uint8Array,
    given: u32,
}

impl Incoming {
    /// What an address answers, following CORS without credentials' wider reach: same-origin only.
    pub(crate) async fn from(address: &str, signal: &Signal) -> Result<Self, FetchError> {
        let asked = asked(address, signal).ok_or(FetchError::Unreachable)?;
        let answer = JsFuture::from(asked).await.map_err(|_| FetchError::Unreachable)?;
        let response: Response = answer.unchecked_into();
        if response.ok() { Ok(Self::of(response)) } else { Err(FetchError::Refused(response.status())) }
    }

    /// A text that is there.
    pub(crate) fn given(text: &str) -> Result<Self, FetchError> {
        Response::new_with_opt_str(Some(text)).map(Self::of).map_err(|_| FetchError::Unreachable)
    }

    fn of(response: Response) -> Self {
        let address = response.url();
        let reader = response.unchecked_into::<Answer>().body().map(|body| body.reader());
        Self { reader, address, parts: Array::new(), bytes: 0, part: Uint8Array::default(), given: 0 }
    }

    /// More of what is there, a megabyte at the most; nothing where that was all.
    pub(crate) fn next(&mut self) -> Option<Uint8Array> {
        let from = self.given;
        self.given = self.part.length().min(from + MOST);
        (self.given > from).then(|| self.part.subarray(from, self.given))
    }

    /// Waits for more; says whether there was any.
    pub(crate) async fn more(&mut self) -> Result<bool, FetchError> {
        let Some(reader) = &self.reader else { return Ok(false) };
        let read = JsFuture::from(reader.read()).await.map_err(|_| FetchError::Unreachable)?;
        let part = read.unchecked_into::<Read>().value();
        if let Some(part) = &part {
            self.parts.push(part);
            self.bytes += part.length() as usize;
            (self.part, self.given) = (part.clone(), 0);
        }
        Ok(part.is_some())
    }

    /// Nothing more is wanted: what has not come yet need not.
    pub(crate) fn cancel(&self) {
        // Heard, since the page would else hear of its failure.
        drop(self.reader.as_ref().map(|reader| JsFuture::from(reader.cancel())));
    }
}

/// Parts of a text in one piece.
pub(crate) fn joined(parts: &Array) -> Uint8Array {
    let parts = || parts.iter().map(Uint8Array::unchecked_from_js);
    let whole = Uint8Array::new_with_length(parts().map(|part| part.length()).sum());
    let mut at = 0;
    for part in parts() {
        whole.set(&part, at);
        at += part.length();
    }
    whole
}

/// An address in full that is given relative to a document's own; of a document without one, relative to the page.
pub(crate) fn resolved(address: &str, document: &str) -> String {
    let page = || web_sys::window()?.document()?.base_uri().ok()?;
    let url =
        Url::new_with_base(address, document).or_else(|_| Url::new_with_base(address, &page().unwrap_or_default()));
    url.map(|url| url.href()).unwrap_or_default()
}
