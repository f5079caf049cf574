//! The compiler's side: the target for the browser, and the explorer compiled for it.

use super::jobs::{Lanes, Meter};
use crate::pins::WASM_TARGET;
use crate::{paths, run};

/// Plans the target's standard library if it is missing.
pub(super) fn plan(lanes: &mut Lanes) {
    let library = run::answer(run::command("rustc").args(["--print", "target-libdir", "--target", WASM_TARGET]));
    let there =
        library.is_some_and(|folder| std::fs::read_dir(folder.trim()).is_ok_and(|mut files| files.next().is_some()));
    if !there {
        lanes.add(1, WASM_TARGET, "some seconds", |_| {
            run::logged(
                run::command("rustup").args(["target", "add", WASM_TARGET]),
                &paths::own_tools().join("log/target.txt"),
                |_| {},
            )
        });
    }
}

/// Compiles the explorer just as Trunk is going to, while the tools are still being installed.
///
/// An error in it is not the set-up's business: the build that follows tells it in full.
pub(super) fn compile(meter: &Meter) {
    let log = paths::own_tools().join("log/explorer.txt");
    let mut compiled = 0;
    let mut outcome = Ok(());
    let own = [crate::build::compile(), crate::deal::compile()];
    for mut cargo in own.into_iter().chain(crate::build::compile_further()) {
        outcome = outcome.and(run::logged(&mut cargo, &log, |line| {
            if line.trim_start().starts_with("Compiling ") {
                compiled += 1;
                meter.note(format!("compiling, part {compiled}"));
            }
        }));
    }
    if outcome.is_err() {
        println!("      (the explorer itself does not compile; the build will say why)");
    }
}
