//! A library: deals in files of their own, each fetched when it is opened.

use anyhow::{Result, ensure};
use serde_json::Value;
use web_tests::{Look, Outcome, Page, Theme, on_page, on_plain_page};

const LIBRARY: &str = "gallery/library.html";
/// One with a part that is not there, one with faults, and a library as a part.
const WITH_GAPS: &str = "gallery/permalink.html";
const TITLE: &str = "header .title";
const BACK: &str = "nav[aria-label=Library]";
const FERRY: &str = "The night ferry of Averil and Skarrow …";
const LANTERN: &str = "The Lantern Charter …";

/// How often the page has fetched a file whose address ends so.
async fn fetched(page: &Page, end: &str) -> Result<usize> {
    let script =
        "return performance.getEntriesByType('resource').filter((one) => one.name.endsWith(arguments[0])).length";
    page.ask(script, vec![end.into()]).await
}

/// Shows the library with gaps in place of the page's deal, and waits until the page is told so: that comes a moment after
/// its title.
async fn with_gaps(page: &Page) -> Result<()> {
    let script = "const told = new Promise((done) => host.addEventListener('deal-ready', \
            ({ detail }) => detail.id === 'fixture-library' && done())); \
        host.setAttribute('src', '../fixture/library.json'); await told; return null";
    page.follow::<Value>(script, vec![]).await?;
    page.says(TITLE, "A library with gaps").await
}

/// The events that come from now on, by their names and a detail.
const HEAR: &str = "window.heard = []; for (const name of ['deal-ready', 'deal-error', 'deal-state', 'deal-select']) \
    host.addEventListener(name, ({ detail }) => window.heard.push([name, detail.id ?? detail.kind ?? detail.state].join(' ')))";

/// Lets what is on its way arrive.
async fn later(page: &Page) -> Result<()> {
    page.follow::<Value>("await new Promise((done) => setTimeout(done, 200)); return null", vec![]).await.map(|_| ())
}

async fn heard(page: &Page) -> Result<Vec<String>> {
    page.ask("return window.heard", vec![]).await
}

#[test]
fn the_library_shows_at_once_and_says_that_its_deals_lie_apart() -> Outcome {
    on_page(LIBRARY, async |page| {
        page.says("section[data-view=brief] .shelf", "a deal in a file of its own").await?;
        page.says(".shelf", "The Lantern Charter May 2, 2030, part of Deals of two towns").await?;
        ensure!(page.count(".shelf li").await? == 3, "what lies in no file of its own is listed");
        for end in ["harbour.json", "no-exchange.json", "arabic.json"] {
            ensure!(fetched(page, end).await? == 0, "{end} is fetched before it is opened");
        }
        page.no_troubles().await
    })
}

#[test]
fn a_part_opens_as_a_deal_of_its_own_and_back_leads_to_its_place_without_fetching() -> Outcome {
    on_page(LIBRARY, async |page| {
        page.ask::<()>(HEAR, vec![]).await?;
        page.use_control(".shelf", FERRY).await?;
        page.says(TITLE, "The night ferry").await?;
        page.find("section[data-view=brief] .ledger").await?;
        page.address_ends("/gallery/library.html#deal=;part=ferry").await?;
        page.comes(
            "its title is at the top and has the focus",
            "return root.activeElement === root.querySelector('header')",
        )
        .await?;
        let ready = heard(page).await?;
        ensure!(ready == ["deal-ready harbour-night-ferry", "deal-state ;part=ferry"], "{ready:?}");
        // Within the part as in any deal.
        page.use_control("nav[aria-label='Views of the deal']", "Parties").await?;
        page.address_ends("#deal=parties;part=ferry").await?;
        page.use_control(BACK, "Three made-up deals").await?;
        page.says(TITLE, "Three made-up deals").await?;
        page.address_ends("#deal=conditions/ferry").await?;
        page.comes("the focus is where the part stands", "return root.activeElement?.dataset.page === 'ferry'").await?;
        ensure!(page.count(BACK).await? == 0, "a way back from the library");
        // Forward again: the part that was last open is still there, too.
        page.use_control(".shelf", FERRY).await?;
        page.says(TITLE, "The night ferry").await?;
        for end in ["/library.json", "/harbour.json"] {
            ensure!(fetched(page, end).await? == 1, "{end} is fetched again");
        }
        page.no_troubles().await
    })
}

#[test]
fn the_browsers_own_back_and_forward_lead_through_the_parts() -> Outcome {
    on_page(LIBRARY, async |page| {
        page.use_control(".shelf", FERRY).await?;
        page.says(TITLE, "The night ferry").await?;
        page.use_control("nav[aria-label='Views of the deal']", "Facts").await?;
        page.address_ends("#deal=facts;part=ferry").await?;
        page.back().await?;
        page.find("section[data-view=brief]").await?;
        page.says(TITLE, "The night ferry").await?;
        page.back().await?;
        page.says(TITLE, "Three made-up deals").await?;
        page.address_ends("/gallery/library.html").await?;
        page.use_control(".shelf", LANTERN).await?;
        page.says(TITLE, "The Lantern Charter").await?;
        page.back().await?;
        page.says(TITLE, "Three made-up deals").await?;
        page.ask::<()>("history.forward()", vec![]).await?;
        page.says(TITLE, "The Lantern Charter").await?;
        page.no_troubles().await
    })
}

#[test]
fn a_link_leads_to_the_same_place_of_the_same_file() -> Outcome {
    on_page(LIBRARY, async |page| {
        page.open("gallery/library.html#deal=parties/averil;part=ferry").await?;
        page.find("[data-page=averil]").await?;
        page.says(TITLE, "The night ferry").await?;
        // What can be copied there is the same link.
        let state: String = page.ask("return host.state", vec![]).await?;
        ensure!(state == "parties/averil;part=ferry", "{state}");
        page.use_control(BACK, "Three made-up deals").await?;
        page.address_ends("#deal=conditions/ferry").await?;
        // A part that the library has not is left out, with all that was to be seen in it.
        page.open("gallery/library.html#deal=parties/averil;part=nowhere").await?;
        page.says(TITLE, "Three made-up deals").await?;
        let state: String = page.ask("return host.state", vec![]).await?;
        ensure!(state == "parties", "{state}");
        // So is a section that lies in no file of its own.
        page.open("gallery/library.html#deal=facts;part=towns").await?;
        page.find("section[data-view=facts]").await?;
        page.says(TITLE, "Three made-up deals").await?;
        page.no_troubles().await
    })
}

#[test]
fn the_page_sets_the_part_as_it_sets_any_state_and_is_not_told_of_its_own() -> Outcome {
    on_page(LIBRARY, async |page| {
        page.ask::<()>(&format!("{HEAR}; host.state = 'facts;part=lantern'"), vec![]).await?;
        page.find("section[data-view=facts]").await?;
        page.says(TITLE, "The Lantern Charter").await?;
        page.comes("it is told that it shows", "return window.heard.length > 0").await?;
        let told = heard(page).await?;
        ensure!(told == ["deal-ready lantern-charter"], "{told:?}");
        let knows: bool = page.follow("return host.select('upper-tarn')", vec![]).await?;
        ensure!(knows, "ids are not those of the part");
        page.follow::<Value>("await host.reset(); return null", vec![]).await?;
        page.says(TITLE, "Three made-up deals").await?;
        // Another document is another library.
        page.ask::<()>("host.state = ';part=lantern'", vec![]).await?;
        page.says(TITLE, "The Lantern Charter").await?;
        page.ask::<()>("host.setAttribute('src', '../deals/harbour.json')", vec![]).await?;
        page.says(TITLE, "The night ferry").await?;
        ensure!(page.count(BACK).await? == 0, "a way back from no library");
        page.no_troubles().await
    })
}

#[test]
fn a_part_that_is_not_there_is_told_and_can_be_tried_again() -> Outcome {
    on_plain_page(WITH_GAPS, async |page| {
        with_gaps(page).await?;
        page.ask::<()>(HEAR, vec![]).await?;
        page.use_control(".shelf", "A part that is not there").await?;
        page.says("[role=alert]", "/fixture/nowhere.json was not delivered: the server answered 404.").await?;
        page.says("[role=alert]", "still shown below").await?;
        page.says(TITLE, "A library with gaps").await?;
        page.comes("what is said has the focus", "return root.activeElement?.role === 'alert'").await?;
        page.comes("it is told", "return window.heard.join() === 'deal-error refused'").await?;
        // Whoever goes on elsewhere is not held up by it.
        page.use_control("nav[aria-label='Views of the deal']", "Facts").await?;
        page.gone("[role=alert]").await?;
        page.use_control("nav[aria-label='Views of the deal']", "Brief").await?;
        page.use_control(".shelf", "A part that is not there").await?;
        page.says("[role=alert]", "404").await?;
        // The missing document comes into being.
        let mend = "const fetch = window.fetch; window.fetch = () => fetch('/deals/no-exchange.json')";
        page.ask::<()>(mend, vec![]).await?;
        page.use_control("[role=alert]", "Try again").await?;
        page.says(TITLE, "The Lantern Charter").await?;
        page.gone("[role=alert]").await?;
        page.comes("the keyboard is at its title", "return root.activeElement === root.querySelector('header')")
            .await?;
        page.use_control(BACK, "A library with gaps").await?;
        page.says(TITLE, "A library with gaps").await?;
        // But for the file that was not there.
        let all = page.troubles().await?;
        let other: Vec<&String> = all.iter().filter(|one| !one.contains("nowhere.json")).collect();
        ensure!(other.is_empty(), "{other:?}");
        Ok(())
    })
}

#[test]
fn a_part_with_faults_is_refused_and_the_library_stays() -> Outcome {
    on_page(WITH_GAPS, async |page| {
        with_gaps(page).await?;
        page.use_control(".shelf", "A part with faults").await?;
        page.says("[role=alert]", "Each is named with its rule and its place").await?;
        page.says("[role=alert] li", "Did you mean “title”?").await?;
        page.says(TITLE, "A library with gaps").await?;
        page.find(".shelf").await?;
        page.accessible().await?;
        // Another part comes in its place.
        page.use_control(".shelf", "The night ferry").await?;
        page.says(TITLE, "The night ferry of Averil").await?;
        page.gone("[role=alert]").await?;
        page.no_troubles().await
    })
}

#[test]
fn a_library_within_a_library_is_shown_and_leads_no_further() -> Outcome {
    on_page(WITH_GAPS, async |page| {
        with_gaps(page).await?;
        page.use_control(".shelf", "A library in the library").await?;
        page.says(TITLE, "Three made-up deals").await?;
        page.find(BACK).await?;
        ensure!(page.count(".shelf").await? == 0, "a shelf in a part");
        page.no_troubles().await
    })
}

#[test]
fn while_a_part_comes_it_is_said_in_sight_and_going_elsewhere_forgets_it() -> Outcome {
    on_page(LIBRARY, async |page| {
        let hold = "window.go = []; const fetch = window.fetch; \
            window.fetch = (what) => new Promise((done) => window.go.push(() => done(fetch(what))))";
        page.ask::<()>(hold, vec![]).await?;
        page.use_control(".shelf", FERRY).await?;
        page.says("[role=status]", "Opening the deal").await?;
        page.says(TITLE, "Three made-up deals").await?;
        let seen = "const place = root.querySelector('.status').getBoundingClientRect(); return place.top >= 0 && place.bottom <= innerHeight";
        page.comes("it is in sight", seen).await?;
        // Another is asked for: the first is nobody's any more, even if it comes last.
        page.use_control(".shelf", LANTERN).await?;
        page.comes("both are asked for", "return window.go.length === 2").await?;
        page.ask::<()>("window.go[1]()", vec![]).await?;
        page.says(TITLE, "The Lantern Charter").await?;
        page.ask::<()>("window.go[0]()", vec![]).await?;
        later(page).await?;
        page.says(TITLE, "The Lantern Charter").await?;
        // Who goes on elsewhere in the library does not wait.
        page.use_control(BACK, "Three made-up deals").await?;
        page.says(TITLE, "Three made-up deals").await?;
        page.comes("the focus is where the part stands", "return root.activeElement?.dataset.page === 'lantern'")
            .await?;
        page.use_control(".shelf", FERRY).await?;
        page.says("[role=status]", "Opening the deal").await?;
        page.use_control("nav[aria-label='Views of the deal']", "Facts").await?;
        page.gone(".status").await?;
        page.ask::<()>("window.go[2]()", vec![]).await?;
        later(page).await?;
        page.says(TITLE, "Three made-up deals").await?;
        page.find("section[data-view=facts]").await?;
        page.no_troubles().await
    })
}

#[test]
fn the_keyboard_alone_opens_a_part_and_leads_back() -> Outcome {
    on_page(LIBRARY, async |page| {
        page.focus(".shelf [data-page=lantern]").await?;
        page.press("Enter").await?;
        page.says(TITLE, "The Lantern Charter").await?;
        page.comes("the keyboard is at its title", "return root.activeElement === root.querySelector('header')")
            .await?;
        // The way back stands just before it.
        page.press("Shift+Tab").await?;
        ensure!(page.focus_is_on(&format!("{BACK} button")).await?, "the focus is on {}", page.focused().await?);
        page.press("Enter").await?;
        page.says(TITLE, "Three made-up deals").await?;
        page.comes("the keyboard is where it was", "return root.activeElement?.dataset.page === 'lantern'").await?;
        page.press("Enter").await?;
        page.says(TITLE, "The Lantern Charter").await?;
        page.no_troubles().await
    })
}

#[test]
fn a_document_that_the_page_gives_itself_names_its_parts_relative_to_the_page() -> Outcome {
    on_page(WITH_GAPS, async |page| {
        let give = "const answer = await fetch('../deals/library.json'); const library = await answer.json(); \
            library.sections = [{ id: 'near', title: 'Beside the page', url: '../deals/no-exchange.json' }, \
                { id: 'full', title: 'In full', url: new URL('../deals/harbour.json', location).href }]; \
            host.data = library; return null";
        page.follow::<Value>(give, vec![]).await?;
        page.use_control(".shelf", "Beside the page").await?;
        page.says(TITLE, "The Lantern Charter").await?;
        page.use_control(BACK, "Three made-up deals").await?;
        page.use_control(".shelf", "In full").await?;
        page.says(TITLE, "The night ferry").await?;
        page.no_troubles().await
    })
}

#[test]
fn a_large_library_is_a_list_drawn_where_the_reader_is() -> Outcome {
    on_page(WITH_GAPS, async |page| {
        let give = "const answer = await fetch('../deals/library.json'); const library = await answer.json(); \
            library.sections = Array.from({ length: 1800 }, (_, at) => ({ id: 's' + at, title: `Accord ${at}`, url: '../deals/no-exchange.json' })); \
            host.data = library; return null";
        page.follow::<Value>(give, vec![]).await?;
        page.says(".shelf", "All 1,800 deals").await?;
        ensure!(page.count(".shelf li").await? == 12, "the brief is long");
        page.use_control(".shelf", "All 1,800 deals").await?;
        page.says("section[data-view=conditions] .shelf", "1,800 in all").await?;
        ensure!(page.count(".shelf li").await? < 300, "all are drawn");
        page.ask::<()>("host.state = ';part=s1700'", vec![]).await?;
        page.says(TITLE, "The Lantern Charter").await?;
        page.use_control(BACK, "Three made-up deals").await?;
        page.comes("the focus is far down", "return root.activeElement?.dataset.page === 's1700'").await?;
        let seen = "const { top } = root.activeElement.getBoundingClientRect(); return top > -50 && top < innerHeight";
        page.comes("it is in view", seen).await?;
        page.no_troubles().await
    })
}

#[test]
fn a_part_is_accessible_narrow_and_wide_light_and_dark() -> Outcome {
    on_plain_page("fixture/", async |page| {
        for width in [1280, 320] {
            page.look(Look { width, ..Look::default() }).await?;
            // From right to left, under the title of a library from left to right.
            page.open("gallery/library.html#deal=;part=water").await?;
            page.find(BACK).await?;
            page.no_sideways_scroll().await?;
            for theme in [Theme::Light, Theme::Dark] {
                page.theme(theme).await?;
                page.accessible().await?;
            }
        }
        page.no_troubles().await
    })
}

#[test]
fn of_a_large_part_it_is_told_how_much_is_read_and_a_stop_leaves_the_library() -> Outcome {
    on_page(LIBRARY, async |page| {
        let slow = "const before = window.fetch; window.fetch = async (what) => { \
            if (!String(what.url ?? what).includes('harbour')) return before(what); \
            const bytes = new Uint8Array(await (await before(what)).arrayBuffer()); \
            return new Response(new ReadableStream({ async pull(to) { await new Promise((go) => setTimeout(go, 50)); \
                if (window.enough) { to.enqueue(bytes); to.close(); } else to.enqueue(new Uint8Array(500_000).fill(32)); } })); }";
        page.ask::<()>(slow, vec![]).await?;
        page.use_control(".shelf", FERRY).await?;
        page.says("[role=status]", " MB").await?;
        page.use_control("p.status", "Stop").await?;
        page.says("[role=alert]", "Reading was stopped.").await?;
        page.says(TITLE, "Three made-up deals").await?;
        page.find(".shelf").await?;
        page.ask::<()>("window.enough = true", vec![]).await?;
        page.use_control("[role=alert]", "Try again").await?;
        page.says(TITLE, "The night ferry").await?;
        page.gone("[role=alert]").await?;
        page.no_troubles().await
    })
}
