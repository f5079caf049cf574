//! Runs a benchmark; `cargo xtask bench` calls it.
//!
//! `page PATH FILE`: a page that measures by itself. `widget FOLDER SIZES`: the explorer against its baseline.
//! `sequence FOLDER SIZE`: pictures of one document, in the order of its use.

fn main() -> anyhow::Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["page", path, file] => web_tests::bench::page(path, file.as_ref()),
        ["widget", folder, sizes] => web_tests::bench::widget(folder.as_ref(), sizes),
        ["sequence", folder, size] => web_tests::bench::sequence(folder.as_ref(), size),
        _ => anyhow::bail!("it is `page PATH FILE`, `widget FOLDER SIZES` or `sequence FOLDER SIZE`"),
    }
}
