//! Width and colours of the view.

use crate::browser::Engine;
use crate::page::{Page, READY};
use anyhow::{Result, ensure};
use http::Method;
use serde_json::{Value, json};
use std::time::Duration;
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::{RequestData, SessionId};

/// Neither Firefox nor `WebKitGTK` makes a window narrower than about this.
const NARROWEST_WINDOW: u32 = 600;

/// How often a window is asked to be of a size.
const TRIES: usize = 3;

/// Light or dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Theme {
    /// `prefers-color-scheme: light`
    #[default]
    Light,
    /// `prefers-color-scheme: dark`
    Dark,
}

/// How the page is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// Width of the view in CSS pixels.
    pub width: u32,
    /// Its height.
    pub height: u32,
    /// Its colours.
    pub theme: Theme,
}

impl Default for Look {
    fn default() -> Self {
        Self { width: 1280, height: 900, theme: Theme::Light }
    }
}

impl Page {
    /// Looks at the page in this way from now on.
    ///
    /// # Errors
    /// If the browser cannot be made to.
    pub async fn look(&self, look: Look) -> Result<()> {
        self.size(look.width, look.height).await?;
        self.theme(look.theme).await
    }

    /// Makes the view that wide, 900 pixels high. First thing in a test: where a window cannot be that narrow, the page
    /// is loaded anew in a frame of that width.
    ///
    /// # Errors
    /// If the browser cannot be made to.
    pub async fn width(&self, width: u32) -> Result<()> {
        self.size(width, 900).await
    }

    async fn size(&self, width: u32, height: u32) -> Result<()> {
        if self.size.replace((width, height)) == (width, height) {
            return Ok(());
        }
        if self.engine() == Engine::Chromium {
            let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
            self.driver().cdp().send_raw("Emulation.setDeviceMetricsOverride", metrics).await?;
            return Ok(());
        }
        let address: String = self.ask("return location.href", Vec::new()).await?;
        self.driver().enter_default_frame().await?;
        if width < NARROWEST_WINDOW {
            self.window(width + 100, height + 100).await?;
            self.set_frame(Some((width, height)));
        } else {
            self.window(width, height).await?;
            self.set_frame(None);
        }
        if address.starts_with(self.base()) {
            self.show(&address).await?;
            self.until(READY).await?;
        }
        let now: u32 = self.ask("return innerWidth", Vec::new()).await?;
        ensure!(
            now == width || address == "about:blank" || address.starts_with("data:"),
            "the view is {now} pixels wide, not {width}"
        );
        Ok(())
    }

    /// Makes the window so large that the page in it has this size. The window's own parts take some of it, so ask, see
    /// what comes, and correct. It comes later than the driver says.
    async fn window(&self, width: u32, height: u32) -> Result<()> {
        let (mut wide, mut high) = (width, height);
        for _ in 0..TRIES {
            self.driver().set_window_rect(0, 0, wide, high).await?;
            let [inner_width, inner_height] = self.settled().await?;
            if inner_width == width && inner_height >= height {
                break;
            }
            wide = (wide + width).saturating_sub(inner_width);
            high = (high + height).saturating_sub(inner_height);
        }
        Ok(())
    }

    /// The size of the view once it stays the same.
    async fn settled(&self) -> Result<[u32; 2]> {
        let ask = "return [innerWidth, innerHeight]";
        let mut last = self.ask::<[u32; 2]>(ask, Vec::new()).await?;
        loop {
            tokio::time::sleep(Duration::from_millis(100)).await;
            let now = self.ask(ask, Vec::new()).await?;
            if now == last {
                return Ok(now);
            }
            last = now;
        }
    }

    /// Turns the page's colours. `WebKitGTK` cannot be made to; there it stays light.
    ///
    /// # Errors
    /// If the browser refuses, or the page does not hear of it in time.
    pub async fn theme(&self, theme: Theme) -> Result<()> {
        if self.theme.replace(Some(theme)) == Some(theme) {
            return Ok(());
        }
        match self.engine() {
            Engine::Chromium => {
                let value = if theme == Theme::Dark { "dark" } else { "light" };
                let media = json!({ "features": [{ "name": "prefers-color-scheme", "value": value }] });
                self.driver().cdp().send_raw("Emulation.setEmulatedMedia", media).await?;
            }
            Engine::Firefox => {
                // 0 is dark, 1 is light.
                let value = u8::from(theme == Theme::Light);
                let script =
                    format!("Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', {value})");
                self.driver().cmd(FirefoxContext("chrome")).await?;
                let outcome = self.driver().execute(script, Vec::new()).await;
                self.driver().cmd(FirefoxContext("content")).await?;
                outcome?;
            }
            Engine::Webkit => return Ok(()),
        }
        // The page's own process hears of it later.
        let dark = theme == Theme::Dark;
        let script = format!("return matchMedia('(prefers-color-scheme: dark)').matches === {dark}");
        ensure!(self.until(&script).await?, "the page does not turn {theme:?}");
        Ok(())
    }

    /// Fails if the page can be scrolled sideways.
    ///
    /// # Errors
    /// What sticks out, and how far.
    pub async fn no_sideways_scroll(&self) -> Result<()> {
        let script = "const wide = document.documentElement.scrollWidth - innerWidth; if (wide <= 0) return ''; \
            const all = []; const walk = (at) => { for (const one of at.querySelectorAll('*')) { \
                if (one.getBoundingClientRect().right > innerWidth + 1) all.push(one.localName + '.' + one.className); \
                if (one.shadowRoot) walk(one.shadowRoot); } }; walk(document); \
            return wide + ' pixels: ' + all.slice(0, 8).join(', ')";
        let out: String = self.ask(script, Vec::new()).await?;
        ensure!(out.is_empty(), "the page scrolls sideways by {out}");
        Ok(())
    }

    /// Turns scripts off for the pages opened next; only Chromium can.
    ///
    /// # Errors
    /// If the browser refuses.
    pub async fn scripts(&self, on: bool) -> Result<()> {
        let value = json!({ "value": !on });
        self.driver().cdp().send_raw("Emulation.setScriptExecutionDisabled", value).await?;
        Ok(())
    }
}

/// geckodriver's own command: which side of Firefox scripts run on.
#[derive(Debug)]
struct FirefoxContext(&'static str);

impl FormatRequestData for FirefoxContext {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let body: Value = json!({ "context": self.0 });
        RequestData::new(Method::POST, format!("/session/{session}/moz/context")).add_body(body)
    }
}
