//! The data as files that a reader takes along: the document itself, and what other tools read.

use js_sys::Uint8Array;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::markup::html;
use super::memory::{Kept, Memory, remember};
use super::scene::Scene;
use crate::deal::Kind;
use crate::dom::{faults, fetch, place};
use crate::words::account::account;

/// The kind of what follows from a supposition.
const SCENARIO: &str = "scenario";

/// A file: its kind as the host's `export` names it, and the ending of its name.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct File {
    kind: &'static str,
    ending: &'static str,
    /// The list of the document that alone is in it.
    list: Option<&'static str>,
}

impl File {
    /// What tells it from the others: the list, or else the kind.
    fn mark(self) -> &'static str {
        self.list.unwrap_or(self.kind)
    }
}

/// A closed entry that opens to all of them.
pub(super) fn take(scene: &Scene) -> Html {
    let scene = scene.clone();
    remember("take", move |kept| draw(&scene, kept))
}

fn draw(scene: &Scene, kept: &Kept) -> Html {
    let words = scene.words().take();
    let supposes = !scene.state.trial.now.is_empty();
    let file = |kind, ending| File { kind, ending, list: None };
    let files = [
        (file("json", "json"), "JSON", words.json),
        (file("csv", "csv"), "CSV", words.csv),
        (file("markdown", "md"), "Markdown", words.markdown),
        (file("jsonld", "jsonld"), "JSON-LD", words.jsonld),
        (file("graphml", "graphml"), "GraphML", words.graphml),
        (file(SCENARIO, "txt"), words.scenario, words.scenario_note),
    ];
    let row = |(file, name, about): (File, &'static str, &'static str)| {
        let label = (words.save)(name);
        html! {
            <li key={file.kind}>
                <button type="button" class="line-button" data-take={file.mark()} onclick={save(scene, kept, file)}>{ label }</button>{ " " }
                <span class="note">{ about }</span>
                { for (file.kind == "csv").then(|| lists(scene, kept, file)) }
                { failed(scene, kept, kept.missed.filter(|missed| missed.kind == file.kind)) }
            </li>
        }
    };
    let files = files.into_iter().filter(|(file, ..)| supposes || file.kind != SCENARIO).map(row);
    html! {
        <details class="take">
            <summary>{ words.title }</summary>
            <p class="note">{ words.note }{ " " }{ supposes.then_some(words.supposing) }</p>
            <ul>{ for files }</ul>
        </details>
    }
}

/// The lists of the document that have something in them, each as a table of its own.
fn lists(scene: &Scene, kept: &Kept, csv: File) -> Html {
    let one_list = scene.words().take().one_list;
    let has = |kind: &&Kind| scene.deal.of_kind(**kind).next().is_some();
    let button = |kind: &Kind| {
        let file = File { list: Some(kind.list()), ..csv };
        html! {
            <button type="button" class="plain-button" key={file.mark()} data-take={file.mark()} onclick={save(scene, kept, file)}>{ file.mark() }</button>
        }
    };
    // Their names are keys of the document, whatever the reader's language.
    html! {
        <div class="doings" role="group" aria-label={one_list}>
            <span class="note" aria-hidden="true">{ one_list }</span>
            <span lang="en">{ for Kind::ALL.iter().filter(has).map(button) }</span>
        </div>
    }
}

/// What could not be had, at its place; the place is there from the beginning, so that it is heard.
fn failed(scene: &Scene, kept: &Kept, missed: Option<File>) -> Html {
    let words = scene.words();
    let message = missed.map(|file| {
        html! {
            <>
                { words.take().failed }{ " " }
                <button type="button" class="line-button" onclick={save(scene, kept, file)}>{ words.try_again }</button>
            </>
        }
    });
    html! { <div role="status">{ for message }</div> }
}

/// Hands a file to the reader, and keeps which one could not be.
fn save(scene: &Scene, kept: &Kept, file: File) -> Callback<MouseEvent> {
    let (scene, kept) = (scene.clone(), kept.clone());
    Callback::from(move |event: MouseEvent| {
        // What is pressed to try again goes away with its message; the focus stays at the file.
        place::focus_near(&event, &["[data-take='", file.mark(), "']"].concat());
        let (scene, kept) = (scene.clone(), kept.clone());
        spawn_local(async move {
            let name = &scene.deal.document().id;
            let list = file.list.map_or_else(String::new, |list| ["-", list].concat());
            let taken = if file.kind == SCENARIO {
                match told(&scene).await {
                    Some(text) => faults::take(&text, file.kind, None, &[name, "-what-if.txt"].concat()).await,
                    None => false,
                }
            } else {
                let name = [name, &*list, ".", file.ending].concat();
                faults::take(&fetch::joined(&scene.text), file.kind, file.list, &name).await
            };
            kept.set(Memory { missed: (!taken).then_some(file), ..*kept });
        });
    })
}

/// What is supposed and what follows from it, once that is worked out.
async fn told(scene: &Scene) -> Option<Uint8Array> {
    let scenario = scene.desk.scenario(scene).await?;
    Some(Uint8Array::from(account(&scene.tongue, &scene.deal, &scenario, &scene.state.trial.now).as_bytes()))
}
