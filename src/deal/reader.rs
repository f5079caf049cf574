//! Reading JSON values into Rust types without stopping at the first fault.
//!
//! `serde`'s own `Deserialize` ends at the first error; an author wants them all. So each type reads itself from a
//! parsed value, reports what is wrong to the [`Reader`], and goes on with a placeholder. A document with any error
//! is thrown away as a whole, so no placeholder is ever seen.
//!
//! So reads whoever has to mend a document. A page only has to know whether there is a fault: it reads by the same types
//! in another way (`quick.rs`), and all of this is left out of the widget.

use super::issue::{Fault, Issue, Shape};
use super::json::Json;
use super::nearest::nearest;
use super::path::{Path, Segment};
use super::record::Extra;
use super::sort::sort_by_key;
use super::value::FromJson;
use crate::deal::gather::Gather;

/// One step down from a value to a value inside it.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Step<'k> {
    Key(&'k str),
    Index(usize),
}

/// Collects the faults found on the way through a value, each with its path.
#[derive(Debug, Default)]
pub(crate) struct Reader {
    steps: Vec<Segment>,
    pub(crate) issues: Vec<Issue>,
}

impl Reader {
    /// Steps down into a value.
    fn enter(&mut self, step: Step<'_>) {
        self.steps.push(match step {
            Step::Key(key) => Segment::Key(key.to_owned()),
            Step::Index(index) => Segment::Index(index),
        });
    }

    /// Steps back up.
    fn leave(&mut self) {
        self.steps.pop();
    }

    /// Reports a fault of the value that is being read.
    pub(crate) fn report(&mut self, fault: impl FnOnce() -> Fault) {
        self.issues.push(Issue::new(fault(), Path(self.steps.clone())));
    }

    /// Reads the value that the step leads to.
    pub(crate) fn within<T: FromJson>(&mut self, step: Step<'_>, value: Json) -> T {
        self.enter(step);
        let read = T::from_json(value, self);
        self.leave();
        read
    }

    /// The fields of the object that `value` should be.
    pub(crate) fn object(&mut self, value: Json) -> Option<Fields> {
        match value {
            Json::Object(entries) => Some(Fields { entries, absent: Vec::new() }),
            other => {
                self.mismatch(Shape::Object, &other);
                None
            }
        }
    }

    /// Which of the words the value is.
    pub(crate) fn choose(&mut self, value: &Json, words: &'static [&'static str]) -> Option<usize> {
        let Json::String(word) = value else {
            self.mismatch(Shape::String, value);
            return None;
        };
        let at = words.iter().position(|known| known == word);
        if at.is_none() {
            self.report(|| Fault::not_one_of(word, words));
        }
        at
    }

    /// Reports that a value has another shape than it should.
    pub(crate) fn mismatch(&mut self, expected: Shape, found: &Json) {
        self.report(|| Fault::WrongType { expected, found: Shape::of(found) });
        self.foreign(found);
    }

    /// Looks for keys that stand twice inside a value that is not read.
    fn foreign(&mut self, value: &Json) {
        match value {
            Json::Array(items) => {
                for (at, item) in items.iter().enumerate() {
                    self.enter(Step::Index(at));
                    self.foreign(item);
                    self.leave();
                }
            }
            Json::Object(entries) => {
                for ((key, value), again) in entries.iter().zip(again(entries)) {
                    self.enter(Step::Key(key));
                    if again {
                        self.report(|| Fault::TwiceKey { key: key.clone() });
                    } else {
                        self.foreign(value);
                    }
                    self.leave();
                }
            }
            _ => {}
        }
    }
}

/// Which entries have a key that stood before.
#[inline(never)]
pub(super) fn again(entries: &[(String, Json)]) -> Vec<bool> {
    let mut keys: Vec<(&String, usize)> = entries.iter().zip(0..).map(|((key, _), at)| (key, at)).gather();
    sort_by_key(&mut keys, |(key, _)| *key);
    let mut again = vec![false; entries.len()];
    let mut before = None;
    for (key, at) in keys {
        if let Some(again) = again.get_mut(at) {
            *again = before == Some(key);
        }
        before = Some(key);
    }
    again
}

/// The fields of an object, to be taken out one by one.
pub(crate) struct Fields {
    entries: Vec<(String, Json)>,
    absent: Vec<&'static str>,
}

impl Fields {
    /// The value of one key.
    pub(crate) fn take<T: FromJson>(&mut self, key: &'static str, reader: &mut Reader) -> T {
        match self.pull(key) {
            Some(value) => reader.within(Step::Key(key), value),
            None => T::absent(key, reader),
        }
    }

    // Once for all types: written out for each, reading would be twice the code.
    #[inline(never)]
    fn pull(&mut self, key: &'static str) -> Option<Json> {
        let at = self.entries.iter().position(|(known, _)| known == key);
        if at.is_none() {
            self.absent.push(key);
        }
        at.map(|at| self.entries.remove(at).1)
    }

    /// What is left when all known keys are taken: those that begin with `x-` are kept, others reported.
    pub(crate) fn rest(self, keys: &[&[&'static str]], reader: &mut Reader) -> Extra {
        let mut extra = Extra::default();
        let known = || keys.iter().flat_map(|list| list.iter().copied());
        let again = again(&self.entries);
        for ((key, value), again) in self.entries.into_iter().zip(again) {
            reader.enter(Step::Key(&key));
            if again || known().any(|known| known == key) {
                reader.report(|| Fault::TwiceKey { key: key.clone() });
            } else {
                reader.foreign(&value);
                if !key.starts_with("x-") {
                    // A key that is there already is hardly the one that was meant.
                    let near = || nearest(&key, self.absent.iter().copied()).or_else(|| nearest(&key, known()));
                    reader.report(|| Fault::UnknownKey { key: key.clone(), nearest: near().map(str::to_owned) });
                }
            }
            reader.leave();
            extra.0.push((key, value));
        }
        extra
    }
}
