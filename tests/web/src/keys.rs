//! The keyboard, and where it is.

use crate::page::Page;
use anyhow::{Context, Result};
use http::Method;
use serde_json::{Value, json};
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::{Key, RequestData, SessionId};

impl Page {
    /// Presses a key where the focus is: `"Tab"`, `"Shift+Tab"`, `"ArrowDown"`, `"Enter"`, `"/"`.
    ///
    /// # Errors
    /// If there is no such key.
    pub async fn press(&self, keys: &str) -> Result<()> {
        let mut chain = self.driver().action_chain();
        let names: Vec<&str> = if keys.len() > 1 { keys.split('+').collect() } else { vec![keys] };
        let mut held = Vec::new();
        for name in names {
            let key = key(name).with_context(|| format!("no key is called {name}"))?;
            chain = chain.key_down(key);
            held.push(key);
        }
        for key in held.into_iter().rev() {
            chain = chain.key_up(key);
        }
        Ok(chain.perform().await?)
    }

    /// Presses a key several times.
    ///
    /// # Errors
    /// If there is no such key.
    pub async fn press_times(&self, keys: &str, times: usize) -> Result<()> {
        for _ in 0..times {
            self.press(keys).await?;
        }
        Ok(())
    }

    /// Turns the mouse's wheel with the pointer at this place of the window; down, if `by` is positive.
    ///
    /// # Errors
    /// If the browser refuses.
    pub async fn wheel(&self, x: u32, y: u32, by: i32) -> Result<()> {
        self.driver().cmd(Wheel { x, y, by }).await?;
        Ok(())
    }

    /// Puts the keyboard on the first element that fits.
    ///
    /// # Errors
    /// If nothing fits, or it takes no focus.
    pub async fn focus(&self, css: &str) -> Result<()> {
        self.find(css).await?;
        let script = "const one = root.querySelector(arguments[0]); one.focus(); return root.activeElement === one";
        let took: bool = self.ask(script, vec![json!(css)]).await?;
        took.then_some(()).with_context(|| format!("`{css}` takes no focus"))
    }

    /// What has the focus, through all shadow roots, as `tag#id.class[role] "its words"`; `body` if nothing has.
    ///
    /// # Errors
    /// If the page does not answer.
    pub async fn focused(&self) -> Result<String> {
        let script = "let one = document.activeElement; \
            while (one && one.shadowRoot && one.shadowRoot.activeElement) one = one.shadowRoot.activeElement; \
            if (!one || one === document.body) return 'body'; \
            const name = one.getAttribute('aria-label') || one.textContent.trim().replace(/\\s+/g, ' ').slice(0, 80); \
            return one.localName + (one.id ? '#' + one.id : '') + [...one.classList].map(c => '.' + c).join('') \
                + (one.getAttribute('role') ? '[' + one.getAttribute('role') + ']' : '') + (name ? ' \"' + name + '\"' : '')";
        self.ask(script, Vec::new()).await
    }

    /// Whether the element with the focus fits this CSS.
    ///
    /// # Errors
    /// If `css` is no selector.
    pub async fn focus_is_on(&self, css: &str) -> Result<bool> {
        let script = "let one = document.activeElement; \
            while (one && one.shadowRoot && one.shadowRoot.activeElement) one = one.shadowRoot.activeElement; \
            return !!one && one.matches(arguments[0])";
        self.ask(script, vec![json!(css)]).await
    }
}

/// The mouse's wheel, for which `thirtyfour` has no action.
#[derive(Debug)]
struct Wheel {
    x: u32,
    y: u32,
    by: i32,
}

impl FormatRequestData for Wheel {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let Self { x, y, by } = self;
        let scroll =
            json!({ "type": "scroll", "x": x, "y": y, "deltaX": 0, "deltaY": by, "duration": 0, "origin": "viewport" });
        let body: Value = json!({ "actions": [{ "type": "wheel", "id": "wheel", "actions": [scroll] }] });
        RequestData::new(Method::POST, format!("/session/{session}/actions")).add_body(body)
    }
}

/// The key of that name, as keyboard events call it.
fn key(name: &str) -> Option<char> {
    let key = match name {
        "Tab" => Key::Tab,
        "Shift" => Key::Shift,
        "Control" => Key::Control,
        "Alt" => Key::Alt,
        "Enter" => Key::Enter,
        "Escape" => Key::Escape,
        "Space" => return Some(' '),
        "Backspace" => Key::Backspace,
        "Delete" => Key::Delete,
        "Home" => Key::Home,
        "End" => Key::End,
        "PageUp" => Key::PageUp,
        "PageDown" => Key::PageDown,
        "ArrowLeft" => Key::Left,
        "ArrowRight" => Key::Right,
        "ArrowUp" => Key::Up,
        "ArrowDown" => Key::Down,
        other => {
            let mut letters = other.chars();
            return letters.next().filter(|_| letters.next().is_none());
        }
    };
    Some(key.value())
}
