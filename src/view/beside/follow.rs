//! Keeping the article beside the explorer as long as both are there.

use yew::prelude::*;

use super::{Beside, Move};
use crate::deal::{Deal, Few};
use crate::view::rest::{Key, doors};

/// What the host says of its article.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Wanted {
    /// The selector of the article.
    pub(crate) selector: String,
    /// Whether the reading position chooses what is listed.
    pub(crate) follow: bool,
    /// Whether sentences without a statement are listed, for an editor.
    pub(crate) coverage: bool,
}

/// The article in the same page, where the host names one and there is a deal to hold against it.
#[hook]
pub(crate) fn use_article(
    key: Option<Key>,
    wanted: Option<&Wanted>,
    root: &NodeRef,
    deal: Option<&Deal>,
    opened: &Few<String>,
) -> Option<Beside> {
    // What is kept here goes with the explorer, and lets go of the article.
    let kept = use_mut_ref(Kept::default);
    let redraw = use_force_update();
    let beside = kept.borrow().beside.as_ref().and_then(Beside::now);
    let (now, root) = ((key, wanted.cloned(), deal.cloned(), opened.clone()), root.clone());
    // Once more when the article has come, for the proofs that are open already.
    use_effect_with((now, beside.is_some()), move |(now, there)| {
        let mut kept = kept.borrow_mut();
        let (Some(key), wanted, deal, opened) = now else { return };
        if (&kept.wanted, &kept.deal) != (wanted, deal) {
            let redraw = Box::new(move || redraw.force_update());
            let new = || Some(doors::beside(*key, root.cast()?, wanted.clone()?, deal.clone()?, redraw));
            *kept = Kept { wanted: wanted.clone(), deal: deal.clone(), ..Kept::default() };
            kept.beside = new();
        }
        if let (Some(beside), Some(deal), true) = (&kept.beside, deal, *there) {
            beside.open(deal, &kept.opened, opened, kept.there);
            kept.opened.clone_from(opened);
        }
        kept.there = *there;
    });
    beside
}

/// The article beside the explorer, what it was made of, and the proofs that it knows to be open.
#[derive(Default)]
struct Kept {
    wanted: Option<Wanted>,
    deal: Option<Deal>,
    beside: Option<Beside>,
    opened: Few<String>,
    there: bool,
}

impl Beside {
    /// Lights up the words of proofs that were opened. Only what the reader opens now is followed by the view.
    fn open(&self, deal: &Deal, before: &Few<String>, opened: &Few<String>, now: bool) {
        for id in before.iter().chain(opened.iter()) {
            match (deal.find(id), before.contains(id), opened.contains(id)) {
                (Some(item), true, false) => self.act(Move::Closed(item)),
                (Some(item), false, true) => self.act(Move::Opened(item, now)),
                _ => {}
            }
        }
    }
}
