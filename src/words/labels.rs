//! Words that a host page puts in place of ours.

use std::cell::RefCell;

use super::{ENGLISH, Words};

/// The words for a language: its own, where there are some; else English.
pub fn of_language(_tag: &str) -> &'static Words {
    &ENGLISH
}

macro_rules! labels {
    ($($name:ident)*) => {
        /// The names of the words that can be replaced, in one line.
        pub const LABELS: &str = concat!($(stringify!($name), " "),*);

        /// The words themselves, in the order of their names: an array, since a choice among names would weigh more.
        fn places(words: &mut Words) -> impl Iterator<Item = &mut &'static str> {
            [$(&mut words.$name),*].into_iter()
        }
    };
}

labels! {
    views brief parties conditions what_if_view open_questions facts source
    the_bargain who_is_to_do_what in_exchange_for two_readings nobody_named it_hangs_on who_is_in_it said_of_the_whole
    parties_note choose_party all_parties gives gets gets_in_exchange is_pressed_to presses is_target_of double_roles
    article_does_not_say hangs_together exchanged unsaid in_doubt doubts gaps tensions events figures relations aims
    editor_mark editor_statement gap_mark orphan read_in_article cite_this copy_link copied
    search search_hint filters results nothing_found clear_all tour tour_next tour_back tour_end loading try_again
}

/// A name and its word, one pair after the other.
pub type Label = (String, String);

thread_local! {
    /// Every set of words that was asked for: pages have few, and elements that come and go share them.
    static SETS: RefCell<Vec<(Vec<Label>, &'static Words)>> = const { RefCell::new(Vec::new()) };
}

/// The words with some of them replaced; names that are not in [`LABELS`] are ignored.
pub fn with_labels(words: &'static Words, labels: &[Label]) -> &'static Words {
    if labels.is_empty() {
        return words;
    }
    SETS.with_borrow_mut(|sets| {
        let known = sets.iter().find(|(set, known)| set == labels && known.tag == words.tag);
        if let Some((_, known)) = known {
            return *known;
        }
        let mut changed = *words;
        for (name, place) in LABELS.split_whitespace().zip(places(&mut changed)) {
            if let Some((_, text)) = labels.iter().find(|(label, _)| label == name) {
                *place = Box::leak(text.clone().into_boxed_str());
            }
        }
        let changed: &'static Words = Box::leak(Box::new(changed));
        sets.push((labels.to_vec(), changed));
        changed
    })
}

#[cfg(test)]
mod tests {
    use super::{ENGLISH, LABELS, places, with_labels};

    fn label(name: &str, text: &str) -> (String, String) {
        (name.to_owned(), text.to_owned())
    }

    #[test]
    fn words_are_replaced_by_name_and_only_once() {
        let labels = [label("parties", "Who is in it"), label("nonsense", "x")];
        let words = with_labels(&ENGLISH, &labels);
        assert_eq!(words.parties, "Who is in it");
        assert_eq!(words.brief, ENGLISH.brief);
        assert!(std::ptr::eq(words, with_labels(&ENGLISH, &labels)), "the same set is made once");
        assert!(std::ptr::eq(with_labels(&ENGLISH, &[]), &raw const ENGLISH));
    }

    #[test]
    fn every_name_has_its_own_word() {
        let names: Vec<&str> = LABELS.split_whitespace().collect();
        for (at, name) in names.iter().enumerate() {
            let words = with_labels(&ENGLISH, &[label(name, "Ω")]);
            let replaced = places(&mut { *words }).map(|word| *word == "Ω").collect::<Vec<_>>();
            assert_eq!(replaced.iter().position(|it| *it), Some(at), "{name}");
            assert_eq!(replaced.iter().filter(|it| **it).count(), 1, "{name}");
        }
    }
}
