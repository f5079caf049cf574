//! The root: fetches the document, holds the store, keeps the address, and moves the focus.

use std::cell::{RefCell, RefMut};
use std::rc::Rc;

use super::markup::html;
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;
use yew::prelude::*;

use super::beside::{Wanted, use_article};
use super::library::Wish;
use super::link::Link;
use super::memory::drawn;
use super::pen::Pen;
use super::rest::{self, Rest, doors};
use super::scene::{Scene, Shared};
use super::store::{Change, Store, Trouble};
use super::trouble::trouble;
use super::what_if::desk::WhatIf;
use super::{brief, face, find, library, menu, opening};
use crate::dom::fetch::Line;
use crate::dom::later::next_task;
use crate::dom::{address, place};
use crate::state::{self, Action, AddressChange, State, View, changes_address};
use crate::words::{Tongue, Words};

/// Where the document comes from.
#[derive(Clone, PartialEq)]
pub(crate) enum Source {
    /// From this address.
    Address(String),
    /// From the host page itself.
    Text(Rc<str>),
}

/// What the element gives.
#[derive(Properties, Clone, PartialEq)]
pub(crate) struct AppProps {
    pub(crate) source: Source,
    /// The state to begin with.
    pub(crate) beginning: Rc<State>,
    /// Whether the state stands in the page's fragment.
    pub(crate) permalink: bool,
    /// The level of the title among the page's headings.
    pub(crate) outline: u8,
    /// Which of the page's explorers it is, counted from 1.
    pub(crate) number: u32,
    /// The article in the same page, if the host names one.
    pub(crate) article: Option<Wanted>,
    pub(crate) tongue: Tongue,
    pub(crate) link: Link,
}

/// The state that the page's address asks for, if it may and does.
pub(super) fn asked(permalink: bool) -> Option<Box<State>> {
    let text = if permalink { address::read() } else { None };
    text.map(|text| Box::new(state::parse(&text)))
}

/// The whole widget.
#[component]
pub(crate) fn App(props: &AppProps) -> Html {
    let store = use_reducer_eq({
        let beginning = props.beginning.clone();
        move || Store::begin(&beginning)
    });
    let held = use_mut_ref(Held::default);
    let root = held.borrow().root.clone();
    let (load, stop) = use_load(props, &store, &held);
    use_address(props.permalink, &store);
    use_focus(&held, &store);
    let deal = store.shown.as_ref().map(|shown| &shown.deal);
    let beside = use_article(store.rest.key(), props.article.as_ref(), &root, deal, &store.state.opened);
    let what_if = store.rest.key().map_or_else(WhatIf::default, |key| doors::work_out(key, &store));
    use_followers(props, &store, &what_if);
    let words = props.tongue.words;
    let scene = store.shown.as_ref().map(|shown| Scene {
        deal: shown.deal.clone(),
        index: shown.index.clone(),
        text: shown.text.clone(),
        library: store.library.as_ref().map(|library| library.deal.clone()),
        state: store.state.clone(),
        tongue: props.tongue.clone(),
        act: {
            let (store, held) = (store.dispatcher(), held.clone());
            Callback::from(move |action: Action| {
                look(&held);
                store.dispatch(Change::Act(action));
            })
        },
        permalink: props.permalink,
        outline: props.outline,
        number: props.number,
        beside,
        scenario: what_if.scenario,
        told: what_if.told,
        desk: store.desk.clone(),
        album: what_if.album,
        pen: store.pen,
        rest: store.rest,
        fetch: {
            let store = store.dispatcher();
            Callback::from(move |()| store.dispatch(Change::Rest(Rest::Wanted)))
        },
        ready: {
            let store = store.dispatcher();
            Callback::from(move |()| store.dispatch(Change::Ready))
        },
        redraw: {
            let store = store.dispatcher();
            Callback::from(move |_| store.dispatch(Change::Pen(Pen::Away)))
        },
        lists: store.lists.clone(),
        begun: store.ready > 0,
        preparing: store.preparing,
    });
    let again = {
        let held = held.clone();
        Callback::from(move |event| {
            held.borrow_mut().is_ours = true;
            load.emit(event);
        })
    };
    let direction = scene.as_ref().map(|scene| direction(&scene.deal.document().language));
    // Another node than that with the page's own words: what takes their place comes, and does not move there.
    let key = if scene.is_some() { "deal" } else { "page" };
    html! {
        <div class="deal" ref={root} {key} lang={words.tag} dir={direction}>
            <div dir="auto">
                { for store.trouble.as_ref().map(|what| trouble(what, &props.tongue, store.shown.is_some(), again.clone())) }
            </div>
            <div dir="auto">
                { if store.loading { opening::progress(words, &store, stop) } else { html! {} } }
            </div>
            // Another part of a library is another deal: nothing of what was open stays so.
            <div key={store.state.part.clone().unwrap_or_default()}>{ scene.as_ref().map_or_else(|| html! { <slot></slot> }, body) }</div>
        </div>
    }
}

fn body(scene: &Scene) -> Html {
    let searching = find::is_searching(scene) && scene.state.selected.is_none();
    let (words, state): (&Words, _) = (scene.words(), &scene.state);
    let brief = !searching && state.view == View::Brief;
    // What a search takes the place of stays as it is meanwhile.
    let view = if searching { scene.lists.view(scene) } else { Some(scene.lists.hold(scene, content)) };
    let shows = |it: &'static str| (!searching).then_some(it);
    let found = || scene.rest.key().map_or_else(|| rest::waiting(scene), |key| doors::results(key, scene));
    html! {
        <>
            { scene.rest.key().map_or_else(|| html! { <div></div> }, |key| doors::way_back(key, scene)) }
            { face::face(scene, brief && state.tour.is_none()) }
            { menu::menu(scene, searching) }
            { find::find(scene) }
            { scene.rest.key().map_or_else(|| html! { <div></div> }, |key| doors::notices(key, scene)) }
            <section part={shows("view")} class={shows("view")} key={state.view.word()} data-view={shows(state.view.word())} hidden={searching.then_some("")} aria-label={scene.landmark(menu::name(words, state.view))} tabindex="-1">
                { for view.map(|view| drawn("view", view)) }
            </section>
            <div>{ if searching { html! {
                <section part="view" class="view" data-view="results" aria-label={scene.landmark(words.results)} tabindex="-1">{ found() }</section>
            } } else { html! {} } }</div>
            { scene.rest.key().map_or_else(|| html! { <div></div> }, |key| doors::passages(key, scene)) }
        </>
    }
}

/// What the view shows.
fn content(scene: &Scene) -> Html {
    let brief = scene.state.view == View::Brief;
    match scene.rest.key() {
        None if !brief || library::has_parts(&scene.deal) && scene.rest != Rest::Broken => rest::waiting(scene),
        Some(key) if !brief => doors::view(key, scene),
        _ => brief::brief(scene),
    }
}

/// Languages written from right to left, by their primary subtag.
pub(super) fn direction(language: &str) -> &'static str {
    const RIGHT_TO_LEFT: &[&str] =
        &["ar", "arc", "ckb", "dv", "fa", "he", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"];
    let primary = language.split('-').next().unwrap_or_default().to_ascii_lowercase();
    if RIGHT_TO_LEFT.contains(&primary.as_str()) { "rtl" } else { "ltr" }
}

/// Fetches the document when its address is given or changes, and the parts of a library that are asked for; gives the
/// callbacks that try again and stop.
#[hook]
fn use_load(
    props: &AppProps,
    store: &UseReducerHandle<Store>,
    held: &Rc<RefCell<Held>>,
) -> (Callback<MouseEvent>, Callback<MouseEvent>) {
    let dispatcher = store.dispatcher();
    let permalink = props.permalink;
    let stop = {
        let (dispatcher, held) = (dispatcher.clone(), held.clone());
        Callback::from(move |_| {
            look(&held).line = None;
            dispatcher.dispatch(Change::Failed(Trouble::Stopped));
        })
    };
    let (line, tongue) = (held.clone(), props.tongue.clone());
    let load = move |source: Source, wish: Option<Shared<Wish>>| {
        let (dispatcher, held) = (dispatcher.clone(), Rc::downgrade(&line));
        let open = Line::new();
        let signal = open.signal();
        let waits = Rc::new(dispatcher.clone());
        opening::wait(Rc::downgrade(&waits), tongue.clone());
        line.borrow_mut().line = Some((open, waits));
        dispatcher.dispatch(Change::Loading(wish.is_some()));
        let (source, part) = match wish {
            Some(wish) => (Source::Address(wish.address.clone()), wish.state.part.clone()),
            None => (source, None),
        };
        spawn_local(async move {
            let change = opening::opened(source, part, permalink, &dispatcher, &signal).await;
            let held = held.upgrade().filter(|_| !signal.aborted());
            if let (Some(change), Some(held)) = (change, held) {
                look(&held);
                dispatcher.dispatch(change);
                // What does not fit into one task is drawn now.
                next_task().await;
                dispatcher.dispatch(Change::Ready);
            }
        });
    };
    let now = (props.source.clone(), store.wish.clone());
    let again = {
        let (load, (source, wish)) = (load.clone(), now.clone());
        Callback::from(move |_: MouseEvent| load(source.clone(), wish.clone()))
    };
    let (held, loading) = (held.clone(), store.loading);
    use_effect_with(now, move |(source, wish)| {
        let is_new = held.borrow_mut().asked.replace(source.clone()).as_ref() != Some(source);
        if is_new || wish.is_some() {
            load(source.clone(), wish.clone().filter(|_| !is_new));
        } else if !loading {
            // The reader went on elsewhere.
            held.borrow_mut().line = None;
        }
    });
    (again, stop)
}

/// Keeps the link, what is worked out and what is fetched up to date with every rendering; in one effect, as each costs a kilobyte.
#[hook]
fn use_followers(props: &AppProps, store: &UseReducerHandle<Store>, what_if: &WhatIf) {
    let now = (props.link.clone(), store.clone(), what_if.scenario.clone());
    let (permalink, beside) = (props.permalink, props.article.is_some());
    use_effect_with(now, move |(link, store, scenario)| {
        let parts = store.shown.as_ref().is_some_and(|shown| library::has_parts(&shown.deal));
        Rest::follow(store, permalink, beside || parts);
        link.follow(store, scenario.as_ref());
        if let Some(key) = store.rest.key() {
            doors::follow(key, store);
        }
        Pen::follow(store);
    });
}

/// Writes the state into the page's fragment, and follows it when the reader goes back or forward.
#[hook]
fn use_address(permalink: bool, store: &UseReducerHandle<Store>) {
    let written = use_mut_ref(|| (None::<Rc<State>>, address::Entry::default()));
    let shown = store.shown.is_some();
    use_effect_with((store.state.clone(), shown), move |(state, shown)| {
        if !permalink || !shown {
            return;
        }
        let (before, entry) = &mut *written.borrow_mut();
        // The first state is the address's own: only later ones are written.
        let Some(before) = before.replace(state.clone()) else { return };
        let text = state::format(state);
        match changes_address(&before, state) {
            _ if address::read().unwrap_or_default() == text => entry.forget(),
            AddressChange::Push => entry.push(&text),
            AddressChange::Replace => entry.replace(text),
            AddressChange::None => {}
        }
    });
    let dispatcher = store.dispatcher();
    use_effect_with(permalink, move |permalink| {
        let listeners = permalink.then(|| {
            address::on_change(move || {
                dispatcher.dispatch(Change::Act(Action::Restore(asked(true).unwrap_or_default())));
            })
        });
        move || drop(listeners)
    });
}

/// What the app keeps from one rendering to the next, besides its store.
#[derive(Default)]
struct Held {
    root: NodeRef,
    /// By which a document comes. Each request hangs up the line of the one before; so does who stops, and an element that
    /// is taken out. With it goes what would be told to who still waits.
    line: Option<(Line, Rc<opening::Dispatcher>)>,
    /// The last document that the host named.
    asked: Option<Source>,
    /// Whether the focus was in the explorer before something changed there.
    is_ours: bool,
    /// The last state that was drawn, and whether a document was on its way.
    before: Option<(Rc<State>, bool)>,
}

/// Looks where the focus is: something is going to change.
fn look(held: &RefCell<Held>) -> RefMut<'_, Held> {
    let mut held = held.borrow_mut();
    held.is_ours = held.root.cast::<Element>().is_some_and(|root| place::has_focus(&root));
    held
}

/// Moves the focus to what the reader chose: the item, or a step of the walk. Where the control that was used is gone
/// afterwards, the view takes the focus, so that the keyboard stays in the explorer; where another document came, or
/// another part of a library, its title does, and what is said where it cannot be had.
#[hook]
fn use_focus(held: &Rc<RefCell<Held>>, store: &Store) {
    let held = held.clone();
    let (loading, failed) = (store.loading, store.trouble.is_some() && !store.loading);
    let missed = failed && store.wish.is_some();
    // What was chosen has the focus once it can be drawn.
    let ready = store.shown.as_ref().is_none_or(|shown| !store.rest.is_awaited(&store.state, &shown.deal));
    use_effect_with((store.state.clone(), [failed, ready, loading]), move |(state, _)| {
        let (earlier, root, is_ours) = {
            let mut held = held.borrow_mut();
            let now = Some((state.clone(), loading));
            let earlier = if ready { std::mem::replace(&mut held.before, now) } else { held.before.clone() };
            let (Some(earlier), Some(root)) = (earlier, held.root.cast::<Element>()) else { return };
            (earlier, root, std::mem::take(&mut held.is_ours))
        };
        let (earlier, was_loading) = earlier;
        let is_other = earlier.part != state.part;
        match &state.selected {
            _ if !ready => {}
            _ if state.tour.is_some() && state.tour != earlier.tour => place::focus(&root, ".tour"),
            Some(id) if is_other || earlier.selected != state.selected => {
                place::focus(&root, &format!(".view [data-page='{id}'], .view [data-item='{id}']"));
            }
            _ => {}
        }
        if is_ours && (missed || !place::has_focus(&root)) {
            let to = match is_other || was_loading && !loading {
                _ if failed => ".trouble",
                true => "header",
                false => ".view",
            };
            place::focus(&root, to);
        }
    });
}
