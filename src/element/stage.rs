//! The node that an app stands on, and the app of Yew behind it.
//!
//! Yew 0.23 never frees the listeners of a node that an app was mounted on, nor the table of what they call; and an app
//! that is destroyed before its first rendering comes to life all the same. So no app is ever destroyed: a stage that
//! its element leaves is emptied, kept, and given to the next element. Memory follows the greatest number of elements
//! at a time, however many come and go.

use std::cell::RefCell;

use wasm_bindgen::JsValue;
use web_sys::{Element, ShadowRoot};
use yew::AppHandle;
use yew::prelude::*;

use crate::view::app::{App, AppProps};

thread_local! {
    /// Stages that no element uses.
    static EMPTY: RefCell<Vec<Stage>> = const { RefCell::new(Vec::new()) };
}

#[derive(Properties, PartialEq, Default)]
struct Play {
    /// The number of the element and what it gives; none on an empty stage.
    now: Option<(u32, AppProps)>,
}

/// One element at a time: another number is another app, with nothing left of the one before.
#[component]
fn Theatre(play: &Play) -> Html {
    match &play.now {
        Some((number, app)) => html! { <div key={*number}><App ..app.clone() /></div> },
        None => html! { <div key="empty"></div> },
    }
}

/// A node with an app of Yew.
pub(super) struct Stage {
    app: AppHandle<Theatre>,
    root: Element,
}

impl Stage {
    /// Puts a stage into a shadow root and begins.
    pub(super) fn enter(shadow: &ShadowRoot, number: u32, props: AppProps) -> Result<Self, JsValue> {
        let kept = EMPTY.with_borrow_mut(Vec::pop);
        let mut stage = match kept {
            Some(stage) => stage,
            None => Self::build(shadow)?,
        };
        stage.update(number, props);
        shadow.append_child(&stage.root)?;
        Ok(stage)
    }

    fn build(shadow: &ShadowRoot) -> Result<Self, JsValue> {
        let document = shadow.owner_document().ok_or("no document")?;
        let root = document.create_element("div")?;
        let app = yew::Renderer::<Theatre>::with_root(root.clone()).render();
        Ok(Self { app, root })
    }

    pub(super) fn update(&mut self, number: u32, props: AppProps) {
        self.app.update(Play { now: Some((number, props)) });
    }

    /// Empties the stage and keeps it for another element.
    pub(super) fn leave(mut self) {
        self.root.remove();
        self.app.update(Play::default());
        EMPTY.with_borrow_mut(|empty| empty.push(self));
    }
}
