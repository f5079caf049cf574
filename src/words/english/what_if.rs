//! What if, in English.

use super::s;
use crate::deal::{Duty, Kind, LinkKind};
use crate::picture::dependence::Tie;
use crate::reason::{Rule, Setting, Verdict};
use crate::words::format::Plural;
use crate::words::what_if::{Deed, WhatIfWords};

pub(crate) static WHAT_IF: WhatIfWords = WhatIfWords {
    invitation: |count, plural| {
        let are = if plural == Plural::One { "is" } else { "are" };
        format!(
            "As reported, {count} condition{} of the deal {are} open: nothing says yet that they come about. Suppose that one fails, or holds, and read what would follow by the article’s own words.",
            s(plural)
        )
    },
    nothing_open_reported: "Suppose that a piece fails, or holds, and read what would follow by the article’s own words.",
    all_holds: "Suppose every condition holds and every doubt is dispelled",
    all_else_holds: |supposed| format!("{supposed}, and all else holds"),
    several: |count, _| format!("Suppose {count} things at once"),
    // English says "does" of one bearer and "do" of several; what comes after is the act as it stands.
    suppose_deed: |Deed { by, many, duty, act }, setting| {
        let does = if many { "do" } else { "does" };
        match (duty, setting) {
            (Duty::Must, Setting::Holds) => format!("Suppose {by} {does} {act}"),
            (Duty::Must, Setting::Fails) | (Duty::MustNot, Setting::Holds) => format!("Suppose {by} {does} not {act}"),
            (Duty::MustNot, Setting::Fails) => format!("Suppose {by} {does} {act} after all"),
            (Duty::May, Setting::Holds) => format!("Suppose {by} may {act}"),
            (Duty::May, Setting::Fails) => format!("Suppose {by} may not {act}"),
            (Duty::May, Setting::Open) => format!("Suppose it stays open whether {by} may {act}"),
            (_, Setting::Open) => format!("Suppose it stays open whether {by} will {act}"),
        }
    },
    suppose: |kind, setting, text| {
        let lead = match (kind, setting) {
            (Kind::Doubt, Setting::Holds) => "Suppose this doubt proves right",
            (Kind::Doubt, Setting::Fails) => "Suppose this doubt is dispelled",
            (Kind::Aim, Setting::Holds) => "Suppose this aim is reached",
            (Kind::Aim, Setting::Fails) => "Suppose this aim is missed",
            (Kind::Event, Setting::Holds) => "Suppose this is so",
            (Kind::Event, Setting::Fails) => "Suppose this is not so",
            (_, Setting::Holds) => "Suppose this holds",
            (_, Setting::Fails) => "Suppose this fails",
            (_, Setting::Open) => "Suppose this stays open",
        };
        format!("{lead}: {text}")
    },
    supposition: "A supposition, followed through by the words of the article. Not a forecast.",

    setting: |kind, setting| match (kind, setting) {
        (_, Setting::Open) => "open",
        (Kind::Doubt, Setting::Holds) => "proves right",
        (Kind::Doubt, Setting::Fails) => "is dispelled",
        (Kind::Aim, Setting::Holds) => "is reached",
        (Kind::Aim, Setting::Fails) => "is missed",
        (Kind::Event, Setting::Holds) => "is so",
        (Kind::Event, Setting::Fails) => "is not so",
        (_, Setting::Holds) => "holds",
        (_, Setting::Fails) => "fails",
    },
    verdict: |kind, verdict| match verdict {
        Verdict::Fails if kind == Kind::Event => "falls away",
        Verdict::Holds => "holds",
        Verdict::Open => "open",
        Verdict::NoLongerOwed => "no longer owed, as worded",
        Verdict::Unsupported => "loses its support",
        Verdict::Fails => "fails",
    },
    you_set: |setting| format!("you set this: {setting}"),
    turns: |before, after| format!("{before} → {after}"),

    then: |clauses| format!("Then {clauses}."),
    come_to: |verdict, who, plural| {
        let words = match (verdict, plural) {
            (Verdict::Fails, Plural::One) => "fails",
            (Verdict::Fails, _) => "fail",
            (Verdict::Unsupported, Plural::One) => "loses all that the article gives it to stand on",
            (Verdict::Unsupported, _) => "lose all that the article gives them to stand on",
            (Verdict::NoLongerOwed, Plural::One) => "is no longer owed, as worded",
            (Verdict::NoLongerOwed, _) => "are no longer owed, as worded",
            (Verdict::Open, Plural::One) => "is open again",
            (Verdict::Open, _) => "are open again",
            (Verdict::Holds, Plural::One) => "holds",
            (Verdict::Holds, _) => "hold",
        };
        format!("{who} {words}")
    },
    fall_away: |who, plural| format!("{who} {}", if plural == Plural::One { "falls away" } else { "fall away" }),
    counted: |kind, count, plural| {
        let noun = match kind {
            Kind::Condition => "condition",
            Kind::Exchange => "exchange",
            Kind::Aim => "aim",
            Kind::Doubt => "doubt",
            Kind::Event => "event",
            _ => "remark",
        };
        format!("{count} {noun}{}", s(plural))
    },
    nothing_follows: "By the words of the article, nothing else follows from that.",
    stay_open: |who, plural| format!("{who} {} open.", if plural == Plural::One { "stays" } else { "stay" }),
    nothing_open: "No condition stays open.",
    against: |clauses| format!("Some of what you set stands against the article’s words; by these, {clauses}."),

    what_follows: "What would follow, and why",
    stays_open: "What stays open",
    because: |rule, verdict, many| match (rule, verdict) {
        (Rule::Need, Verdict::Fails) => "It needs this, which fails",
        (Rule::Need, Verdict::Unsupported) => "It needs this, which loses its support",
        (Rule::Need, _) => "It needs this, which is not settled",
        (Rule::Support, _) if many => "All that it rests on goes",
        (Rule::Support, _) => "The one thing that it rests on goes",
        (Rule::Prevent, _) => "This holds, and is to prevent it",
        (Rule::Threat, Verdict::Fails) => "This doubt proves right, and threatens it",
        (Rule::Threat, _) => "This threatens it",
        (Rule::Doubt, _) => "This leaves it in doubt",
        (Rule::Exchange, _) => "It is to be given in exchange for this, which fails",
        (Rule::Side | Rule::Whole, Verdict::Fails) => "This side of it fails",
        (Rule::Side | Rule::Whole, Verdict::Unsupported) => "This side of it loses its support",
        (Rule::Side | Rule::Whole, _) => "This side of it is not settled",
        (Rule::Void, _) => "The exchange that it belongs to fails as a whole",
    },
    things_follow: |count, plural| {
        format!("{count} thing{} {}", s(plural), if plural == Plural::One { "follows" } else { "follow" })
    },
    step: |step, of| format!("Step {step} of {of}"),
    previous_step: "Previous step",
    next_step: "Next step",
    all_steps: "All steps at once",
    more_pieces: |count, plural| format!("and {count} more piece{}", s(plural)),

    you_suppose: "You suppose",
    take_back: "Take it back",
    suppose_of: |name| format!("Suppose of this: {name}"),
    as_reported: "As reported",
    suppose_all: "Suppose all holds",
    undo: "Undo",
    redo: "Redo",
    copy_scenario: "Copy link to this scenario",
    copy_text: "Copy it as text",
    editors_on: "Leave the editor’s own links out",
    editors_off: "Take the editor’s own links in",
    editors_used: |count, plural| {
        let stand = if plural == Plural::One { "stands" } else { "stand" };
        format!("{count} step{} {stand} on a link of the editor’s, not on the article’s words.", s(plural))
    },
    editors_unused: "Every step stands on the article’s own words; none on a link of the editor’s.",
    what_if_lost: |kind| if kind == Kind::Doubt { "What if this proves right?" } else { "What if this fails?" },
    see_what_follows: "See what follows",
    working: |percent| format!("Working it out … {percent} %"),
    working_stopped: "Working it out was stopped.",

    picture: "What hangs on what",
    picture_keys: "Arrow keys walk along the links, Enter chooses a piece.",
    whole_picture: |count, plural| format!("Show the whole picture: {count} piece{}", s(plural)),
    this_alone: "Show only what this touches",
    too_many: |shown, of| format!("The {shown} nearest of {of} pieces are drawn; the list below has more."),
    tie: |tie| match tie {
        Tie::Link(LinkKind::Needs) => "is needed by",
        Tie::Link(LinkKind::Enables) => "so that",
        Tie::Link(LinkKind::Prevents) => "to prevent",
        Tie::Link(LinkKind::Causes) => "brings about",
        Tie::Link(LinkKind::Threatens) => "threatens",
        Tie::Link(LinkKind::Completes) => "completes",
        Tie::Gives | Tie::Gets => "",
        Tie::Doubt => "puts in doubt",
    },
    event: "event",
    aim: "aim",
    exchange: "exchange",

    linchpins: "What most hangs on",
    linchpins_note: "For each piece: how much would fail, lose its support or no longer be owed if it alone failed; for a doubt, if it proved right.",
    goes_with_it: |count, plural| format!("{count} piece{} would go with it", s(plural)),
    losers: |names| format!("who would lose by it: {names}"),
    no_linchpins: "By the words of the article, nothing else would go with any one piece.",
    searching: |done, of| format!("{done} of {of} pieces tried …"),
    stopped: "Stopped before all were tried.",
    go_on: "Go on",
    fewer: "Show fewer",

    pieces: "Every piece",
    pieces_note: "In the order of the picture. Suppose something of each, alone or together.",
};
