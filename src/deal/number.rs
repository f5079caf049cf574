//! A number as JSON writes it (RFC 8259, 6) to the nearest that a computer has.
//!
//! The standard library does the same with tables that would be a fortieth of the widget.

/// The number, if the text is one and not too large.
pub(crate) fn number(text: &str) -> Option<f64> {
    // Nearly all are short and whole.
    if text.len() < 10 && is_digits(text) && (text.len() == 1 || !text.starts_with('0')) {
        return Some(f64::from(text.bytes().fold(0_u32, |value, digit| value * 10 + u32::from(digit - b'0'))));
    }
    let (sign, rest) = text.strip_prefix('-').map_or((1.0, text), |rest| (-1.0, rest));
    let (digits, exponent) = match rest.split_once(['e', 'E']) {
        Some((digits, exponent)) => (digits, self::exponent(exponent)?),
        None => (rest, 0),
    };
    let (whole, fraction) = match digits.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (digits, None),
    };
    if !is_digits(whole) || !fraction.is_none_or(is_digits) || (whole.starts_with('0') && whole != "0") {
        return None;
    }
    let fraction = fraction.unwrap_or_default();
    let mut tens = exponent.saturating_sub_unsigned(fraction.len() as u32);
    let mut value: u128 = 0;
    for digit in whole.bytes().chain(fraction.bytes()) {
        if value < 1 << 120 {
            value = (value << 3) + (value << 1) + u128::from(digit - b'0');
        } else {
            // Far more digits than can matter.
            tens = tens.saturating_add(1);
        }
    }
    let number = scaled(value, tens);
    number.is_finite().then_some(sign * number)
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn exponent(text: &str) -> Option<i32> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    };
    let step = |number: i32, digit: u8| number.saturating_mul(10).saturating_add(i32::from(digit - b'0'));
    is_digits(digits).then(|| sign * digits.bytes().fold(0, step))
}

/// `value` times a power of ten, worked out with 124 bits, of which 53 stay.
fn scaled(mut value: u128, mut tens: i32) -> f64 {
    if value == 0 || tens < -400 {
        return 0.0;
    }
    let mut twos = 0;
    // Beyond this it is too large however small it began.
    for _ in 0..tens.clamp(0, 400) {
        if value >> 124 != 0 {
            value >>= 4;
            twos += 4;
        }
        value = (value << 3) + (value << 1);
    }
    while tens < 0 {
        let free = value.leading_zeros();
        value = tenth(value << free);
        twos -= free.cast_signed();
        tens += 1;
    }
    let mut number = value as f64;
    for _ in 0..twos.abs() {
        number *= if twos > 0 { 2.0 } else { 0.5 };
    }
    number
}

/// A tenth, limb by limb: dividing 128 bits at once takes code of its own.
fn tenth(value: u128) -> u128 {
    let (mut result, mut rest) = (0, 0);
    for limb in [96, 64, 32, 0] {
        let part = (rest << 32) + u64::from((value >> limb) as u32);
        rest = part % 10;
        result = (result << 32) + u128::from(part / 10);
    }
    result
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn gives_the_nearest_number() {
        let long = "9".repeat(400);
        let texts = [
            "0",
            "5",
            "0.1",
            "0.3",
            "2.5",
            "1e3",
            "1e22",
            "1e23",
            "1e300",
            "1.7976931348623157e308",
            "4.9e-320",
            "1e-307",
            "0.000123456789012345",
            "123456789012345.678",
            "9007199254740993",
            "12345678901234567890",
            "3.141592653589793",
            "2.2250738585072014e-308",
            "1e-7",
            "8.5e-45",
            "123456789e-30",
            "0.30000000000000004",
            "0e5",
            "0.000e-5",
            "6.02214076E23",
            "0.1234567890123456789012345678901234567890123456789",
            "100000000000000000000000000000000000000000000000001",
        ];
        for text in texts {
            assert_eq!(number(text), text.parse().ok(), "{text}");
            assert_eq!(number(&format!("-{text}")), text.parse().ok().map(|number: f64| -number), "-{text}");
        }
        assert_eq!(number(&format!("0.{long}")), Some(1.0));
        assert_eq!(
            (number(&long), number("1e309"), number("1e99999999999"), number("-2e308")),
            (None, None, None, None)
        );
        assert_eq!((number("1e-400"), number("1e-99999999999")), (Some(0.0), Some(0.0)));
    }
}
