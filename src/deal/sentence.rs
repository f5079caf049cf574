//! Splitting prose into sentences, well enough to ask of each whether anything proves it.

use std::ops::Range;

use super::letter::is_letter;

/// Words that end with a full stop and take a name or a number after them.
const LEADING: &[&str] = &[
    "Mr", "Mrs", "Ms", "Mx", "Dr", "Prof", "Gen", "Sen", "Rep", "Gov", "Lt", "Col", "Sgt", "Cpl", "Capt", "Cmdr",
    "Adm", "Maj", "Brig", "Rev", "Hon", "Amb", "Sec", "Pres", "St", "Mt", "Ft", "No", "Nos", "vs", "Jan", "Feb", "Mar",
    "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec", "Art", "Sr", "Sra", "approx", "ca", "cf",
];

/// Words that end with a full stop and may end a sentence as well.
const TRAILING: &[&str] = &["Inc", "Ltd", "Co", "Corp", "Jr", "etc", "al", "Bros", "Ave", "Blvd", "Md", "Va", "Calif"];

/// Words that begin a sentence far more often than they are a name: they decide after `U.S.`, an initial and the like.
const OPENERS: &[&str] = &[
    "A",
    "According",
    "After",
    "All",
    "Also",
    "Although",
    "An",
    "And",
    "Another",
    "As",
    "At",
    "Before",
    "Both",
    "But",
    "By",
    "Despite",
    "During",
    "Each",
    "Even",
    "For",
    "From",
    "Having",
    "He",
    "Her",
    "Here",
    "His",
    "However",
    "I",
    "If",
    "In",
    "It",
    "Its",
    "Many",
    "Meanwhile",
    "Most",
    "My",
    "No",
    "Not",
    "Now",
    "Of",
    "On",
    "Or",
    "Other",
    "Our",
    "She",
    "Since",
    "So",
    "Some",
    "Still",
    "That",
    "The",
    "Their",
    "Then",
    "There",
    "These",
    "They",
    "This",
    "Those",
    "Though",
    "To",
    "Under",
    "Until",
    "We",
    "What",
    "When",
    "While",
    "Who",
    "With",
    "Yet",
    "You",
];

/// The sentences of a folded text, as ranges of bytes. What follows the last end is one as well.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut rest = text;
    while let Some(stop) = rest.find(is_stop) {
        let from = text.len() - rest.len() + stop;
        let run = text.get(from..).unwrap_or_default();
        let after = run.trim_start_matches(|c| is_stop(c) || is_closer(c));
        let stops = run.get(..run.len() - after.len()).unwrap_or_default();
        if ends(text.get(start..from).unwrap_or_default(), stops, after) {
            sentences.push(start..text.len() - after.len());
            start = text.len() - after.trim_start().len();
        }
        rest = after;
    }
    if start < text.len() {
        sentences.push(start..text.len());
    }
    sentences
}

/// Whether a text has the end of a sentence in it. Titles, captions and bylines have none.
pub(crate) fn is_prose(text: &str) -> bool {
    text.trim_end_matches(is_closer).ends_with(is_stop) || sentences(text).len() > 1
}

fn is_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？' | '؟' | '۔' | '।')
}

fn is_closer(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | ')' | ']' | '»' | '›' | '」' | '』' | '）')
}

/// Whether a sentence ends with the stops that stand between what is before and what is after.
fn ends(before: &str, stops: &str, after: &str) -> bool {
    if after.is_empty() || stops.starts_with(['。', '！', '？']) {
        return true;
    }
    if !after.starts_with(' ') {
        return false;
    }
    let next = after.trim_start_matches([' ', '"', '\'', '“', '‘', '(', '[', '«', '‹', '¿', '¡']);
    if next.starts_with(|c: char| c.is_lowercase() || is_stop(c) || matches!(c, '-' | '–' | '—' | ',' | ';')) {
        return false;
    }
    let opener = next.split(|c: char| !is_spelled(c)).next().unwrap_or_default();
    let word = before.rsplit([' ', '(', '“', '"']).next().unwrap_or_default();
    if !stops.starts_with('.') || stops.starts_with("..") || word.is_empty() {
        return true;
    }
    let in_doubt = is_acronym(word) || TRAILING.contains(&word);
    !LEADING.contains(&word) && (!in_doubt || OPENERS.contains(&opener))
}

/// `U.S`, `D.C`, `p.m`, or the initial `W`: single letters with full stops between.
fn is_acronym(word: &str) -> bool {
    let word = word.rsplit('-').next().unwrap_or(word);
    word.split('.').all(|part| part.chars().count() == 1 && part.chars().all(is_spelled))
}

/// Whether a word is spelled with it: a letter and no digit. Told without the standard library's table of all letters.
fn is_spelled(c: char) -> bool {
    is_letter(c) && !c.is_ascii_digit()
}

#[cfg(test)]
mod tests {
    use super::{is_prose, sentences};

    fn split(text: &str) -> Vec<&str> {
        sentences(text).into_iter().map(|range| &text[range]).collect()
    }

    #[track_caller]
    fn check(parts: &[&str]) {
        assert_eq!(split(&parts.join(" ")), parts);
    }

    #[test]
    fn sentences_end_with_a_stop() {
        check(&["They met.", "They talked!", "Did they agree?", "Nobody knows…", "Perhaps"]);
        check(&["It cost 5.5 million, or 2.5%.", "Then 7 left.", "400,000 stayed."]);
        assert!(split("").is_empty());
    }

    #[test]
    fn acronyms_titles_and_initials_do_not_end_one() {
        check(&["Sources tell CBS News that U.S. Envoy to Syria Michael Ratney wrote."]);
        check(&["Mr. Obama met St. John Smith Jr. Monday in Washington, D.C. Friday."]);
        check(&["George W. Bush and J. R. R. Tolkien met at 5 p.m. Eastern on Sept. 3."]);
        check(&["It met U.S.-backed rebels and the pro-U.S. Kurds."]);
        check(&["No. 5 went (approx. Ten), i.e. Five."]);
    }

    #[test]
    fn but_they_may_stand_at_the_end_of_one() {
        check(&["It was backed by the U.S.", "The deal is near."]);
        check(&["They met at 5 p.m.", "In the evening they left."]);
        check(&["He lives in Washington, D.C."]);
    }

    #[test]
    fn quotation_marks_and_dashes_go_with_their_sentence() {
        check(&["“Stop.”", "He left."]);
        check(&["“Stop!” he said – and left -- quickly.", "(They stayed.)", "'We.'", "\"You?\"", "“It.”"]);
        check(&["HANGZHOU, China -- The U.S. and Russia are near.", "That is it."]);
        check(&["Well . . . yes."]);
    }

    #[test]
    fn other_scripts_have_other_stops() {
        assert_eq!(split("会议结束。他们离开了！"), ["会议结束。", "他们离开了！"]);
        check(&["هل اتفقوا؟", "نعم."]);
    }

    #[test]
    fn captions_are_no_prose() {
        assert!(is_prose("It ended. Then"));
        assert!(is_prose("He lives in Washington, D.C."));
        assert!(is_prose("“Stop.”"));
        for line in [
            "U.S., Russia near groundbreaking deal on Syria",
            "Syrian children in war 02:30",
            "• Margaret Brennan",
            "Last Updated Sep 3, 2016 11:16 PM EDT",
        ] {
            assert!(!is_prose(line), "{line}");
        }
    }
}
