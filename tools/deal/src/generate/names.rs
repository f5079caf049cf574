//! What people, bodies and places are called in a document that is about nothing.

use super::random::Random;

/// Some with letters that a search has to fold, and that take more than one byte.
const FIRST: &[&str] = &[
    "Ba", "Bel", "Dar", "Él", "Fo", "Gör", "Ha", "Is", "Jo", "Ka", "Lu", "Mer", "Na", "Ol", "Pe", "Qa", "Ro", "Šel",
    "Ta", "Um", "Va", "Wen", "Ya", "Zo",
];
const MIDDLE: &[&str] =
    &["ba", "de", "do", "ğa", "ka", "lé", "li", "ma", "mi", "na", "ño", "ra", "re", "ri", "sa", "ta", "vi", "zu"];
const LAST: &[&str] = &["bad", "dan", "dor", "ga", "kand", "lin", "mar", "na", "ra", "rin", "sk", "tan", "var", "zir"];

const BODIES: &[(&str, &str)] = &[
    ("state", "the Republic of"),
    ("state", "the Kingdom of"),
    ("force", "the army of"),
    ("force", "the brigades of"),
    ("group", "the Front for"),
    ("group", "the council of"),
    ("people", "the people of"),
    ("people", "the farmers of"),
    ("body", "the monitors in"),
    ("body", "the relief office in"),
];
const OFFICES: &[&str] = &["foreign minister", "envoy", "general", "spokeswoman", "mayor"];

/// A name of a place.
pub(super) fn place(random: &mut Random) -> String {
    [random.one(FIRST), random.one(MIDDLE), random.one(LAST)].concat()
}

/// Who somebody is.
pub(super) struct Who {
    /// The format's word for it.
    pub(super) kind: &'static str,
    /// As it stands in a sentence.
    pub(super) name: String,
    /// As it is printed elsewhere.
    pub(super) short: String,
    /// A person's title.
    pub(super) role: Option<&'static str>,
    /// Whether it has a name at all.
    pub(super) is_named: bool,
}

/// Somebody: four in ten are people with names, one in thirty has none.
pub(super) fn actor(random: &mut Random) -> Who {
    let place = place(random);
    if random.chance(3) {
        let name = format!("officials in {place} who were not named");
        return Who { kind: "voice", name, short: "officials".to_owned(), role: None, is_named: false };
    }
    if random.chance(40) {
        let family = self::place(random);
        let role = random.chance(60).then(|| random.one(OFFICES));
        return Who { kind: "person", name: format!("{place} {family}"), short: family, role, is_named: true };
    }
    let (kind, body) = random.one(BODIES);
    Who { kind, name: format!("{body} {place}"), short: place, role: None, is_named: true }
}
