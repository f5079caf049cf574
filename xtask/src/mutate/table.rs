//! The errors that are put in: what stands in the sources exactly once, and what stands there instead.

use anyhow::{Result, bail};

/// A deliberate error.
pub(super) struct Error {
    /// What goes wrong, in words.
    pub(super) name: &'static str,
    pub(super) file: &'static str,
    right: &'static str,
    wrong: &'static str,
}

impl Error {
    /// The file with the error in it.
    pub(super) fn put_into(&self, whole: &str) -> Result<String> {
        match whole.matches(self.right).count() {
            1 => Ok(whole.replace(self.right, self.wrong)),
            count => bail!("`{}` stands {count} times in {}, not once", self.right, self.file),
        }
    }
}

const fn error(name: &'static str, file: &'static str, right: &'static str, wrong: &'static str) -> Error {
    Error { name, file, right, wrong }
}

const BEGIN: &str = "src/reason/begin.rs";
const CIRCLES: &str = "src/reason/circles.rs";
const GRAPH: &str = "src/reason/graph.rs";
const JUDGE: &str = "src/reason/judge.rs";
const LINCHPINS: &str = "src/reason/linchpins.rs";
const SPREAD: &str = "src/reason/spread.rs";
const TANGLE: &str = "src/reason/tangle.rs";
const VERDICT: &str = "src/reason/verdict.rs";
const WHY: &str = "src/reason/why.rs";

pub(super) const ERRORS: &[Error] = &[
    error(
        "what needs the unsupported fails",
        JUDGE,
        "Verdict::Unsupported | Verdict::Fails => Some(from),",
        "Verdict::Unsupported | Verdict::Fails => Some(Verdict::Fails),",
    ),
    error(
        "what is open prevents",
        JUDGE,
        "Rule::Prevent => (from == Verdict::Holds)",
        "Rule::Prevent => (from <= Verdict::Open)",
    ),
    error(
        "an exchange is off when a side is only unsupported",
        JUDGE,
        "Rule::Exchange | Rule::Void => (from == Verdict::Fails)",
        "Rule::Exchange | Rule::Void => (from >= Verdict::Unsupported)",
    ),
    error(
        "a doubt that came true makes fail what it is about",
        JUDGE,
        "Some(Setting::Holds) if edge.rule == Rule::Threat => Some(Verdict::Fails)",
        "Some(Setting::Holds) => Some(Verdict::Fails)",
    ),
    error(
        "a dispelled doubt keeps open",
        JUDGE,
        "Some(Setting::Fails) => None,",
        "Some(Setting::Fails) if edge.rule == Rule::Threat => None,",
    ),
    error("one supporter gone is enough", JUDGE, "(graph.supports(edge.to) == to.gone())", "(to.gone() > 0)"),
    error(
        "rules change what is set",
        JUDGE,
        ".filter(|_| self.setting(edge.to).is_none()) else { return };",
        "else { return };",
    ),
    error("support that comes back is not noticed", JUDGE, "ruled && graph.supports(node) == piece.gone()", "ruled"),
    error(
        "lost support in a circle is not taken back",
        JUDGE,
        "Some(Ground::Supports) => edge.rule == Rule::Support,",
        "Some(Ground::Supports) => false,",
    ),
    error(
        "a rule that gives no more is still rested on",
        JUDGE,
        "ruled && graph.edges.get(at as usize).is_some_and(gives)",
        "ruled && graph.edges.get(at as usize).map(gives).is_some()",
    ),
    error(
        "what is set is read before it is written",
        JUDGE,
        "(Rule::Prevent, Some(setting)) => setting.into(),",
        "(Rule::Prevent, Some(_)) => self.at(layer.own, edge.from),",
    ),
    error(
        "circles beyond do not hear of lost support in their guesses",
        JUDGE,
        "(0, true) => 0..self.layers.len(),",
        "(0, true) => 0..1,",
    ),
    error(
        "doubts do not hear that they are set",
        SPREAD,
        "Rule::Threat | Rule::Doubt | Rule::Prevent);",
        "Rule::Threat | Rule::Prevent);",
    ),
    error(
        "what is no longer owed supports no more",
        SPREAD,
        "matches!(verdict, Verdict::Unsupported | Verdict::Fails)",
        "verdict >= Verdict::NoLongerOwed",
    ),
    error(
        "what cannot be decided is as mild as is certain",
        TANGLE,
        "if certain == possible { certain } else { Verdict::Open.max(certain) }",
        "certain.min(possible)",
    ),
    error(
        "later guesses are not taken back",
        TANGLE,
        "= work.tail.log.pop() {",
        "= work.tail.log.pop().filter(|_| false) {",
    ),
    error(
        "there are no guesses beyond those kept",
        TANGLE,
        "while work.guess <= KEPT || !work.turned.is_empty() || work.anew.is_some() {",
        "while work.guess <= KEPT {",
    ),
    error(
        "what turned is forgotten between guesses",
        TANGLE,
        "work.turned.iter().chain(dirty).copied().gather()",
        "dirty.to_vec()",
    ),
    error(
        "the first guesses begin alike",
        TANGLE,
        "before > 1 && self.holds(before - 1, node)",
        "self.holds(layer.own - 1, node)",
    ),
    error(
        "circles that turn themselves over are taken for plain",
        CIRCLES,
        "if circle == at(&graph.circle, edge.to)",
        "if circle != at(&graph.circle, edge.to)",
    ),
    error("what has not begun is in force", BEGIN, "certain && condition.fulfilment != Some(0)", "certain"),
    error("what goes on is no fact", BEGIN, "EventState::Past | EventState::Ongoing", "EventState::Past"),
    error(
        "needs run the other way",
        GRAPH,
        "Edge::new(to.0, self.target(from), Rule::Need, id)",
        "Edge::new(from.0, self.target(to), Rule::Need, id)",
    ),
    error("the editor's links always count", GRAPH, "editor || deal.statement(id)", "true || deal.statement(id)"),
    error(
        "each side of an exchange answers for itself",
        GRAPH,
        "(Role::Gives, gives, gets), (Role::Gets, gets, gives)",
        "(Role::Gives, gives, gives), (Role::Gets, gets, gets)",
    ),
    error("doubts open reported facts", GRAPH, "edge.opens = false;", "edge.opens = true;"),
    error(
        "a chain names rules that give something else",
        WHY,
        "spread.follows(edge, spread.verdict(edge.from)) == Some(verdict)",
        "spread.follows(edge, spread.verdict(edge.from)).is_some()",
    ),
    error("a chain begins with what follows", WHY, "if told {", "if !told {"),
    error("what an earlier chain told is not told again", WHY, "stop.told < chain", "stop.told == 0"),
    error(
        "doubts are dispelled as linchpins",
        VERDICT,
        "if kind == Kind::Doubt { Self::Holds } else",
        "if kind == Kind::Doubt { Self::Fails } else",
    ),
    error("a linchpin counts itself", LINCHPINS, "u32::from(lost != linchpin.item)", "1"),
    error(
        "a linchpin stays set",
        LINCHPINS,
        "scenario.suppose_on(item, None, pace)",
        "scenario.suppose_on(item, Some(Setting::Open), pace)",
    ),
    error(
        "those lose who give",
        LINCHPINS,
        "deal.targets(piece, Role::By).add_to(",
        "deal.targets(piece, Role::For).add_to(",
    ),
];

#[cfg(test)]
mod tests {
    use super::ERRORS;

    #[test]
    #[allow(clippy::unwrap_used)]
    fn every_error_fits_the_sources_exactly_once() {
        for error in ERRORS {
            let whole = std::fs::read_to_string(crate::paths::root().join(error.file)).unwrap();
            assert_ne!(error.put_into(&whole).unwrap(), whole, "{}", error.name);
        }
    }
}
