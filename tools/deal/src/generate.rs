//! `cargo xtask generate`: a sound document of any size, for trying out what large deals do to views and reasons.
//!
//! It has the shape of real ones: everything that the format knows, few actors and conditions with much to them and many
//! with little, chapters with parties of their own, names with letters to be folded, dates printed and derived, and every
//! quote once in its retold paragraph. What it says means nothing, and says so.
//!
//! - `--actors N`: two at least.
//! - `--conditions M`: one at least. All else but relations and aims follows from it, some three statements for each.
//! - `--sections S`: chapters, at most as many as conditions. With any, the deal is in force, and has a source for every
//!   twenty; without, it is forming, and has one source.
//! - `--seed K`: which of the documents of that size; the same size and seed give the same bytes.
//! - `--files`: a library. The file is an index with one condition of each section, and in a folder of its name beside it
//!   every section has a file of its own, with its share of the conditions.
//! - a file, or else the terminal. It has one item a line; 100,000 conditions are some 110 MB.

mod around;
mod document;
#[cfg(test)]
mod fuzz;
mod items;
mod library;
mod lines;
mod names;
mod random;
mod sources;

use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// How large a document is to be, and which of those.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Size {
    actors: usize,
    conditions: usize,
    sections: usize,
    seed: u64,
}

impl Size {
    /// Whether the deal is in force and not forming.
    fn is_in_force(self) -> bool {
        self.sections > 0
    }
}

/// The command.
pub(crate) fn run(arguments: &[String]) -> Result<ExitCode> {
    let Wish { size, file, is_library } = wish(arguments)?;
    if is_library {
        let file = file.context("a library takes a file for its index, such as library.json")?;
        return write_library(size, &file);
    }
    let text = lines::lines(&document::of(size));
    match file {
        Some(file) => std::fs::write(&file, text).with_context(|| format!("cannot write {}", file.display()))?,
        None => print!("{text}"),
    }
    Ok(ExitCode::SUCCESS)
}

/// Writes the index, and the files of its sections one after the other: only one of them is in memory at a time.
fn write_library(size: Size, file: &Path) -> Result<ExitCode> {
    let name = file.file_stem().and_then(|name| name.to_str()).context("the index needs a name in UTF-8")?;
    let write = |file: &Path, document: &Value| {
        std::fs::write(file, lines::lines(document)).with_context(|| format!("cannot write {}", file.display()))
    };
    let folder = file.with_file_name(name);
    std::fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    write(file, &library::index(size, name))?;
    for section in 0..size.sections {
        write(&folder.join(library::file(section)), &library::part(size, section))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// What is asked for.
#[derive(Debug)]
struct Wish {
    size: Size,
    file: Option<PathBuf>,
    is_library: bool,
}

fn wish(arguments: &[String]) -> Result<Wish> {
    let mut size = Size { actors: 0, conditions: 0, sections: 0, seed: 1 };
    let (mut file, mut is_library) = (None, false);
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        let mut number = || -> Result<usize> {
            let value = rest.next().with_context(|| format!("{argument} takes a number"))?;
            value.parse().with_context(|| format!("{argument} takes a number, and not `{value}`"))
        };
        match argument.as_str() {
            "--actors" => size.actors = number()?,
            "--conditions" => size.conditions = number()?,
            "--sections" => size.sections = number()?,
            "--seed" => size.seed = number()? as u64,
            "--files" => is_library = true,
            option if option.starts_with("--") => bail!("there is no option {option}"),
            name if file.is_none() => file = Some(PathBuf::from(name)),
            name => bail!("it writes one file, and not `{name}` as well"),
        }
    }
    if size.actors < 2 || size.conditions == 0 {
        bail!("it takes --actors N, two at least, and --conditions M, one at least");
    }
    if size.sections > size.conditions {
        bail!("every section has a condition, so there are no more --sections than --conditions");
    }
    if is_library && size.sections == 0 {
        bail!("a library takes --sections S, one at least");
    }
    Ok(Wish { size, file, is_library })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::{Size, document, wish};
    use deal_explorer::deal::{Kind, read};
    use deal_explorer::words::faults;

    #[test]
    fn documents_of_every_size_are_sound_to_the_last_warning() {
        for (actors, conditions, sections) in [(2, 1, 0), (3, 2, 1), (12, 20, 0), (40, 150, 12), (300, 1500, 90)] {
            for seed in [0, 1, 77] {
                let size = Size { actors, conditions, sections, seed };
                let text = document::of(size).to_string();
                let reading = read(text.as_bytes());
                let lines: Vec<String> = reading.issues.iter().take(5).map(faults::line).collect();
                assert!(lines.is_empty(), "{size:?}: {lines:#?}");
                let deal = reading.deal.unwrap();
                let count = |kind| deal.of_kind(kind).count();
                assert_eq!(count(Kind::Actor), actors);
                assert_eq!(count(Kind::Condition), conditions);
                assert_eq!(count(Kind::Section), sections);
            }
        }
    }

    #[test]
    fn the_same_seed_gives_the_same_bytes_and_another_others() {
        let text = |seed| document::of(Size { actors: 9, conditions: 30, sections: 3, seed }).to_string();
        assert_eq!(text(5), text(5));
        assert_ne!(text(5), text(6));
    }

    #[test]
    fn few_have_much_to_them() {
        let size = Size { actors: 100, conditions: 500, sections: 0, seed: 3 };
        let deal = read(document::of(size).to_string().as_bytes()).deal.unwrap();
        let mut degrees: Vec<usize> = deal.of_kind(Kind::Actor).map(|id| deal.referrers(id).len()).collect();
        degrees.sort_unstable();
        let all: usize = degrees.iter().sum();
        let most: usize = degrees.iter().rev().take(20).sum();
        assert!(most * 2 > all, "the fifth with most has {most} of {all}");
    }

    #[test]
    fn what_it_does_not_know_is_refused() {
        let told =
            |line: &str| wish(&line.split(' ').map(str::to_owned).collect::<Vec<_>>()).map_err(|it| it.to_string());
        assert!(told("--actors 5 --conditions 9 --seed 4 deal.json").is_ok());
        assert!(told("--actors 1 --conditions 9").is_err());
        assert!(told("--actors x --conditions 9").unwrap_err().contains("a number"));
        assert!(told("--actors 5 --conditions 9 --sections 10").unwrap_err().contains("no more --sections"));
        assert!(told("--actors 5 --conditions 9 --sections 3 --files library.json").unwrap().is_library);
        assert!(told("--actors 5 --conditions 9 --files library.json").unwrap_err().contains("--sections"));
        assert!(told("--actor 5").unwrap_err().contains("no option --actor"));
    }
}
