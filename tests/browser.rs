//! Inside the browser: the mounted element, as its host page has it. `cargo xtask test` runs these in each browser.
//!
//! Only what is public is used, so what the reader is shown is compared with what [`Plain`] says.
#![cfg(all(target_arch = "wasm32", feature = "app"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::cell::RefCell;

use deal_explorer::element::{Handle, bring_with, explain_with, mount};
use deal_explorer::words::plain::Plain;
use deal_explorer::words::{Format, Moment};
use js_sys::{Array, Function, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlElement, HtmlInputElement, ShadowRoot};

wasm_bindgen_test_configure!(run_in_browser);

const SEED: &str = include_str!("../seeds/us-russia-syria-2016.json");
const HARBOUR: &str = include_str!("deals/harbour.json");
const NO_EXCHANGE: &str = include_str!("deals/no-exchange.json");
const BROKEN: &str = include_str!("deals/broken.json");

/// Mounts an app in the element as the shell does, showing the document at its `src`.
fn enter(host: &Element) -> Result<Handle, JsValue> {
    bring_with(Function::new_with_args("src, signal", "return fetch(src, { signal })"));
    let options = js_sys::Object::new();
    let src = host.get_attribute("src").unwrap_or_default();
    js_sys::Reflect::set(&options, &"src".into(), &src.into()).unwrap();
    js_sys::Reflect::set(&options, &"permalink".into(), &false.into()).unwrap();
    mount(host.clone(), options.unchecked_ref(), None, Function::new_no_args(""))
}

/// An element on the page with the app in it; both go when it is dropped.
struct Stage {
    host: Element,
    root: ShadowRoot,
    app: Option<Handle>,
}

impl Drop for Stage {
    fn drop(&mut self) {
        if let Some(app) = self.app.take() {
            app.destroy();
        }
        self.host.remove();
    }
}

impl Stage {
    /// Mounts an element that shows this document, and waits until it is shown or cannot be.
    async fn of(document: &str) -> Self {
        let page = web_sys::window().unwrap().document().unwrap();
        let host = page.create_element("deal-explorer").unwrap();
        let address = format!("data:application/json,{}", js_sys::encode_uri_component(document));
        host.set_attribute("src", &address).unwrap();
        page.body().unwrap().append_child(&host).unwrap();
        let app = enter(&host).ok();
        let root = host.shadow_root().unwrap();
        let stage = Self { host, root, app };
        stage.until("it is ready", |stage| stage.host.has_attribute("data-ready")).await;
        stage
    }

    async fn until(&self, what: &str, so: impl Fn(&Self) -> bool) {
        for _ in 0..400 {
            if so(self) {
                return;
            }
            pause().await;
        }
        let text = self.root.text_content().unwrap_or_default();
        panic!("not so: {what}; it says: {}", text.chars().take(1500).collect::<String>());
    }

    fn all(&self, css: &str) -> Vec<Element> {
        let list = self.root.query_selector_all(css).unwrap();
        (0..list.length()).filter_map(|at| list.item(at)?.dyn_into().ok()).collect()
    }

    fn text(&self, css: &str) -> String {
        let all: Vec<String> = self.all(css).iter().filter_map(|one| one.text_content()).collect();
        all.join("\n").split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn has(&self, css: &str) -> bool {
        self.root.query_selector(css).unwrap().is_some()
    }

    /// Clicks the first control that fits and says this.
    fn press(&self, css: &str, words: &str) {
        let control = self.all(css).into_iter().find(|one| one.text_content().unwrap_or_default().contains(words));
        let control = control.unwrap_or_else(|| panic!("no `{css}` says {words}: {}", self.text(css)));
        control.unchecked_into::<HtmlElement>().click();
    }

    /// Types into the search box, as the reader's keyboard would.
    async fn search(&self, words: &str) {
        let input: HtmlInputElement = self.all("input[type=search]").remove(0).unchecked_into();
        input.set_value(words);
        let event = "return new InputEvent('input', { bubbles: true, composed: true })";
        let event = Function::new_no_args(event).call0(&JsValue::NULL).unwrap();
        input.dispatch_event(event.unchecked_ref()).unwrap();
        pause().await;
    }
}

/// Lets everything that waits run.
async fn pause() {
    let later = Function::new_with_args("done", "setTimeout(done, 10)");
    let promise = Promise::new(&mut |done, _| {
        later.call1(&JsValue::NULL, &done).unwrap();
    });
    JsFuture::from(promise).await.unwrap();
}

/// The seed with one of its parts changed.
fn changed(from: &str, to: &str) -> String {
    assert!(SEED.contains(from), "{from} is not in the seed");
    SEED.replacen(from, to, 1)
}

#[wasm_bindgen_test]
async fn numbers_are_grouped_as_plain_english_groups_them() {
    for value in [400_000.0, 999.0, 1_000.0, 5_000_000.0, 1_234_567.5] {
        let stage = Stage::of(&changed("\"value\": 400000", &format!("\"value\": {value}"))).await;
        stage.press("nav button", "Facts");
        let expected = format!("at least {}", Plain.number(value));
        stage.until(&expected, |stage| stage.text("section[data-view=facts] li").contains(&expected)).await;
    }
}

#[wasm_bindgen_test]
async fn days_and_months_are_as_plain_english_has_them() {
    for (date, expected) in [
        ("2016-09-04", Plain.day(2016, 9, 4)),
        ("2016-12-31", Plain.day(2016, 12, 31)),
        ("2017-01-01", Plain.day(2017, 1, 1)),
        ("2024-02-29", Plain.day(2024, 2, 29)),
    ] {
        let stage = Stage::of(&changed("\"date\": \"2016-09-04\"", &format!("\"date\": \"{date}\""))).await;
        stage.press("nav button", "Facts");
        stage.until(&expected, |stage| stage.text("section[data-view=facts] time").contains(&expected)).await;
    }
}

#[wasm_bindgen_test]
async fn a_moment_has_the_parts_of_plain_english() {
    for text in ["2016-09-03T23:16:00-04:00", "2016-09-04T00:05:00+05:30", "2016-09-03T12:00:00Z"] {
        let stage =
            Stage::of(&changed("\"asOf\": \"2016-09-03T23:16:00-04:00\"", &format!("\"asOf\": \"{text}\""))).await;
        let (shown, moment) = (stage.text("header time"), Moment::parse(text).unwrap());
        let plain = Plain.moment(&moment);
        let day = Plain.day(moment.year, moment.month, moment.day);
        // "at" or a comma stands between them, as the browser's tables have it.
        let clock = plain.strip_prefix(&format!("{day}, ")).unwrap();
        assert!(shown.contains(&day) && shown.ends_with(clock), "{shown} is not {plain}");
    }
}

#[wasm_bindgen_test]
async fn names_are_joined_as_plain_english_joins_them() {
    let names = |names: &[&str]| Plain.list(&names.iter().map(ToString::to_string).collect::<Vec<_>>());
    let stage = Stage::of(SEED).await;
    assert!(stage.text(".who").contains(&names(&["United States", "Russia"])), "{}", stage.text(".who"));
    let three = changed("\"by\": [\"russia\"]", "\"by\": [\"russia\", \"iran\", \"turkey\"]");
    let stage = Stage::of(&three).await;
    assert!(stage.text(".who").contains(&names(&["Russia", "Iran", "Turkey"])), "{}", stage.text(".who"));
}

#[wasm_bindgen_test]
async fn one_is_one_and_all_else_are_many() {
    let stage = Stage::of(SEED).await;
    for (words, expected) in [("qwertyuiop", "0 statements"), ("margins", "1 statement"), ("Tehran", " statements")] {
        stage.search(words).await;
        let said = |stage: &Stage| stage.text("search [role=status]");
        let fits = |text: String| if expected.starts_with(' ') { text.ends_with(expected) } else { text == expected };
        stage.until(&format!("{words}: {expected}"), |stage| fits(said(stage))).await;
    }
}

#[wasm_bindgen_test]
async fn accents_and_case_are_folded() {
    let stage = Stage::of(SEED).await;
    let mut counts = Vec::new();
    for words in ["Erdogan", "erdoğan", "ERDOĞAN", "ÉRDÖGÀN", "Erdog\u{306}an"] {
        // From nothing each time, so that no count is left over from the words before.
        stage.search("qwertyuiop").await;
        stage.until("nothing found", |stage| stage.text("search [role=status]") == "0 statements").await;
        stage.search(words).await;
        stage.until(words, |stage| stage.text("section mark").contains("Erdogan")).await;
        stage.until("counted", |stage| stage.text("search [role=status]") != "0 statements").await;
        counts.push(stage.text("search [role=status]"));
    }
    assert!(counts.iter().all(|count| *count == counts[0]), "{counts:?}");
    // The other way round: the document has the accents, the reader does not type them.
    let stage = Stage::of(&SEED.replace("Erdogan", "Erdoğan")).await;
    stage.search("erdogan").await;
    stage.until("found without accents", |stage| stage.text("section mark").contains("Erdoğan")).await;
}

#[wasm_bindgen_test]
async fn a_proof_opens_and_closes_again_and_again() {
    let stage = Stage::of(SEED).await;
    for _ in 0..3 {
        stage.press("[data-item=press-assad] button[aria-expanded]", "5");
        stage.until("the proof is open", |stage| stage.has("[data-item=press-assad] q")).await;
        stage.press("[data-item=press-assad] button", "Cite this");
        stage.until("the citation is open", |stage| stage.has("[data-item=press-assad] pre")).await;
        stage.press("[data-item=press-assad] button", "Cite this");
        stage.until("the citation is closed", |stage| !stage.has("[data-item=press-assad] pre")).await;
        stage.press("[data-item=press-assad] button[aria-expanded]", "5");
        stage.until("the proof is closed", |stage| !stage.has("[data-item=press-assad] q")).await;
    }
}

#[wasm_bindgen_test]
async fn every_proof_of_every_view_opens_and_closes() {
    let stage = Stage::of(SEED).await;
    for view in ["Brief", "Conditions", "Open questions", "Facts"] {
        stage.press("nav[aria-label^='Views of the deal'] button", view);
        stage.until(view, |stage| stage.has(&format!("section[data-view][aria-label^='{view}']"))).await;
        assert!(stage.has("section[data-view] [data-item] button[aria-expanded=false]"), "nothing to open in {view}");
        let opened = RefCell::new(Vec::new());
        let all_are_open = |stage: &Stage| {
            // A longer list is drawn a little at a time: what has come since is opened, too.
            for mark in stage.all("section[data-view] [data-item] button[aria-expanded=false]") {
                // One proof may stand in several places, which open and close together.
                let item = mark.closest("[data-item]").unwrap().unwrap().get_attribute("data-item").unwrap();
                if !opened.borrow().contains(&item) {
                    opened.borrow_mut().push(item);
                    mark.unchecked_into::<HtmlElement>().click();
                }
            }
            !stage.has("section[data-view] [data-item] > p button[aria-expanded=false]")
        };
        for _ in 0..5 {
            stage.until("all are open", all_are_open).await;
            pause().await;
        }
        stage.press("nav[aria-label^='Views of the deal'] button", "Source");
        stage.until("Source", |stage| stage.has("section[data-view=source]")).await;
    }
}

#[wasm_bindgen_test]
async fn filters_and_chips_come_and_go() {
    let stage = Stage::of(SEED).await;
    for _ in 0..3 {
        stage.press("search button", "Filters");
        stage.until("the filters are open", |stage| stage.has("search fieldset")).await;
        stage.press("search fieldset label", "Iran");
        stage.until("results", |stage| stage.has("section[aria-label^=Results]")).await;
        stage.press("search label", "Show the editor");
        stage.until("two chips", |stage| stage.text("search").contains("statements are hidden")).await;
        stage.press("search button", "Party: Iran");
        stage.until("no results", |stage| !stage.has("section[aria-label^=Results]")).await;
        stage.press("search button", "Clear all");
        stage.until("no chips", |stage| !stage.text("search").contains("Clear all")).await;
        stage.press("search button", "Filters");
        stage.until("the filters are closed", |stage| !stage.has("search fieldset")).await;
    }
}

#[wasm_bindgen_test]
async fn the_walk_begins_and_ends_from_any_step() {
    let stage = Stage::of(SEED).await;
    for steps in [0, 3, 8] {
        stage.press("header button", "Take the guided walk");
        stage.until("the walk is on", |stage| stage.text("section").contains("Step 1 of 9")).await;
        for step in 1..=steps {
            stage.press("section button", "Next");
            let words = format!("Step {} of 9", step + 1);
            stage.until(&words, |stage| stage.text("section").contains(&words)).await;
        }
        stage.press("section button", "End the walk");
        stage.until("the walk is over", |stage| stage.text("header").contains("Take the guided walk")).await;
    }
}

#[wasm_bindgen_test]
async fn views_follow_each_other_in_every_order() {
    let stage = Stage::of(HARBOUR).await;
    let views = ["Brief", "Parties", "Conditions", "Open questions", "Facts", "Source"];
    for first in views {
        for second in views {
            for view in [first, second] {
                stage.press("nav[aria-label^='Views of the deal'] button", view);
                stage.until(view, |stage| stage.has(&format!("section[data-view][aria-label^='{view}']"))).await;
            }
        }
    }
}

#[wasm_bindgen_test]
async fn trouble_comes_and_goes() {
    // The shell fetches a module of its own for this; here it is not there, and one fault stands for all.
    let module = "return Promise.resolve({ faults: () => [{ rule: 'D03', severity: 'error', path: '$.title', line: 3, \
                  column: 4, message: 'It is missing.', hint: 'Add it.' }] })";
    explain_with(Function::new_no_args(module));
    let stage = Stage::of(BROKEN).await;
    assert_eq!(stage.host.get_attribute("data-ready").as_deref(), Some("failed"));
    stage
        .until("the fault is told", |stage| stage.text("[role=alert] li").contains("D03 It is missing. Add it."))
        .await;
    assert_eq!(stage.all("[role=alert] li").len(), 1, "{}", stage.text("[role=alert]"));
    let mend = Function::new_with_args(
        "text",
        "const real = window.fetch; window.fetch = () => { window.fetch = real; return Promise.resolve(new Response(text)); }",
    );
    for _ in 0..2 {
        stage.press("[role=alert] button", "Try again");
        // The request is made in a later microtask: without a pause, this one would get the mended answer of the next,
        // and the next would make it too late to count.
        for _ in 0..40 {
            pause().await;
        }
        assert!(stage.has("[role=alert] li"), "it failed again");
    }
    mend.call1(&JsValue::NULL, &JsValue::from_str(NO_EXCHANGE)).unwrap();
    stage.press("[role=alert] button", "Try again");
    stage.until("it is mended", |stage| stage.has("section[data-view=brief]") && !stage.has("[role=alert]")).await;
    // Told once the page has it.
    let ready = |stage: &Stage| stage.host.get_attribute("data-ready").as_deref() == Some("shown");
    stage.until("it is ready", ready).await;
}

#[wasm_bindgen_test]
async fn it_is_taken_out_and_put_in_again() {
    let mut stage = Stage::of(NO_EXCHANGE).await;
    for _ in 0..3 {
        stage.app.take().unwrap().destroy();
        stage.until("nothing is left of it", |stage| stage.root.child_element_count() == 0).await;
        stage.host.remove_attribute("data-ready").unwrap();
        stage.app = enter(&stage.host).ok();
        stage.until("it is back", |stage| stage.has("section[data-view=brief]")).await;
        assert_eq!(stage.all("section[data-view]").len(), 1);
    }
}

/// Mounts an element whose document comes late, and takes it out again after this many pauses.
async fn destroyed_after(pauses: usize) -> Element {
    let late = Function::new_with_args(
        "text",
        "const real = window.fetch; \
         window.fetch = () => new Promise((done) => setTimeout(() => done(new Response(text)), 100)); \
         return () => { window.fetch = real; }",
    );
    let restore: Function = late.call1(&JsValue::NULL, &JsValue::from_str(NO_EXCHANGE)).unwrap().unchecked_into();
    let page = web_sys::window().unwrap().document().unwrap();
    let host = page.create_element("deal-explorer").unwrap();
    page.body().unwrap().append_child(&host).unwrap();
    let app = enter(&host).unwrap();
    for _ in 0..pauses {
        pause().await;
    }
    app.destroy();
    for _ in 0..30 {
        pause().await;
    }
    host.remove();
    restore.call0(&JsValue::NULL).unwrap();
    host
}

#[wasm_bindgen_test]
async fn destroyed_while_its_document_comes_it_does_no_harm() {
    assert!(!destroyed_after(2).await.has_attribute("data-ready"), "what is gone says that it is ready");
}

#[wasm_bindgen_test]
async fn destroyed_at_once_it_does_no_harm() {
    assert!(!destroyed_after(0).await.has_attribute("data-ready"), "what is gone says that it is ready");
}

#[wasm_bindgen_test]
fn an_element_that_takes_no_shadow_root_is_left_alone() {
    let page = web_sys::window().unwrap().document().unwrap();
    let input = page.create_element("input").unwrap();
    assert!(enter(&input).is_err());
}

#[wasm_bindgen_test]
async fn its_styles_are_shared_sheets_and_no_element() {
    let (one, other) = (Stage::of(NO_EXCHANGE).await, Stage::of(HARBOUR).await);
    let sheets = |stage: &Stage| -> Array {
        js_sys::Reflect::get(&stage.root, &JsValue::from_str("adoptedStyleSheets"))
            .map(|all| Array::from(&all))
            .unwrap()
    };
    assert_eq!((sheets(&one).length(), sheets(&other).length()), (3, 3));
    for at in 0..3 {
        assert!(js_sys::Object::is(&sheets(&one).get(at), &sheets(&other).get(at)), "each has its own sheet");
    }
    assert!(!one.has("style") && !one.has("[style]"), "inline styles");
}
