//! The conditions of a large deal: its sections as a table of contents, each opening its own conditions.

use super::markup::html;
use yew::prelude::*;

use super::conditions::card;
use super::long::{Entry, long, wanted};
use super::memory::{Kept, remember};
use super::scene::Scene;
use crate::deal::{Item, ItemId, Kind, Role};
use crate::picture::strip::{LINES, TALL};

/// A section with more conditions than this is cut into parts.
const PART: usize = 1000;

/// Conditions under one heading.
pub(super) struct Part {
    section: Option<ItemId>,
    /// Which of the section's conditions they are, counted from 0; `None` where they are all.
    from: Option<usize>,
    conditions: Vec<ItemId>,
}

/// The table of contents.
pub(super) fn sections(scene: &Scene) -> Html {
    let (scene, parts) = (scene.clone(), scene.lists.parts(scene, || parts(scene)));
    let chosen = scene.state.selected.as_deref().and_then(|id| scene.deal.find(id));
    let at = chosen.and_then(|chosen| place_of(&scene, &parts, chosen));
    scene.lists.ask(chosen, at.and_then(|at| parts.get(at)).and_then(Part::id));
    remember("sections", move |kept| {
        let (it, kept, all) = (scene.clone(), kept.clone(), parts.clone());
        let draw = move |entry: Entry| {
            let part = all.get(entry.at)?;
            Some(draw_part(&it, &kept, part, all.len() == 1))
        };
        long(&scene, "sections", ("div", "sections", LINES), parts.len(), at, draw)
    })
}

impl Part {
    /// What tells it from others.
    fn id(&self) -> Option<ItemId> {
        self.conditions.first().copied()
    }
}

/// The sections in the order of the document; what has none comes last.
fn parts(scene: &Scene) -> Vec<Part> {
    let first = scene.deal.of_kind(Kind::Section).next().map_or(0, ItemId::index);
    let count = scene.deal.of_kind(Kind::Section).count();
    let mut groups: Vec<Vec<ItemId>> = Vec::new();
    groups.resize_with(count + 1, Vec::new);
    for id in scene.deal.of_kind(Kind::Condition).filter(|id| scene.is_visible(*id)) {
        let section = scene.deal.target(id, Role::Section);
        let at = section.and_then(|section| section.index().checked_sub(first)).unwrap_or(count);
        if let Some(group) = groups.get_mut(at) {
            group.push(id);
        }
    }
    let mut sections = scene.deal.of_kind(Kind::Section);
    let mut parts: Vec<Part> = Vec::new();
    for group in groups {
        let section = sections.next();
        let whole = group.len() <= PART;
        for (at, conditions) in group.chunks(PART).enumerate() {
            let from = (!whole).then_some(at * PART);
            parts.push(Part { section, from, conditions: conditions.to_vec() });
        }
    }
    parts
}

/// The part where the reader finds what was chosen: a condition, what refers to one, or a section.
fn place_of(scene: &Scene, parts: &[Part], chosen: ItemId) -> Option<usize> {
    let about = scene.deal.references(chosen).iter().map(|reference| reference.item);
    let mut candidates = std::iter::once(chosen).chain(about);
    candidates.find_map(|item| {
        parts.iter().position(|part| part.section == Some(item) || part.conditions.binary_search(&item).is_ok())
    })
}

fn draw_part(scene: &Scene, kept: &Kept, part: &Part, only: bool) -> Html {
    let (words, tongue, Some(id)) = (&scene.words().large, &scene.tongue, part.id()) else { return html! {} };
    let title = part.section.and_then(|section| scene.deal.item(section)).map(Item::label);
    let mut title = title.unwrap_or(words.without_section).to_owned();
    if let Some(from) = part.from {
        let number = |count: usize| tongue.format.number(count as f64);
        title = (words.part)(&title, &number(from + 1), &number(from + part.conditions.len()));
    }
    let open = only || scene.lists.is_open(id);
    let turn = {
        let (lists, kept) = (scene.lists.clone(), kept.clone());
        Callback::from(move |_| lists.turn(id, &kept))
    };
    let count = tongue.counted(words.conditions, part.conditions.len());
    let head = html! {
        <button type="button" class="section-head" aria-expanded={open.to_string()} onclick={turn}>
            <span lang={scene.deal_language()}>{ title }</span>{ " " }<small>{ count }</small>
        </button>
    };
    let address = part.section.filter(|_| part.from.is_none()).map(|section| scene.id(section));
    html! {
        <div key={scene.id(id)} data-page={address} tabindex="-1">
            { scene.heading(1, "label", head) }
            <div>{ if open { cards(scene, id, part.conditions.clone()) } else { html! {} } }</div>
        </div>
    }
}

fn cards(scene: &Scene, id: ItemId, conditions: Vec<ItemId>) -> Html {
    let (it, count, chosen) = (scene.clone(), conditions.len(), wanted(scene, &conditions));
    let draw = move |entry: Entry| {
        let id = conditions.get(entry.at)?;
        Some(html! { <div key={it.id(*id)}>{ card(&it, *id) }</div> })
    };
    long(scene, &scene.id(id), ("div", "cards", TALL), count, chosen, draw)
}
