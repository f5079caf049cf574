//! A library: an index, and a document of its own for each section.

use serde_json::Value;

use super::document::{of, put};
use super::{Size, names};
use crate::generate::random::Random;

/// So many actors a section has at most.
const CAST: usize = 12;

/// The index: a document with one condition of each section, whose files lie in this folder.
pub(super) fn index(size: Size, folder: &str) -> Value {
    let mut index = of(Size { conditions: size.sections, ..size });
    let Some(document) = index.as_object_mut() else { return index };
    put(document, "id", format!("library-{}-{}-{}-{}", size.actors, size.conditions, size.sections, size.seed).into());
    let title = format!("A generated library of {} deals with {} conditions", size.sections, size.conditions);
    put(document, "title", title.into());
    let sections = document.get_mut("sections").and_then(Value::as_array_mut);
    for (at, section) in sections.into_iter().flatten().enumerate() {
        let Some(section) = section.as_object_mut() else { continue };
        put(section, "title", title_of(size, at).into());
        put(section, "url", format!("{}/{}", address(folder), file(at)).into());
    }
    index
}

/// The document of a section, with its share of the conditions.
pub(super) fn part(size: Size, section: usize) -> Value {
    let conditions = share(size, section + 1) - share(size, section);
    let actors = size.actors.min(CAST).min(2 + conditions / 2);
    let mut part = of(Size { actors, conditions, sections: 0, seed: seed(size, section) });
    if let Some(document) = part.as_object_mut() {
        put(document, "id", format!("section-{section}").into());
        put(document, "title", title_of(size, section).into());
    }
    part
}

/// The name of a section's file.
pub(super) fn file(section: usize) -> String {
    format!("section-{section}.json")
}

/// The index and the file give the same title.
fn title_of(size: Size, section: usize) -> String {
    let mut random = Random::new(seed(size, section));
    format!("{} agreement of {}", names::place(&mut random), 1990 + section % 30)
}

fn seed(size: Size, section: usize) -> u64 {
    size.seed.wrapping_mul(1_000_003).wrapping_add(section as u64 + 1)
}

/// How many conditions lie in the sections before this one.
fn share(size: Size, section: usize) -> usize {
    section * size.conditions / size.sections.max(1)
}

/// A name as a part of an address: every byte that is not plain is written with a percent sign.
fn address(name: &str) -> String {
    let plain = |byte: &u8| byte.is_ascii_alphanumeric() || b"-_.".contains(byte);
    name.bytes().map(|byte| if plain(&byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::{Size, address, file, index, part};
    use deal_explorer::deal::{Kind, read};
    use deal_explorer::words::faults;
    use serde_json::Value;

    fn sound(document: &Value) -> deal_explorer::deal::Deal {
        let reading = read(document.to_string().as_bytes());
        let lines: Vec<String> = reading.issues.iter().take(5).map(faults::line).collect();
        assert!(lines.is_empty(), "{lines:#?}");
        reading.deal.unwrap()
    }

    #[test]
    fn an_index_and_its_parts_are_sound_and_hold_all_conditions() {
        for (actors, conditions, sections, seed) in [(2, 1, 1, 0), (30, 100, 7, 1), (300, 900, 40, 5)] {
            let size = Size { actors, conditions, sections, seed };
            let library = sound(&index(size, "my library"));
            assert_eq!(library.document().sections.len(), sections);
            let mut all = 0;
            for (at, section) in library.document().sections.iter().enumerate() {
                assert_eq!(section.url.as_deref(), Some(format!("my%20library/{}", file(at)).as_str()));
                let deal = sound(&part(size, at));
                assert_eq!(deal.document().title, section.title);
                all += deal.of_kind(Kind::Condition).count();
            }
            assert_eq!(all, conditions);
        }
    }

    #[test]
    fn the_same_seed_gives_the_same_library() {
        let size = |seed| Size { actors: 9, conditions: 30, sections: 3, seed };
        assert_eq!((index(size(5), "l"), part(size(5), 2)), (index(size(5), "l"), part(size(5), 2)));
        assert_ne!(part(size(5), 2), part(size(6), 2));
        assert_ne!(part(size(5), 1), part(size(5), 2));
    }

    #[test]
    fn a_folder_of_any_name_becomes_an_address() {
        assert_eq!(address("peace-2016.v1_a"), "peace-2016.v1_a");
        assert_eq!(address("ä b:c"), "%C3%A4%20b%3Ac");
    }
}
