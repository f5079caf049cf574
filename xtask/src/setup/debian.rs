//! What comes from Debian's (or Ubuntu's) packages: the browsers, and Node where there is none.

use super::jobs::Lanes;
use super::{Kind, Need};
use crate::pins::DEBIAN_BROWSERS;
use crate::{paths, run};
use anyhow::{Context, Result};

/// Whether we may install packages ourselves: Debian's tool is there and we are root.
pub(super) fn can_install() -> bool {
    let root = || run::answer(run::command("id").arg("-u")).is_some_and(|id| id.trim() == "0");
    paths::program(&["apt-get"]).is_some() && root()
}

/// The command that installs these packages, for a person to type.
pub(super) fn by_hand(packages: &[&str]) -> String {
    format!("sudo apt-get update && sudo apt-get install -y --no-install-recommends {}", packages.join(" "))
}

/// Debian's packages for a browser.
pub(super) fn packages(kind: Kind) -> &'static [&'static str] {
    DEBIAN_BROWSERS.iter().find(|(name, _)| *name == kind.name()).map_or(&[], |(_, packages)| packages)
}

/// Plans the packages that are missing, all in one go.
pub(super) fn plan(need: Need, lanes: &mut Lanes) -> Result<()> {
    let mut wanted: Vec<&str> = Vec::new();
    if paths::program(&["npm"]).is_none() && !super::wasm_opt() {
        wanted.extend(["nodejs", "npm"]);
    }
    if need == Need::Test {
        for kind in Kind::ALL {
            if !kind.installed() {
                wanted.extend(packages(kind));
            }
        }
    }
    if wanted.is_empty() || !can_install() {
        return Ok(());
    }
    let apt = paths::program(&["apt-get"]).context("apt-get is missing")?;
    lanes.add(2, format!("packages {}", wanted.join(" ")), "about 1 minute", move |meter| {
        let logs = paths::own_tools().join("log");
        meter.note("reading the list of packages".to_owned());
        run::logged(run::command(&apt).arg("update"), &logs.join("apt-update.txt"), |_| {})?;
        let mut install = run::command(&apt);
        install.args(["install", "-y", "--no-install-recommends"]).args(&wanted);
        install.env("DEBIAN_FRONTEND", "noninteractive");
        run::logged(&mut install, &logs.join("apt-install.txt"), |line| {
            if ["Get:", "Unpacking", "Setting up"].iter().any(|start| line.starts_with(start)) {
                meter.note(line.split_whitespace().take(4).collect::<Vec<_>>().join(" "));
            }
        })
    });
    Ok(())
}
