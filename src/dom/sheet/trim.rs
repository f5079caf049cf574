//! Style sheets without what only their authors read, taken out while the module is compiled.

/// How many bytes of the sheet stay.
pub(super) const fn length(css: &str) -> usize {
    walk(css, &mut [])
}

/// The bytes that stay.
pub(super) const fn trimmed<const LENGTH: usize>(css: &str) -> [u8; LENGTH] {
    let mut out = [0; LENGTH];
    walk(css, &mut out);
    out
}

/// Writes what stays as far as there is room, and counts it. Comments go, and white space where it means nothing: in
/// front of `{` and `}`, after these and after `;`, `:` and `,`. In front of a colon it stays, since it may part two
/// selectors; no comment and no string of the sheet holds what looks like the other.
const fn walk(css: &str, mut out: &mut [u8]) -> usize {
    let (mut rest, mut length, mut before) = (css.as_bytes(), 0, b'}');
    while let Some((byte, after)) = rest.split_first() {
        rest = after;
        if *byte == b'/' && matches!(rest, [b'*', ..]) {
            rest = after_comment(rest);
            continue;
        }
        let mut byte = *byte;
        if byte.is_ascii_whitespace() {
            let next = match rest {
                [next, ..] => *next,
                [] => b'}',
            };
            let comment = matches!(rest, [b'/', b'*', ..]);
            if next.is_ascii_whitespace() || comment || matches!(next, b'{' | b'}') || is_end(before) {
                continue;
            }
            byte = b' ';
        }
        if let [place, room @ ..] = out {
            *place = byte;
            out = room;
        }
        length += 1;
        before = byte;
    }
    length
}

/// Whether white space after it means nothing.
const fn is_end(byte: u8) -> bool {
    matches!(byte, b'{' | b'}' | b';' | b':' | b',')
}

const fn after_comment(mut rest: &[u8]) -> &[u8] {
    while let [_, after @ ..] = rest {
        if let [b'*', b'/', after @ ..] = rest {
            return after;
        }
        rest = after;
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::{length, trimmed};

    #[test]
    fn what_means_something_stays() {
        const CSS: &str =
            "/* a */\n.b :is(c, d)\n> e {\n  f: g(h - i) j;\n\n  k: l; /* m */\n}\n@n (o: p) { q { r: \" \"; } }\n";
        let trimmed: [u8; length(CSS)] = trimmed(CSS);
        let expected = ".b :is(c,d) > e{f:g(h - i) j;k:l;}@n (o:p){q{r:\" \";}}";
        assert_eq!(std::str::from_utf8(&trimmed), Ok(expected));
    }
}
