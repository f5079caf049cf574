//! A finger on the screen.

use crate::page::Page;
use anyhow::{Context, Result};
use http::Method;
use serde_json::{Value, json};
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::{RequestData, SessionId};

impl Page {
    /// Brings the first element that fits into view and taps on its middle.
    ///
    /// # Errors
    /// If nothing fits, or the browser knows no fingers.
    pub async fn tap(&self, css: &str) -> Result<()> {
        self.find(css).await?;
        let script = "const one = [...root.querySelectorAll(arguments[0])].find(one => one.checkVisibility()); \
            one.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' }); \
            const { x, y, width, height } = one.getBoundingClientRect(); \
            return [Math.round(x + width / 2), Math.round(y + height / 2)]";
        let [x, y]: [i64; 2] = self.ask(script, vec![json!(css)]).await?;
        self.driver().cmd(Tap { x, y }).await.with_context(|| format!("tapping on `{css}`"))?;
        Ok(())
    }
}

/// Down and up again at one place of the window, for which `thirtyfour` has no action.
#[derive(Debug)]
struct Tap {
    x: i64,
    y: i64,
}

impl FormatRequestData for Tap {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let Self { x, y } = self;
        let there = json!({ "type": "pointerMove", "duration": 0, "x": x, "y": y, "origin": "viewport" });
        let [down, up] = ["pointerDown", "pointerUp"].map(|kind| json!({ "type": kind, "button": 0 }));
        let finger = json!({ "type": "pointer", "id": "finger", "parameters": { "pointerType": "touch" }, "actions": [there, down, up] });
        let body: Value = json!({ "actions": [finger] });
        RequestData::new(Method::POST, format!("/session/{session}/actions")).add_body(body)
    }
}
