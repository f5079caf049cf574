//! The marks of standing. A word stands beside each; the mark alone says nothing.

use super::markup::{class, html};
use yew::prelude::*;

use crate::deal::Standing;

/// The mark, hidden from assistive technology.
pub(crate) fn glyph(standing: Option<Standing>) -> Html {
    html! { <i class={class("glyph", standing.map(Standing::word))} aria-hidden="true"></i> }
}
