//! Where it is all said: sources with their paragraphs retold, and every quote once in its paragraph.

use serde_json::{Value, json};

use super::random::Random;

/// A phrase of this many words, and the number that makes it the only one.
const PHRASE: usize = 4;

/// The paragraphs of all sources in a row.
pub(super) struct Paragraphs {
    quotes: Vec<Vec<String>>,
    sources: usize,
    /// Quotes so far.
    count: usize,
}

/// A sentence that is to be proved, and which of how many of its kind it is: each kind is spread over all paragraphs.
pub(super) struct Words<'t> {
    pub(super) text: &'t str,
    pub(super) at: usize,
    pub(super) count: usize,
}

impl Paragraphs {
    pub(super) fn new(paragraphs: usize, sources: usize) -> Self {
        Self { quotes: vec![Vec::new(); paragraphs.max(sources)], sources, count: 0 }
    }

    /// The words that prove a sentence: one quote, at times two.
    pub(super) fn prove(&mut self, random: &mut Random, words: &Words<'_>) -> Value {
        let count = random.one(&[1, 1, 1, 1, 1, 1, 1, 2]);
        (0..count).map(|_| self.quote(random, words)).collect::<Vec<_>>().into()
    }

    fn quote(&mut self, random: &mut Random, words: &Words<'_>) -> Value {
        let place = words.at * self.quotes.len() / words.count.max(1);
        let start = random.below(3);
        let phrase: Vec<&str> = words.text.trim_end_matches('.').split(' ').skip(start).take(PHRASE).collect();
        // The number stands last and full, so that no quote is a part of another.
        let quote = format!("{} ({:07})", phrase.join(" "), self.count);
        self.count += 1;
        let source = place * self.sources / self.quotes.len();
        let mut evidence = json!({
            "source": source_id(source),
            "paragraph": place - self.first(source) + 1,
            "quote": quote,
        });
        if random.chance(2)
            && let Some(evidence) = evidence.as_object_mut()
        {
            evidence.insert("prefix".to_owned(), "“".into());
        }
        if let Some(quotes) = self.quotes.get_mut(place) {
            quotes.push(quote);
        }
        evidence
    }

    /// The first paragraph of a source.
    fn first(&self, source: usize) -> usize {
        (source * self.quotes.len()).div_ceil(self.sources)
    }

    /// All sources, every paragraph retold with the words that are quoted from it.
    pub(super) fn sources(&self, random: &mut Random) -> Vec<Value> {
        (0..self.sources).map(|source| self.source(source, random)).collect()
    }

    fn source(&self, source: usize, random: &mut Random) -> Value {
        let own = self.quotes.get(self.first(source)..self.first(source + 1)).unwrap_or_default();
        let retold = |(at, quotes): (usize, &Vec<String>)| {
            let quotes: Vec<String> = quotes.iter().map(|quote| format!("“{quote}”")).collect();
            json!({ "paragraph": at + 1, "text": format!("It has {}.", quotes.join(", then ")) })
        };
        let digest: Vec<Value> = own.iter().enumerate().filter(|(_, quotes)| !quotes.is_empty()).map(retold).collect();
        let media: Vec<Value> = (0..random.below(3))
            .map(|at| {
                json!({
                    "id": format!("film-{source}-{at}"),
                    "title": format!("Film {} of source {}", at + 1, source + 1),
                    "duration": format!("{:02}:{:02}", random.below(10), random.below(60)),
                    "paragraph": 1 + random.below(own.len()),
                })
            })
            .collect();
        json!({
            "id": source_id(source),
            "kind": random.one(&["article", "document", "document", "letter"]),
            "publisher": format!("Archive {}", 1 + random.below(9)),
            "title": format!("A generated source, number {}", source + 1),
            "url": format!("https://example.org/source/{source}"),
            "updated": format!("2020-02-{:02}T08:30:00Z", 1 + random.below(28)),
            "paragraphs": own.len(),
            "media": media,
            "digest": digest,
        })
    }
}

fn source_id(at: usize) -> String {
    format!("source-{at}")
}
