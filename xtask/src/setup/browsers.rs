//! The browsers that the tests run in, as they are found on this machine.

use super::debian;
use crate::{paths, run};
use anyhow::{Result, bail};
use std::path::PathBuf;

/// The three engines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Chromium,
    Firefox,
    Webkit,
}

/// A browser with the program that drives it.
pub(crate) struct Browser {
    pub(crate) kind: Kind,
    pub(crate) binary: PathBuf,
    pub(crate) driver: PathBuf,
}

impl Kind {
    pub(crate) const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::Webkit];

    /// The name that the tests know it by.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::Webkit => "webkit",
        }
    }

    fn binary(self) -> Option<PathBuf> {
        match self {
            Self::Chromium => {
                paths::program(&["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"])
            }
            Self::Firefox => paths::program(&["firefox-esr", "firefox"]),
            // MiniBrowser is not on the search path; only the package knows where it lies.
            Self::Webkit => {
                let files = run::answer(run::command("dpkg").args(["-L", "libwebkit2gtk-4.1-0"]))?;
                files.lines().map(PathBuf::from).find(|path| path.ends_with("MiniBrowser") && path.is_file())
            }
        }
    }

    fn driver(self) -> Option<PathBuf> {
        match self {
            Self::Chromium => paths::program(&["chromedriver"]),
            Self::Firefox => paths::program(&["geckodriver"]),
            // It hangs without a display, so it is of no use without the virtual one.
            Self::Webkit => paths::program(&["xvfb-run"]).and_then(|_| paths::program(&["WebKitWebDriver"])),
        }
    }

    /// Whether the parts that come from the system are there (geckodriver is cargo's).
    pub(super) fn installed(self) -> bool {
        self.binary().is_some() && (self == Self::Firefox || self.driver().is_some())
    }

    /// The browser, or the words of what to install.
    pub(crate) fn find(self) -> Result<Browser> {
        if let (Some(binary), Some(driver)) = (self.binary(), self.driver()) {
            return Ok(Browser { kind: self, binary, driver });
        }
        let name = self.name();
        bail!("{name} or its driver is missing. On Debian or Ubuntu: {}", debian::by_hand(debian::packages(self)))
    }
}
