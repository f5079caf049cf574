//! Long lists: only what is near the view is drawn, in the flow of the page, which the host scrolls. Of a shorter one of
//! tall entries the first are drawn at once, and the others one after the other in later tasks, until all are there.
//!
//! Before and after the drawn entries stand spaces as tall as what is left out. Their height is an attribute of a
//! drawing, since a policy of the host may forbid styles. One listener serves all lists of an explorer; where every list
//! is short there is none. A chunk that is drawn stays as it is while others come and go.

use std::cell::RefCell;
use std::ops::Range;
use std::rc::{Rc, Weak};

use wasm_bindgen_futures::spawn_local;
use web_sys::Element;
use yew::prelude::*;

use super::brief::Digest;
use super::markup::{Markup, html};
use super::memory::{Alive, Draw, Kept, Memory, drawn, remember};
use super::scene::{Scene, Shared};
use super::worked_out::Work;
use crate::deal::gather::Gather;
use crate::deal::{Deal, Few, ItemId};
use crate::dom::later::{after, next_task};
use crate::dom::listener::Listener;
use crate::dom::{place, sights};
use crate::picture::strip::{Cut, LINES, Strip};
use crate::state::View;

/// So long after a change, in milliseconds, what is near the view is drawn ahead.
const REST: i32 = 1000;

/// The most entries that one list can hold: beyond some ten million pixels browsers lose their count.
pub(super) const MOST: usize = 20_000;

/// The long lists of an explorer, and what the reader opened in them; clones are the same.
#[derive(Clone, Default, PartialEq)]
pub(crate) struct Lists(pub(super) Shared<RefCell<Inner>>);

#[derive(Default)]
pub(super) struct Inner {
    panes: Vec<Pane>,
    listeners: Vec<Listener>,
    /// Counts the changes.
    turn: u32,
    /// Whether it will be looked where the view is.
    due: bool,
    /// Counts how often that was to be looked for.
    looks: u32,
    /// What the brief shows, and of which deal.
    digest: Option<(Deal, Rc<Digest>)>,
    /// What draws the view, and of which deal.
    view: Option<(Deal, View, Alive)>,
    opened: Few<ItemId>,
    /// What the reader had chosen when sections were last drawn.
    asked: Option<ItemId>,
    /// What else was worked out of the deal.
    pub(super) kept: Option<Box<dyn Work>>,
}

/// A long list.
struct Pane {
    key: String,
    node: NodeRef,
    strip: Strip,
    kept: Kept,
    /// The entry that was last asked for.
    asked: Option<usize>,
    /// What takes the focus once the list reaches it, or is at rest around it: what the reader chose.
    awaited: Option<String>,
}

/// Where an entry stands in its list, and how many there are, for who cannot see the whole; nothing in a short list.
#[derive(Clone, Default)]
pub(super) struct Entry {
    pub(super) at: usize,
    pub(super) place: Option<String>,
    pub(super) of: Option<String>,
}

/// An element of a list: its name and class, and how the list is cut.
pub(super) type Shell = (&'static str, &'static str, Cut);

/// A list of `count` entries in an element; `wanted` is the entry that the reader chose, which is always drawn.
pub(super) fn long(
    scene: &Scene,
    key: &str,
    shell: Shell,
    count: usize,
    wanted: Option<usize>,
    draw: impl Fn(Entry) -> Option<Html> + 'static,
) -> Html {
    listed(scene, key, shell, count, wanted, Rc::new(draw))
}

/// The place of the chosen item, or of what it is about, among these.
pub(super) fn wanted(scene: &Scene, items: &[ItemId]) -> Option<usize> {
    let deal = &scene.deal;
    let chosen = deal.find(scene.state.selected.as_deref()?)?;
    let about = deal.references(chosen).iter().map(|reference| reference.item);
    std::iter::once(chosen).chain(about).find_map(|item| items.iter().position(|other| *other == item))
}

#[inline(never)]
fn listed(
    scene: &Scene,
    key: &str,
    shell: Shell,
    count: usize,
    wanted: Option<usize>,
    draw: Rc<dyn Fn(Entry) -> Option<Html>>,
) -> Html {
    let (tag, class, cut) = shell;
    let whole = count <= cut.whole;
    // What a search found stays one element, however little it is: the next letter changes what is in it.
    if cut.whole > 0 && (count <= cut.begin * cut.chunk || (whole && cut == LINES)) {
        let all: Vec<Html> = (0..count).filter_map(|at| draw(Entry { at, ..Entry::default() })).gather();
        return Markup::element(tag, class, all);
    }
    let (scene, name) = (scene.clone(), key.to_owned());
    let chunks: RefCell<Vec<(usize, Draw)>> = RefCell::default();
    remember(key.to_owned(), move |kept| {
        let shown = count.min(MOST);
        let (node, strip) = scene.lists.pane(&name, (shown, cut), wanted, scene.state.selected.as_deref(), kept);
        let alive = strip.chunks();
        let mut chunks = chunks.borrow_mut();
        chunks.retain(|(at, _)| alive.contains(at));
        let mut content: Vec<Html> = Vec::new();
        for at in alive {
            let known = chunks.iter().find(|(chunk, _)| *chunk == at).map(|(_, draw)| draw.clone());
            let draw = known.unwrap_or_else(|| {
                let made = entries(strip.entries_of(at), (!whole).then_some(count), draw.clone());
                chunks.push((at, made.clone()));
                made
            });
            content.push(drawn(at.to_string(), draw));
        }
        let list = Markup::referred(tag, class, node, content);
        if whole {
            return list;
        }
        let entries = strip.entries();
        let (words, tongue) = (&scene.words().large, &scene.tongue);
        let number = |count: usize| tongue.format.number(count as f64);
        let some = !entries.is_empty() && entries.len() < count;
        let printed = some.then(|| (words.printed)(&number(entries.start + 1), &number(entries.end), &number(count)));
        html! {
            <div class="long">
                <p class="note">{ (!cut.told).then(|| tongue.counted(words.in_all, count)) }</p>
                <p class="note paper">{ printed }</p>
                { space(strip.before()) }
                { list }
                { space(strip.after()) }
                <p class="note">{ (count > shown).then(|| (words.only_first)(&number(shown))) }</p>
            </div>
        }
    })
}

/// A chunk: these entries, of so many where they are told.
fn entries(range: Range<usize>, count: Option<usize>, draw: Rc<dyn Fn(Entry) -> Option<Html>>) -> Draw {
    Rc::new(move |_| {
        let entry = |at: usize| {
            let place = count.map(|_| (at + 1).to_string());
            draw(Entry { at, place, of: count.map(|count| count.to_string()) })
        };
        let all: Vec<Html> = range.clone().filter_map(entry).gather();
        html! { <>{ for all }</> }
    })
}

fn space(height: f64) -> Html {
    html! { <svg class="space" width="1" height={height} aria-hidden="true"></svg> }
}

impl Lists {
    /// The list of this name, of so many entries, as it is to be drawn now. Nothing may come later above what the reader
    /// chose, which would move.
    fn pane(
        &self,
        key: &str,
        (count, cut): (usize, Cut),
        wanted: Option<usize>,
        chosen: Option<&str>,
        kept: &Kept,
    ) -> (NodeRef, Strip) {
        self.listen();
        let far = self.look_later();
        let mut inner = self.0.borrow_mut();
        let at = inner.panes.iter().position(|pane| pane.key == key).unwrap_or_else(|| {
            let (node, strip) = (NodeRef::default(), Strip::default());
            inner.panes.push(Pane { key: key.to_owned(), node, strip, kept: kept.clone(), asked: None, awaited: None });
            inner.panes.len() - 1
        });
        let Some(pane) = inner.panes.get_mut(at) else { return Default::default() };
        pane.kept = kept.clone();
        if pane.strip.is_whole() && pane.node.get().is_none() {
            pane.strip = Strip::default();
        }
        pane.strip.fit(count, cut, far);
        let mut comes = false;
        if pane.strip.is_whole() {
            match wanted {
                _ if chosen.is_none() => {}
                Some(entry) => pane.strip.reach(entry),
                None => pane.strip.finish(),
            }
        } else if pane.asked != wanted {
            pane.asked = wanted;
            if let Some(entry) = wanted.filter(|entry| *entry < count) {
                comes = pane.strip.show(entry);
            }
        }
        let drawn = (pane.node.clone(), pane.strip.clone());
        comes |= drawn.1.is_reaching();
        if comes || pane.awaited.as_deref() != chosen {
            pane.awaited = chosen.filter(|_| comes).map(str::to_owned);
        }
        drawn
    }

    fn listen(&self) {
        let mut inner = self.0.borrow_mut();
        if !inner.listeners.is_empty() {
            return;
        }
        for kind in ["scroll", "resize"] {
            let lists = self.0.weak();
            inner.listeners.extend(sights::on_window(kind, move || look(&lists, true)));
        }
        let lists = self.0.weak();
        inner.listeners.extend(sights::on_window("beforeprint", move || print(&lists)));
    }

    /// Looks once what was drawn stands on the page; says whether that was due already, as for all but the first of
    /// lists that come together.
    fn look_later(&self) -> bool {
        let due = std::mem::replace(&mut self.0.borrow_mut().due, true);
        if !due {
            let mut inner = self.0.borrow_mut();
            inner.looks = inner.looks.wrapping_add(1);
            let (looks, lists) = (inner.looks, self.0.weak());
            spawn_local(async move {
                next_task().await;
                look(&lists, false);
                after(REST).await;
                if lists.upgrade().is_some_and(|lists| lists.borrow().looks == looks) {
                    look(&lists, true);
                }
            });
        }
        due
    }

    /// What the brief of the deal shows; worked out once.
    pub(super) fn digest(&self, deal: &Deal) -> Rc<Digest> {
        let mut inner = self.0.borrow_mut();
        let same = inner.digest.take().filter(|(of, _)| of == deal);
        inner.digest.insert(same.unwrap_or_else(|| (deal.clone(), Rc::new(Digest::of(deal))))).1.clone()
    }

    /// What draws the view from now on.
    pub(super) fn hold(&self, scene: &Scene, content: fn(&Scene) -> Html) -> Draw {
        let it = scene.clone();
        let draw: Draw = Rc::new(move |_| content(&it));
        self.0.borrow_mut().view = Some((scene.deal.clone(), scene.state.view, Rc::downgrade(&draw)));
        draw
    }

    /// What drew the view before a search took its place.
    pub(super) fn view(&self, scene: &Scene) -> Option<Draw> {
        let inner = self.0.borrow();
        let (_, _, draw) =
            inner.view.as_ref().filter(|(deal, view, _)| (deal, *view) == (&scene.deal, scene.state.view))?;
        draw.upgrade()
    }

    /// Whether the section is open; it opens where the reader comes to something in it.
    pub(super) fn is_open(&self, section: ItemId) -> bool {
        self.0.borrow().opened.contains(&section)
    }

    /// Opens the section of what the reader chose, once.
    pub(super) fn ask(&self, chosen: Option<ItemId>, section: Option<ItemId>) {
        let mut inner = self.0.borrow_mut();
        if inner.asked != chosen {
            inner.asked = chosen;
            inner.opened.extend(section);
        }
    }

    /// Opens a section, or closes it, and has what is kept there drawn again.
    pub(super) fn turn(&self, section: ItemId, kept: &Kept) {
        let mut inner = self.0.borrow_mut();
        if !inner.opened.remove(&section) {
            inner.opened.insert(section);
        }
        inner.turn += 1;
        let turn = inner.turn;
        drop(inner);
        kept.set(Memory { turn, ..**kept });
    }
}

/// Draws what has come near the view, and lets go of what is far from it; and a little more of a list that is drawn whole
/// in the end, one list after the other, so that nothing moves that is in view.
fn look(lists: &Weak<RefCell<Inner>>, rests: bool) {
    let Some(lists) = lists.upgrade() else { return };
    let mut inner = lists.borrow_mut();
    inner.due = false;
    let mut grown = false;
    let mut turned: Vec<Kept> = Vec::new();
    let mut there: Vec<(Element, String)> = Vec::new();
    for pane in inner.panes.iter_mut().filter(|pane| is_out(&pane.node)) {
        if pane.strip.is_whole() {
            if !pane.strip.is_reaching() {
                there.extend(pane.node.cast().zip(pane.awaited.take()));
            }
            if !grown && pane.strip.grow() {
                grown = true;
                turned.push(pane.kept.clone());
            }
            continue;
        }
        let Some(sight) = pane.node.cast().and_then(|node| sights::of(&node, pane.strip.chunk())) else { continue };
        pane.strip.measure(&sight.heights);
        // More than is seen, above and below: what the keyboard comes to next is there already.
        if pane.strip.view(pane.strip.before() - sight.top, sight.window, rests) {
            turned.push(pane.kept.clone());
        } else {
            // What was drawn above has moved it in browsers that hold nothing in its place.
            there.extend(pane.node.cast().zip(pane.awaited.take()));
        }
    }
    inner.turn(&turned);
    drop(inner);
    for (list, id) in there {
        place::focus(&list, &format!("[data-page='{id}'], [data-item='{id}']"));
    }
}

/// Whether a list is on the page, and not in a view that a search took the place of.
fn is_out(list: &NodeRef) -> bool {
    list.cast::<Element>().is_some_and(|list| list.closest("[hidden]").is_ok_and(|hidden| hidden.is_none()))
}

/// Draws all of what is printed whole: it may be printed before it is drawn.
fn print(lists: &Weak<RefCell<Inner>>) {
    let Some(lists) = lists.upgrade() else { return };
    let mut inner = lists.borrow_mut();
    let mut turned: Vec<Kept> = Vec::new();
    for pane in &mut inner.panes {
        if pane.strip.prints_whole() && is_out(&pane.node) {
            pane.strip.finish();
            turned.push(pane.kept.clone());
        }
    }
    inner.turn(&turned);
}

impl Inner {
    /// Has these drawn again.
    fn turn(&mut self, all: &[Kept]) {
        for kept in all {
            self.turn += 1;
            kept.set(Memory { turn: self.turn, ..**kept });
        }
    }
}
