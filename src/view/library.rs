//! A library: a document whose sections lie in files of their own, each a deal by itself that is fetched when it is opened.
//!
//! The document that the host names stays at hand, and so does the part that was last shown: going back fetches nothing.

use std::rc::Rc;

use yew::prelude::*;

use super::long::{Entry, Lists, long, wanted};
use super::markup::html;
use super::scene::{Scene, Shared};
use super::store::{Shown, Store};
use crate::deal::gather::Gather;
use crate::deal::{Deal, Edtf, Item, ItemId, Kind, Section};
use crate::dom::fetch;
use crate::picture::strip::LINES;
use crate::state::{Action, State, View, reduce};
use crate::words::dates;

/// So many parts are named in the brief.
const FEW: usize = 12;

/// A part that is to be shown.
pub(crate) struct Wish {
    /// What is to be looked at in it.
    pub(crate) state: State,
    /// Where it lies, in full.
    pub(crate) address: String,
    /// Whether it was the host who asked for it, or the address of the page at the beginning, and not the reader.
    is_hosts: bool,
}

impl Store {
    /// Does what the reader or the host wants; says whether it changes anything.
    pub(super) fn act(&mut self, action: Action, is_hosts: bool) -> bool {
        let Some(shown) = self.shown.clone() else { return false };
        let mut is_new = is_hosts;
        let action = match action {
            Action::Restore(asked) => {
                if asked.part != shown.part && self.loading && self.wish.is_none() {
                    // Another library is on its way.
                    return false;
                }
                is_new |= self.forgo();
                match self.turn(*asked, &shown, is_hosts) {
                    Some(asked) => Action::Restore(Box::new(asked)),
                    None => return true,
                }
            }
            action => action,
        };
        let state = reduce(&self.state, &action, &shown.deal);
        if state != *self.state {
            self.state = Rc::new(state);
            is_new = true;
        }
        is_new
    }

    /// Lets go of a part that is on its way or could not be had; says whether there was one.
    pub(super) fn forgo(&mut self) -> bool {
        let forgone = self.wish.take().is_some();
        if forgone {
            self.rest();
        }
        forgone
    }

    /// Nothing is on its way, and nothing is wrong.
    fn rest(&mut self) {
        (self.loading, self.read, self.trouble) = (false, None, None);
    }

    /// Turns to another document of the library; gives the state back where it is of the one that is shown.
    fn turn(&mut self, mut asked: State, shown: &Shared<Shown>, is_hosts: bool) -> Option<State> {
        let is_there = |it: &&Shared<Shown>| it.part == asked.part;
        let all = [Some(shown), self.part.as_ref(), self.library.as_ref()];
        let mut there = all.into_iter().flatten().find(is_there).cloned();
        if there.is_none() {
            let library = self.library.clone()?;
            if let Some(address) = asked.part.as_deref().and_then(|part| file(&library.deal, part)) {
                let address = fetch::resolved(address, &library.address);
                self.wish = Some(Shared::new(Wish { state: asked, address, is_hosts }));
                return None;
            }
            // There is no such part: of what was to be looked at in it only the view is left.
            asked = State { view: asked.view, ..State::default() };
            there = Some(library);
        }
        if asked.part == shown.part {
            return Some(asked);
        }
        if let Some(there) = there {
            self.show(there, asked, is_hosts);
        }
        None
    }

    /// Takes what came; says whether anybody wants it.
    pub(super) fn take(&mut self, shown: Shared<Shown>, state: Option<Box<State>>) -> bool {
        if shown.part.is_some() {
            let Some(wish) = self.wish.take().filter(|wish| wish.state.part == shown.part) else { return false };
            self.part = Some(shown.clone());
            self.show(shown, wish.state.clone(), wish.is_hosts);
            return true;
        }
        (self.library, self.part, self.wish) = (Some(shown.clone()), None, None);
        let asked = state.map_or_else(|| (*self.state).clone(), |state| *state);
        if asked.part.is_some() {
            // The library first, and then the part.
            self.show(shown, State::default(), true);
            self.act(Action::Restore(Box::new(asked)), true);
        } else {
            self.show(shown, asked, true);
        }
        for action in std::mem::take(&mut self.waiting) {
            self.act(action, true);
        }
        self.hosts = self.state.clone();
        true
    }

    fn show(&mut self, shown: Shared<Shown>, asked: State, is_hosts: bool) {
        self.rest();
        self.lists = Lists::default();
        self.state = Rc::new(reduce(&State::default(), &Action::Restore(Box::new(asked)), &shown.deal));
        if is_hosts {
            self.hosts = self.state.clone();
        }
        self.preparing = shown.index.is_none().then_some(0);
        self.shown = Some(shown);
    }
}

/// The address of a section's file, as the document has it.
fn file<'d>(deal: &'d Deal, section: &str) -> Option<&'d str> {
    part(deal, deal.find(section)?)?.url.as_deref()
}

/// The section, where it lies in a file of its own.
fn part(deal: &Deal, item: ItemId) -> Option<&Section> {
    match deal.item(item)? {
        Item::Section(section) if section.url.is_some() => Some(section),
        _ => None,
    }
}

/// Whether any section of a deal lies in a file of its own.
pub(super) fn has_parts(deal: &Deal) -> bool {
    deal.of_kind(Kind::Section).any(|id| part(deal, id).is_some())
}

/// The parts of what is shown; a part of a library has none.
pub(super) fn parts(scene: &Scene) -> Vec<ItemId> {
    let is_part = |id: &ItemId| scene.state.part.is_none() && part(&scene.deal, *id).is_some();
    scene.deal.of_kind(Kind::Section).filter(is_part).gather()
}

/// The parts of a library as a table of contents: all, or the first few.
pub(super) fn contents(scene: &Scene, whole: bool) -> Html {
    let (it, words, parts) = (scene.clone(), scene.words().library(), parts(scene));
    let all = parts.len();
    if all == 0 {
        return html! { <section></section> };
    }
    let count = if whole { all } else { all.min(FEW) };
    let chosen = wanted(scene, &parts);
    let draw = move |entry: Entry| {
        let id = *parts.get(entry.at)?;
        let line = line(&it, part(&it.deal, id)?);
        Some(html! { <li key={it.id(id)} aria-posinset={entry.place} aria-setsize={entry.of}>{ line }</li> })
    };
    html! {
        <section class="shelf">
            { scene.heading(1, "label", words.contents) }
            <p class="note">{ words.note }</p>
            { long(scene, "library", ("ul", "roll", LINES), count, chosen, draw) }
            <p>{ for (count < all).then(|| html! {
                <button type="button" class="plain-button" onclick={scene.does(Action::Show(View::Conditions))}>{ scene.tongue.counted(words.all, all) }</button>
            }) }</p>
        </section>
    }
}

/// One part: its title, its date, what it belongs to.
fn line(scene: &Scene, section: &Section) -> Html {
    let date = section.date.as_deref().and_then(Edtf::parse).map(|date| dates::span(&scene.tongue, &date));
    let whole = section.part_of.as_deref().and_then(|id| scene.deal.get(id)).map(|whole| {
        let within = scene.words().library().within;
        within(whole.label())
    });
    let about = date.into_iter().chain(whole).gather().join(", ");
    let state = State { part: Some(section.id.own()), ..State::default() };
    html! {
        <button type="button" data-page={&section.id} onclick={scene.does(Action::Restore(Box::new(state)))}>
            <span class="name" lang={scene.deal_language()} dir="auto">{ &section.title }</span>{ " " }
            <span class="quiet">{ about }</span>
        </button>
    }
}

/// Above a part: the way back to where it stands in its library.
pub(super) fn way_back(scene: &Scene) -> Html {
    let Some(library) = scene.library.as_ref().filter(|_| scene.state.part.is_some()) else {
        return html! { <div></div> };
    };
    let document = library.document();
    let state = State { selected: scene.state.part.clone(), ..State::default() };
    html! {
        <nav class="back" aria-label={scene.landmark(scene.words().library().library)}>
            <button type="button" class="plain-button" lang={&document.language} dir="auto" onclick={scene.does(Action::Restore(Box::new(state)))}>
                <span aria-hidden="true">{ "‹ " }</span>{ &document.title }
            </button>
        </nav>
    }
}
