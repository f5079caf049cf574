//! The program that drives a browser, for as long as a stage needs it.

use crate::run;
use crate::setup::{Browser, Kind};
use anyhow::{Result, bail};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How long a driver may take to answer.
const PATIENCE: Duration = Duration::from_secs(30);

/// What `WebKit` needs in front of it: a display, as it hangs without one.
pub(super) const DISPLAY: [&str; 4] = ["xvfb-run", "-a", "-s", "-screen 0 1400x1400x24"];

/// A running driver; dropped, it ends with every browser that it started.
pub(super) struct Driver {
    child: Child,
    pub(super) address: String,
}

impl Driver {
    /// Starts the browser's driver on a free port and waits until it answers.
    pub(super) fn start(browser: &Browser) -> Result<Self> {
        let port = free_port()?;
        let mut command = match browser.kind {
            Kind::Chromium | Kind::Firefox => run::command(&browser.driver),
            Kind::Webkit => {
                let [xvfb, options @ ..] = DISPLAY;
                let mut command = run::command(xvfb);
                command.args(options).arg(&browser.driver);
                command
            }
        };
        match browser.kind {
            Kind::Firefox => {
                command.args(["--port", &port.to_string(), "--websocket-port", "0", "--allow-system-access"])
            }
            Kind::Chromium | Kind::Webkit => command.arg(format!("--port={port}")),
        };
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let mut driver = Self { child: grouped(&mut command).spawn()?, address: format!("http://127.0.0.1:{port}") };
        let start = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            if let Some(status) = driver.child.try_wait()? {
                bail!("{} ended at once ({status})", browser.driver.display());
            }
            if start.elapsed() > PATIENCE {
                bail!("{} does not answer", browser.driver.display());
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        Ok(driver)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // The whole group, and by asking: a driver that is asked closes its browsers.
        if cfg!(unix) {
            let group = format!("-{}", self.child.id());
            let _ = Command::new("kill").args(["-TERM", "--", &group]).stderr(Stdio::null()).status();
            for _ in 0..40 {
                if matches!(self.child.try_wait(), Ok(Some(_))) {
                    break;
                }
                std::thread::sleep(Duration::from_millis(50));
            }
            let _ = Command::new("kill").args(["-KILL", "--", &group]).stderr(Stdio::null()).status();
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A command that leads a process group of its own, so that all it starts can be ended with it.
fn grouped(command: &mut Command) -> &mut Command {
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(command, 0);
    command
}

/// A port that nobody uses now.
fn free_port() -> Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}
