//! What is said when a document cannot be shown: each cause in its own words, and what to do.

use super::markup::html;
use yew::prelude::*;

use super::store::Trouble;
use crate::deal::{Fault, Issue, Rule};
use crate::dom::fetch::FetchError;
use crate::words::{Tongue, faults};

#[derive(Properties, PartialEq)]
pub(crate) struct TroubleProps {
    pub(crate) trouble: Trouble,
    pub(crate) tongue: Tongue,
    /// Whether an earlier deal stands below.
    pub(crate) still_shown: bool,
    pub(crate) again: Callback<MouseEvent>,
}

/// As many faults as somebody reads at once; a document of another kind can have a hundred thousand.
const MOST_FAULTS: usize = 200;

/// The panel.
#[component]
pub(crate) fn TroublePanel(props: &TroubleProps) -> Html {
    let words = props.tongue.words;
    let (what, hint, issues) = explain(&props.trouble, &props.tongue);
    html! {
        <div class="trouble" role="alert">
            <p class="trouble-title">{ words.trouble.heading }</p>
            <p>{ what }</p>
            <p class="note">{ hint }</p>
            <p class="note">{ props.still_shown.then_some(words.still_shown) }</p>
            <ol>{ for issues.iter().take(MOST_FAULTS).enumerate().map(|(at, issue)| html! { <li key={at}>{ fault(issue, &props.tongue) }</li> }) }</ol>
            <p class="note">{ (issues.len() > MOST_FAULTS).then(|| props.tongue.counted(words.trouble.more, issues.len() - MOST_FAULTS)) }</p>
            <p><button type="button" class="line-button" onclick={props.again.clone()}>{ words.try_again }</button></p>
        </div>
    }
}

fn explain<'t>(trouble: &'t Trouble, tongue: &Tongue) -> (String, &'static str, &'t [Issue]) {
    let words = &tongue.words.trouble;
    match trouble {
        Trouble::Fetch(address, FetchError::Unreachable) => ((words.unreachable)(address), words.unreachable_hint, &[]),
        Trouble::Fetch(address, FetchError::Refused(status)) => {
            ((words.refused)(address, *status), words.refused_hint, &[])
        }
        Trouble::Faults(issues) => match issues.as_slice() {
            [only] if matches!(only.fault, Fault::OtherFormat { .. }) => {
                (words.newer.to_owned(), words.newer_hint, issues)
            }
            [only] if only.rule() == Rule::D01 => (words.not_json.to_owned(), words.not_json_hint, issues),
            _ => (tongue.counted(words.faults, issues.len()), words.faults_hint, issues),
        },
    }
}

fn fault(issue: &Issue, tongue: &Tongue) -> Html {
    let text = faults::fault(&issue.fault);
    let place = (tongue.words.trouble.place)(issue.line, issue.column);
    html! {
        <>
            <b>{ issue.rule().name() }</b>{ " " }{ text.message }{ " " }
            <span class="quiet">{ text.hint.map(|hint| format!("{hint} ")) }</span>
            <code>{ issue.path.to_string() }</code>
            <span class="quiet">{ if issue.line > 0 { format!(", {place}") } else { String::new() } }</span>
        </>
    }
}
