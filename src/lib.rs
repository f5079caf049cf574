//! `<deal-explorer>`: an embeddable explorer of the deal that an article reports.
//!
//! The map of the house. Data flows one way; a room imports only rooms above it:
//!
//! | room | what it is |
//! | --- | --- |
//! | [`deal`] | the document as types, read with all faults at once, indexed |
//! | [`reason`] | what if: what would follow if a piece held or failed, and why |
//! | [`query`] | questions to a deal: search, filters, a party's page, double roles, order, citations |
//! | [`picture`] | pure geometry: the ledger of the bargain, what hangs on what in layers and on rails |
//! | [`state`] | what the reader looks at, one pure `reduce`, and its address |
//! | [`words`] | the interface's words as typed values, one set a language |
//! | [`prose`] | the whole deal as HTML that needs no script, made at build time |
//! | [`export`] | the deal as files for other tools: tables, a brief, linked data, a network |
//! | `view` | Yew components, one a file |
//! | `dom` | the only room that touches the browser |
//! | [`element`] | the handle between an element on a page and the app inside it |
//!
//! Beside it, `layered/` draws any graph in layers, in a crate of its own since it is compiled for speed;
//! `network/` draws any network, few nodes with names or many as dots, likewise;
//! `drawing/` is the module with both, which a page fetches when a reader first looks at such a picture; and
//! `faults/` is a second module of the page, fetched on demand: it tells what is wrong with a
//! document that cannot be shown, and writes [`export`]s.
//!
//! All but the last three are plain Rust: they compile natively and carry most of the tests.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing))]

pub mod deal;
pub mod export;
pub mod picture;
pub mod prose;
pub mod query;
pub mod reason;
pub mod state;
pub mod words;

#[cfg(feature = "app")]
mod dom;
#[cfg(feature = "app")]
pub mod element;
#[cfg(feature = "app")]
mod view;
