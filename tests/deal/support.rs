//! A small deal that keeps every rule, and a way to break it at a marked place.
#![allow(dead_code, unreachable_pub)]

use deal_explorer::deal::{Issue, Reading, Severity, open, read};
use deal_explorer::words::faults;

pub const SMALL: &str = include_str!("small.json");

/// The small deal with fragments replaced. Each `§` in the text marks where an issue is expected, in the text's order;
/// the marks themselves are taken out, and their lines and columns are counted here, the plain way.
pub struct Broken {
    text: String,
}

impl Broken {
    pub fn new(old: &str, new: &str) -> Self {
        Self { text: SMALL.to_owned() }.and(old, new)
    }

    pub fn text(text: &str) -> Self {
        Self { text: text.to_owned() }
    }

    pub fn and(mut self, old: &str, new: &str) -> Self {
        assert!(self.text.contains(old), "the deal has no {old:?}");
        self.text = self.text.replacen(old, new, 1);
        self
    }

    /// Reads the deal and compares what is said of it: rule, path, message, hint, in the order of the text.
    #[track_caller]
    pub fn says(self, expected: &[(&str, &str, &str, Option<&str>)]) {
        let (text, places) = unmark(&self.text);
        let issues = read(text.as_bytes()).issues;
        // Readers, who hear nothing of it, are refused by the same rules.
        let errors = issues.iter().any(|issue| issue.severity() == Severity::Error);
        assert_eq!(open(text.as_bytes()).is_err(), errors);
        let lines: Vec<String> = issues.iter().map(faults::line).collect();
        assert_eq!(issues.len(), expected.len(), "{lines:#?}");
        for (at, (issue, (rule, path, message, hint))) in issues.iter().zip(expected).enumerate() {
            assert_eq!((issue.rule().name(), issue.path.to_string().as_str()), (*rule, *path));
            let said = faults::fault(&issue.fault);
            assert_eq!((said.message.as_str(), said.hint.as_deref()), (*message, *hint));
            let place = places.get(at.min(places.len() - 1)).copied();
            assert_eq!(Some((issue.line, issue.column)), place, "the place of {path}");
        }
    }

    #[track_caller]
    pub fn keeps_every_rule(self) {
        let reading = read(self.text.as_bytes());
        assert!(reading.deal.is_some() && reading.issues.is_empty(), "{:#?}", lines(&reading));
    }
}

fn unmark(marked: &str) -> (String, Vec<(u32, u32)>) {
    let (mut text, mut places, mut line, mut column) = (String::new(), Vec::new(), 1, 1);
    for c in marked.chars() {
        match c {
            '§' => {
                places.push((line, column));
                continue;
            }
            '\n' => (line, column) = (line + 1, 1),
            _ => column += 1,
        }
        text.push(c);
    }
    (text, places)
}

pub fn lines(reading: &Reading) -> Vec<String> {
    reading.issues.iter().map(faults::line).collect()
}

/// What a path leads to in a value.
pub fn resolve<'v>(value: &'v serde_json::Value, issue: &Issue) -> Option<&'v serde_json::Value> {
    use deal_explorer::deal::Segment;
    issue.path.0.iter().try_fold(value, |value, segment| match segment {
        Segment::Key(key) => value.get(key),
        Segment::Index(index) => value.get(index),
    })
}
