//! Numbers written and read without Rust's own way for fractions, which alone weighs more than all else in the module.

/// To three digits after the point, which is finer than any screen; 0 for what is no number.
pub(crate) fn number(value: f64) -> String {
    let thousandths = (value.clamp(-1e12, 1e12) * 1000.0).round() as i64;
    let (whole, part) = (thousandths.unsigned_abs() / 1000, thousandths.unsigned_abs() % 1000);
    let sign = if thousandths < 0 { "-" } else { "" };
    if part == 0 {
        return [sign, &whole.to_string()].concat();
    }
    // With a digit before them, so that zeros after the point stay.
    let digits = (1000 + part).to_string();
    [sign, &whole.to_string(), ".", digits.get(1..).unwrap_or_default().trim_end_matches('0')].concat()
}

/// Writes a number to one digit after the point, which is enough for what there are thousands of.
pub(crate) fn tenths(text: &mut String, value: f64) {
    let tenths = (value.clamp(-1e8, 1e8) * 10.0).round() as i32;
    if tenths < 0 {
        text.push('-');
    }
    let tenths = tenths.unsigned_abs();
    whole(text, tenths / 10);
    if !tenths.is_multiple_of(10) {
        text.push('.');
        whole(text, tenths % 10);
    }
}

fn whole(text: &mut String, value: u32) {
    if value > 9 {
        whole(text, value / 10);
    }
    text.push(char::from(b'0' + (value % 10) as u8));
}

/// The number that a text begins with, as a length does; 0 where it begins with none.
pub(crate) fn read(text: &str) -> f64 {
    let number = js_sys::parse_float(text);
    if number.is_finite() { number } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::{number, tenths};

    #[test]
    fn numbers_are_written_to_the_thousandth_and_no_longer_than_needed() {
        let written =
            [0.0, -0.0004, 12.5, -3.0, 0.125, 1.1111, 7.001, -0.05, 110.0, f64::NAN, f64::INFINITY].map(number);
        let expected = ["0", "0", "12.5", "-3", "0.125", "1.111", "7.001", "-0.05", "110", "0", "1000000000000"];
        assert_eq!(written, expected);
    }

    #[test]
    fn what_there_is_much_of_is_written_to_the_tenth() {
        let written = [0.0, -0.04, 12.55, -3.0, 0.06, 1234.94, 999.96, f64::NAN, f64::INFINITY].map(|value| {
            let mut text = String::new();
            tenths(&mut text, value);
            text
        });
        assert_eq!(written, ["0", "0", "12.6", "-3", "0.1", "1234.9", "1000", "0", "100000000"]);
    }
}
