//! Every rule of the format by example: what is refused, where it is said to stand, and what is said of it.
//!
//! In the examples `§` marks the place that the message must name.
#![allow(
    missing_docs,
    unreachable_pub,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

#[path = "deal/support.rs"]
mod support;

use support::{Broken, SMALL};

/// An issue that comes with another one's cause, in the words that the other test for it checks.
const NO_EVIDENCE: (&str, Option<&str>) = (
    "This is said to be the source's statement, but no words of the source prove it.",
    Some("Add “evidence”, or, if it is your own inference, “origin”: “editor”."),
);
const ITSELF: (&str, Option<&str>) =
    ("Here an item is set against itself.", Some("Name another item, or remove this one."));
const UNUSED: (&str, Option<&str>) =
    ("Nothing refers to this, and no words prove it.", Some("Refer to it where it plays a part, or remove it."));

#[test]
fn the_small_deal_keeps_every_rule() {
    Broken::text(SMALL).keeps_every_rule();
}

mod d01 {
    use super::support::{Broken, SMALL, lines};
    use deal_explorer::deal::{LIMIT_BYTES, LIMIT_DEPTH, Reading, read, too_large};

    #[test]
    fn what_is_not_json_is_placed_in_characters() {
        Broken::text("{\n  \"äöü\": \"日本\" §\"x\": 1}").says(&[(
            "D01",
            "$",
            "This is not JSON: expected `,` or `}`.",
            Some("A comma is missing before this place, or a quotation mark inside a text is not written as \\\"."),
        )]);
    }

    #[test]
    fn a_comma_too_many_is_called_so() {
        let hint = Some("Remove the comma before the closing bracket.");
        Broken::text("{\"ä\": [1, 2,§]}").says(&[("D01", "$", "This is not JSON: trailing comma.", hint)]);
    }

    #[test]
    fn curly_quotation_marks_are_no_quotation_marks() {
        let hint = "A key stands in straight quotation marks, and no comma stands after the last entry.";
        Broken::text("{§“id”: 1}").says(&[("D01", "$", "This is not JSON: key must be a string.", Some(hint))]);
    }

    #[test]
    fn an_empty_file_is_not_json() {
        let hint = "The text ends too soon: a bracket or a quotation mark is not closed.";
        Broken::text("§").says(&[("D01", "$", "This is not JSON: EOF while parsing a value.", Some(hint))]);
    }

    #[test]
    fn the_first_byte_that_is_not_utf8_is_placed() {
        let issues = read(b"{\n \"\xC3\xA4\": \"\xFF\"}").issues;
        assert_eq!((issues[0].rule().name(), issues[0].line, issues[0].column), ("D01", 2, 8));
        let said = deal_explorer::words::faults::fault(&issues[0].fault);
        assert_eq!(said.message, "The document is not UTF-8: byte 11 begins no character.");
        assert_eq!(said.hint.as_deref(), Some("Save the file with the encoding UTF-8."));
    }

    #[test]
    fn a_byte_order_mark_is_passed_over_and_moves_no_column() {
        let marked = |text: &str| [b"\xEF\xBB\xBF", text.as_bytes()].concat();
        assert!(read(&marked(SMALL)).deal.is_some());
        let issues = read(&marked("{\"a\" 1}")).issues;
        assert_eq!((issues[0].line, issues[0].column), (1, 6));
        let issues = read(&marked("\u{e4}\u{e4}")).issues;
        assert_eq!((issues[0].line, issues[0].column), (1, 1));
    }

    #[test]
    fn nesting_has_a_limit() {
        let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert!(!lines(&read(nested(LIMIT_DEPTH).as_bytes()))[0].starts_with("D01"));
        let said = lines(&read(nested(LIMIT_DEPTH + 1).as_bytes()));
        assert!(said[0].starts_with("D01 error at $ (line 1, column 128): The document nests"), "{said:?}");
        assert_eq!(read("[".repeat(1_000_000).as_bytes()).issues.len(), 1);
    }

    #[test]
    fn size_has_a_limit() {
        let said = lines(&read(&vec![b' '; LIMIT_BYTES + 1]));
        assert!(said[0].contains("D01 error at $ (line 1, column 1): The document is larger than 128 MiB"), "{said:?}");
        assert_eq!(lines(&Reading { deal: None, issues: vec![too_large()] }), said);
    }
}

mod d02 {
    use super::support::Broken;
    use deal_explorer::deal::read;

    #[test]
    fn an_unknown_key_is_placed_where_it_stands_and_its_neighbour_is_named() {
        Broken::new("\"topic\": \"traffic\"", "§\"topick\": \"traffic\"").says(&[(
            "D02",
            "$.conditions[0].topick",
            "“topick” is not a key of the format.",
            Some("Did you mean “topic”?"),
        )]);
    }

    #[test]
    fn a_key_like_no_other_may_be_kept_with_a_prefix() {
        Broken::new("\"language\"", "§\"zebra \\u00e4\": {\"by\": 1}, \"language\"").says(&[(
            "D02",
            "$['zebra ä']",
            "“zebra ä” is not a key of the format.",
            Some("To keep it for your own use, begin it with “x-”: “x-zebra ä”."),
        )]);
    }

    #[test]
    fn a_misspelt_key_is_not_accused_of_what_it_would_have_said() {
        // Without the rule that a fault is reported once, this would be D06 as well.
        Broken::new("\"evidence\": [{ \"source\": \"gazette\", \"paragraph\": 3", "§\"evidnce\": [{ \"paragraph\": 3")
            .says(&[(
                "D02",
                "$.actors[2].evidnce",
                "“evidnce” is not a key of the format.",
                Some("Did you mean “evidence”?"),
            )]);
    }

    #[test]
    fn a_key_that_stands_twice_is_placed_at_the_second() {
        let text = ("The key “act” stands twice in the same object.", Some("Keep one of the two."));
        Broken::new("\"duty\"", "§\"act\": \"sail\", \"duty\"").says(&[("D02", "$.conditions[0].act", text.0, text.1)]);
        Broken::new("\"duty\"", "§\"a\\u0063t\": [], §\"act\": 5, \"duty\"")
            .says(&[("D02", "$.conditions[0].act", text.0, text.1), ("D02", "$.conditions[0].act", text.0, text.1)]);
    }

    #[test]
    fn a_key_that_stands_twice_is_found_at_any_depth_and_under_x() {
        let text = ("The key “b” stands twice in the same object.", Some("Keep one of the two."));
        Broken::new("\"done\": true", "\"a\": [1, {\"b\": 1, §\"b\": {\"b\": 1, \"b\": 2}}]").says(&[(
            "D02",
            "$['x-desk'].a[1].b",
            text.0,
            text.1,
        )]);
    }

    #[test]
    fn keys_that_begin_with_x_are_kept() {
        Broken::new("\"act\"", "\"x-act\": null, \"x-\": [{}], \"act\"").keeps_every_rule();
        assert!(read(b"{\"X-a\": 1}").issues.iter().any(|issue| issue.rule().name() == "D02"));
    }
}

mod d03 {
    use super::support::{Broken, SMALL, lines};
    use deal_explorer::deal::read;

    #[test]
    fn a_missing_key_is_placed_at_its_object() {
        Broken::new("{ \"id\": \"old-quarrel\", \"text\": \"They quarrelled.\",", "§{ \"id\": \"old-quarrel\",")
            .says(&[("D03", "$.remarks[0]", "The key “text” is missing.", Some("Add “text” to this object."))]);
    }

    #[test]
    fn a_value_of_another_type_is_refused() {
        let cases = [
            (
                "\"by\": [\"north\"]",
                "\"by\": §\"north\"",
                "$.conditions[0].by",
                "This is text in quotation marks; it should be a list […].",
                Some("Put it in square brackets, also where there is only one."),
            ),
            (
                "\"value\": 5",
                "\"value\": §\"5\"",
                "$.figures[0].value",
                "This is text in quotation marks; it should be a number.",
                Some("Write it without quotation marks."),
            ),
            (
                "\"paragraphs\": 3",
                "\"paragraphs\": §3.5",
                "$.sources[0].paragraphs",
                "This is a number; it should be a whole number from 0 up.",
                None,
            ),
            (
                "\"paragraphs\": 3",
                "\"paragraphs\": §-3",
                "$.sources[0].paragraphs",
                "This is a number; it should be a whole number from 0 up.",
                None,
            ),
            (
                "\"topic\": \"traffic\"",
                "\"topic\": §null",
                "$.conditions[0].topic",
                "This is null; it should be text in quotation marks.",
                Some("Leave the key out where there is nothing to say."),
            ),
            (
                "\"printed\": \"5\"",
                "\"printed\": §5",
                "$.figures[0].printed",
                "This is a number; it should be text in quotation marks.",
                Some("Write it in quotation marks."),
            ),
            (
                "\"fulfilment\": 1",
                "\"fulfilment\": §{}",
                "$.conditions[0].fulfilment",
                "This is an object {…}; it should be a whole number from 0 up.",
                None,
            ),
        ];
        for (old, new, path, message, hint) in cases {
            Broken::new(old, new).says(&[("D03", path, message, hint)]);
        }
    }

    #[test]
    fn whole_numbers_may_have_an_empty_fraction() {
        Broken::new("\"paragraphs\": 3", "\"paragraphs\": 3.0").keeps_every_rule();
        Broken::new("\"format\": 1", "\"format\": 1.0").keeps_every_rule();
    }

    #[test]
    fn words_outside_their_list_are_refused_with_the_list() {
        Broken::new("\"duty\": \"must\"", "\"duty\": §\"mustnot\"").says(&[(
            "D03",
            "$.conditions[0].duty",
            "“mustnot” is not among the words that may stand here.",
            Some("Did you mean “mustNot”? Allowed: “must”, “may” or “mustNot”."),
        )]);
        Broken::new("\"kind\": \"needs\"", "\"kind\": §\"wants\"").says(&[(
            "D03",
            "$.links[0].kind",
            "“wants” is not among the words that may stand here.",
            Some("Allowed: “needs”, “enables”, “prevents”, “causes”, “threatens” or “completes”."),
        )]);
    }

    #[test]
    fn a_misspelt_origin_or_state_accuses_nothing_else() {
        let hint = "Did you mean “editor”? Allowed: “source” or “editor”.";
        Broken::new("\"origin\": \"editor\"", "\"origin\": §\"edtor\"").says(&[(
            "D03",
            "$.actors[1].origin",
            "“edtor” is not among the words that may stand here.",
            Some(hint),
        )]);
        let hint = "Did you mean “forming”? Allowed: “forming”, “inForce”, “suspended” or “ended”.";
        Broken::new("\"inForce\"", "§\"frming\"").says(&[(
            "D03",
            "$.state",
            "“frming” is not among the words that may stand here.",
            Some(hint),
        )]);
    }

    #[test]
    fn a_newer_format_is_all_that_is_said() {
        let message = "The document is written in format 2; this reader knows format 1.";
        let hint = Some("Use a newer version of the explorer, or write the document in format 1.");
        Broken::new("\"format\": 1", "\"format\": §2")
            .and("\"actors\": [", "\"parties\": 5, \"id\": 1, \"actors\": [1, ")
            .says(&[("D03", "$.format", message, hint)]);
        assert_eq!(lines(&read(b"{\"format\": 99999999999999}")).len(), 1);
        assert_eq!(lines(&read(b"{\"format\": 2.0}")).len(), 1);
    }

    #[test]
    fn no_format_or_an_older_one_is_said_with_the_rest() {
        let hint = Some("Write “format”: 1.");
        Broken::new("\"format\": 1", "\"format\": §0").and("\"value\": 5", "\"value\": §{}").says(&[
            ("D03", "$.format", "There is no format 0.", hint),
            ("D03", "$.figures[0].value", "This is an object {…}; it should be a number.", None),
        ]);
        let missing = Some("Add “format” to this object.");
        let text = SMALL.replacen("\"format\": 1,", "", 1);
        Broken::text(&format!("§{text}")).says(&[("D03", "$", "The key “format” is missing.", missing)]);
    }

    #[test]
    fn moments_dates_languages_and_addresses_have_their_form() {
        let cases = [
            (
                "2020-03-01T12:00:00+01:00\"",
                "\"2020-02-30T12:00:00+01:00\"",
                "$.asOf",
                "“2020-02-30T12:00:00+01:00” is not a moment by RFC 3339.",
                "Write day, time and offset, such as “2016-09-03T23:16:00-04:00”.",
            ),
            (
                "2020-02\"",
                "\"2020-13\"",
                "$.sections[0].date",
                "“2020-13” is not a date by EDTF.",
                "Write “2016-09-04”, “2016-09”, “2016” or an interval such as “../2016-09-03”, with days that the calendar has.",
            ),
            (
                "2020-03-01\"",
                "\"Sunday\"",
                "$.events[0].date",
                "“Sunday” is not a date by EDTF.",
                "Write “2016-09-04”, “2016-09”, “2016” or an interval such as “../2016-09-03”, with days that the calendar has.",
            ),
            (
                "en\"",
                "\"English\"",
                "$.language",
                "“English” is not a language tag by BCP 47.",
                "Write a tag such as “en”, “ar” or “pt-BR”.",
            ),
            (
                "https://example.org/ferry\"",
                "\"javascript:alert(1)\"",
                "$.sources[0].url",
                "“javascript:alert(1)” is not a web address.",
                "Write it in full, beginning with “https://” or “http://”.",
            ),
            (
                "two.json\"",
                "\"file:///two.json\"",
                "$.sections[1].url",
                "“file:///two.json” is not a web address, nor one relative to this document.",
                "Begin it with “https://”, or name a file beside this document.",
            ),
            (
                "traffic\"",
                "\"Traffic & trade\"",
                "$.conditions[0].topic",
                "“Traffic & trade” is not a plain word of the format.",
                "It is made of 1 to 64 small letters a to z, digits and hyphens, such as “traffic-trade”.",
            ),
        ];
        for (old, new, path, message, hint) in cases {
            Broken::new(&format!("\"{old}"), &format!("§{new}")).says(&[("D03", path, message, Some(hint))]);
        }
    }

    #[test]
    fn a_tension_is_between_two_or_more() {
        let text = ("This list needs two or more ids.", Some("Name every item that takes part."));
        let old = "\"between\": [\"run-ferry\", \"pay-ferry\"]";
        Broken::new(old, "\"between\": §[\"run-ferry\"]").says(&[("D03", "$.tensions[0].between", text.0, text.1)]);
        Broken::new(old, "\"between\": §[]").says(&[("D03", "$.tensions[0].between", text.0, text.1)]);
        let missing = ("The key “between” is missing.", Some("Add “between” to this object."));
        Broken::new("{ \"id\": \"who-first\"", "§{ \"id\": \"who-first\"").and(&format!(", {old}"), "").says(&[(
            "D03",
            "$.tensions[0]",
            missing.0,
            missing.1,
        )]);
    }

    #[test]
    fn fulfilment_ends_with_done() {
        let hint = Some("0 not begun, 1 begun, 2 halfway, 3 done.");
        Broken::new("\"fulfilment\": 1", "\"fulfilment\": §4").says(&[(
            "D03",
            "$.conditions[0].fulfilment",
            "This number is larger than 3.",
            hint,
        )]);
        Broken::new("\"fulfilment\": 1", "\"fulfilment\": 3").keeps_every_rule();
        Broken::new("\"fulfilment\": 1", "\"fulfilment\": 0").keeps_every_rule();
    }

    #[test]
    fn what_is_no_object_at_all_is_said_so() {
        Broken::text(" §[]").says(&[("D03", "$", "This is a list […]; it should be an object {…}.", None)]);
        Broken::text("§\"deal\"").says(&[(
            "D03",
            "$",
            "This is text in quotation marks; it should be an object {…}.",
            None,
        )]);
        Broken::text("\n§null").says(&[(
            "D03",
            "$",
            "This is null; it should be an object {…}.",
            Some("Leave the key out where there is nothing to say."),
        )]);
    }
}

mod d04 {
    use super::support::Broken;

    const MADE_OF: &str = "It is made of 1 to 64 small letters a to z, digits and hyphens";

    #[test]
    fn ids_are_slugs() {
        let hint = format!("{MADE_OF}, such as “fare-per-head”.");
        Broken::new("\"id\": \"fare\"", "\"id\": §\"Fare per head!\"").says(&[(
            "D04",
            "$.figures[0].id",
            "“Fare per head!” cannot be an id.",
            Some(&hint),
        )]);
        let hint = format!("{MADE_OF}.");
        Broken::new("\"id\": \"fare\"", "\"id\": §\"\"").says(&[(
            "D04",
            "$.figures[0].id",
            "“” cannot be an id.",
            Some(&hint),
        )]);
        let hint = format!("{MADE_OF}, such as “two-banks”.");
        Broken::new("\"two-banks\"", "§\"two_banks\"").says(&[(
            "D04",
            "$.id",
            "“two_banks” cannot be an id.",
            Some(&hint),
        )]);
    }

    #[test]
    fn ids_stand_once_media_and_sections_and_sources_included() {
        let hint = Some("Give one of the two another id, and mend what refers to it.");
        let twice = |first: &str| format!("The id “gazette” stands twice; it stands first at {first}.");
        Broken::new("\"id\": \"ferry-film\"", "\"id\": §\"gazette\"").says(&[(
            "D04",
            "$.sources[0].media[0].id",
            &twice("$.sources[0].id"),
            hint,
        )]);
        Broken::new("\"id\": \"fare\"", "\"id\": §\"gazette\"").says(&[(
            "D04",
            "$.figures[0].id",
            &twice("$.sources[0].id"),
            hint,
        )]);
        let twice = "The id “ferry-film” stands twice; it stands first at $.sources[0].media[0].id.";
        Broken::new("\"id\": \"part-one\"", "\"id\": §\"ferry-film\"")
            .and("\"partOf\": \"part-one\"", "\"partOf\": §\"ferry-film\"")
            .says(&[
                ("D04", "$.sections[0].id", twice, hint),
                (
                    "D05",
                    "$.sections[1].partOf",
                    "“ferry-film” is a picture or film of a source, which cannot stand here.",
                    Some("Here stands the id of a section."),
                ),
            ]);
    }

    #[test]
    fn the_document_may_share_its_id_with_an_item() {
        Broken::new("\"two-banks\"", "\"gazette\"").keeps_every_rule();
    }

    #[test]
    fn deal_is_reserved() {
        Broken::new("\"id\": \"fare\"", "\"id\": §\"deal\"").says(&[(
            "D04",
            "$.figures[0].id",
            "“deal” cannot be the id of an item: it means the deal as a whole.",
            Some("Choose another id."),
        )]);
    }
}

mod d05 {
    use super::support::Broken;

    #[test]
    fn an_unknown_id_comes_with_the_nearest_of_the_right_kind() {
        Broken::new("\"by\": [\"north\"]", "\"by\": [§\"noth\"]").says(&[(
            "D05",
            "$.conditions[0].by[0]",
            "Nothing in the document has the id “noth”.",
            Some("Did you mean “north”?"),
        )]);
        // “rivers” is near the place “river”, but here stands an actor.
        Broken::new("\"by\": [\"north\"]", "\"by\": [\"north\", §\"rivers\"]").says(&[(
            "D05",
            "$.conditions[0].by[1]",
            "Nothing in the document has the id “rivers”.",
            None,
        )]);
        Broken::new("\"source\": \"gazette\", \"paragraph\": 2", "\"source\": §\"gazete\", \"paragraph\": 2").says(&[
            (
                "D05",
                "$.actors[0].evidence[0].source",
                "Nothing in the document has the id “gazete”.",
                Some("Did you mean “gazette”?"),
            ),
        ]);
    }

    #[test]
    fn an_id_of_another_kind_is_called_what_it_is() {
        let cases = [
            (
                "\"where\": [\"river\"]",
                "\"where\": [§\"north\"]",
                "$.conditions[0].where[0]",
                "“north” is an actor, which cannot stand here.",
                "Here stands the id of a place.",
            ),
            (
                "\"from\": \"run-ferry\"",
                "\"from\": §\"north\"",
                "$.links[0].from",
                "“north” is an actor, which cannot stand here.",
                "Here stands the id of a condition, a doubt, an event, an aim, a remark or an exchange.",
            ),
            (
                "\"gives\": [\"run-ferry\"]",
                "\"gives\": [§\"swap\"]",
                "$.exchanges[0].gives[0]",
                "“swap” is an exchange, which cannot stand here.",
                "Here stands the id of a condition.",
            ),
            (
                "\"source\": \"gazette\", \"paragraph\": 3",
                "\"source\": §\"ferry-film\", \"paragraph\": 3",
                "$.actors[2].evidence[0].source",
                "“ferry-film” is a picture or film of a source, which cannot stand here.",
                "Here stands the id of a source.",
            ),
        ];
        for (old, new, path, message, hint) in cases {
            Broken::new(old, new).says(&[("D05", path, message, Some(hint))]);
        }
    }

    #[test]
    fn the_whole_deal_may_be_named_in_about_alone() {
        let text = ("“deal”, the deal as a whole, cannot stand here.", Some("It may stand in “about” alone."));
        Broken::new("\"about\": \"pay-ferry\"", "\"about\": \"deal\"").keeps_every_rule();
        Broken::new(
            "\"kind\": \"open-question\", \"about\": [\"run-ferry\"]",
            "\"kind\": \"flux\", \"about\": [\"deal\"]",
        )
        .keeps_every_rule();
        Broken::new("\"printed\": \"5\", \"about\": [\"run-ferry\"]", "\"printed\": \"5\", \"about\": [\"deal\"]")
            .keeps_every_rule();
        Broken::new("\"shows\": [\"run-ferry\", \"gazette\"]", "\"shows\": [\"run-ferry\", §\"deal\"]").says(&[(
            "D05",
            "$.tour[0].shows[1]",
            text.0,
            text.1,
        )]);
        Broken::new("\"from\": \"run-ferry\"", "\"from\": §\"deal\"").says(&[(
            "D05",
            "$.links[0].from",
            text.0,
            text.1,
        )]);
        Broken::new("[\"run-ferry\", \"pay-ferry\"]", "[\"run-ferry\", §\"deal\"]").says(&[(
            "D05",
            "$.tensions[0].between[1]",
            text.0,
            text.1,
        )]);
    }

    #[test]
    fn references_into_a_list_that_could_not_be_read_are_not_judged() {
        Broken::new("\"relations\": [", "\"sections\": §5, \"relations\": [")
            .and("\"sections\": [", "\"x-sections\": [")
            .says(&[(
                "D03",
                "$.sections",
                "This is a number; it should be a list […].",
                Some("Put it in square brackets, also where there is only one."),
            )]);
        Broken::new("\"sections\"", "§\"sectoins\"").says(&[(
            "D02",
            "$.sectoins",
            "“sectoins” is not a key of the format.",
            Some("Did you mean “sections”?"),
        )]);
    }
}

mod d06 {
    use super::support::Broken;
    use super::{NO_EVIDENCE, UNUSED};

    const NEEDLESS: (&str, Option<&str>) = (
        "There is evidence here, but this is not a statement of the source's.",
        Some("An editor's statement and a gap have no evidence: remove it, or remove “origin”: “editor”."),
    );

    #[test]
    fn a_source_statement_without_evidence_is_refused() {
        Broken::new(
            "{ \"id\": \"river\", \"text\": \"A river.\", \"origin\": \"editor\",",
            "§{ \"id\": \"river\", \"text\": \"A river.\",",
        )
        .says(&[("D06", "$.places[0]", NO_EVIDENCE.0, NO_EVIDENCE.1)]);
        Broken::new(
            "\"origin\": \"editor\", \"about\": [\"deal\"]",
            "\"evidence\": §[], \"origin\": \"source\", \"about\": [\"deal\"]",
        )
        .says(&[("D06", "$.remarks[0].evidence", NO_EVIDENCE.0, NO_EVIDENCE.1)]);
        Broken::new(
            "\"text\": \"The ferrymen work for North.\",\n      \"evidence\": [{",
            "\"text\": \"The ferrymen.\",\n      \"x-evidence\": [{",
        )
        .and("{\n      \"id\": \"ferrymen\"", "§{\n      \"id\": \"ferrymen\"")
        .says(&[("D06", "$.actors[2]", NO_EVIDENCE.0, NO_EVIDENCE.1), ("D12", "$.actors[2]", UNUSED.0, UNUSED.1)]);
    }

    #[test]
    fn an_editors_statement_with_evidence_is_refused() {
        let evidence = "\"evidence\": §[{ \"source\": \"gazette\", \"paragraph\": 1, \"quote\": \"x\" }]";
        Broken::new(
            "\"origin\": \"editor\", \"from\": \"run-ferry\"",
            &format!("\"origin\": \"editor\", {evidence}, \"from\": \"run-ferry\""),
        )
        .says(&[("D06", "$.links[0].evidence", NEEDLESS.0, NEEDLESS.1)]);
        Broken::new(
            "\"origin\": \"editor\", \"about\": [\"deal\"]",
            "\"origin\": \"editor\", \"evidence\": [], \"about\": [\"deal\"]",
        )
        .keeps_every_rule();
    }

    #[test]
    fn a_gap_has_no_evidence_and_needs_none() {
        let evidence = "\"evidence\": §[{ \"source\": \"gazette\", \"paragraph\": 1, \"quote\": \"x\" }]";
        for origin in ["", "\"origin\": \"source\", ", "\"origin\": \"editor\", "] {
            Broken::new("\"about\": \"pay-ferry\"", &format!("{origin}\"about\": \"pay-ferry\"")).keeps_every_rule();
            Broken::new("\"about\": \"pay-ferry\"", &format!("{origin}{evidence}, \"about\": \"pay-ferry\""))
                .says(&[("D06", "$.gaps[0].evidence", NEEDLESS.0, NEEDLESS.1)]);
        }
    }
}

mod d07 {
    use super::support::Broken;

    #[test]
    fn a_quote_has_at_most_fifteen_words() {
        let words = |count: usize| vec!["word"; count].join(" ");
        let old = "\"quote\": \"the ferrymen of North\"";
        Broken::new(old, &format!("\"quote\": \"{}\"", words(15))).keeps_every_rule();
        Broken::new(old, &format!("\"quote\": §\"{}\"", words(16))).says(&[(
            "D07",
            "$.actors[2].evidence[0].quote",
            "This quote has 16 words; a quote has at most 15.",
            Some("Quote the phrase that proves the statement, not the sentence."),
        )]);
    }

    #[test]
    fn dashes_are_no_words_and_white_space_of_any_kind_parts_them() {
        let old = "\"quote\": \"the ferrymen of North\"";
        let dashes = format!("\"quote\": \"{} -- – —\"", ["a"; 15].join("\\u00a0"));
        Broken::new(old, &dashes).keeps_every_rule();
        Broken::new(old, "\"quote\": §\" \\u00a0\"").says(&[(
            "D07",
            "$.actors[2].evidence[0].quote",
            "This quote is empty.",
            Some("Quote the words that prove the statement, exactly as printed."),
        )]);
    }

    #[test]
    fn a_paragraph_lies_in_its_source() {
        let hint = Some("Its paragraphs, the non-empty lines, are counted from 1 to 3.");
        let cases = [
            ("\"paragraph\": 3, \"quote\"", "\"paragraph\": §4, \"quote\"", "$.actors[2].evidence[0].paragraph", 4),
            ("\"paragraph\": 3, \"quote\"", "\"paragraph\": §0, \"quote\"", "$.actors[2].evidence[0].paragraph", 0),
            ("\"duration\": \"01:02\", \"paragraph\": 1", "\"paragraph\": §9", "$.sources[0].media[0].paragraph", 9),
            (
                "\"digest\": [{ \"paragraph\": 2",
                "\"digest\": [{ \"paragraph\": §7",
                "$.sources[0].digest[0].paragraph",
                7,
            ),
        ];
        for (old, new, path, paragraph) in cases {
            let message = format!("There is no paragraph {paragraph} in this source.");
            Broken::new(old, new).says(&[("D07", path, &message, hint)]);
        }
    }

    #[test]
    fn without_a_readable_count_no_paragraph_is_judged() {
        Broken::new("\"paragraphs\": 3", "\"paragraphs\": §\"3\"").says(&[(
            "D03",
            "$.sources[0].paragraphs",
            "This is text in quotation marks; it should be a whole number from 0 up.",
            Some("Write it without quotation marks."),
        )]);
    }
}

mod d08 {
    use super::NO_EVIDENCE;
    use super::support::Broken;

    const FORMING: (&str, Option<&str>) = (
        "This is said to be agreed, but the deal is still forming.",
        Some("Write “prospective” for what would be agreed under the deal, or “unsaid”."),
    );
    const FULFILLED: (&str, Option<&str>) = (
        "Nothing can be fulfilled of a deal that is still forming.",
        Some("Remove “fulfilment”, or mend the “state” of the deal."),
    );
    const UNPROVED: (&str, Option<&str>) = (
        "This is said to be agreed, but no words of the source prove it.",
        Some("Add “evidence”, or write “agreed”: “unsaid”."),
    );

    #[test]
    fn nothing_is_agreed_or_fulfilled_in_a_deal_that_is_forming() {
        Broken::new("inForce", "forming")
            .and("\"yes\"", "§\"yes\"")
            .and("\"fulfilment\": 1", "\"fulfilment\": §1")
            .says(&[
                ("D08", "$.conditions[0].agreed", FORMING.0, FORMING.1),
                ("D08", "$.conditions[0].fulfilment", FULFILLED.0, FULFILLED.1),
            ]);
        for state in ["suspended", "ended"] {
            Broken::new("inForce", state).keeps_every_rule();
        }
    }

    #[test]
    fn what_would_be_agreed_may_be_said_of_a_deal_that_is_forming() {
        let fulfilment = ",\n      \"fulfilment\": 1";
        for agreed in ["prospective", "no", "unsaid"] {
            Broken::new("inForce", "forming")
                .and("\"yes\"", &format!("\"{agreed}\""))
                .and(fulfilment, "")
                .keeps_every_rule();
        }
    }

    #[test]
    fn agreement_is_proved() {
        let evidence =
            "\"evidence\": [{ \"source\": \"gazette\", \"paragraph\": 2, \"quote\": \"South will pay for it\" }]";
        Broken::new(evidence, "\"origin\": \"editor\"")
            .and("\"agreed\": \"unsaid\"", "\"agreed\": §\"yes\"")
            .says(&[("D08", "$.conditions[1].agreed", UNPROVED.0, UNPROVED.1)]);
        Broken::new(evidence, "\"evidence\": §[]").and("\"agreed\": \"unsaid\"", "\"agreed\": §\"yes\"").says(&[
            ("D06", "$.conditions[1].evidence", NO_EVIDENCE.0, NO_EVIDENCE.1),
            ("D08", "$.conditions[1].agreed", UNPROVED.0, UNPROVED.1),
        ]);
    }
}

mod d09 {
    use super::support::Broken;

    const UNRULED: (&str, Option<&str>) = (
        "The source does not print this date, and nothing says how it was worked out.",
        Some("Add “derived” with the rule and the time zone, such as “the Sunday after the last update, EDT”."),
    );
    const RULE: &str = "\"derived\": \"the Sunday on or before the last update, local time\",";

    #[test]
    fn a_date_that_is_not_printed_needs_its_rule() {
        Broken::new(RULE, "").and("\"2020-03-01\"", "§\"2020-03-01\"").says(&[(
            "D09",
            "$.events[0].date",
            UNRULED.0,
            UNRULED.1,
        )]);
        Broken::new(RULE, "\"derived\": \" \",").and("\"2020-03-01\"", "§\"2020-03-01\"").says(&[(
            "D09",
            "$.events[0].date",
            UNRULED.0,
            UNRULED.1,
        )]);
        Broken::new(RULE, "")
            .and("\"on Sunday", "\"since March 1")
            .and("\"2020-03-01\"", "§\"2020-03-01/..\"")
            .says(&[("D09", "$.events[0].date", UNRULED.0, UNRULED.1)]);
    }

    #[test]
    fn a_date_that_is_printed_needs_none() {
        let cases = [
            ("March 1, 2020", "2020-03-01"),
            ("1. März 2020", "2020-03-01"),
            ("01.03.2020", "2020-03-01"),
            ("2020年3月1日", "2020-03-01"),
            ("١ مارس ٢٠٢٠", "2020-03-01"),
            ("in March 2020", "2020-03"),
            ("2011–2020", "2011/2020"),
            ("until 2020", "../2020"),
        ];
        for (printed, date) in cases {
            Broken::new(RULE, "")
                .and("\"on Sunday", &format!("\"{printed}"))
                .and("\"2020-03-01\"", &format!("\"{date}\""))
                .keeps_every_rule();
        }
    }

    #[test]
    fn an_event_without_a_date_needs_no_rule() {
        Broken::new(RULE, "").and("\"date\": \"2020-03-01\",", "").keeps_every_rule();
    }
}

mod d10 {
    use super::ITSELF;
    use super::support::Broken;

    const HINT: Option<&str> = Some("Remove “partOf” from the one that contains the others.");

    #[test]
    fn a_circle_is_said_once_at_its_first_member() {
        Broken::new(
            "\"kind\": \"body\",\n      \"standing\"",
            "\"partOf\": §\"ferrymen\",\n \"kind\": \"body\",\n      \"standing\"",
        )
        .says(&[(
            "D10",
            "$.actors[0].partOf",
            "These are part of one another in a circle: “north”, “ferrymen” and again “north”.",
            HINT,
        )]);
        let message = "These are part of one another in a circle: “part-one”, “chapter-two” and again “part-one”.";
        Broken::new("\"title\": \"Part one\"", "\"title\": \"Part one\", \"partOf\": §\"chapter-two\"").says(&[(
            "D10",
            "$.sections[0].partOf",
            message,
            HINT,
        )]);
        Broken::new("\"partOf\": \"river\"", "\"partOf\": §\"landing\"").says(&[(
            "D10",
            "$.places[1].partOf",
            "“landing” is said to be part of itself.",
            HINT,
        )]);
    }

    #[test]
    fn what_leads_into_a_circle_is_not_on_it() {
        let section = |id: &str, whole: &str| format!("{{ \"id\": \"{id}\", \"title\": \"T\", \"partOf\": {whole} }}");
        let sections =
            [section("outer", "\"b\""), section("b", "§\"c\""), section("c", "\"d\""), section("d", "\"b\"")]
                .join(", ");
        Broken::new("\"sections\": [", &format!("\"sections\": [ {sections}, "))
            .and("\"section\": \"chapter-two\"", "\"section\": \"outer\"")
            .and("[\"run-ferry\", \"gazette\"]", "[\"chapter-two\"]")
            .says(&[(
                "D10",
                "$.sections[1].partOf",
                "These are part of one another in a circle: “b”, “c”, “d” and again “b”.",
                HINT,
            )]);
    }

    #[test]
    fn nothing_is_about_itself() {
        let cases = [
            ("\"about\": [\"deal\"]", "\"about\": [\"deal\", §\"old-quarrel\"]", "$.remarks[0].about[1]"),
            (
                "\"open-question\", \"about\": [\"run-ferry\"]",
                "\"flux\", \"about\": [§\"low-water\"]",
                "$.doubts[0].about[0]",
            ),
            (
                "\"printed\": \"5\", \"about\": [\"run-ferry\"]",
                "\"printed\": \"5\", \"about\": [§\"fare\"]",
                "$.figures[0].about[0]",
            ),
            ("\"about\": \"pay-ferry\"", "\"about\": §\"no-price\"", "$.gaps[0].about"),
        ];
        for (old, new, path) in cases {
            Broken::new(old, new).says(&[("D10", path, ITSELF.0, ITSELF.1)]);
        }
    }

    #[test]
    fn nothing_is_linked_related_or_in_tension_with_itself() {
        let cases = [
            ("\"to\": \"pay-ferry\"", "\"to\": §\"run-ferry\"", "$.links[0].to"),
            ("\"to\": \"south\"", "\"to\": §\"north\"", "$.relations[0].to"),
            ("[\"run-ferry\", \"pay-ferry\"]", "[\"run-ferry\", §\"run-ferry\"]", "$.tensions[0].between[1]"),
            ("[\"run-ferry\", \"pay-ferry\"]", "[§\"who-first\", \"pay-ferry\"]", "$.tensions[0].between[0]"),
        ];
        for (old, new, path) in cases {
            Broken::new(old, new).says(&[("D10", path, ITSELF.0, ITSELF.1)]);
        }
    }
}

mod d11 {
    use super::support::Broken;
    use deal_explorer::deal::{Severity, read};

    const HINT: Option<&str> = Some("A digest carries every quote of its paragraph, word for word.");

    #[test]
    fn a_quote_that_its_digest_lacks_is_an_orphan() {
        Broken::new("\"quote\": \"South will pay for it\"", "\"quote\": §\"South will pay for them\"").says(&[(
            "D11",
            "$.conditions[1].evidence[0].quote",
            "The quote “South will pay for them” does not stand in the digest of its paragraph.",
            HINT,
        )]);
    }

    #[test]
    fn a_quote_that_its_digest_has_twice_is_an_orphan() {
        Broken::new("\"quote\": \"South will pay for it\"", "\"quote\": §\"will\"").says(&[(
            "D11",
            "$.conditions[1].evidence[0].quote",
            "The quote “will” stands twice in the digest of its paragraph.",
            Some("Word the digest so that the quote stands in it once."),
        )]);
        Broken::new("\"quote\": \"South will pay for it\"", "\"quote\": \"will\", \"suffix\": \" pay\"")
            .keeps_every_rule();
    }

    #[test]
    fn quotation_marks_are_told_apart_and_white_space_is_not() {
        Broken::new("\"quote\": \"South will pay for it\"", "\"quote\": \"South will pay\\u00a0 \\nfor it”.\"")
            .keeps_every_rule();
        Broken::new("\"quote\": \"South will pay for it\"", "\"quote\": §\"South will pay for it\\\"\"").says(&[(
            "D11",
            "$.conditions[1].evidence[0].quote",
            "The quote “South will pay for it\"” does not stand in the digest of its paragraph.",
            HINT,
        )]);
    }

    #[test]
    fn what_stands_around_a_quote_need_not_stand_in_the_digest() {
        Broken::new(
            "\"quote\": \"South will pay for it\"",
            "\"quote\": \"South will pay for it\", \"prefix\": \"that \"",
        )
        .keeps_every_rule();
    }

    #[test]
    fn a_paragraph_without_a_digest_is_not_held_against_one() {
        Broken::new("\"the ferrymen of North\"", "\"anything\"").keeps_every_rule();
    }

    #[test]
    fn an_orphan_is_no_error() {
        let text = super::SMALL.replacen("South will pay for it\" }", "nobody\" }", 1);
        let reading = read(text.as_bytes());
        assert!(reading.deal.is_some());
        assert_eq!(reading.issues[0].severity(), Severity::Warning);
    }
}

mod d12 {
    use super::UNUSED;
    use super::support::Broken;

    #[test]
    fn an_actor_a_condition_or_a_section_that_plays_no_part_is_named() {
        let actor = "§{ \"id\": \"east\", \"text\": \"East.\", \"origin\": \"editor\", \"name\": \"East\", \"kind\": \"body\" }, ";
        Broken::new("\"actors\": [", &format!("\"actors\": [ {actor}")).says(&[(
            "D12",
            "$.actors[0]",
            UNUSED.0,
            UNUSED.1,
        )]);
        let condition = "§{ \"id\": \"sing\", \"text\": \"Sing.\", \"origin\": \"editor\", \"act\": \"sing\" }, ";
        Broken::new("\"conditions\": [", &format!("\"conditions\": [ {condition}")).says(&[(
            "D12",
            "$.conditions[0]",
            UNUSED.0,
            UNUSED.1,
        )]);
        Broken::new("\"sections\": [", "\"sections\": [ §{ \"id\": \"coda\", \"title\": \"Coda\" }, ").says(&[(
            "D12",
            "$.sections[0]",
            UNUSED.0,
            UNUSED.1,
        )]);
    }

    #[test]
    fn to_name_itself_is_to_play_no_part() {
        let actor = "§{ \"id\": \"east\", \"text\": \"E.\", \"voice\": [\"east\"], \"origin\": \"editor\", \"name\": \"E\", \"kind\": \"voice\" }, ";
        Broken::new("\"actors\": [", &format!("\"actors\": [ {actor}")).says(&[(
            "D12",
            "$.actors[0]",
            UNUSED.0,
            UNUSED.1,
        )]);
    }

    #[test]
    fn a_section_in_a_file_of_its_own_needs_nobody_to_refer_to_it() {
        let section = "{ \"id\": \"coda\", \"title\": \"Coda\", \"url\": \"coda.json\" }, ";
        Broken::new("\"sections\": [", &format!("\"sections\": [ {section}")).keeps_every_rule();
    }

    #[test]
    fn evidence_or_a_step_of_the_tour_is_part_enough() {
        Broken::new("\"sections\": [", "\"sections\": [ { \"id\": \"coda\", \"title\": \"Coda\" }, ")
            .and("\"shows\": [", "\"shows\": [\"coda\", ")
            .keeps_every_rule();
    }

    #[test]
    fn other_kinds_need_nobody_to_refer_to_them() {
        Broken::new(
            "\"places\": [",
            "\"places\": [ { \"id\": \"hill\", \"text\": \"H.\", \"origin\": \"editor\", \"name\": \"H\" }, ",
        )
        .keeps_every_rule();
    }
}
