//! What a proof says and offers where its article stands in the same page.

use yew::Html;

use super::Move;
use crate::deal::ItemId;
use crate::query::QuoteMark;
use crate::view::markup::html;
use crate::view::scene::Scene;

/// Says so where words of the article were not found in the one on this page.
pub(crate) fn orphan(scene: &Scene, item: ItemId, at: usize) -> Html {
    let held = scene.beside.as_ref().and_then(|beside| beside.desk.held.as_ref());
    let orphan = held.is_some_and(|held| held.passages.is_orphan(item, at));
    html! { { for orphan.then(|| html! { <span class="orphan">{ " " }{ scene.words().beside().not_on_this_page }</span> }) } }
}

/// Lights up in the article a phrase that was chosen in the article read back.
pub(crate) fn phrase(scene: &Scene, paragraph: u32, quote: &QuoteMark) {
    if let (Some(beside), Some(item)) = (&scene.beside, quote.items.first()) {
        beside.act(Move::Phrase(paragraph, quote.quote.clone(), *item));
    }
}

/// The control that shows the words in the article, where it has them.
pub(crate) fn show(scene: &Scene, item: ItemId) -> Html {
    let beside = scene.beside.as_ref().filter(|beside| !beside.desk.of(item).is_empty());
    let button = beside.map(|beside| beside.button(scene.words().beside().show_in_article, Move::Show(item)));
    html! { { for button } }
}
