//! A finger on the screen, or the mouse, at the place of an element.

use crate::page::Page;
use anyhow::{Context, Result};
use http::Method;
use serde_json::{Value, json};
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::{RequestData, SessionId};

impl Page {
    /// Moves the pointer to the corner of the window: where an earlier test left it, it may be over something.
    pub(crate) async fn put_pointer_away(&self) -> Result<()> {
        Ok(self.driver().action_chain().move_to(0, 0).perform().await?)
    }

    /// Brings the first element that shows and fits into view and taps on its middle.
    ///
    /// # Errors
    /// If nothing fits, or the browser knows no fingers.
    pub async fn tap(&self, css: &str) -> Result<()> {
        self.press_on(css, "touch").await
    }

    /// The same with the mouse: for the parts of a picture, which not every driver can bring into view.
    ///
    /// # Errors
    /// If nothing fits.
    pub async fn press_part(&self, css: &str) -> Result<()> {
        self.press_on(css, "mouse").await
    }

    async fn press_on(&self, css: &str, pointer: &'static str) -> Result<()> {
        self.find(css).await?;
        let script = "const one = [...root.querySelectorAll(arguments[0])].find(one => one.checkVisibility()); \
            const box = one.closest('.drawing'), middle = (rect) => rect.x + rect.width / 2; \
            if (box) box.scrollLeft += middle(one.getBoundingClientRect()) - middle(box.getBoundingClientRect()); \
            scrollBy({ top: one.getBoundingClientRect().y - innerHeight / 2, behavior: 'instant' }); \
            const { x, y, width, height } = one.getBoundingClientRect(); \
            return [Math.round(x + width / 2), Math.round(y + height / 2)]";
        let [x, y]: [i64; 2] = self.ask(script, vec![json!(css)]).await?;
        self.driver().cmd(Press { pointer, x, y }).await.with_context(|| format!("pressing on `{css}`"))?;
        Ok(())
    }
}

/// Down and up again at one place of the window, for which `thirtyfour` has no action.
#[derive(Debug)]
struct Press {
    pointer: &'static str,
    x: i64,
    y: i64,
}

impl FormatRequestData for Press {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let Self { pointer, x, y } = self;
        let there = json!({ "type": "pointerMove", "duration": 0, "x": x, "y": y, "origin": "viewport" });
        let [down, up] = ["pointerDown", "pointerUp"].map(|kind| json!({ "type": kind, "button": 0 }));
        let pointer = json!({ "type": "pointer", "id": pointer, "parameters": { "pointerType": pointer }, "actions": [there, down, up] });
        let body: Value = json!({ "actions": [pointer] });
        RequestData::new(Method::POST, format!("/session/{session}/actions")).add_body(body)
    }
}
