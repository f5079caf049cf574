//! An article with the deal's words found in it, and which of them a pointer, a focus or an eye is on.

use crate::deal::gather::Gather;
use web_sys::{Node, Range};

use super::near::Place;
use super::{Article, sight};
use crate::deal::Deal;
use crate::query::{self, Passages, Silences, passages, silences};

/// The article, what was found in it, and the page's range of each passage.
pub(crate) struct Held {
    pub(crate) article: Article,
    pub(crate) passages: Passages,
    pub(crate) silences: Option<Silences>,
    ranges: Vec<Option<Range>>,
}

impl Held {
    /// Holds the deal against an article; `coverage` asks for the sentences without a statement, too.
    pub(crate) fn new(article: Article, deal: &Deal, coverage: bool) -> Option<Self> {
        let passages = passages(deal, &article.blocks)?;
        let silences = coverage.then(|| silences(&article.blocks, &passages));
        let ranges = passages.found.iter().map(|passage| article.range(&passage.place)).gather();
        Some(Self { article, passages, silences, ranges })
    }

    /// The ranges of some passages.
    pub(crate) fn ranges(&self, passages: &[usize]) -> Vec<Range> {
        passages.iter().filter_map(|at| self.ranges.get(*at)?.clone()).gather()
    }

    /// The elements that passages stand in, in the article's order, each with their ranges.
    pub(crate) fn places(&self) -> Vec<Place> {
        let mut places: Vec<Place> = Vec::new();
        for (passage, range) in self.passages.found.iter().zip(&self.ranges) {
            let (Some(block), Some(range)) = (self.article.blocks.get(passage.place.block), range) else { continue };
            match places.last_mut().filter(|(element, _)| *element == block.element) {
                Some((_, ranges)) => ranges.push(range.clone()),
                None => places.push((block.element.clone(), vec![range.clone()])),
            }
        }
        places
    }

    /// The words at a place, as they stand.
    pub(crate) fn words(&self, place: &query::Place) -> String {
        self.article.range(place).map(|range| String::from(range.to_string())).unwrap_or_default()
    }

    /// The passages under a point of the window, in the element that is there. No look-up of the caret: that gives the
    /// nearest text, also beside it, and fails in shadow trees.
    pub(super) fn at(&self, target: &Node, x: f64, y: f64) -> Vec<usize> {
        self.where_(|at, range| {
            let block = self.passages.found.get(at).and_then(|passage| self.article.blocks.get(passage.place.block));
            block.is_some_and(|block| block.element.contains(Some(target))) && covers(range, x, y)
        })
    }

    /// The passages that share text with a node.
    pub(super) fn touching(&self, node: &Node) -> Vec<usize> {
        self.where_(|_, range| range.intersects_node(node).unwrap_or_default())
    }

    /// The last passage in view that begins in the upper third of the window.
    pub(super) fn at_reading_position(&self) -> Vec<usize> {
        let line = sight::height() / 3.0;
        let mut last: Option<(usize, f64)> = None;
        for (at, range) in self.ranges.iter().enumerate() {
            let Some(place) = range.as_ref().map(Range::get_bounding_client_rect) else { continue };
            let fits = place.height() > 0.0 && place.bottom() > 0.0 && place.top() <= line;
            if fits && last.is_none_or(|(_, top)| top <= place.top()) {
                last = Some((at, place.top()));
            }
        }
        last.into_iter().map(|(at, _)| at).gather()
    }

    fn where_(&self, fits: impl Fn(usize, &Range) -> bool) -> Vec<usize> {
        let all = self.ranges.iter().enumerate();
        all.filter_map(|(at, range)| range.as_ref().filter(|range| fits(at, range)).map(|_| at)).gather()
    }
}

fn covers(range: &Range, x: f64, y: f64) -> bool {
    let Some(lines) = range.get_client_rects() else { return false };
    (0..lines.length())
        .filter_map(|at| lines.item(at))
        .any(|line| (line.left()..line.right()).contains(&x) && (line.top()..line.bottom()).contains(&y))
}
