//! What a reader sees: Yew components and functions from a [`scene::Scene`] to markup, one a file.
//!
//! A part without state of its own is a plain function; a component is one that has to remember or to listen. Every
//! conditional stands in an element of its own and every list is keyed: Yew 0.23 pairs siblings by position, and
//! loses its place when neighbours come and go (its issues 4092 and 4099).

pub(crate) mod app;
mod bargain;
pub(crate) mod beside;
mod brief;
mod casting;
mod cite;
mod conditions;
mod copy;
mod face;
mod facts;
mod find;
mod glyph;
mod keep;
mod library;
pub(crate) mod link;
mod long;
mod markup;
mod matrix;
mod memory;
mod menu;
mod open;
mod opening;
mod parties;
mod party;
mod pen;
mod proof;
mod reading;
mod relations;
pub(crate) mod rest;
mod results;
mod rich;
mod scene;
mod sections;
mod statement;
pub(crate) mod store;
mod take;
mod timeline;
mod tour;
mod trouble;
mod walked;
mod what_if;
mod worked_out;
