//! How much room a text takes, without a browser to ask: guessed from the letters, rather too wide than too narrow.
//!
//! The picture is laid out before it is drawn, in whatever typeface the page has. The widths are those of a wide
//! sans serif (Verdana); narrower faces leave some room at the end of a line.

/// The width of a text, in units of its font size.
pub fn width(text: &str) -> f64 {
    text.chars().map(advance).sum()
}

fn advance(letter: char) -> f64 {
    match letter {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ';' | ':' | '\'' | '’' | '‘' | '!' | '|' => 0.36,
        ' ' | 'f' | 'r' | 't' | '(' | ')' | '-' | '“' | '”' => 0.44,
        'm' | 'w' | 'M' | 'W' | '—' | '%' => 0.95,
        'A'..='Z' => 0.72,
        // What joins to the letter before it takes no room: marks of Latin, Hebrew, Arabic.
        '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5bd}' | '\u{64b}'..='\u{65f}' => 0.0,
        // Scripts of square letters.
        '\u{1100}'..='\u{115f}'
        | '\u{2e80}'..='\u{a4cf}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}'
        | '\u{ff00}'..='\u{ff60}'
        | '\u{1f300}'..='\u{1faff}'
        | '\u{20000}'..='\u{3fffd}' => 1.05,
        _ => 0.62,
    }
}

/// How much wider the bold letters of a face are than its plain ones.
pub const BOLD: f64 = 1.12;

/// The text in at most so many lines of this width, in units of its font size; the last ends in an ellipsis where the
/// text is longer. A word that is too long by itself is broken.
pub fn wrap(text: &str, room: f64, lines: usize) -> Vec<String> {
    let mut wrapped: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace().flat_map(|word| broken(word, room)) {
        let together = width(&line) + width(" ") + width(&word);
        if line.is_empty() {
            line = word;
        } else if together <= room {
            line.push(' ');
            line.push_str(&word);
        } else {
            wrapped.push(std::mem::replace(&mut line, word));
        }
    }
    if !line.is_empty() {
        wrapped.push(line);
    }
    if wrapped.len() > lines {
        wrapped.truncate(lines);
        if let Some(last) = wrapped.last_mut() {
            shorten(last, room);
        }
    }
    wrapped
}

/// Makes room for an ellipsis at the end, and puts it there.
fn shorten(line: &mut String, room: f64) {
    while width(line) + width("…") > room && !line.is_empty() {
        line.pop();
    }
    line.truncate(line.trim_end_matches([' ', ',', ';']).len());
    line.push('…');
}

/// The word in pieces that fit.
fn broken(word: &str, room: f64) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut wide = 0.0;
    for letter in word.chars() {
        let more = advance(letter);
        if wide + more > room && wide > 0.0 {
            pieces.push(String::new());
            wide = 0.0;
        }
        if let Some(piece) = pieces.last_mut() {
            piece.push(letter);
        }
        wide += more;
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::{width, wrap};

    #[test]
    fn lines_fit_and_nothing_is_lost_but_by_the_ellipsis() {
        let text = "Assad is to be pressed to let humanitarian aid into all starving areas";
        let lines = wrap(text, 14.0, 9);
        assert_eq!(lines.join(" "), text);
        assert!(lines.iter().all(|line| width(line) <= 14.0), "{lines:?}");
        let two = wrap(text, 14.0, 2);
        assert_eq!(two.len(), 2);
        assert!(two[1].ends_with('…') && width(&two[1]) <= 14.0, "{two:?}");
        assert_eq!(two[0], lines[0]);
    }

    #[test]
    fn a_word_longer_than_the_line_is_broken() {
        let lines = wrap(&"x".repeat(40), 6.2, 9);
        assert_eq!(lines.concat(), "x".repeat(40));
        assert!(lines.len() > 3 && lines.iter().all(|line| width(line) <= 6.2));
        assert_eq!(wrap("", 6.0, 3), Vec::<String>::new());
        assert_eq!(wrap("日本語の文", 2.2, 9).len(), 3);
    }
}
