//! What an article says that nothing in the deal rests on.

use super::{Passages, Place};
use crate::deal::{fold, is_prose, sentences, unfold};

/// Sentences without a statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Silences {
    /// How many sentences of prose the article has.
    pub sentences: usize,
    /// Those in which no passage lies, in order.
    pub silent: Vec<Place>,
}

/// The sentences of an article that no passage lies in. Headings, captions and bylines are no sentences.
pub fn silences(blocks: &[impl AsRef<str>], passages: &Passages) -> Silences {
    let mut all = Silences { sentences: 0, silent: Vec::new() };
    for (block, text) in blocks.iter().map(AsRef::as_ref).enumerate() {
        let folded = fold(text);
        if !is_prose(&folded) {
            continue;
        }
        for sentence in sentences(&folded) {
            all.sentences += 1;
            let range = unfold(text, sentence);
            let here = passages.found.iter().map(|passage| &passage.place).filter(|place| place.block == block);
            if here.into_iter().all(|place| place.range.end <= range.start || range.end <= place.range.start) {
                all.silent.push(Place { block, range });
            }
        }
    }
    all
}
