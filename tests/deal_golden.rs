//! All that is said of the deal with every fault in it, word for word.
#![allow(
    missing_docs,
    unreachable_pub,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use deal_explorer::deal::{Issue, Rule, read};
use deal_explorer::words::faults;

const BROKEN: &str = include_str!("deals/broken.json");

#[test]
fn the_messages_of_the_broken_deal() {
    let lines: Vec<String> = read(BROKEN.as_bytes()).issues.iter().map(faults::line).collect();
    insta::with_settings!({ snapshot_path => "deal/snapshots", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("broken", lines.join("\n"));
    });
}

#[test]
fn it_breaks_every_rule_but_that_of_json_itself() {
    let rules: std::collections::BTreeSet<Rule> = read(BROKEN.as_bytes()).issues.iter().map(Issue::rule).collect();
    assert_eq!(rules.len(), 11, "{rules:?}");
}
