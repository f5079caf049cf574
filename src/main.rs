//! The page that Trunk builds: an app in each `<deal-explorer>` of it.
//!
//! The page may name another document in its query: `?src=my-deal.json`.

#[cfg(feature = "app")]
fn main() {
    deal_explorer::element::mount_page();
}

/// Without the `app` feature there is no page; the crate is its library alone.
#[cfg(not(feature = "app"))]
fn main() {}
