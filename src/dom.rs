//! The only room that touches the browser: listeners, sheets, addresses, clipboard, fetching, `Intl`.

pub(crate) mod address;
pub(crate) mod article;
mod ask;
pub(crate) mod canvas;
pub(crate) mod clipboard;
pub(crate) mod drawing;
pub(crate) mod faults;
pub(crate) mod fetch;
pub(crate) mod fold;
pub(crate) mod intl;
pub(crate) mod later;
pub(crate) mod listener;
pub(crate) mod over;
pub(crate) mod place;
pub(crate) mod resized;
pub(crate) mod rest;
pub(crate) mod sheet;
pub(crate) mod sights;
