//! Pictures of the page.

use crate::browser::{Engine, setting};
use crate::look::{Look, Theme};
use crate::page::Page;
use crate::session::with_page;
use crate::views::{VIEWS, WIDTHS};
use anyhow::{Context, Result};
use serde_json::json;
use std::path::{Path, PathBuf};
use std::time::Duration;
use thirtyfour::extensions::addons::firefox::FirefoxTools;

/// No picture is higher than this.
const HIGHEST: u32 = 16_000;

impl Page {
    /// Takes a picture of the whole page, down to its end, into `target/shots/<name>.png`; gives the file.
    ///
    /// # Errors
    /// If the browser gives none or the file cannot be written.
    pub async fn shot(&self, name: &str) -> Result<PathBuf> {
        let file = Path::new(&setting("WEB_TEST_SHOTS")?).join(format!("{name}.png"));
        let folder = file.parent().context("a picture without a folder")?;
        std::fs::create_dir_all(folder)?;
        // Fonts, and what moves into place.
        let settled = "const done = arguments[arguments.length - 1]; \
            document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))";
        self.driver().execute_async(settled, Vec::new()).await?;
        let png = match self.engine() {
            Engine::Chromium => return self.whole(&file).await.map(|()| file),
            Engine::Firefox => FirefoxTools::new(self.driver().handle().clone()).full_screenshot_as_png().await?,
            Engine::Webkit => {
                // Its picture may be of the moment before.
                tokio::time::sleep(Duration::from_secs(1)).await;
                self.driver().screenshot_as_png().await?
            }
        };
        std::fs::write(&file, png)?;
        Ok(file)
    }

    /// Chromium takes only what is in view, so the view is made as high as the page, and back again.
    async fn whole(&self, file: &Path) -> Result<()> {
        let [width, height, whole]: [u32; 3] =
            self.ask("return [innerWidth, innerHeight, document.documentElement.scrollHeight]", Vec::new()).await?;
        let metrics = |height| json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        let cdp = self.driver().cdp();
        cdp.send_raw("Emulation.setDeviceMetricsOverride", metrics(whole.clamp(height, HIGHEST))).await?;
        let png = self.driver().screenshot_as_png().await;
        cdp.send_raw("Emulation.setDeviceMetricsOverride", metrics(height)).await?;
        std::fs::write(file, png?)?;
        Ok(())
    }
}

/// Takes pictures of every view whose name holds `filter`, in every width, light and dark.
///
/// # Errors
/// The first thing that goes wrong.
pub fn take_all(filter: &str) -> Result<()> {
    let outcome = with_page(async |page| {
        for (name, path) in VIEWS.iter().filter(|(name, _)| name.contains(filter)) {
            for theme in [Theme::Light, Theme::Dark] {
                for width in WIDTHS {
                    page.look(Look { width, theme, ..Look::default() }).await?;
                    page.open(path).await?;
                    let file = page.shot(&format!("{name}-{width}-{theme:?}").to_lowercase()).await?;
                    println!("{}", file.display());
                }
            }
        }
        Ok(())
    });
    outcome.context("taking pictures")
}
