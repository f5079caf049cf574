//! The texts of a document, which lie side by side in pages.
//!
//! A document of 100,000 conditions has three million texts, most of them ten bytes long: each in memory of its own took
//! as much again for where it lay.

use std::cell::OnceCell;
use std::cmp::Ordering;
use std::fmt;
use std::num::NonZero;
use std::ops::Deref;
use std::rc::Rc;

use serde::{Serialize, Serializer};

/// So many bytes stand on a page, which has to have numbers for them; what is longer has a page of its own.
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
type Page = OnceCell<Box<str>>;

/// Puts texts on pages. They can be read once [`Press::turn`] was called.
#[derive(Debug, Default)]
pub(crate) struct Press {
    page: Rc<Page>,
    text: String,
}

impl Press {
    /// Puts one more text on the page, or on the next.
    pub(crate) fn print(&mut self, word: &str) -> Text {
        if word.len() > PAGE {
            return word.into();
        }
        if self.text.len() + word.len() > PAGE {
            self.turn();
        }
        // At once all that it is going to need: what is long does not grow by doubling.
        if self.text.is_empty() {
            self.text.reserve_exact(PAGE);
        }
        let start = NonZero::<u16>::MIN.saturating_add(self.text.len() as u16);
        self.text.push_str(word);
        Text { page: Some(self.page.clone()), start, length: word.len() as u16 }
    }

    /// The page is full, or no more is to come.
    pub(crate) fn turn(&mut self) {
        let page = std::mem::take(&mut self.page);
        let _ = page.set(std::mem::take(&mut self.text).into());
    }
}

impl Text {
    /// The text itself.
    #[inline(never)]
    pub fn as_str(&self) -> &str {
        let page = self.page.as_ref().and_then(|page| page.get()).map_or("", |page| page);
        let start = usize::from(self.start.get()) - 1;
        let range = start..start + usize::from(self.length);
        if self.length == ALL { page } else { page.get(range).unwrap_or_default() }
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
        Self { page: Some(Rc::new(OnceCell::from(Box::from(text)))), length: ALL, ..Self::default() }
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self::from(&*text)
    }
}

impl From<Text> for String {
    #[inline(never)]
    fn from(text: Text) -> Self {
        text.as_str().to_owned()
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
    use super::{PAGE, Press, Text};

    #[test]
    fn all_that_is_printed_can_be_read_whatever_its_length() {
        let lengths = [0, 1, 20, PAGE - 1, PAGE, PAGE + 1, 65_535, 65_536, 70_000, 3, PAGE - 3, 1, 0];
        let words: Vec<String> =
            (0_u8..).zip(lengths).map(|(at, length)| char::from(b'a' + at).to_string().repeat(length)).collect();
        let mut press = Press::default();
        let texts: Vec<Text> = words.iter().map(|word| press.print(word)).collect();
        press.turn();
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
