//! Long lists: only what is near the view is drawn, in the flow of the page, which the host scrolls.
//!
//! Before and after the drawn entries stand spaces as tall as what is left out. Their height is an attribute of a
//! drawing, since a policy of the host may forbid styles. One listener serves all lists of an explorer; where every list
//! is short there is none.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::brief::Digest;
use super::casting::{Casting, Roles};
use super::markup::{Markup, html};
use super::memory::{Kept, Memory, remember};
use super::scene::{Scene, Shared};
use super::sections::Part;
use super::store::LARGE;
use crate::deal::gather::Gather;
use crate::deal::{Deal, Few, ItemId};
use crate::dom::later::{next_task, slice};
use crate::dom::listener::Listener;
use crate::dom::sights;
use crate::picture::matrix::{Group, groups};
use crate::picture::strip::{CHUNK, Strip, WHOLE};
use crate::query::{Census, Facets, Filter, ReadBack, SearchIndex, Selection, facets, read_back, select_where};

/// The most entries that one list can hold: beyond some ten million pixels browsers lose their count.
pub(super) const MOST: usize = 20_000;

/// The long lists of an explorer, and what the reader opened in them; clones are the same.
#[derive(Clone, Default, PartialEq)]
pub(crate) struct Lists(Shared<RefCell<Inner>>);

/// The search of a deal, once it is made.
type Index = Option<Shared<SearchIndex>>;

#[derive(Default)]
struct Inner {
    panes: Vec<Pane>,
    listeners: Vec<Listener>,
    /// Counts the changes.
    turn: u32,
    /// Whether it will be looked where the view is.
    due: bool,
    opened: Few<ItemId>,
    /// What the reader had chosen when sections were last drawn.
    asked: Option<ItemId>,
    /// The sections, and of which deal with or without the editor's statements.
    parts: Option<(Deal, bool, Rc<Vec<Part>>)>,
    /// The groups of the matrix, and of which deal with or without the editor's statements.
    groups: Option<(Deal, bool, Rc<Vec<Group>>)>,
    /// The sources read back, and of which deal.
    backs: Option<(Deal, Rc<Vec<Rc<ReadBack>>>)>,
    /// Everyone's double roles, as far as they are found.
    casting: Option<Casting>,
    /// What search and filter left.
    found: Option<Found>,
    /// What filters ask of the statements, once it is worked out, and of which deal.
    census: Option<(Deal, Option<Rc<Census>>)>,
    /// What the brief shows, and of which deal.
    digest: Option<(Deal, Rc<Digest>)>,
}

/// What a search and the switch for the editor's statements leave, and what a filter leaves of that.
struct Found {
    query: String,
    editor: bool,
    index: Index,
    all: Rc<Selection>,
    left: Option<(Filter, Rc<Selection>)>,
    facets: Option<(Filter, Rc<Facets>)>,
}

/// A long list.
struct Pane {
    key: String,
    node: NodeRef,
    strip: Strip,
    kept: Kept,
    /// The entry that was last asked for.
    asked: Option<usize>,
}

/// Where an entry stands in its list, and how many there are, for who cannot see the whole; nothing in a short list.
#[derive(Clone, Default)]
pub(super) struct Entry {
    pub(super) at: usize,
    pub(super) place: Option<String>,
    pub(super) of: Option<String>,
}

/// An element of a list: its name and class.
pub(super) type Shell = (&'static str, &'static str);

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
    if items.len() <= WHOLE {
        return None;
    }
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
    let (tag, class) = shell;
    if count <= WHOLE {
        let all: Vec<Html> = (0..count).filter_map(|at| draw(Entry { at, ..Entry::default() })).gather();
        return Markup::element(tag, class, all);
    }
    let (scene, name) = (scene.clone(), key.to_owned());
    remember(key.to_owned(), move |kept| {
        let shown = count.min(MOST);
        let (node, strip) = scene.lists.pane(&name, shown, wanted, kept);
        let entries = strip.entries();
        let entry = |at: usize| {
            let place = Some((at + 1).to_string());
            draw(Entry { at, place, of: Some(count.to_string()) })
        };
        let (words, tongue) = (&scene.words().large, &scene.tongue);
        let number = |count: usize| tongue.format.number(count as f64);
        let some = !entries.is_empty();
        let printed = some.then(|| (words.printed)(&number(entries.start + 1), &number(entries.end), &number(count)));
        let drawn: Vec<Html> = entries.filter_map(entry).gather();
        html! {
            <div class="long">
                <p class="note">{ tongue.counted(words.in_all, count) }</p>
                <p class="note paper">{ printed }</p>
                { space(strip.before()) }
                <div ref={node}>{ Markup::element(tag, class, drawn) }</div>
                { space(strip.after()) }
                <p class="note">{ (count > shown).then(|| (words.only_first)(&number(shown))) }</p>
            </div>
        }
    })
}

fn space(height: f64) -> Html {
    html! { <svg class="space" width="1" height={height} aria-hidden="true"></svg> }
}

impl Lists {
    /// The sections of a large deal; worked out once.
    pub(super) fn parts(&self, scene: &Scene, make: impl Fn() -> Vec<Part>) -> Rc<Vec<Part>> {
        let mut inner = self.0.borrow_mut();
        match &inner.parts {
            Some((deal, editor, parts)) if *deal == scene.deal && *editor == scene.state.editor => parts.clone(),
            _ => {
                let parts = Rc::new(make());
                inner.parts = Some((scene.deal.clone(), scene.state.editor, parts.clone()));
                parts
            }
        }
    }

    /// The groups of the matrix.
    pub(super) fn groups(&self, scene: &Scene) -> Rc<Vec<Group>> {
        let mut inner = self.0.borrow_mut();
        let same = inner.groups.take().filter(|(deal, editor, _)| *deal == scene.deal && *editor == scene.state.editor);
        let make = || {
            let groups = groups(&scene.deal, &|id| scene.is_visible(id));
            (scene.deal.clone(), scene.state.editor, Rc::new(groups))
        };
        inner.groups.insert(same.unwrap_or_else(make)).2.clone()
    }

    /// The sources read back.
    pub(super) fn backs(&self, deal: &Deal) -> Rc<Vec<Rc<ReadBack>>> {
        let mut inner = self.0.borrow_mut();
        let same = inner.backs.take().filter(|(of, _)| of == deal);
        let make = || (deal.clone(), Rc::new(read_back(deal).into_iter().map(Rc::new).gather()));
        inner.backs.insert(same.unwrap_or_else(make)).1.clone()
    }

    /// Everyone's double roles; `None` while they are still looked for, after which what is kept there is drawn again.
    pub(super) fn roles(&self, deal: &Deal, kept: &Kept) -> Option<Roles> {
        let mut inner = self.0.borrow_mut();
        let same = inner.casting.take().filter(|casting| casting.is_of(deal));
        let casting = inner.casting.insert(same.unwrap_or_else(|| Casting::new(deal.clone())));
        let roles = casting.roles(kept);
        if casting.is_idle() {
            let lists = self.0.weak();
            spawn_local(async move {
                loop {
                    next_task().await;
                    let Some(lists) = lists.upgrade() else { return };
                    let (more, kept) = lists.borrow_mut().casting.as_mut().map(Casting::go_on).unwrap_or_default();
                    if let Some(kept) = kept {
                        kept.set(Memory { turn: kept.turn + 1, ..*kept });
                    }
                    if !more {
                        return;
                    }
                }
            });
        }
        roles
    }

    /// What the brief shows; worked out once.
    pub(super) fn digest(&self, deal: &Deal, make: impl Fn(&Deal) -> Digest) -> Rc<Digest> {
        let mut inner = self.0.borrow_mut();
        let same = inner.digest.take().filter(|(of, _)| of == deal);
        inner.digest.insert(same.unwrap_or_else(|| (deal.clone(), Rc::new(make(deal))))).1.clone()
    }

    /// What search and filter leave; `None` while a large deal is got ready for filters.
    pub(super) fn selection(&self, scene: &Scene) -> Option<Rc<Selection>> {
        let filter = &scene.state.filter;
        if filter.is_empty() {
            return Some(self.found(scene, |found| found.all.clone()));
        }
        let census = self.census(scene)?;
        Some(self.found(scene, |found| {
            let same = found.left.take().filter(|(of, _)| of == filter);
            let make = || (filter.clone(), Rc::new(found.all.narrowed(&census, filter)));
            found.left.insert(same.unwrap_or_else(make)).1.clone()
        }))
    }

    /// What each value of each facet would leave; `None` while a large deal is got ready for that.
    pub(super) fn facets(&self, scene: &Scene) -> Option<Rc<Facets>> {
        let (census, filter) = (self.census(scene)?, &scene.state.filter);
        Some(self.found(scene, |found| {
            let same = found.facets.take().filter(|(of, _)| of == filter);
            let make = || (filter.clone(), Rc::new(facets(&scene.deal, &census, filter, &found.all.items)));
            found.facets.insert(same.unwrap_or_else(make)).1.clone()
        }))
    }

    /// Something of what the search leaves, which is looked for once for all filters.
    fn found<T>(&self, scene: &Scene, ask: impl FnOnce(&mut Found) -> T) -> T {
        let mut inner = self.0.borrow_mut();
        let (state, index) = (&scene.state, &scene.index);
        let same = inner
            .found
            .take()
            .filter(|found| found.query == state.query && found.editor == state.editor && found.index == *index);
        let make = || {
            let visible = |item: ItemId| state.editor || scene.is_visible(item);
            let select = |index: &Shared<SearchIndex>| select_where(&scene.deal, index, &state.query, visible);
            let all = Rc::new(index.as_ref().map(select).unwrap_or_default());
            let (query, editor, index) = (state.query.clone(), state.editor, index.clone());
            Found { query, editor, index, all, left: None, facets: None }
        };
        ask(inner.found.insert(same.unwrap_or_else(make)))
    }

    /// What filters ask of the statements; of a large deal it is worked out in slices, and all is drawn again.
    fn census(&self, scene: &Scene) -> Option<Rc<Census>> {
        let mut inner = self.0.borrow_mut();
        if let Some((_, census)) = inner.census.as_ref().filter(|(deal, _)| *deal == scene.deal) {
            return census.clone();
        }
        let deal = scene.deal.clone();
        let census = (deal.len() <= LARGE).then(|| Rc::new(Census::new(&deal)));
        inner.census = Some((deal.clone(), census.clone()));
        if census.is_none() {
            let (lists, ready) = (self.0.weak(), scene.ready.clone());
            spawn_local(async move {
                next_task().await;
                let mut census = Census::begin(&deal);
                next_task().await;
                // Until it is there, or nobody filters any more.
                let is_wanted = |inner: &Inner| inner.census.as_ref().is_some_and(|(of, _)| *of == deal);
                while slice(|| census.go_on()) {
                    next_task().await;
                    if !lists.upgrade().is_some_and(|lists| is_wanted(&lists.borrow())) {
                        return;
                    }
                }
                let Some(lists) = lists.upgrade() else { return };
                lists.borrow_mut().census = Some((deal, Some(Rc::new(census))));
                ready.emit(());
            });
        }
        census
    }

    /// Nobody filters any more.
    pub(super) fn forget_filters(&self) {
        let mut inner = self.0.borrow_mut();
        inner.census = None;
        if let Some(found) = &mut inner.found {
            found.left = None;
            found.facets = None;
        }
    }

    /// The list of this name as it is to be drawn now.
    fn pane(&self, key: &str, count: usize, wanted: Option<usize>, kept: &Kept) -> (NodeRef, Strip) {
        self.listen();
        let far = self.look_later();
        let mut inner = self.0.borrow_mut();
        let at = inner.panes.iter().position(|pane| pane.key == key).unwrap_or_else(|| {
            let (node, strip) = (NodeRef::default(), Strip::default());
            inner.panes.push(Pane { key: key.to_owned(), node, strip, kept: kept.clone(), asked: None });
            inner.panes.len() - 1
        });
        let Some(pane) = inner.panes.get_mut(at) else { return Default::default() };
        pane.kept = kept.clone();
        pane.strip.fit(count, far);
        if pane.asked != wanted {
            pane.asked = wanted;
            if let Some(entry) = wanted.filter(|entry| *entry < count) {
                pane.strip.show(entry);
            }
        }
        (pane.node.clone(), pane.strip.clone())
    }

    fn listen(&self) {
        let mut inner = self.0.borrow_mut();
        if !inner.listeners.is_empty() {
            return;
        }
        for kind in ["scroll", "resize"] {
            let lists = self.0.weak();
            inner.listeners.extend(sights::on_window(kind, move || look(&lists)));
        }
    }

    /// Looks once what was drawn stands on the page; says whether that was due already, as for all but the first of
    /// lists that come together.
    fn look_later(&self) -> bool {
        let due = std::mem::replace(&mut self.0.borrow_mut().due, true);
        if !due {
            let lists = self.0.weak();
            spawn_local(async move {
                next_task().await;
                look(&lists);
            });
        }
        due
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

/// Draws what has come near the view, and lets go of what is far from it.
fn look(lists: &Weak<RefCell<Inner>>) {
    let Some(lists) = lists.upgrade() else { return };
    let mut inner = lists.borrow_mut();
    inner.due = false;
    let mut turn = inner.turn;
    let mut turned: Vec<Kept> = Vec::new();
    for pane in &mut inner.panes {
        let Some(sight) = pane.node.cast().and_then(|node| sights::of(&node, CHUNK)) else { continue };
        pane.strip.measure(&sight.heights);
        // A window more above and below: what the keyboard comes to next is there already.
        let from = pane.strip.before() - sight.top - sight.window;
        if pane.strip.look(from, from + 3.0 * sight.window) {
            turned.push(pane.kept.clone());
        }
    }
    for kept in &turned {
        turn += 1;
        kept.set(Memory { turn, ..**kept });
    }
    inner.turn = turn;
}
