//! Where in a document a value stands.

use std::fmt::Write;

/// One step from a JSON value to a value inside it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Segment {
    /// The value of an object's key.
    Key(String),
    /// An array's element, counted from 0.
    Index(usize),
}

/// Where in the document a value stands, printed as a `JSONPath` (RFC 9535): `$.conditions[2].by[0]`.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Path(pub Vec<Segment>);

impl Path {
    /// This path and one key more.
    #[must_use]
    pub fn key(&self, key: &str) -> Self {
        let mut longer = self.clone();
        longer.0.push(Segment::Key(key.to_owned()));
        longer
    }

    /// This path and one array index more.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        let mut longer = self.clone();
        longer.0.push(Segment::Index(index));
        longer
    }
}

impl std::fmt::Display for Path {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("$")?;
        for segment in &self.0 {
            match segment {
                Segment::Index(index) => write!(f, "[{index}]")?,
                Segment::Key(key) if is_plain(key) => write!(f, ".{key}")?,
                Segment::Key(key) => write!(f, "['{}']", Escaped(key))?,
            }
        }
        Ok(())
    }
}

/// A key between single quotation marks as RFC 9535 (2.3.1.1) writes it.
struct Escaped<'k>(&'k str);

impl std::fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.chars().try_for_each(|c| match c {
            '\'' | '\\' => write!(f, "\\{c}"),
            '\n' => f.write_str("\\n"),
            '\t' => f.write_str("\\t"),
            '\r' => f.write_str("\\r"),
            c if c.is_control() => write!(f, "\\u{:04x}", u32::from(c)),
            c => f.write_char(c),
        })
    }
}

fn is_plain(key: &str) -> bool {
    !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}

#[cfg(test)]
mod tests {
    use super::Path;

    #[test]
    fn paths_print_as_json_paths() {
        let path = Path::default().key("conditions").index(2).key("x-note").key("it's \\ \n\u{1}ä").key("").key("by_2");
        assert_eq!(path.to_string(), r"$.conditions[2]['x-note']['it\'s \\ \n\u0001ä'][''].by_2");
        assert_eq!(Path::default().to_string(), "$");
    }
}
