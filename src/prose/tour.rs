//! The guided walk as a list of its steps, each with links to what it points at.

use super::html::Html;
use super::scribe::Scribe;
use super::statement::named;

/// The part; absent where the document has no walk.
pub(super) fn write(scribe: &Scribe<'_>, html: &mut Html) {
    let steps = &scribe.deal.document().tour;
    if steps.is_empty() {
        return;
    }
    scribe.section(html, "", scribe.words.tour, |html| {
        html.element("ol", &[], |html| {
            for step in steps {
                html.element("li", &[], |html| {
                    html.line(scribe.level(2), &[], &step.title);
                    html.line("p", &[("class", "say")], &step.text);
                    html.filled("p", &[("class", "ends")], |html| {
                        for (at, id) in step.shows.iter().filter_map(|id| scribe.deal.find(id)).enumerate() {
                            html.text(if at == 0 { "" } else { " · " });
                            named(scribe, html, id);
                        }
                    });
                });
            }
        });
    });
}
