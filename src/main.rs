//! The program that Trunk builds: it holds the library's exports for the shell to call, and does nothing by itself.

#[cfg(feature = "app")]
use deal_explorer as _;

/// A quarter of the code of the standard allocator: a page that shows one deal asks for little.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {}
