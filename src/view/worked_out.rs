//! What is worked out of a deal once, in slices where it takes long, and kept while its explorer shows it.

use std::cell::RefMut;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::Html;

use super::casting::{Casting, Roles};
use super::long::{Inner, Lists};
use super::memory::{Draw, Kept, Memory};
use super::results::rows::Rows;
use super::scene::{Scene, Shared};
use super::sections::Part;
use super::store::LARGE;
use crate::deal::gather::Gather;
use crate::deal::{Deal, ItemId};
use crate::dom::later::{next_task, slice};
use crate::picture::matrix::{Group, groups};
use crate::query::{Census, Facets, Filter, ReadBack, SearchIndex, Selection, Walk, facets, select_where};

/// The sources of a deal read back, once they are.
pub(super) type Backs = Option<Rc<Vec<Rc<ReadBack>>>>;

/// The search of a deal, once it is made.
type Index = Option<Shared<SearchIndex>>;

/// What was worked out, as whoever holds it knows it: the half of the module that the brief needs knows nothing of what
/// is in it, not even how to let it go.
pub(super) trait Work {
    fn it(&mut self) -> &mut WorkedOut;
}

/// What was worked out.
#[derive(Default)]
pub(super) struct WorkedOut {
    /// The sections, and of which deal with or without the editor's statements.
    parts: Option<(Deal, bool, Rc<Vec<Part>>)>,
    /// The groups of the matrix, and of which deal with or without the editor's statements.
    groups: Option<(Deal, bool, Rc<Vec<Group>>)>,
    /// The sources read back, once they are, and of which deal.
    backs: Option<(Deal, Backs)>,
    /// Everyone's double roles, as far as they are found.
    casting: Option<Casting>,
    /// What search and filter left.
    found: Option<Found>,
    /// How what was found is drawn.
    rows: Rows,
    /// What filters ask of the statements, once it is worked out, and of which deal.
    census: Option<(Deal, Option<Rc<Census>>)>,
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

impl Work for WorkedOut {
    fn it(&mut self) -> &mut WorkedOut {
        self
    }
}

impl Inner {
    fn worked_out(&mut self) -> &mut WorkedOut {
        self.kept.get_or_insert_with(|| Box::new(WorkedOut::default())).it()
    }
}

impl Lists {
    fn worked_out(&self) -> RefMut<'_, WorkedOut> {
        RefMut::map(self.0.borrow_mut(), Inner::worked_out)
    }

    /// The sections of a large deal; worked out once.
    pub(super) fn parts(&self, scene: &Scene, make: impl Fn() -> Vec<Part>) -> Rc<Vec<Part>> {
        let mut kept = self.worked_out();
        match &kept.parts {
            Some((deal, editor, parts)) if *deal == scene.deal && *editor == scene.state.editor => parts.clone(),
            _ => {
                let parts = Rc::new(make());
                kept.parts = Some((scene.deal.clone(), scene.state.editor, parts.clone()));
                parts
            }
        }
    }

    /// The groups of the matrix.
    pub(super) fn groups(&self, scene: &Scene) -> Rc<Vec<Group>> {
        let mut kept = self.worked_out();
        let same = kept.groups.take().filter(|(deal, editor, _)| *deal == scene.deal && *editor == scene.state.editor);
        let make = || {
            let groups = groups(&scene.deal, &|id| scene.is_visible(id));
            (scene.deal.clone(), scene.state.editor, Rc::new(groups))
        };
        kept.groups.insert(same.unwrap_or_else(make)).2.clone()
    }

    /// The sources read back; `None` while a large deal is read back in slices, after which all is drawn again. Where the
    /// reader chose something that has to be there at once, it is.
    pub(super) fn backs(&self, scene: &Scene) -> Backs {
        let mut kept = self.worked_out();
        if let Some((_, backs)) = kept.backs.as_ref().filter(|(of, _)| *of == scene.deal) {
            return backs.clone();
        }
        let (deal, mut walk) = (scene.deal.clone(), Walk::new(&scene.deal));
        let mut more = slice(|| walk.go_on(&deal));
        while more && scene.state.selected.is_some() {
            more = walk.go_on(&deal);
        }
        let done = |walk: Walk| -> Backs { Some(Rc::new(walk.backs.into_iter().map(Rc::new).gather())) };
        if !more {
            let backs = done(walk);
            kept.backs = Some((deal, backs.clone()));
            return backs;
        }
        kept.backs = Some((deal.clone(), None));
        let (lists, ready) = (self.0.weak(), scene.ready.clone());
        spawn_local(async move {
            let mut more = true;
            while more {
                next_task().await;
                // With the deal that they are of, the lists are gone.
                if lists.strong_count() == 0 {
                    return;
                }
                more = slice(|| walk.go_on(&deal));
            }
            let Some(lists) = lists.upgrade() else { return };
            lists.borrow_mut().worked_out().backs = Some((deal, done(walk)));
            ready.emit(());
        });
        None
    }

    /// Everyone's double roles; `None` while they are still looked for, after which what is kept there is drawn again.
    pub(super) fn roles(&self, deal: &Deal, kept: &Kept) -> Option<Roles> {
        let mut results = self.worked_out();
        let same = results.casting.take().filter(|casting| casting.is_of(deal));
        let casting = results.casting.insert(same.unwrap_or_else(|| Casting::new(deal.clone())));
        let roles = casting.roles(kept);
        if casting.is_idle() {
            let lists = self.0.weak();
            spawn_local(async move {
                loop {
                    next_task().await;
                    let Some(lists) = lists.upgrade() else { return };
                    let (more, kept) =
                        lists.borrow_mut().worked_out().casting.as_mut().map(Casting::go_on).unwrap_or_default();
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

    /// Keeps how what was found is drawn, as far as it can stay so.
    pub(super) fn fit_rows(&self, scene: &Scene) {
        self.worked_out().rows.fit(scene);
    }

    /// What draws the row of an item that was found.
    pub(super) fn row(&self, scene: &Scene, id: ItemId, draw: impl Fn() -> Html + 'static) -> Draw {
        self.worked_out().rows.row(scene, id, draw)
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
        let mut kept = self.worked_out();
        let (state, index) = (&scene.state, &scene.index);
        let same = kept
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
        ask(kept.found.insert(same.unwrap_or_else(make)))
    }

    /// What filters ask of the statements; of a large deal it is worked out in slices, and all is drawn again.
    fn census(&self, scene: &Scene) -> Option<Rc<Census>> {
        let mut kept = self.worked_out();
        if let Some((_, census)) = kept.census.as_ref().filter(|(deal, _)| *deal == scene.deal) {
            return census.clone();
        }
        let deal = scene.deal.clone();
        let census = (deal.len() <= LARGE).then(|| Rc::new(Census::new(&deal)));
        kept.census = Some((deal.clone(), census.clone()));
        if census.is_none() {
            let (lists, ready) = (self.0.weak(), scene.ready.clone());
            spawn_local(async move {
                next_task().await;
                let mut census = Census::begin(&deal);
                next_task().await;
                // Until it is there, or nobody filters any more.
                let is_wanted =
                    |inner: &mut Inner| inner.worked_out().census.as_ref().is_some_and(|(of, _)| *of == deal);
                while slice(|| census.go_on()) {
                    next_task().await;
                    if !lists.upgrade().is_some_and(|lists| is_wanted(&mut lists.borrow_mut())) {
                        return;
                    }
                }
                let Some(lists) = lists.upgrade() else { return };
                lists.borrow_mut().worked_out().census = Some((deal, Some(Rc::new(census))));
                ready.emit(());
            });
        }
        census
    }

    /// Nobody filters any more.
    pub(super) fn forget_filters(&self) {
        let mut kept = self.worked_out();
        kept.census = None;
        if let Some(found) = &mut kept.found {
            found.left = None;
            found.facets = None;
        }
    }
}
