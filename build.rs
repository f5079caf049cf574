//! Asks the linker for its relocations, from which the splitter of the finished module knows what refers to what.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if std::env::var("CARGO_CFG_TARGET_FAMILY").is_ok_and(|family| family == "wasm") {
        println!("cargo::rustc-link-arg-bin=deal-explorer-app=--emit-relocs");
    }
}
