//! JSON values, and how text is read as one (RFC 8259).
//!
//! `serde_json` gives no value in which a key stands twice, and its reader and its maps would be a tenth of the widget.
//! Only its words for what is no JSON are used, where somebody has to mend it.

use std::borrow::Cow;

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::number::number;

/// A JSON value.
#[derive(Debug, Clone, PartialEq)]
pub enum Json {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number as it is written, so that it stays exact.
    Number(String),
    /// `"…"`
    String(String),
    /// `[…]`
    Array(Vec<Json>),
    /// `{…}`: the entries as they stand, also where a key stands twice.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// The value that the text is, if it is one and nests no deeper than that.
    pub(crate) fn parse(text: &str, deepest: usize) -> Option<Self> {
        let mut parser = Parser { bytes: text.as_bytes(), at: 0, deepest, broken: false };
        let value = parser.value()?;
        parser.solid().is_none().then_some(value)
    }

    /// The value as a number, if it is one.
    pub(crate) fn as_f64(&self) -> Option<f64> {
        match self {
            Self::Number(written) => number(written),
            _ => None,
        }
    }

    /// The value of an object's key.
    pub(crate) fn get(&self, key: &str) -> Option<&Self> {
        match self {
            Self::Object(entries) => entries.iter().find(|(other, _)| other == key).map(|(_, value)| value),
            _ => None,
        }
    }
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Number(written) => serde_json::from_str::<serde_json::Number>(written).ok().serialize(serializer),
            Self::String(text) => serializer.serialize_str(text),
            Self::Array(items) => items.serialize(serializer),
            Self::Object(entries) => print_entries(entries, serializer),
        }
    }
}

pub(super) fn print_entries<S: Serializer>(entries: &[(String, Json)], serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(entries.len()))?;
    for (key, value) in entries {
        map.serialize_entry(key, value)?;
    }
    map.end()
}

/// A walk through text that ends at the first thing that is not JSON, or not UTF-8 where that may stand.
pub(crate) struct Parser<'t> {
    pub(super) bytes: &'t [u8],
    pub(super) at: usize,
    /// How many more levels of nesting there may be.
    pub(super) deepest: usize,
    /// Whether something that was read is no value of its type.
    pub(super) broken: bool,
}

impl<'t> Parser<'t> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// What was passed over since then.
    fn since(&self, start: usize) -> Option<&'t str> {
        std::str::from_utf8(self.bytes.get(start..self.at)?).ok()
    }

    /// The next byte that is no white space.
    pub(super) fn solid(&mut self) -> Option<u8> {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.peek() {
            self.at += 1;
        }
        self.peek()
    }

    /// Passes over what is there, if it is this.
    pub(super) fn eat(&mut self, word: &str) -> Option<()> {
        let found = self.bytes.get(self.at..)?.starts_with(word.as_bytes());
        self.at += if found { word.len() } else { 0 };
        found.then_some(())
    }

    pub(super) fn value(&mut self) -> Option<Json> {
        match self.solid()? {
            b'{' => {
                let mut entries = Vec::new();
                self.list(b'}', &mut |parser| {
                    let key = parser.key()?.into_owned();
                    entries.push((key, parser.value()?));
                    Some(())
                })?;
                Some(Json::Object(entries))
            }
            b'[' => {
                let mut items = Vec::new();
                self.list(b']', &mut |parser| {
                    items.push(parser.value()?);
                    Some(())
                })?;
                Some(Json::Array(items))
            }
            b'"' => self.word().map(|text| Json::String(text.into_owned())),
            b'n' => self.eat("null").map(|()| Json::Null),
            b't' => self.eat("true").map(|()| Json::Bool(true)),
            b'f' => self.eat("false").map(|()| Json::Bool(false)),
            _ => self.number().map(|(written, _)| Json::Number(written.to_owned())),
        }
    }

    /// What stands between brackets, with commas between.
    pub(super) fn list(&mut self, close: u8, item: &mut dyn FnMut(&mut Self) -> Option<()>) -> Option<()> {
        self.deepest = self.deepest.checked_sub(1)?;
        self.at += 1;
        let mut next = self.solid()?;
        while next != close {
            item(self)?;
            next = self.solid()?;
            if next == b',' {
                self.at += 1;
                // Another one has to come.
                next = 0;
            } else if next != close {
                return None;
            }
        }
        self.at += 1;
        self.deepest += 1;
        Some(())
    }

    /// A key, and the colon after it.
    pub(super) fn key(&mut self) -> Option<Cow<'t, str>> {
        self.solid()?;
        let key = self.word()?;
        let colon = self.solid()? == b':';
        self.at += 1;
        colon.then_some(key)
    }

    /// What stands between quotation marks: as it stands there, but where something is written in other signs.
    pub(super) fn word(&mut self) -> Option<Cow<'t, str>> {
        let mut out = Cow::Borrowed("");
        let mut end = self.peek()?;
        if end != b'"' {
            return None;
        }
        loop {
            self.at += 1;
            if end == b'\\' {
                let escaped = self.escape()?;
                out.to_mut().push(escaped);
            }
            let start = self.at;
            self.at += plain(self.bytes.get(start..)?);
            out += self.since(start)?;
            end = self.peek()?;
            if end == b'"' {
                self.at += 1;
                return Some(out);
            }
            if end != b'\\' {
                return None;
            }
        }
    }

    fn escape(&mut self) -> Option<char> {
        let byte = self.peek()?;
        self.at += 1;
        Some(match byte {
            b'"' | b'\\' | b'/' => char::from(byte),
            b'b' => '\u{8}',
            b'f' => '\u{C}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => match self.unit()? {
                // The first half of a character beyond U+FFFF.
                high @ 0xD800..0xDC00 => {
                    self.eat("\\u")?;
                    let low = self.unit()?.checked_sub(0xDC00).filter(|low| *low < 0x400)?;
                    char::from_u32(0x1_0000 + ((high - 0xD800) << 10) + low)?
                }
                unit => char::from_u32(unit)?,
            },
            _ => return None,
        })
    }

    /// Four hexadecimal digits.
    fn unit(&mut self) -> Option<u32> {
        let start = self.at;
        self.at += 4;
        self.since(start)?.chars().try_fold(0, |unit, digit| Some(unit * 16 + digit.to_digit(16)?))
    }

    /// A number, as it is written and what it is.
    pub(super) fn number(&mut self) -> Option<(&'t str, f64)> {
        let start = self.at;
        while let Some(b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E') = self.peek() {
            self.at += 1;
        }
        let written = self.since(start)?;
        number(written).map(|value| (written, value))
    }
}

/// How many bytes from the first one on stand for themselves in a string: no control, quotation mark or backslash. Eight
/// are looked at in one: nearly all of a document are such.
fn plain(bytes: &[u8]) -> usize {
    const ONES: u64 = 0x0101_0101_0101_0101;
    // The highest bit of each byte that is less than the other; wrong only after a byte where it is right.
    let less = |bytes: u64, than: u8| bytes.wrapping_sub(ONES * u64::from(than)) & !bytes;
    let is = |bytes: u64, byte: u8| less(bytes ^ (ONES * u64::from(byte)), 1);
    let mut at = 0;
    while let Some(eight) = bytes.get(at..).and_then(|rest| rest.first_chunk()) {
        let eight = u64::from_le_bytes(*eight);
        let ends = (less(eight, b' ') | is(eight, b'"') | is(eight, b'\\')) & (ONES << 7);
        if ends != 0 {
            return at + ends.trailing_zeros() as usize / 8;
        }
        at += 8;
    }
    let ends = |byte: &u8| *byte < b' ' || *byte == b'"' || *byte == b'\\';
    let rest = bytes.get(at..).unwrap_or_default();
    at + rest.iter().position(ends).unwrap_or(rest.len())
}

#[cfg(test)]
mod tests {
    use super::{Json, plain};

    #[test]
    fn eight_bytes_at_a_time_end_where_one_by_one_do() {
        for length in 0..20 {
            for byte in 0..=u8::MAX {
                for at in 0..length {
                    let mut bytes = vec![b'a'; length];
                    bytes[at] = byte;
                    let ends = byte < b' ' || byte == b'"' || byte == b'\\';
                    assert_eq!(plain(&bytes), if ends { at } else { length }, "{byte} at {at} of {length}");
                    // After an end anything may come.
                    bytes.extend([b'"', 0x80, b'!', byte]);
                    assert_eq!(plain(&bytes), if ends { at } else { length });
                }
            }
        }
    }

    fn agrees(text: &str) {
        let theirs = serde_json::from_str::<serde_json::Value>(text);
        match (Json::parse(text, 127), theirs) {
            (None, Err(_)) => {}
            (Some(ours), Ok(theirs)) => assert_eq!(serde_json::to_value(&ours).unwrap(), theirs, "{text:?}"),
            (ours, theirs) => panic!("{text:?}: {ours:?}, and by serde_json {theirs:?}"),
        }
    }

    #[test]
    fn reads_and_refuses_what_serde_json_does() {
        let sound = "null true false 0 -0 1.5 -12e3 1E+2 1e-400 0e999 \"\" [] {} [1,2] [[[]]] {\"a\":{\"b\":[null]}}";
        sound.split(' ').for_each(agrees);
        let strings = [r#""\"\\\/\b\f\n\r\t\u00e4""#, r#""\ud83d\ude00ä😀""#, " [ 1 ,\t2\r\n] "];
        strings.into_iter().for_each(agrees);
        for broken in [
            "",
            " ",
            "nul",
            "nulll",
            "tru",
            "01",
            "-",
            "+1",
            "1.",
            ".5",
            "1e",
            "1e+",
            "0x1",
            "1e999",
            "-1e400",
            "1 2",
            "[1,]",
            "[,1]",
            "[1 2]",
            "[",
            "]",
            "{",
            "{\"a\"}",
            "{\"a\":}",
            "{\"a\":1,}",
            "{a:1}",
            "{1:1}",
            "{\"a\":1 \"b\":2}",
            "\"",
            "\"\n\"",
            "\"\\x\"",
            "\"\\u12\"",
            "\"\\u12g4\"",
            "\"\\ud83d\"",
            "\"\\ud83dx\"",
            "\"\\ude00\"",
            "\"\\ud83d\\u0041\"",
            "\"\\u+123\"",
            "'a'",
            "\u{FEFF}1",
            "[1]]",
            "NaN",
            "Infinity",
            "--1",
            "1-2",
            "1.2.3",
            "1e5e5",
        ] {
            assert!(Json::parse(broken, 127).is_none(), "{broken:?}");
            agrees(broken);
        }
        for depth in [126, 127, 128] {
            agrees(&format!("{}{}", "[".repeat(depth), "]".repeat(depth)));
            agrees(&format!("{}1{}", "{\"a\":".repeat(depth), "}".repeat(depth)));
        }
    }
}
