//! How the commands speak: headings, times, and what is under way.

use std::time::{Duration, Instant};

/// Says what starts now.
pub(crate) fn heading(words: &str) {
    println!("\n== {words}");
}

/// A time in the words a person waits in: `0.4 s`, `12 s`, `2 min 05 s`.
pub(crate) fn time(time: Duration) -> String {
    match time.as_secs() {
        0..10 => format!("{:.1} s", time.as_secs_f32()),
        seconds @ 10..60 => format!("{seconds} s"),
        seconds => format!("{} min {:02} s", seconds / 60, seconds % 60),
    }
}

/// The time since `start`, in words.
pub(crate) fn since(start: Instant) -> String {
    time(start.elapsed())
}

#[cfg(test)]
mod tests {
    use super::time;
    use std::time::Duration;

    #[test]
    fn times_read_as_a_person_says_them() {
        assert_eq!(time(Duration::from_millis(420)), "0.4 s");
        assert_eq!(time(Duration::from_secs(12)), "12 s");
        assert_eq!(time(Duration::from_secs(125)), "2 min 05 s");
    }
}
