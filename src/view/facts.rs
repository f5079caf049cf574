//! Facts: events in order, figures with their bounds, people and their offices, relations, aims, places, media.

use super::markup::html;
use crate::deal::gather::Gather;
use yew::prelude::*;

use super::conditions::{group, group_at};
use super::long::{Entry, long, wanted};
use super::scene::Scene;
use super::statement::statement;
use crate::deal::{Edtf, Item, ItemId, Kind, Medium, RelationClass, Role, Source};
use crate::picture::strip::{ENTRIES, LINES, WHOLE};
use crate::query::{About, Office, figures, media, people, timeline};
use crate::words::dates;

/// The view.
pub(crate) fn facts(scene: &Scene) -> Html {
    let words = scene.words();
    let aims: Vec<ItemId> = scene.deal.of_kind(Kind::Aim).gather();
    let places: Vec<ItemId> = scene.deal.of_kind(Kind::Place).gather();
    html! {
        <>
            { events(scene) }
            { numbers(scene) }
            { offices(scene) }
            { relations(scene) }
            { group_at(scene, 1, words.aims, &aims) }
            { group_at(scene, 1, words.places, &places) }
            { films(scene) }
        </>
    }
}

fn events(scene: &Scene) -> Html {
    let words = scene.words();
    let line: Vec<(ItemId, Option<Edtf>)> =
        timeline(&scene.deal).into_iter().filter(|(id, _)| scene.is_visible(*id)).gather();
    if line.is_empty() {
        return html! { <section></section> };
    }
    let items: Vec<ItemId> = line.iter().map(|(id, _)| *id).gather();
    let (it, count, chosen) = (scene.clone(), line.len(), wanted(scene, &items));
    let draw = move |entry: Entry| {
        let (id, date) = line.get(entry.at)?;
        Some(draw_event(&it, *id, *date, entry))
    };
    let list = long(scene, "events", ("ol", "track", ENTRIES), count, chosen, draw);
    html! { <section>{ scene.heading(1, "label", words.events) }{ super::timeline::timeline(scene) }{ list }</section> }
}

fn draw_event(scene: &Scene, id: ItemId, date: Option<Edtf>, entry: Entry) -> Html {
    let Some(Item::Event(event)) = scene.deal.item(id) else { return html! {} };
    let words = scene.words();
    let date = date.map(|date| dates::span(&scene.tongue, &date));
    let derived = event.derived.as_deref().map(|rule| (words.derived_date)(rule));
    html! {
        <li class={event.state.word()} key={&event.statement.id} aria-posinset={entry.place} aria-setsize={entry.of}>
            <p class="when">
                <b>{ (words.event_state)(event.state) }</b>
                { format!(" · “{}”", event.printed) }
                { for date.map(|date| html! { <>{ " · " }<time datetime={event.date.as_ref()}>{ date }</time></> }) }
            </p>
            { statement(scene, id) }
            <p class="note">{ derived }</p>
        </li>
    }
}

/// Relations, the four classes apart.
fn relations(scene: &Scene) -> Html {
    let words = scene.words();
    let of_class = |class: RelationClass| -> Vec<ItemId> {
        let fits = |id: &ItemId| matches!(scene.deal.item(*id), Some(Item::Relation(r)) if r.class == class);
        scene.deal.of_kind(Kind::Relation).filter(fits).gather()
    };
    if scene.deal.document().relations.is_empty() {
        return html! { <section></section> };
    }
    html! {
        <section>
            { scene.heading(1, "label", words.relations) }
            <div class="columns">
                { for RelationClass::ALL.iter().map(|class| group(scene, (words.relation_class)(*class), &of_class(*class))) }
            </div>
        </section>
    }
}

fn numbers(scene: &Scene) -> Html {
    let words = scene.words();
    let all = figures(&scene.deal);
    if all.is_empty() {
        return html! { <section></section> };
    }
    let (it, count, chosen) = (scene.clone(), all.len(), wanted(scene, &all));
    let draw = move |entry: Entry| {
        let id = all.get(entry.at)?;
        Some(draw_figure(&it, *id, entry))
    };
    let list = long(scene, "figures", ("ul", "figures", ENTRIES), count, chosen, draw);
    html! { <section>{ scene.heading(1, "label", words.figures) }{ list }</section> }
}

fn draw_figure(scene: &Scene, id: ItemId, entry: Entry) -> Html {
    let Some(Item::Figure(figure)) = scene.deal.item(id) else { return html! {} };
    let words = scene.words();
    let number = scene.tongue.format.number(figure.value);
    html! {
        <li class="entry" key={&figure.statement.id} aria-posinset={entry.place} aria-setsize={entry.of}>
            <p class="figure-value">{ (words.bound)(figure.bound, &number) }{ " " }<small class="kind">{ &figure.unit }</small></p>
            <p class="note">{ (words.party().printed_as)(&format!("“{}”", figure.printed)) }</p>
            { statement(scene, id) }
        </li>
    }
}

fn offices(scene: &Scene) -> Html {
    let (people, words) = (people(&scene.deal), scene.words());
    if people.is_empty() {
        return html! { <section></section> };
    }
    let name = |id: ItemId| scene.deal.item(id).map(Item::label).unwrap_or_default().to_owned();
    if people.len() > WHOLE {
        return html! { <section>{ scene.heading(1, "label", words.people_and_offices) }{ many(scene, &people) }</section> };
    }
    let row = |office: &Office<'_>| {
        html! {
            <tr key={scene.id(office.person)}>
                <th scope="row"><button type="button" class="plain-button" onclick={scene.selects(office.person)}>{ name(office.person) }</button></th>
                <td>{ office.role.map_or_else(|| words.no_office.to_owned(), |role| format!("“{role}”")) }</td>
                <td>{ office.part_of.map(name) }</td>
            </tr>
        }
    };
    html! {
        <section>
            { scene.heading(1, "label", words.people_and_offices) }
            <table>
                <thead><tr><th scope="col">{ words.person }</th><th scope="col">{ words.office }</th><th scope="col">{ words.belongs_to }</th></tr></thead>
                <tbody>{ for people.iter().map(row) }</tbody>
            </table>
        </section>
    }
}

/// Very many people as a list, which can be drawn in part.
fn many(scene: &Scene, people: &[Office<'_>]) -> Html {
    let all: Vec<ItemId> = people.iter().map(|office| office.person).gather();
    let (it, count, chosen) = (scene.clone(), all.len(), wanted(scene, &all));
    let draw = move |entry: Entry| {
        let id = all.get(entry.at).copied();
        let Some((id, Item::Actor(actor))) = id.and_then(|id| Some((id, it.deal.item(id)?))) else { return None };
        let whole =
            it.deal.target(id, Role::PartOf).and_then(|whole| it.deal.item(whole)).map(|it| it.label().to_owned());
        let office = actor.role.as_ref().map_or_else(|| it.words().no_office.to_owned(), |role| format!("“{role}”"));
        let line: Vec<String> = std::iter::once(office).chain(whole).gather();
        Some(html! {
            <li key={&actor.statement.id} aria-posinset={entry.place} aria-setsize={entry.of}>
                <button type="button" class="plain-button" onclick={it.selects(id)}>{ &actor.name }</button>{ " " }
                <small>{ line.join(" · ") }</small>
            </li>
        })
    };
    long(scene, "people", ("ul", "people", LINES), count, chosen, draw)
}

fn films(scene: &Scene) -> Html {
    let words = scene.words();
    let draw = |id: ItemId, medium: &Medium, source: &Source| {
        let said = About::of(&scene.deal, id).remarks;
        html! {
            <li class="entry" key={&medium.id} data-item={&medium.id} tabindex="-1">
                <p class="say">{ format!("“{}”", medium.title) }</p>
                <p class="note">
                    { &source.publisher }
                    { for medium.duration.as_deref().map(|time| format!(" · {}", (words.length)(time))) }
                    { for medium.paragraph.map(|number| format!(" · {}", (words.paragraph)(number))) }
                </p>
                { for said.iter().map(|remark| statement(scene, *remark)) }
            </li>
        }
    };
    let all: Vec<Html> = media(&scene.deal)
        .into_iter()
        .filter_map(|id| match scene.deal.item(id) {
            Some(Item::Medium(medium, source)) => Some(draw(id, medium, source)),
            _ => None,
        })
        .gather();
    if all.is_empty() {
        return html! { <section></section> };
    }
    html! { <section>{ scene.heading(1, "label", words.media) }<ul>{ for all }</ul></section> }
}
