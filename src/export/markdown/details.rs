//! What a statement says of others, one line each: who is to do what for whom, what hangs on what, when, how much.

use crate::deal::{Actor, Condition, Deal, Edtf, Event, Figure, Item, ItemId, Role, Text, WHOLE_DEAL};
use crate::query::{ConditionSlot, Fill, SlotName, slots};
use crate::words::{Tongue, dates, sentence};

pub(super) fn of(deal: &Deal, tongue: &Tongue, id: ItemId, item: Item<'_>) -> Vec<String> {
    let (told, words) = (Told { deal, tongue, id }, tongue.words);
    match item {
        Item::Actor(actor) => vec![told.actor(actor)],
        Item::Place(_) => told.whole().into_iter().collect(),
        Item::Condition(condition) => told.condition(condition),
        Item::Exchange(it) => {
            let tie = it.words.as_deref().map_or_else(|| words.in_exchange_for.to_owned(), |it| format!("“{it}”"));
            let ends = [told.names(Role::Gives), tie, told.names(Role::Gets)].join(" — ");
            vec![ends + &told.readings(it.ambiguous)]
        }
        Item::Link(it) => {
            let said = it.words.as_ref().map(|words| format!(" (“{words}”)")).unwrap_or_default();
            let kind = (words.link)(it.kind);
            let ends = format!("{} → {kind}{said} → {}", told.names(Role::LinkFrom), told.names(Role::LinkTo));
            vec![ends + &told.readings(it.ambiguous)]
        }
        Item::Relation(it) => {
            let arrow = if it.mutual == Some(true) { "↔" } else { "→" };
            let (from, to) = (told.names(Role::RelationFrom), told.names(Role::RelationTo));
            vec![format!("{from} {arrow} {to} · {} ({})", (words.relation_class)(it.class), it.kind)]
        }
        Item::Aim(_) => vec![told.names(Role::Of)],
        Item::Tension(_) => vec![told.names(Role::Between)],
        Item::Doubt(it) => vec![told.about(&it.about)],
        Item::Gap(it) => vec![told.about(std::slice::from_ref(&it.about))],
        Item::Remark(it) => vec![told.about(&it.about)],
        Item::Figure(it) => vec![told.figure(it), told.about(&it.about)],
        Item::Event(it) => told.event(it),
        Item::Source(_) | Item::Medium(..) | Item::Section(_) => Vec::new(),
    }
    .into_iter()
    .filter(|line| !line.is_empty())
    .collect()
}

struct Told<'d> {
    deal: &'d Deal,
    tongue: &'d Tongue,
    id: ItemId,
}

impl Told<'_> {
    fn names(&self, role: Role) -> String {
        self.listed(self.deal.targets(self.id, role))
    }

    fn listed(&self, items: impl Iterator<Item = ItemId>) -> String {
        items.map(|id| sentence::listed(self.tongue, self.deal, id)).collect::<Vec<_>>().join("; ")
    }

    fn about(&self, about: &[Text]) -> String {
        let words = self.tongue.words;
        let whole = about.iter().any(|id| id == WHOLE_DEAL).then(|| words.about_the_deal.to_owned());
        let names = Some(self.names(Role::About)).filter(|names| !names.is_empty());
        let all: Vec<String> = whole.into_iter().chain(names).collect();
        if all.is_empty() { String::new() } else { (words.about)(&all.join("; ")) }
    }

    fn readings(&self, ambiguous: Option<bool>) -> String {
        if ambiguous == Some(true) { format!(" · {}", self.tongue.words.two_readings) } else { String::new() }
    }

    fn whole(&self) -> Option<String> {
        let whole = self.names(Role::PartOf);
        (!whole.is_empty()).then(|| (self.tongue.words.prose_belongs)(&whole))
    }

    fn actor(&self, actor: &Actor) -> String {
        let words = self.tongue.words;
        let mut parts: Vec<String> = actor.standing.iter().map(|it| (words.standing)(*it).to_owned()).collect();
        parts.push((words.actor_kind)(actor.kind).to_owned());
        parts.extend((actor.named == Some(false)).then(|| words.unnamed.to_owned()));
        parts.extend(actor.role.as_ref().map(|role| format!("“{role}”")));
        parts.extend(self.whole());
        let printed: Vec<String> = actor.names.iter().map(|name| format!("“{name}”")).collect();
        parts.extend((!printed.is_empty()).then(|| (words.party().printed_as)(&self.tongue.format.list(&printed))));
        parts.join(" · ")
    }

    /// Each question to a condition that the source answers, and in one line those that it does not.
    fn condition(&self, condition: &Condition) -> Vec<String> {
        let words = self.tongue.words;
        let slots = slots(self.deal, self.id).into_iter().flatten();
        let (open, filled): (Vec<_>, Vec<_>) = slots.partition(|slot| slot.fill == Fill::Unsaid);
        let mut lines: Vec<String> = filled.iter().filter_map(|slot| self.slot(slot)).collect();
        let pressing = self.names(Role::Pressing);
        lines.extend((!pressing.is_empty()).then(|| format!("{}: {pressing}", words.presses)));
        lines.extend(condition.fulfilment.map(|level| (words.terms().fulfilment)(level).to_owned()));
        let section = condition.section.as_ref().and_then(|id| self.deal.get(id));
        lines.extend(section.map(|section| (words.prose_belongs)(section.label())));
        let open: Vec<&str> = open.iter().map(|slot| (words.prose_slot)(slot.name)).collect();
        lines.extend((!open.is_empty()).then(|| format!("{}: {}", words.article_does_not_say, open.join(", "))));
        lines
    }

    /// Who is to do what stands before the text already.
    fn slot(&self, slot: &ConditionSlot<'_>) -> Option<String> {
        let words = self.tongue.words;
        if matches!(slot.name, SlotName::Bearer | SlotName::Act) {
            return None;
        }
        let name = (words.terms().slot)(slot.name);
        let fill = match &slot.fill {
            Fill::Items(items) => self.listed(items.iter().copied()),
            Fill::Words(text) => format!("“{text}”"),
            Fill::Agreed(agreed) => (words.agreed)(*agreed).to_owned(),
            Fill::Unsaid => return None,
        };
        Some(format!("{name}: {fill}"))
    }

    fn figure(&self, figure: &Figure) -> String {
        let number = (self.tongue.words.bound)(figure.bound, &self.tongue.format.number(figure.value));
        format!("{number} {} · “{}”", figure.unit, figure.printed)
    }

    fn event(&self, event: &Event) -> Vec<String> {
        let words = self.tongue.words;
        let said = |date: &Text| Edtf::parse(date).map_or_else(|| date.own(), |it| dates::span(self.tongue, &it));
        let mut when = vec![(words.event_state)(event.state).to_owned(), format!("“{}”", event.printed)];
        when.extend(event.date.as_ref().map(said));
        let mut lines = vec![when.join(" · ")];
        lines.extend(event.derived.as_ref().map(|rule| (words.derived_date)(rule)));
        lines.push(self.names(Role::Actors));
        let place = self.names(Role::Where);
        lines.extend((!place.is_empty()).then(|| (words.in_place)(&place)));
        lines
    }
}
