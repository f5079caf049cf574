//! What every view gets: the deal, the state, the language, and the one way to change anything.

use std::ops::Deref;
use std::rc::{Rc, Weak};

use super::beside::Beside;
use super::long::Lists;
use super::markup::{Content, Markup};
use super::pen::Pen;
use super::relations::album::Album;
use super::rest::Rest;
use super::what_if::desk::Desk;
use super::what_if::works::Told;
use js_sys::Array;
use yew::prelude::*;

use crate::deal::{Deal, ItemId, Origin, Statement};
use crate::query::{SearchIndex, Selection};
use crate::reason::Scenario;
use crate::state::{Action, State};
use crate::words::{Tongue, Words};

/// A shared value that is compared by its pointer.
#[derive(Debug, Default)]
pub(crate) struct Shared<T>(Rc<T>);

impl<T> Shared<T> {
    pub(crate) fn new(value: T) -> Self {
        Self(Rc::new(value))
    }
}

impl<T: Clone> Shared<T> {
    /// The value, to change; whoever shares it keeps it as it was.
    pub(crate) fn make_mut(&mut self) -> &mut T {
        Rc::make_mut(&mut self.0)
    }
}

impl<T> Shared<T> {
    /// The value as long as somebody else shares it.
    pub(crate) fn weak(&self) -> Weak<T> {
        Rc::downgrade(&self.0)
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

/// What every view gets.
#[derive(Clone, PartialEq)]
pub(crate) struct Scene {
    pub(crate) deal: Deal,
    /// The search, once it is made.
    pub(crate) index: Option<Shared<SearchIndex>>,
    /// The document as it came.
    pub(crate) text: Shared<Array>,
    /// The document that the host names: this one, or the library that it is a part of.
    pub(crate) library: Option<Deal>,
    pub(crate) state: Rc<State>,
    pub(crate) tongue: Tongue,
    pub(crate) act: Callback<Action>,
    /// Whether the state stands in the page's address, so that a link to it can be given.
    pub(crate) permalink: bool,
    /// The level of the deal's title among the page's headings, 1 to 3.
    pub(crate) outline: u8,
    /// Which of the page's explorers it is, counted from 1.
    pub(crate) number: u32,
    /// The article in the same page, where the host names one.
    pub(crate) beside: Option<Beside>,
    /// What follows from what is supposed: where something is, and where it can be; `None` while it is worked out.
    pub(crate) scenario: Option<Shared<Scenario>>,
    /// What there is to tell of that, while the reader looks at it.
    pub(crate) told: Option<Shared<Told>>,
    /// Where it is worked out.
    pub(crate) desk: Desk,
    /// Who is tied to whom, while the reader looks at it.
    pub(crate) album: Option<Shared<Album>>,
    /// Whether pictures can be worked out.
    pub(crate) pen: Pen,
    /// Whether the half of the module that the brief does not need is there.
    pub(crate) rest: Rest,
    /// Has it fetched.
    pub(crate) fetch: Callback<()>,
    /// Has all drawn again: something is ready.
    pub(crate) ready: Callback<()>,
    /// Tries once more to have what draws.
    pub(crate) redraw: Callback<MouseEvent>,
    /// Where the reader is in long lists.
    pub(crate) lists: Lists,
    /// Whether a deal has been drawn, and its first part painted.
    pub(crate) begun: bool,
    /// How much of the search in a large deal is ready, in hundredths; `None`: all.
    pub(crate) preparing: Option<u32>,
}

impl Scene {
    pub(crate) fn words(&self) -> &'static Words {
        self.tongue.words
    }

    /// What the search and the filter leave, worked out once; `None` while a large deal is got ready for filters.
    pub(crate) fn selection(&self) -> Option<Rc<Selection>> {
        self.lists.selection(self)
    }

    /// The id of an item as the document has it.
    pub(crate) fn id(&self, item: ItemId) -> String {
        self.deal.item(item).map(|item| item.id().to_owned()).unwrap_or_default()
    }

    /// The name of a landmark, different from that of the same landmark in the page's other explorers.
    pub(crate) fn landmark(&self, name: &str) -> String {
        if self.number == 1 { name.to_owned() } else { format!("{name} ({})", self.number) }
    }

    /// A callback for a button that does one thing.
    pub(crate) fn does(&self, action: Action) -> Callback<MouseEvent> {
        let act = self.act.clone();
        Callback::from(move |_| act.emit(action.clone()))
    }

    /// A callback that has the rest of the module fetched: something is about to be asked for that needs it.
    pub(crate) fn wants_rest<E: 'static>(&self) -> Callback<E> {
        let fetch = self.fetch.clone();
        Callback::from(move |_| fetch.emit(()))
    }

    /// What another callback does, for which the rest of the module is needed.
    pub(crate) fn with_rest(&self, then: Callback<MouseEvent>) -> Callback<MouseEvent> {
        let fetch = self.fetch.clone();
        Callback::from(move |event| {
            fetch.emit(());
            then.emit(event);
        })
    }

    /// A callback that opens the item where it lives.
    pub(crate) fn selects(&self, item: ItemId) -> Callback<MouseEvent> {
        self.does(Action::Select(self.id(item)))
    }

    /// Whether the reader wants to see the item: the editor's own statements can be switched off.
    pub(crate) fn is_visible(&self, item: ItemId) -> bool {
        let editor = |statement: &Statement| statement.origin() == Origin::Editor;
        self.state.editor || !self.deal.statement(item).is_some_and(editor)
    }

    /// Whether the item is the source's, not the editor's.
    pub(crate) fn is_source(&self, item: ItemId) -> bool {
        self.deal.statement(item).is_some_and(|statement| statement.origin() == Origin::Source)
    }

    /// Whether the deal's own words run from right to left.
    pub(crate) fn is_from_right(&self) -> bool {
        super::app::direction(&self.deal.document().language) == "rtl"
    }

    /// Whether the item is the selected one.
    pub(crate) fn is_selected(&self, item: ItemId) -> bool {
        self.state.selected.as_deref().is_some_and(|id| self.deal.find(id) == Some(item))
    }

    /// A heading `depth` levels below the deal's title.
    pub(crate) fn heading(&self, depth: u8, class: &'static str, content: impl Content) -> Html {
        let level = usize::from(self.outline + depth).saturating_sub(1);
        Markup::element(["h1", "h2", "h3", "h4", "h5"].get(level).copied().unwrap_or("h6"), class, content)
    }

    /// The language of the deal's own words, where it is not the interface's.
    pub(crate) fn deal_language(&self) -> Option<String> {
        let language = &self.deal.document().language;
        let primary = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
        (primary(language) != primary(self.words().tag)).then(|| language.own())
    }
}
