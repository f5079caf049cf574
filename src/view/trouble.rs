//! What is said when a document cannot be shown: each cause in its own words, and what to do.

use super::markup::html;
use wasm_bindgen::JsCast;
use yew::prelude::*;

use super::store::Trouble;
use crate::deal::Refusal;
use crate::dom::faults::Told;
use crate::dom::fetch::FetchError;
use crate::words::Tongue;

/// As many faults as somebody reads at once; a document of another kind can have a hundred thousand.
const MOST_FAULTS: usize = 200;

/// The panel; `still_shown`: an earlier deal stands below.
pub(crate) fn trouble(trouble: &Trouble, tongue: &Tongue, still_shown: bool, again: Callback<MouseEvent>) -> Html {
    let words = tongue.words;
    let faults = match trouble {
        Trouble::Refused(_, faults) => faults.to_vec(),
        Trouble::Fetch(..) | Trouble::Stopped => Vec::new(),
    };
    let (what, hint) = explain(trouble, tongue, faults.len());
    let more = faults.len().checked_sub(MOST_FAULTS).filter(|more| *more > 0);
    html! {
        <div class="trouble" role="alert" tabindex="-1">
            <p class="trouble-title">{ words.trouble.heading }</p>
            <p>{ what }</p>
            <p class="note">{ hint }</p>
            <p class="note">{ still_shown.then_some(words.still_shown) }</p>
            <ol>{ for faults.iter().take(MOST_FAULTS).enumerate().map(|(at, told)| html! { <li key={at}>{ fault(told.unchecked_ref(), tongue) }</li> }) }</ol>
            <p class="note">{ more.map(|more| tongue.counted(words.trouble.more, more)) }</p>
            <p><button type="button" class="line-button" onclick={again}>{ words.try_again }</button></p>
        </div>
    }
}

/// What is wrong, and what to do.
fn explain(trouble: &Trouble, tongue: &Tongue, faults: usize) -> (String, &'static str) {
    let words = &tongue.words.trouble;
    match trouble {
        Trouble::Fetch(address, FetchError::Unreachable) => ((words.unreachable)(address), words.unreachable_hint),
        Trouble::Fetch(address, FetchError::Refused(status)) => ((words.refused)(address, *status), words.refused_hint),
        Trouble::Stopped => (tongue.words.large.reading_stopped.to_owned(), ""),
        Trouble::Refused(Refusal::Newer, _) => (words.newer.to_owned(), words.newer_hint),
        Trouble::Refused(Refusal::NotJson, _) if faults > 0 => (words.not_json.to_owned(), words.not_json_hint),
        Trouble::Refused(Refusal::NotJson, _) => (words.not_json.to_owned(), words.untold_hint),
        Trouble::Refused(Refusal::Faulty, _) if faults > 0 => (tongue.counted(words.faults, faults), words.faults_hint),
        Trouble::Refused(Refusal::Faulty, _) => (words.untold.to_owned(), words.untold_hint),
    }
}

fn fault(told: &Told, tongue: &Tongue) -> Html {
    let place = (tongue.words.trouble.place)(told.line(), told.column());
    html! {
        <>
            <b>{ told.rule() }</b>{ " " }{ told.message() }{ " " }
            <span class="quiet">{ told.hint().map(|hint| hint + " ") }</span>
            <code>{ told.path() }</code>
            <span class="quiet">{ [", ", &place].concat() }</span>
        </>
    }
}
