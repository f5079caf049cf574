//! The network for Gephi, yEd, Cytoscape and the like: `GraphML`, with every field of a statement as data.
//!
//! Statements are nodes, but for relations and links, which are edges from one node to another; so are the parts that
//! actors and other items have in a statement, named by their `part`. Arrows lead from who acts: from a bearer (`by`) to
//! the condition, from the condition to whom it is `for`, `against` or `pressing`. An edge says again how firmly its
//! statement is said, for it may be looked at alone. What is about an edge keeps that in its data, since no edge can end
//! in one.

mod xml;

use super::fields::{Column, Fields, columns};
use crate::deal::{Deal, Item, ItemId, Kind, Reference, Role};
use crate::words::{Tongue, sentence};
use xml::Xml;

const OPENING: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" \
     xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns \
     http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n";

/// Data of nodes and edges that the format has no key for.
const OWN: [&str; 3] = ["label", "list", "part"];

/// What an edge for a part in a statement says of that statement.
const SAID: [&str; 4] = ["voice", "certainty", "hedge", "origin"];

/// The document's own fields, as data of the graph.
const WHOLE: [&str; 5] = ["title", "summary", "language", "asOf", "state"];

pub(super) fn write(deal: &Deal, tongue: &Tongue) -> String {
    let rows = Fields::all(deal, None);
    // The id is the node's or the edge's own.
    let columns = columns(None, &rows).into_iter().filter(|column| column.name() != "id").collect();
    let graph = Graph { deal, tongue, columns };
    let mut xml = Xml::new(OPENING);
    graph.keys(&mut xml);
    let id = deal.document().id.as_str();
    xml.element("graph", &[("id", id), ("edgedefault", "directed")], |xml| {
        graph.whole(xml);
        let statements = || deal.items().filter(|(_, item)| item.statement().is_some()).zip(&rows);
        statements().for_each(|((id, item), row)| graph.node(xml, id, item, row));
        statements().for_each(|((id, item), row)| graph.edges(xml, id, item, row));
    });
    xml.finish("</graphml>\n")
}

struct Graph<'d> {
    deal: &'d Deal,
    tongue: &'d Tongue,
    columns: Vec<Column>,
}

impl Graph<'_> {
    fn keys(&self, xml: &mut Xml) {
        let names = self.columns.iter().map(Column::name);
        for name in OWN.iter().map(|name| (*name).to_owned()).chain(names) {
            xml.void("key", &[("id", &name), ("for", "all"), ("attr.name", &name), ("attr.type", type_of(&name))]);
        }
        for name in WHOLE {
            let id = format!("deal.{name}");
            xml.void("key", &[("id", &id), ("for", "graph"), ("attr.name", name), ("attr.type", "string")]);
        }
    }

    fn whole(&self, xml: &mut Xml) {
        let it = self.deal.document();
        let values = [&it.title, &it.summary, &it.language, &it.as_of, it.state.word()];
        WHOLE.iter().zip(values).for_each(|(name, value)| data(xml, &format!("deal.{name}"), value));
    }

    fn node(&self, xml: &mut Xml, id: ItemId, item: Item<'_>, row: &Fields) {
        if !is_edge(item.kind()) {
            xml.element("node", &[("id", item.id())], |xml| {
                data(xml, "label", &sentence::short(self.tongue, self.deal, id));
                self.fields(xml, row);
            });
        }
    }

    fn edges(&self, xml: &mut Xml, id: ItemId, item: Item<'_>, row: &Fields) {
        match item {
            Item::Relation(it) => self.edge(xml, [&it.from, &it.to], (&it.kind, it.mutual == Some(true)), row, item),
            Item::Link(it) => self.edge(xml, [&it.from, &it.to], (it.kind.word(), false), row, item),
            _ => {
                let references = self.deal.references(id).iter().enumerate();
                references.for_each(|(at, reference)| self.part(xml, (item, at), *reference, row));
            }
        }
    }

    /// A relation or a link. One that holds both ways has an edge back: several readers refuse edges without direction
    /// among others.
    fn edge(&self, xml: &mut Xml, ends: [&str; 2], (label, mutual): (&str, bool), row: &Fields, item: Item<'_>) {
        let [from, to] = ends;
        xml.element("edge", &[("id", item.id()), ("source", from), ("target", to)], |xml| {
            data(xml, "label", label);
            self.fields(xml, row);
        });
        if mutual {
            self.lesser(xml, [&format!("{}.back", item.id()), to, from], [label, "mutual"], row);
        }
    }

    /// The part that one item has in another.
    fn part(&self, xml: &mut Xml, (item, at): (Item<'_>, usize), reference: Reference, row: &Fields) {
        let (Some(other), Some(role)) = (self.deal.item(reference.item), word(reference.role)) else { return };
        if is_edge(other.kind()) || other.statement().is_none() {
            return;
        }
        let acts = matches!(reference.role, Role::By | Role::Of | Role::Actors);
        let (from, to) = if acts { (other.id(), item.id()) } else { (item.id(), other.id()) };
        // A full stop is in no id of a document.
        self.lesser(xml, [&format!("{}.{at}", item.id()), from, to], [role, role], row);
    }

    /// An edge that is no statement of its own, with what its statement must not go without.
    fn lesser(&self, xml: &mut Xml, [id, from, to]: [&str; 3], [label, part]: [&str; 2], row: &Fields) {
        xml.element("edge", &[("id", id), ("source", from), ("target", to)], |xml| {
            data(xml, "label", label);
            data(xml, "part", part);
            for column in self.columns.iter().filter(|column| SAID.contains(&column.name().as_str())) {
                data(xml, &column.name(), &row.cell(column));
            }
        });
    }

    fn fields(&self, xml: &mut Xml, row: &Fields) {
        data(xml, "list", row.kind.list());
        self.columns.iter().for_each(|column| data(xml, &column.name(), &row.cell(column)));
    }
}

/// Nothing for what the document does not say.
fn data(xml: &mut Xml, key: &str, value: &str) {
    if !value.is_empty() {
        xml.line("data", &[("key", key)], value);
    }
}

fn is_edge(kind: Kind) -> bool {
    matches!(kind, Kind::Relation | Kind::Link)
}

fn type_of(name: &str) -> &'static str {
    match name {
        "value" => "double",
        "fulfilment" => "int",
        "named" | "mutual" | "ambiguous" => "boolean",
        _ => "string",
    }
}

/// What an edge for such a part is called; voices, proofs and chapters stand in the data alone.
fn word(role: Role) -> Option<&'static str> {
    match role {
        Role::PartOf => Some("partOf"),
        Role::About => Some("about"),
        Role::By => Some("by"),
        Role::For => Some("for"),
        Role::Against => Some("against"),
        Role::Pressing => Some("pressing"),
        Role::Where => Some("where"),
        Role::Gives => Some("gives"),
        Role::Gets => Some("gets"),
        Role::Of => Some("of"),
        Role::Actors => Some("actors"),
        Role::Between => Some("between"),
        _ => None,
    }
}
