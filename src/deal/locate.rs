//! Finds the lines and columns of many paths in one pass over the text of a document.
//!
//! The parser keeps no places, because a document without a fault needs none. Where there are faults, the text is
//! walked once more along a tree of the paths that are asked for; everything beside them is skipped over.

use crate::deal::gather::Gather;
use crate::deal::sort::sort_by_key;
use std::collections::HashMap;

use super::issue::{Fault, Issue};
use super::json::Json;
use super::path::{Path, Segment};

/// A place in a text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place {
    /// The line, counted from 1.
    pub(crate) line: u32,
    /// The column in characters, counted from 1.
    pub(crate) column: u32,
}

impl Place {
    pub(crate) const START: Self = Self { line: 1, column: 1 };

    /// The place right after a text.
    pub(crate) fn after(text: &str) -> Self {
        let mut place = Self::START;
        place.pass(text);
        place
    }

    /// The place of a line and a column in bytes, both counted from 1 as the JSON parser does.
    pub(crate) fn of_byte_column(text: &str, line: usize, column: usize) -> Self {
        let bytes = text.split('\n').nth(line.saturating_sub(1)).unwrap_or_default().bytes();
        let characters = bytes.take(column).filter(|byte| is_start(*byte)).count();
        Self { line: line.max(1) as u32, column: characters.max(1) as u32 }
    }

    fn pass(&mut self, text: &str) {
        for byte in text.bytes() {
            match byte {
                b'\n' => *self = Self { line: self.line + 1, column: 1 },
                byte => self.column += u32::from(is_start(byte)),
            }
        }
    }
}

/// Whether a byte of UTF-8 begins a character.
fn is_start(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}

/// Sets the line and column of issues of a document, given its text: those of the key where a key is at fault, of the
/// value in every other case.
pub fn place(text: &str, issues: &mut [Issue]) {
    let offsets = offsets(text, issues);
    let mut order: Vec<(usize, &mut Issue)> = offsets.into_iter().zip(issues).gather();
    sort_by_key(&mut order, |(offset, _)| *offset);
    let (mut place, mut passed) = (Place::START, 0);
    for (offset, issue) in order {
        place.pass(text.get(passed..offset).unwrap_or_default());
        passed = offset;
        issue.put(place);
    }
}

fn offsets(text: &str, issues: &[Issue]) -> Vec<usize> {
    let mut wanted = Wanted { nodes: vec![Node::default()] };
    let nodes: Vec<usize> = issues.iter().map(|issue| wanted.insert(&issue.path)).gather();
    let mut scan = Scan { text, at: 0 };
    scan.value(&mut wanted, 0);
    let find = |(issue, node): (&Issue, usize)| {
        let Some(node) = wanted.nodes.get_mut(node) else { return 0 };
        match issue.fault {
            Fault::TwiceKey { .. } => node.again.next().unwrap_or(node.key),
            Fault::UnknownKey { .. } => node.key,
            _ => node.value,
        }
    };
    issues.iter().zip(nodes).map(find).gather()
}

/// The paths that are asked for, as a tree.
struct Wanted<'i> {
    nodes: Vec<Node<'i>>,
}

/// A value that is asked for, or that has such a value inside.
#[derive(Default)]
struct Node<'i> {
    keys: HashMap<&'i str, usize>,
    indexes: HashMap<usize, usize>,
    key: usize,
    value: usize,
    seen: bool,
    /// Where the same key stands again.
    again: Again,
}

/// Offsets that are handed out one by one.
#[derive(Default)]
struct Again {
    offsets: Vec<usize>,
    next: usize,
}

impl Again {
    fn next(&mut self) -> Option<usize> {
        self.next += 1;
        self.offsets.get(self.next - 1).copied()
    }
}

impl<'i> Wanted<'i> {
    fn insert(&mut self, path: &'i Path) -> usize {
        let mut at = 0;
        for segment in &path.0 {
            let next = self.nodes.len();
            let Some(node) = self.nodes.get_mut(at) else { return at };
            at = match segment {
                Segment::Key(key) => *node.keys.entry(key).or_insert(next),
                Segment::Index(index) => *node.indexes.entry(*index).or_insert(next),
            };
            if at == next {
                self.nodes.push(Node::default());
            }
        }
        at
    }
}

/// A walk through text that is known to be JSON; on anything else it ends early, but it ends.
struct Scan<'t> {
    text: &'t str,
    at: usize,
}

impl Scan<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The next byte that is no white space.
    fn solid(&mut self) -> Option<u8> {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.peek() {
            self.at += 1;
        }
        self.peek()
    }

    fn eat(&mut self, byte: u8) -> bool {
        let found = self.solid() == Some(byte);
        self.at += usize::from(found);
        found
    }

    /// A value that is asked for. Goes as deep as the wanted path does, which the parser's limit bounds.
    fn value(&mut self, wanted: &mut Wanted<'_>, node: usize) {
        let first = self.solid();
        let Some(target) = wanted.nodes.get_mut(node) else { return };
        target.value = self.at;
        let leaf = target.keys.is_empty() && target.indexes.is_empty();
        match first {
            Some(b'{') if !leaf => self.object(wanted, node),
            Some(b'[') if !leaf => self.array(wanted, node),
            _ => self.skip(),
        }
    }

    fn object(&mut self, wanted: &mut Wanted<'_>, node: usize) {
        self.at += 1;
        while self.solid() == Some(b'"') {
            let start = self.at;
            self.string();
            let literal = self.text.get(start..self.at).unwrap_or_default();
            let key = match Json::parse(literal, 0) {
                Some(Json::String(key)) => key,
                _ => String::new(),
            };
            if !self.eat(b':') {
                return;
            }
            let child = wanted.nodes.get(node).and_then(|node| node.keys.get(key.as_str()).copied());
            match child.and_then(|child| Some((child, wanted.nodes.get_mut(child)?))) {
                Some((child, target)) if !target.seen => {
                    (target.seen, target.key) = (true, start);
                    self.value(wanted, child);
                }
                Some((_, target)) => {
                    target.again.offsets.push(start);
                    self.skip();
                }
                None => self.skip(),
            }
            if !self.eat(b',') {
                break;
            }
        }
        self.eat(b'}');
    }

    fn array(&mut self, wanted: &mut Wanted<'_>, node: usize) {
        self.at += 1;
        let mut index = 0;
        while !matches!(self.solid(), None | Some(b']')) {
            match wanted.nodes.get(node).and_then(|node| node.indexes.get(&index).copied()) {
                Some(child) => self.value(wanted, child),
                None => self.skip(),
            }
            index += 1;
            if !self.eat(b',') {
                break;
            }
        }
        self.eat(b']');
    }

    /// Passes over a whole value without going down, so that depth does not matter.
    fn skip(&mut self) {
        let mut depth = 0usize;
        while let Some(byte) = self.solid() {
            match byte {
                b'"' => self.string(),
                b'{' | b'[' => {
                    depth += 1;
                    self.at += 1;
                }
                b'}' | b']' | b',' | b':' if depth == 0 => return,
                b'}' | b']' => {
                    depth -= 1;
                    self.at += 1;
                }
                b',' | b':' => {
                    self.at += 1;
                    continue;
                }
                _ => self.word(),
            }
            if depth == 0 {
                return;
            }
        }
    }

    fn string(&mut self) {
        self.at += 1;
        while let Some(byte) = self.peek() {
            self.at += if byte == b'\\' { 2 } else { 1 };
            if byte == b'"' {
                return;
            }
        }
    }

    /// A number, `true`, `false` or `null`.
    fn word(&mut self) {
        while !matches!(self.peek(), None | Some(b' ' | b'\n' | b'\r' | b'\t' | b',' | b':' | b']' | b'}' | b'"')) {
            self.at += 1;
        }
    }
}
