//! Folding for search: accents and case away, by the browser's own Unicode tables.

use js_sys::JsString;

/// The text decomposed, without combining marks, in lower case.
pub(crate) fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let decomposed = String::from(JsString::from(text).normalize("NFD").to_lower_case());
    decomposed.chars().filter(|c| !is_combining(*c)).collect()
}

/// The blocks of combining marks that decomposing yields (Unicode: Combining Diacritical Marks and its extensions,
/// Hebrew points, Arabic vowel signs).
fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{591}'..='\u{5BD}' | '\u{610}'..='\u{61A}' | '\u{64B}'..='\u{65F}'
        | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}' | '\u{FE20}'..='\u{FE2F}')
}
