//! What a part of the page remembers by itself. One component for all such parts: each further one costs 3 kB.

use std::rc::{Rc, Weak};

use yew::prelude::*;
use yew::virtual_dom::Key;

use super::take::File;
use crate::deal::ItemId;

/// What there is to remember; a part uses of it what it needs.
#[derive(Clone, Copy, Default, PartialEq)]
pub(super) struct Memory {
    /// Whether it is open.
    pub(super) open: bool,
    /// Whether copying went well, once it was tried.
    pub(super) copied: Option<bool>,
    /// The file that could not be had.
    pub(super) missed: Option<File>,
    /// What is pointed at.
    pub(super) lit: Lit,
    /// The piece that the keyboard is at.
    pub(super) at: Option<ItemId>,
    /// The cell that the keyboard is at: its condition and its actor.
    pub(super) cell: Option<(ItemId, ItemId)>,
    /// The cell that is open.
    pub(super) told: Option<(ItemId, ItemId)>,
    /// The first row and the first column that are shown.
    pub(super) from: (usize, usize),
    /// Counts what changed elsewhere, where what is kept there is to be drawn again.
    pub(super) turn: u32,
    /// By how many sizes a picture is larger than it begins, or smaller.
    pub(super) zoom: i8,
    /// How much of a picture is made, in hundredths.
    pub(super) part: i32,
}

/// What the reader points at in a source: one side of the reading lights up the other.
#[derive(Clone, Copy, Default, PartialEq)]
pub(super) struct Lit {
    /// The phrase that was chosen: its paragraph, and which of its quotes.
    pub(super) phrase: Option<(u32, usize)>,
    /// The statement under the pointer or the focus, and the paragraph that it stands beside.
    pub(super) item: Option<(u32, ItemId)>,
}

/// A part's memory, to read and to set.
pub(super) type Kept = UseStateHandle<Memory>;

/// What draws a part; as long as it is the same, the part stays as it was drawn.
pub(super) type Draw = Rc<dyn Fn(&Kept) -> Html>;

/// The same, known as long as the page holds it.
pub(super) type Alive = Weak<dyn Fn(&Kept) -> Html>;

#[derive(Properties)]
struct RememberProps {
    draw: Draw,
}

impl PartialEq for RememberProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.draw, &other.draw)
    }
}

#[component]
fn Remember(props: &RememberProps) -> Html {
    (props.draw)(&use_state_eq(Memory::default))
}

/// A part with a memory. The key tells it from its neighbours, all of which are the same component.
pub(super) fn remember(key: impl Into<Key>, draw: impl Fn(&Kept) -> Html + 'static) -> Html {
    drawn(key, Rc::new(draw))
}

/// The same, of what may be the same as before.
pub(super) fn drawn(key: impl Into<Key>, draw: Draw) -> Html {
    let key = key.into();
    yew::html! { <Remember {key} {draw} /> }
}

/// A callback that opens the part, or closes it.
pub(super) fn toggle(kept: &Kept) -> Callback<MouseEvent> {
    let kept = kept.clone();
    Callback::from(move |_| kept.set(Memory { open: !kept.open, ..*kept }))
}
