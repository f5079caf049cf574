//! What the reader points at in the article. The host's own use of every event stays as it is.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, MouseEvent, Node};

use super::held::Held;
use crate::dom::listener::Listener;

/// What takes clicks of its own.
const CONTROLS: &str = "a[href], button, input, select, textarea, label, summary, audio, video, [role=button], \
                        [role=link], [contenteditable], deal-explorer";

/// How the reader came to passages.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Pointed {
    /// The pointer or the host's own focus is on them; on none: it left.
    Over(Vec<usize>),
    /// They were clicked or tapped.
    Chosen(Vec<usize>),
    /// The reading position is at them.
    Read(Vec<usize>),
}

/// Listens on the article as long as the listeners live; to the reading position only where it is to be followed.
pub(crate) fn listen<H: std::ops::Deref<Target = Held> + 'static>(
    held: H,
    follow: bool,
    tell: impl Fn(Pointed) + 'static,
) -> Vec<Listener> {
    let (held, tell) = (Rc::new(held), Rc::new(tell));
    let on = |kind: &'static str, act: fn(&Held, &Event) -> Option<Pointed>| {
        let (article, tell) = (held.clone(), tell.clone());
        Listener::new(&held.article.root, kind, move |event| {
            if let Some(pointed) = act(&article, &event) {
                tell(pointed);
            }
        })
    };
    let mut listeners = vec![
        on("mousemove", over),
        on("mouseleave", |_, _| Some(Pointed::Over(Vec::new()))),
        on("click", chosen),
        on("focusin", focused),
    ];
    if let Some(document) = held.article.root.owner_document().filter(|_| follow) {
        // Boxes that scroll by themselves tell nobody outside.
        listeners.push(Listener::within(&document, "scroll", move |_| tell(Pointed::Read(held.at_reading_position()))));
    }
    listeners
}

fn over(held: &Held, event: &Event) -> Option<Pointed> {
    let event = event.dyn_ref::<MouseEvent>()?;
    // With a button down the reader selects text.
    (event.buttons() == 0).then(|| Pointed::Over(under(held, event)))
}

fn chosen(held: &Held, event: &Event) -> Option<Pointed> {
    let event = event.dyn_ref::<MouseEvent>()?;
    let target: Element = event.target()?.dyn_into().ok()?;
    let selects = web_sys::window()?.get_selection().ok()?.is_some_and(|selection| !selection.is_collapsed());
    if selects || target.closest(CONTROLS).ok()?.is_some() {
        return None;
    }
    Some(Pointed::Chosen(under(held, event))).filter(|pointed| *pointed != Pointed::Chosen(Vec::new()))
}

fn focused(held: &Held, event: &Event) -> Option<Pointed> {
    let target: Node = event.target()?.dyn_into().ok()?;
    Some(Pointed::Over(held.touching(&target)))
}

fn under(held: &Held, event: &MouseEvent) -> Vec<usize> {
    let target = event.target().and_then(|target| target.dyn_into::<Node>().ok());
    target.map(|target| held.at(&target, event.client_x().into(), event.client_y().into())).unwrap_or_default()
}
