//! What belongs to a word.

/// Whether a character is a letter or a digit of some script.
///
/// Told by what it is not: spaces, punctuation and symbols lie in few blocks (Unicode 16), while a table of all letters
/// would be a hundredth of the widget.
pub(crate) fn is_letter(c: char) -> bool {
    match c {
        '\0'..='\u{7F}' => c.is_ascii_alphanumeric(),
        '\u{80}'..='\u{BF}' => matches!(c, 'ª' | '²' | '³' | 'µ' | '¹' | 'º' | '¼'..='¾'),
        // From general punctuation to the end of the symbols, but for letters and numbers raised, lowered or in rings.
        '\u{2000}'..='\u{2BFF}' => {
            matches!(c, '\u{2070}'..='\u{2079}' | '\u{207F}'..='\u{2089}' | '\u{2090}'..='\u{209C}'
            | '\u{2102}'..='\u{2189}' | '\u{2460}'..='\u{24FF}')
        }
        _ => !is_mark(c),
    }
}

/// Marks of single scripts, signs for East Asian type, pictures.
fn is_mark(c: char) -> bool {
    matches!(c, '×' | '÷' | '\u{37E}' | '\u{387}' | '\u{55A}'..='\u{55F}' | '\u{589}'..='\u{58A}'
        // Hebrew, Arabic, Devanagari.
        | '\u{5BE}' | '\u{5C0}' | '\u{5C3}' | '\u{5F3}'..='\u{5F4}'
        | '\u{606}'..='\u{60F}' | '\u{61B}'..='\u{61F}' | '\u{66A}'..='\u{66D}' | '\u{6D4}'
        | '\u{964}'..='\u{965}' | '\u{970}'
        | '\u{2E00}'..='\u{2E7F}' | '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{3020}' | '\u{30FB}'
        | '\u{E000}'..='\u{F8FF}' | '\u{FE10}'..='\u{FE6F}' | '\u{FEFF}'..='\u{FF0F}'
        | '\u{FF1A}'..='\u{FF20}' | '\u{FF3B}'..='\u{FF40}' | '\u{FF5B}'..='\u{FF65}' | '\u{FFE0}'..='\u{FFFF}'
        | '\u{1F000}'..='\u{1FAFF}')
}

#[cfg(test)]
mod tests {
    use super::is_letter;

    #[test]
    fn tells_letters_from_marks_as_the_tables_of_unicode_do() {
        let marks = "¡¿«»“”‘’‚„‹›–—…·•§¶©®°±×÷€£¥₽→−∞≤≥★☎✓،؛؟۔־׳״।॥、。「」・！（），：；？｛｝～￥🙂";
        for mark in marks.chars() {
            assert!(!is_letter(mark) && !mark.is_alphanumeric(), "{mark}");
        }
        let letters = "aZ09ßéÆøœžŁΑωЖяёԱאבتمحмअक中文字かなカナ한글ไทย٣५²½ªºⅧ①";
        for letter in letters.chars() {
            assert!(is_letter(letter) && letter.is_alphanumeric(), "{letter}");
        }
        // Up to here all the scripts of Europe and the Near East, and few characters that go another way.
        let all = || (0..0x5_30).chain(0x5D0..0x700).filter_map(char::from_u32);
        let other = all().filter(|c| is_letter(*c) != c.is_alphanumeric()).count();
        assert!(other < 200, "{other} of {} differ", all().count());
    }
}
