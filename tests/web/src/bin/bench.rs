//! Runs a benchmark's page: its path, and the file for its results. `cargo xtask bench` calls it.

fn main() -> anyhow::Result<()> {
    let mut words = std::env::args().skip(1);
    let (path, file) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    web_tests::bench(&path, file.as_ref())
}
