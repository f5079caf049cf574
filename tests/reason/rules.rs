//! The rules of "what if" a second time, written straight from their table, slow and without any cleverness: every
//! verdict is asked for by name, every circle is found by following every rule, and nothing is remembered.
//!
//! It shares no code with the room that it checks. It can be told to make one mistake, to see that the tests would find
//! that mistake in the room.

use std::collections::{BTreeMap, BTreeSet};

use deal_explorer::deal::{Certainty, DealState, Document, EventState, LinkKind, Origin, Text};
use deal_explorer::reason::{Setting, Verdict};

/// What is supposed, by id.
pub(crate) type Supposed = BTreeMap<String, Setting>;
type Verdicts = BTreeMap<String, Verdict>;

/// A mistake in one rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mistake {
    None,
    /// A need that is unsupported only opens.
    UnsupportedNeedOpens,
    /// One supporter gone is enough.
    AnySupport,
    /// What is no longer owed takes support away.
    OwedSpreads,
    /// Turning over takes no notice of what holds.
    PreventsWhenOpen,
    /// An open doubt makes what it threatens fail.
    DoubtsFail,
    /// A dispelled doubt keeps open.
    DispelledOpens,
    /// Failing on one side makes the other fail.
    ExchangeFails,
    /// The same side is no longer owed, too.
    SameSide,
    /// A doubt opens a reported fact.
    FactsOpen,
    /// Rules change what the reader set.
    SetIsNotGiven,
}

pub(crate) const MISTAKES: [Mistake; 10] = [
    Mistake::UnsupportedNeedOpens,
    Mistake::AnySupport,
    Mistake::OwedSpreads,
    Mistake::PreventsWhenOpen,
    Mistake::DoubtsFail,
    Mistake::DispelledOpens,
    Mistake::ExchangeFails,
    Mistake::SameSide,
    Mistake::FactsOpen,
    Mistake::SetIsNotGiven,
];

pub(crate) struct Rules<'d> {
    document: &'d Document,
    editor: bool,
    mistake: Mistake,
    /// Pieces that hang on each other, each circle after those that it hangs on.
    circles: Vec<Vec<String>>,
}

/// The rules with what is supposed.
struct Case<'r> {
    rules: &'r Rules<'r>,
    supposed: &'r Supposed,
}

/// The fate of an exchange by its own links.
fn whole(exchange: &str) -> String {
    format!("{exchange} as a whole")
}

impl<'d> Rules<'d> {
    pub(crate) fn new(document: &'d Document, editor: bool, mistake: Mistake) -> Self {
        let mut rules = Self { document, editor, mistake, circles: Vec::new() };
        let pieces = rules.pieces();
        let follows_from: BTreeMap<&String, BTreeSet<String>> =
            pieces.iter().map(|piece| (piece, rules.all_sources(piece))).collect();
        let mut done = BTreeSet::new();
        let mut circles = Vec::new();
        while done.len() < pieces.len() {
            let ready = |piece: &&String| {
                let mut outside = follows_from[piece].iter().filter(|other| !follows_from[other].contains(*piece));
                !done.contains(*piece) && outside.all(|other| done.contains(other))
            };
            let first = pieces.iter().find(ready).expect("some circle has all that it hangs on");
            let together = |other: &&String| {
                *other == first || (follows_from[first].contains(*other) && follows_from[other].contains(first))
            };
            let circle: Vec<String> = pieces.iter().filter(together).cloned().collect();
            done.extend(circle.iter().cloned());
            circles.push(circle);
        }
        rules.circles = circles;
        rules
    }

    /// Whether something turns its own ground over, so that nothing may decide it.
    pub(crate) fn is_tangled(&self) -> bool {
        let both = |circle: &Vec<String>, from: &str, to: &str| {
            let has = |piece: &str| circle.iter().any(|it| it == piece);
            has(from) && (has(to) || has(&whole(to)))
        };
        let prevents = self.document.links.iter().filter(|it| it.kind == LinkKind::Prevents);
        prevents.into_iter().any(|it| self.circles.iter().any(|circle| both(circle, &it.from, &it.to)))
    }

    /// The verdict on everything that takes part, where this is supposed.
    pub(crate) fn verdicts(&self, supposed: &Supposed) -> Verdicts {
        let case = Case { rules: self, supposed };
        let mut done = Verdicts::new();
        for circle in &self.circles {
            let verdicts = case.judge(&circle.iter().collect::<Vec<_>>(), &done);
            done.extend(verdicts);
        }
        done
    }
}

impl Case<'_> {
    /// Closes in on the verdicts of a circle from both sides.
    fn judge(&self, circle: &[&String], done: &Verdicts) -> Verdicts {
        let guess = |verdict: Verdict| -> Verdicts { circle.iter().map(|it| ((*it).clone(), verdict)).collect() };
        let mut certain = self.spread(circle, done, &guess(Verdict::Fails));
        loop {
            let possible = self.spread(circle, done, &certain);
            let next = self.spread(circle, done, &possible);
            if next == certain {
                let verdict = |piece: &&String| match (certain[*piece], possible[*piece]) {
                    (certain, possible) if certain == possible => certain,
                    (certain, _) => certain.max(Verdict::Open),
                };
                return circle.iter().map(|piece| ((*piece).clone(), verdict(piece))).collect();
            }
            certain = next;
        }
    }

    fn spread(&self, circle: &[&String], done: &Verdicts, guess: &Verdicts) -> Verdicts {
        let mut now: Verdicts = circle.iter().map(|piece| ((*piece).clone(), self.given(piece))).collect();
        loop {
            let read = |piece: &str| now.get(piece).or_else(|| done.get(piece)).copied().expect("judged");
            let turns = |piece: &str| guess.get(piece).or_else(|| done.get(piece)).copied().expect("judged");
            let next: Verdicts =
                circle.iter().map(|piece| ((*piece).clone(), self.gravest(piece, &read, &turns))).collect();
            if next == now {
                return now;
            }
            now = next;
        }
    }

    fn gravest(&self, piece: &str, read: &dyn Fn(&str) -> Verdict, turns: &dyn Fn(&str) -> Verdict) -> Verdict {
        let given = self.given(piece);
        if self.supposed.contains_key(piece) && self.rules.mistake != Mistake::SetIsNotGiven {
            return given;
        }
        let mut all = vec![given];
        all.extend(self.rules.needs(piece).iter().map(|need| match read(need) {
            Verdict::NoLongerOwed => Verdict::Open,
            Verdict::Unsupported if self.rules.mistake == Mistake::UnsupportedNeedOpens => Verdict::Open,
            other => other,
        }));
        let supports = self.rules.linked(piece, &[LinkKind::Enables, LinkKind::Causes, LinkKind::Completes]);
        let is_gone = |from: &String| {
            let owed = self.rules.mistake == Mistake::OwedSpreads && read(from) == Verdict::NoLongerOwed;
            owed || matches!(read(from), Verdict::Unsupported | Verdict::Fails)
        };
        let gone = supports.iter().filter(|from| is_gone(from)).count();
        if gone > 0 && (gone == supports.len() || self.rules.mistake == Mistake::AnySupport) {
            all.push(Verdict::Unsupported);
        }
        for from in self.rules.linked(piece, &[LinkKind::Prevents]) {
            let open = self.rules.mistake == Mistake::PreventsWhenOpen && turns(&from) == Verdict::Open;
            if turns(&from) == Verdict::Holds || open {
                all.push(Verdict::Fails);
            }
        }
        all.extend(self.doubted(piece));
        all.extend(self.traded(piece, read));
        all.into_iter().max().expect("what is given")
    }

    fn doubted(&self, piece: &str) -> Vec<Verdict> {
        let threats = self.rules.linked(piece, &[LinkKind::Threatens]);
        let opens = self.rules.mistake == Mistake::FactsOpen || !self.rules.is_fact(piece);
        let mut all = Vec::new();
        for (from, threat) in
            threats.iter().map(|it| (it, true)).chain(self.rules.doubts_about(piece).iter().map(|it| (it, false)))
        {
            match self.supposed.get(from) {
                Some(Setting::Holds) if threat => all.push(Verdict::Fails),
                Some(Setting::Fails) if self.rules.mistake != Mistake::DispelledOpens => {}
                _ if threat && self.rules.mistake == Mistake::DoubtsFail => all.push(Verdict::Fails),
                _ if opens => all.push(Verdict::Open),
                _ => {}
            }
        }
        all
    }

    /// What the exchanges do to a condition, or to an exchange.
    fn traded(&self, piece: &str, read: &dyn Fn(&str) -> Verdict) -> Vec<Verdict> {
        let mut all = Vec::new();
        let fails = |side: &[Text]| side.iter().any(|it| read(it) == Verdict::Fails);
        for exchange in &self.rules.document.exchanges {
            let counts = self.rules.editor || exchange.statement.origin() == Origin::Source;
            if piece == exchange.statement.id {
                all.push(read(&whole(piece)));
                let sides = exchange.gives.iter().chain(&exchange.gets).filter(|_| counts);
                all.extend(
                    sides.map(|it| read(it)).map(|it| if it == Verdict::NoLongerOwed { Verdict::Open } else { it }),
                );
            }
            if !counts {
                continue;
            }
            for (own, other) in [(&exchange.gives, &exchange.gets), (&exchange.gets, &exchange.gives)] {
                if !own.iter().any(|it| it == piece) {
                    continue;
                }
                if fails(other) || (self.rules.mistake == Mistake::SameSide && fails(own)) {
                    let mistaken = self.rules.mistake == Mistake::ExchangeFails;
                    all.push(if mistaken { Verdict::Fails } else { Verdict::NoLongerOwed });
                }
                if read(&whole(&exchange.statement.id)) == Verdict::Fails {
                    all.push(Verdict::NoLongerOwed);
                }
            }
        }
        all
    }

    fn given(&self, piece: &str) -> Verdict {
        match self.supposed.get(piece) {
            Some(Setting::Holds) => return Verdict::Holds,
            Some(Setting::Open) => return Verdict::Open,
            Some(Setting::Fails) => return Verdict::Fails,
            None => {}
        }
        let condition = self.rules.document.conditions.iter().find(|it| it.statement.id == piece);
        let kept = condition.is_some_and(|it| {
            let certain = it.statement.certainty() == Certainty::Certain;
            self.rules.document.state == DealState::InForce && certain && it.fulfilment != Some(0)
        });
        let exchange =
            self.rules.document.exchanges.iter().any(|it| it.statement.id == piece || whole(&it.statement.id) == piece);
        if kept || exchange || self.rules.is_fact(piece) { Verdict::Holds } else { Verdict::Open }
    }
}

impl Rules<'_> {
    /// Everything that takes part.
    fn pieces(&self) -> Vec<String> {
        let document = self.document;
        let mut all: Vec<String> = Vec::new();
        all.extend(document.conditions.iter().map(|it| it.statement.id.to_string()));
        all.extend(document.aims.iter().map(|it| it.statement.id.to_string()));
        all.extend(document.doubts.iter().map(|it| it.statement.id.to_string()));
        all.extend(document.events.iter().map(|it| it.statement.id.to_string()));
        all.extend(document.remarks.iter().map(|it| it.statement.id.to_string()));
        all.extend(document.exchanges.iter().flat_map(|it| [it.statement.id.to_string(), whole(&it.statement.id)]));
        all
    }

    fn is_fact(&self, piece: &str) -> bool {
        let event = self.document.events.iter().find(|it| it.statement.id == piece);
        event.is_some_and(|it| {
            it.statement.certainty() == Certainty::Certain && matches!(it.state, EventState::Past | EventState::Ongoing)
        })
    }

    /// What acts on a piece by such links; what acts on an exchange acts on it as a whole.
    fn linked(&self, piece: &str, kinds: &[LinkKind]) -> Vec<String> {
        let links = self.document.links.iter().filter(|it| kinds.contains(&it.kind));
        let links = links.filter(|it| self.editor || it.statement.origin() == Origin::Source);
        links.filter(|it| self.is_target(&it.to, piece)).map(|it| it.from.to_string()).collect()
    }

    fn needs(&self, piece: &str) -> Vec<String> {
        let links = self.document.links.iter().filter(|it| it.kind == LinkKind::Needs);
        let links = links.filter(|it| self.editor || it.statement.origin() == Origin::Source);
        links.filter(|it| self.is_target(&it.from, piece)).map(|it| it.to.to_string()).collect()
    }

    fn doubts_about(&self, piece: &str) -> Vec<String> {
        let doubts = self.document.doubts.iter();
        let doubts = doubts.filter(|it| self.editor || it.statement.origin() == Origin::Source);
        doubts
            .filter(|it| it.about.iter().any(|about| self.is_target(about, piece)))
            .map(|it| it.statement.id.to_string())
            .collect()
    }

    fn is_target(&self, named: &str, piece: &str) -> bool {
        let exchange = self.document.exchanges.iter().any(|it| it.statement.id == named);
        if exchange { whole(named) == piece } else { named == piece }
    }

    /// Everything that the verdict on a piece may follow from, near and far.
    fn all_sources(&self, piece: &str) -> BTreeSet<String> {
        let mut all = BTreeSet::new();
        let mut waiting = vec![piece.to_owned()];
        while let Some(next) = waiting.pop() {
            for source in self.sources(&next) {
                if all.insert(source.clone()) {
                    waiting.push(source);
                }
            }
        }
        all
    }

    fn sources(&self, piece: &str) -> Vec<String> {
        use LinkKind::{Causes, Completes, Enables, Prevents, Threatens};
        let mut all = self.linked(piece, &[Enables, Causes, Completes, Prevents, Threatens]);
        all.extend(self.needs(piece));
        all.extend(self.doubts_about(piece));
        for exchange in &self.document.exchanges {
            let counts = self.editor || exchange.statement.origin() == Origin::Source;
            if piece == exchange.statement.id {
                all.push(whole(piece));
                all.extend(exchange.gives.iter().chain(&exchange.gets).filter(|_| counts).map(Text::to_string));
            }
            for (own, other) in [(&exchange.gives, &exchange.gets), (&exchange.gets, &exchange.gives)] {
                if counts && own.iter().any(|it| it == piece) {
                    all.extend(other.iter().map(Text::to_string));
                    all.push(whole(&exchange.statement.id));
                }
            }
        }
        all
    }
}
