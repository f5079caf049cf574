//! One actor: what it gives and gets, whom it presses, how it stands to others, what is said of it and left unsaid.

use super::brief::host;
use super::html::Html;
use super::scribe::Scribe;
use super::statement::{home, mention, mentions};
use crate::deal::{Actor, Item, ItemId, Kind, Role, Standing};
use crate::query::{Direction, DoubleRole, Profile};
use crate::words::sentence::names;

/// The actor's entry.
pub(super) fn write(scribe: &Scribe<'_>, html: &mut Html, id: ItemId) {
    let Some(Item::Actor(actor)) = scribe.deal.item(id) else { return };
    let Some(profile) = Profile::of(scribe.deal, id) else { return };
    let head = |html: &mut Html| head(scribe, html, id, actor);
    let lists = |html: &mut Html| html.filled("dl", &[], |html| lists(scribe, html, &profile));
    home(scribe, html, "section", id, head, lists);
}

fn head(scribe: &Scribe<'_>, html: &mut Html, id: ItemId, actor: &Actor) {
    let words = scribe.words;
    let standing = |standing: &Standing| match standing {
        Standing::Pressed => words.pressed_not_party.to_owned(),
        other => (words.standing)(*other).to_owned(),
    };
    let mut notes: Vec<String> = actor.standing.iter().map(standing).collect();
    notes.push((words.actor_kind)(actor.kind).to_owned());
    if actor.named == Some(false) {
        notes.push(words.unnamed.to_owned());
    }
    notes.extend(actor.role.as_ref().map(|role| format!("“{role}”")));
    let whole = names(scribe.tongue, scribe.deal, scribe.deal.targets(id, Role::PartOf));
    if !whole.is_empty() {
        notes.push((words.prose_belongs)(&whole));
    }
    let printed: Vec<String> = actor.names.iter().map(|name| format!("“{name}”")).collect();
    // A name printed just as it is shown needs no saying.
    if actor.names.iter().any(|name| *name != actor.name) {
        notes.push((words.party().printed_as)(&scribe.tongue.format.list(&printed)));
    }
    html.line(scribe.level(3), &[], &actor.name);
    scribe.own(html, "p", "kind", &notes.join(" · "));
}

fn lists(scribe: &Scribe<'_>, html: &mut Html, profile: &Profile) {
    let words = scribe.words;
    let driven: Vec<ItemId> = profile.pressed_to.iter().map(|pressed| pressed.condition).collect();
    // What somebody is only to be pressed to do is not listed among what it is to do.
    let gives: Vec<ItemId> = profile.gives.iter().map(|it| it.condition).filter(|id| !driven.contains(id)).collect();
    let mut returns: Vec<ItemId> = profile.returns.iter().map(|it| it.exchange).collect();
    returns.dedup();
    let presses: Vec<ItemId> = profile.presses.iter().map(|it| it.condition).filter(|id| !gives.contains(id)).collect();
    mentions(scribe, html, words.gives, &gives);
    mentions(scribe, html, words.gets_in_exchange, &returns);
    mentions(scribe, html, words.gets, &profile.gains);
    mentions(scribe, html, words.is_pressed_to, &driven);
    mentions(scribe, html, words.presses, &presses);
    mentions(scribe, html, words.is_target_of, &profile.target_of);
    mentions(scribe, html, words.party().wants, &profile.aims);
    relations(scribe, html, profile);
    double_roles(scribe, html, &profile.double_roles);
    remarks(scribe, html, profile.actor);
    let gaps = scribe.deal.sources_of(profile.actor, Role::About);
    let gaps: Vec<ItemId> = gaps.filter(|id| matches!(scribe.deal.item(*id), Some(Item::Gap(_)))).collect();
    mentions(scribe, html, words.party().unsaid_about, &gaps);
}

/// A relation is at home with the actor that it starts from, and spoken of with the other.
fn relations(scribe: &Scribe<'_>, html: &mut Html, profile: &Profile) {
    if profile.relations.is_empty() {
        return;
    }
    scribe.own(html, "dt", "", scribe.words.party().stands_to_others);
    for end in &profile.relations {
        let starts = scribe.deal.targets(end.relation, Role::RelationFrom).any(|from| from == profile.actor);
        if end.direction == Direction::Out || starts {
            home(scribe, html, "dd", end.relation, |_| {}, |_| {});
        } else {
            html.element("dd", &[], |html| mention(scribe, html, end.relation));
        }
    }
}

fn remarks(scribe: &Scribe<'_>, html: &mut Html, actor: ItemId) {
    let own = scribe.deal.of_kind(Kind::Remark).filter(|id| host(scribe, *id) == Some(actor));
    for (at, remark) in own.enumerate() {
        if at == 0 {
            scribe.own(html, "dt", "", scribe.words.said_of_the_whole);
        }
        home(scribe, html, "dd", remark, |_| {}, |_| {});
    }
}

/// Double roles: a line that names the two parts, and under it the statements that show each.
fn double_roles(scribe: &Scribe<'_>, html: &mut Html, roles: &[DoubleRole]) {
    let words = scribe.words;
    if !roles.is_empty() {
        scribe.own(html, "dt", "", words.double_roles);
    }
    for role in roles {
        html.element("dd", &[], |html| {
            let line = (words.party().double_role)(role, &|id| scribe.label(id).to_owned());
            scribe.own(html, "p", "kind", &line);
            html.element("ul", &[], |html| {
                for item in shown_by(role) {
                    html.element("li", &[], |html| mention(scribe, html, item));
                }
            });
        });
    }
}

/// The items that show a double role, one part after the other.
fn shown_by(role: &DoubleRole) -> Vec<ItemId> {
    let proofs = role.sides().into_iter().flatten();
    let mut items: Vec<ItemId> = proofs.flat_map(|proof| [Some(proof.item), proof.link]).flatten().collect();
    items.dedup();
    items
}
