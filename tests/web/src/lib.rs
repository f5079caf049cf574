//! End-to-end tests: the built page in real browsers, used as a reader uses it.
//!
//! `cargo xtask test` (or `cargo xtask e2e chromium`) builds the page, serves it, starts a browser's driver and runs the
//! tests of `tests/e2e/`. A test is three lines:
//!
//! ```ignore
//! #[test]
//! fn a_press_counts() -> Outcome {
//!     on_page("", async |page| {
//!         page.click("#more").await?;
//!         page.shows("#more", "pressed 1").await
//!     })
//! }
//! ```

mod axe;
pub mod bench;
mod browser;
mod by_name;
mod console;
mod find;
mod keys;
mod look;
mod page;
mod pointer;
mod session;
mod shots;
mod views;

pub use browser::Engine;
pub use look::{Look, Theme};
pub use page::Page;
pub use session::{on_page, on_pages, on_plain_page};
pub use shots::take_all;
pub use views::VIEWS;

/// What a test gives back: an error says in words what is not so.
pub type Outcome = anyhow::Result<()>;
