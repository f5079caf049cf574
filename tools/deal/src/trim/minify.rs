//! Scripts in as few bytes as they can be written in.

use anyhow::{Result, bail};
use oxc_allocator::Allocator;
use oxc_codegen::{Codegen, CodegenOptions};
use oxc_minifier::{Minifier, MinifierOptions};
use oxc_parser::Parser;
use oxc_span::SourceType;

/// A module that does the same, with short names for what it does not export.
pub(super) fn minify(text: &str) -> Result<String> {
    let allocator = Allocator::default();
    let mut parsed = Parser::new(&allocator, text, SourceType::mjs()).parse();
    if let Some(fault) = parsed.diagnostics.first() {
        bail!("it is no script: {fault}");
    }
    let minified = Minifier::new(MinifierOptions::default()).minify(&allocator, &mut parsed.program);
    let written = Codegen::new().with_options(CodegenOptions::minify()).with_scoping(minified.scoping);
    Ok(quoted(&written.build(&parsed.program).code))
}

/// The script with addresses in quotation marks: bundlers look for other files in `import("…")` and `new URL("…"`, and
/// not all of them know a template that has nothing to fill in.
fn quoted(text: &str) -> String {
    let mut text = text.to_owned();
    for before in ["import(", "new URL("] {
        let template = format!("{before}`");
        let mut parts = text.split(&template);
        let mut out = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            out.push_str(before);
            match part.split_once('`').filter(|(address, _)| !address.contains(['$', '"', '\\'])) {
                Some((address, after)) => out.extend(["\"", address, "\"", after]),
                None => out.extend(["`", part]),
            }
        }
        text = out;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::minify;

    #[test]
    fn only_what_others_know_keeps_its_name() -> anyhow::Result<()> {
        let text = "// why\nlet count = 0;\nexport function next(step) {\n  count += step;\n  return { count };\n}\n";
        let short = minify(text)?;
        assert!(short.len() * 3 < text.len() * 2, "{short}");
        for known in ["export", "next", "count:"] {
            assert!(short.contains(known), "{known} in {short}");
        }
        for own in ["why", "step", "\n "] {
            assert!(!short.contains(own), "{own} in {short}");
        }
        Ok(())
    }

    #[test]
    fn what_bundlers_look_for_stands_in_quotation_marks() -> anyhow::Result<()> {
        let text = "export const at = (name) => [new URL('./a.wasm', import.meta.url), import(`./b.js`), import(`./${name}`)];";
        let short = minify(text)?;
        for address in ["new URL(\"./a.wasm\",import.meta.url)", "import(\"./b.js\")", "import(`./${"] {
            assert!(short.contains(address), "{address} in {short}");
        }
        Ok(())
    }

    #[test]
    fn what_is_no_script_is_refused() {
        assert!(minify("function {").is_err());
    }
}
