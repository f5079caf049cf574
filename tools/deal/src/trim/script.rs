//! Scripts and style sheets without comments and indentation, and with other names.

use anyhow::{Result, ensure};

use super::module::Names;

/// The text without lines that are comments, without indentation and empty lines. What stands within a line stays, so
/// that nothing has to be known of strings; text that runs over lines is refused, because it would lose its shape.
pub(super) fn trim(text: &str) -> Result<String> {
    let mut out = String::with_capacity(text.len());
    let mut comment = false;
    for line in text.lines().map(str::trim) {
        comment |= line.starts_with("/*");
        if comment {
            if let Some((_, after)) = line.split_once("*/") {
                ensure!(after.is_empty(), "after a comment stands `{after}`");
                comment = false;
            }
        } else if !line.is_empty() && !line.starts_with("//") {
            ensure!(line.matches('`').count() % 2 == 0, "a text runs over lines: `{line}`");
            out.push_str(line);
            out.push('\n');
        }
    }
    ensure!(!comment, "a comment does not end");
    Ok(out)
}

/// The text with every long name as the short one, where it stands as a word or as a whole string.
pub(super) fn rename(text: &str, names: &Names) -> Result<String> {
    let mut text = text.to_owned();
    for (long, short) in names {
        let mut pieces = text.split(long.as_str());
        let mut out = pieces.next().unwrap_or_default().to_owned();
        let mut found = false;
        for piece in pieces {
            let open = out.ends_with(is_of_name) || piece.starts_with(is_of_name);
            out.push_str(if open { long } else { short });
            out.push_str(piece);
            found |= !open;
        }
        ensure!(found || !long.starts_with("__wbg_"), "the glue does not know {long}");
        text = out;
    }
    Ok(text)
}

fn is_of_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == '$'
}

#[cfg(test)]
mod tests {
    use super::{rename, trim};

    #[test]
    fn comments_and_indentation_go_and_all_else_stays() -> anyhow::Result<()> {
        let text = "/** What\n * it is. */\nfunction a() {\n    // why\n\n    return 'b // c'; // d\n}\n";
        assert_eq!(trim(text)?, "function a() {\nreturn 'b // c'; // d\n}\n");
        assert_eq!(trim("/* one */\na { b: c }\n")?, "a { b: c }\n");
        for refused in ["/* a */ b", "`a\nb`", "/* a"] {
            assert!(trim(refused).is_err(), "{refused}");
        }
        Ok(())
    }

    #[test]
    fn names_change_where_they_stand_as_words() -> anyhow::Result<()> {
        let names = vec![("__wbg_get".to_owned(), "$a".to_owned()), ("./m.js".to_owned(), "$b".to_owned())];
        let text = "'./m.js': { __wbg_get: x(__wbg_get_imports), y: wasm.__wbg_get }";
        assert_eq!(rename(text, &names)?, "'$b': { $a: x(__wbg_get_imports), y: wasm.$a }");
        assert!(rename("nothing", &names).is_err());
        Ok(())
    }
}
