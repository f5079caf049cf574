//! Pictures of every view; `cargo xtask shots` calls it.

fn main() -> anyhow::Result<()> {
    let filter = std::env::args().nth(1).unwrap_or_default();
    web_tests::take_all(&filter)
}
