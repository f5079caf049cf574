//! The texts of a document, which lie side by side in pages.
//!
//! A document of 100,000 conditions has three million texts, most of them ten bytes long: each in memory of its own took
//! as much again for where it lay.

use std::cell::{OnceCell, RefCell};
use std::cmp::Ordering;
use std::fmt;
use std::num::NonZero;
use std::ops::Deref;
use std::rc::Rc;

use serde::{Serialize, Serializer};

/// So many bytes stand on a page, which has to have numbers for them.
const PAGE: usize = 16 << 10;

/// The length of a text that is all of its page.
const ALL: u16 = u16::MAX;

/// A text of a document. It never changes; clones share it.
pub struct Text {
    /// None for what is empty.
    page: Option<Rc<Page>>,
    /// Counted from 1, so that no text at all takes no more room.
    start: NonZero<u16>,
    length: u16,
}

/// Blank until it is full.
type Page = OnceCell<String>;

/// Puts texts on pages, of all documents that are being read: those of one can be read once it is read to its end.
struct Press {
    page: Option<Rc<Page>>,
    text: String,
}

thread_local! {
    static PRESS: RefCell<Press> = const { RefCell::new(Press { page: None, text: String::new() }) };
}

impl Press {
    /// Puts one more text on the page, or on the next: alone, where it is longer than a page.
    fn print(&mut self, word: &str) -> Text {
        if self.text.len() + word.len() > PAGE {
            self.turn();
        }
        let start = NonZero::<u16>::MIN.saturating_add(self.text.len() as u16);
        self.text.push_str(word);
        let length = word.len().min(usize::from(ALL)) as u16;
        Text { page: Some(self.page.get_or_insert_default().clone()), start, length }
    }

    fn turn(&mut self) {
        // At once all that the next one is going to need: nothing of it is ever there twice.
        let text = std::mem::replace(&mut self.text, String::with_capacity(PAGE));
        if let Some(page) = self.page.take() {
            let _ = page.set(text);
        }
    }
}

/// No more texts are to come of a document: those that were printed can be read.
pub(super) fn turn() {
    PRESS.with_borrow_mut(Press::turn);
}

impl Text {
    /// A text on a page with others; it can be read after the next [`turn`].
    pub(super) fn printed(word: &str) -> Self {
        PRESS.with_borrow_mut(|press| press.print(word))
    }

    /// The text itself.
    #[inline(never)]
    pub fn as_str(&self) -> &str {
        let page = self.page.as_ref().and_then(|page| page.get()).map_or("", |page| page);
        let start = usize::from(self.start.get()) - 1;
        let range = start..start + usize::from(self.length);
        if self.length == ALL { page } else { page.get(range).unwrap_or_default() }
    }

    /// The same as a text of one's own.
    #[inline(never)]
    pub fn own(&self) -> String {
        self.as_str().to_owned()
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self { page: Some(Rc::new(OnceCell::from(text.to_owned()))), length: ALL, ..Self::default() }
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self::from(&*text)
    }
}

impl From<Text> for String {
    fn from(text: Text) -> Self {
        text.own()
    }
}

impl From<Text> for serde_json::Value {
    fn from(text: Text) -> Self {
        text.as_str().into()
    }
}

// Once for all who call it, as the other calls here: written out for each, texts would be 4 kB of code.
impl Clone for Text {
    #[inline(never)]
    fn clone(&self) -> Self {
        Self { page: self.page.clone(), ..*self }
    }
}

impl Default for Text {
    fn default() -> Self {
        Self { page: None, start: NonZero::<u16>::MIN, length: 0 }
    }
}

impl PartialEq for Text {
    #[inline(never)]
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for Text {}

impl PartialOrd for Text {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Text {
    fn cmp(&self, other: &Self) -> Ordering {
        self.as_str().cmp(other)
    }
}

impl PartialEq<Text> for &str {
    fn eq(&self, other: &Text) -> bool {
        **self == **other
    }
}

impl PartialEq<str> for Text {
    #[inline(never)]
    fn eq(&self, other: &str) -> bool {
        **self == *other
    }
}

impl PartialEq<String> for Text {
    fn eq(&self, other: &String) -> bool {
        **self == **other
    }
}

impl PartialEq<&str> for Text {
    fn eq(&self, other: &&str) -> bool {
        **self == **other
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Text {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        String::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        String::json_schema(generator)
    }
}

#[cfg(test)]
mod tests {
    use super::{PAGE, Text, turn};

    #[test]
    fn all_that_is_printed_can_be_read_whatever_its_length() {
        let lengths = [0, 1, 20, PAGE - 1, PAGE, PAGE + 1, 65_535, 65_536, 70_000, 3, PAGE - 3, 1, 0];
        let words: Vec<String> =
            (0_u8..).zip(lengths).map(|(at, length)| char::from(b'a' + at).to_string().repeat(length)).collect();
        let texts: Vec<Text> = words.iter().map(|word| Text::printed(word)).collect();
        turn();
        assert!(texts.iter().zip(&words).all(|(text, word)| **text == **word));
        assert!(words.iter().all(|word| *Text::from(&**word) == **word));
        assert_eq!(&*Text::default(), "");
    }

    #[test]
    fn a_text_takes_two_words_of_memory_whether_it_may_be_absent_or_not() {
        assert_eq!(size_of::<Option<Text>>(), size_of::<Text>());
        assert_eq!(size_of::<Text>(), 2 * size_of::<usize>());
    }
}
