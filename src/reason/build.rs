//! Building a scenario: from the deal to the verdicts as reported, stage by stage.

use std::rc::Rc;

use super::circles::{self, Numbers};
use super::graph::{Graph, Node};
use super::scenario::Scenario;
use super::spread::{Beginning, Spread};
use crate::deal::gather::Gather;
use crate::deal::pace::Pace;
use crate::deal::{Deal, ItemId, Kind};

/// A scenario that is being built.
pub(crate) struct Building {
    deal: Deal,
    editor: bool,
    stage: u8,
    /// The next link to be looked at.
    link: u32,
    graph: Graph,
    numbers: Numbers,
    spread: Option<(Spread, Beginning)>,
}

impl Building {
    /// Nothing is done yet. Without the editor's links, no conclusion stands on one.
    pub(crate) fn of(deal: &Deal, editor: bool) -> Self {
        let (graph, numbers) = (Graph::default(), Numbers::default());
        let link = deal.range(Kind::Link).start;
        Self { deal: deal.clone(), editor, stage: 0, link, graph, numbers, spread: None }
    }

    /// Goes on; gives the scenario once it is built. What is no loop here is a pass through all that there is.
    pub(crate) fn go_on(&mut self, pace: &Pace) -> Option<Scenario> {
        let Self { deal, editor, graph, numbers, .. } = self;
        while pace.lasts() {
            match self.stage {
                0 => *graph = Graph::begun(deal, *editor),
                1 => {
                    let end = deal.range(Kind::Link).end;
                    while self.link < end {
                        if !pace.step() {
                            return None;
                        }
                        graph.add_link(deal, ItemId(self.link), *editor);
                        self.link += 1;
                    }
                }
                2 => graph.add_doubts(deal, *editor),
                3 => graph.note_into(),
                4 => {
                    graph.sort();
                    if !circles::matter(graph) {
                        self.stage = 6;
                    }
                    *numbers = Numbers::of(graph.len());
                }
                5 => {
                    if !circles::number(graph, numbers, pace) {
                        return None;
                    }
                }
                6 => circles::take(graph, numbers),
                7 => {
                    let spread = Spread::new(Rc::new(std::mem::take(graph)));
                    let beginning = spread.beginning();
                    self.spread = Some((spread, beginning));
                }
                _ => {
                    let (spread, beginning) = self.spread.as_mut()?;
                    if !spread.begin(beginning, pace) {
                        return None;
                    }
                    let (spread, _) = self.spread.take()?;
                    let mut reported = Vec::with_capacity(spread.graph.len());
                    (0..spread.graph.len() as Node).map(|node| spread.verdict(node)).add_to(&mut reported);
                    pace.pay(reported.len());
                    return Some(Scenario::of(deal.clone(), spread, reported.into()));
                }
            }
            self.stage += 1;
            if self.stage != 2 && self.stage != 6 {
                pace.pay(graph.len().max(graph.edges.len()));
            }
        }
        None
    }
}
