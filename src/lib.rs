//! `<deal-explorer>`: an embeddable explorer of the deal that an article reports.
//!
//! The map of the house. Data flows one way; a room imports only rooms above it:
//!
//! | room | what it is |
//! | --- | --- |
//! | [`deal`] | the document as types, read with all faults at once, indexed |
//! | [`words`] | the interface's words |
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing))]

pub mod deal;
pub mod words;
