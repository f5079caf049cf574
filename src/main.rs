//! The program that Trunk builds: it holds the library's exports for the shell to call, and does nothing by itself.

#[cfg(feature = "app")]
use deal_explorer as _;

fn main() {}
