//! Which files the package needs: those that its manifest points at, and those that they ask for.

use super::{find, integrity, read};
use anyhow::Result;
use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};

/// How a script or a type asks for another file, and how a page does: what stands before the address and after it.
const IN_SCRIPTS: &[(&str, char)] = &[
    ("new URL(\"", '"'),
    ("new URL('", '\''),
    ("import(\"", '"'),
    ("from \"", '"'),
    ("from '", '\''),
    ("import \"", '"'),
];
const IN_PAGES: &[(&str, char)] = &[("src=\"", '"'), ("href=\"", '"')];

/// All files of the package that are copied, by their paths in it.
pub(super) fn needed(manifest: &str) -> Result<BTreeSet<String>> {
    let mut needed = BTreeSet::from(["package.json".to_owned()]);
    let mut open: Vec<String> = pointed_at(manifest).filter(|file| file != integrity::FILE).collect();
    while let Some(file) = open.pop() {
        if needed.insert(file.clone()) {
            let marks = match file.rsplit('.').next() {
                Some("js" | "ts") => IN_SCRIPTS,
                Some("html") => IN_PAGES,
                _ => continue,
            };
            open.extend(asked_for(&read(&find(&file)?)?, marks).filter_map(|asked| beside(&file, &asked)));
        }
    }
    Ok(needed)
}

/// The relative paths in `package.json`; those before a colon are names that it gives.
fn pointed_at(manifest: &str) -> impl Iterator<Item = String> {
    let paths = manifest.split("\"./").skip(1).filter_map(|rest| rest.split_once('"'));
    paths.filter(|(_, after)| !after.starts_with(':')).map(|(path, _)| path.to_owned())
}

/// The addresses that a file asks for.
fn asked_for<'t>(text: &'t str, marks: &'t [(&'t str, char)]) -> impl Iterator<Item = String> + 't {
    marks.iter().flat_map(move |(before, after)| {
        text.split(before).skip(1).filter_map(move |rest| rest.split(*after).next()).map(str::to_owned)
    })
}

/// The path of what a file asks for; nothing for addresses of other hosts and names of other packages. Types stand
/// beside the script that they are named after.
fn beside(file: &str, asked: &str) -> Option<String> {
    let address = asked.split(['?', '#']).next().unwrap_or_default();
    let extension = address.rsplit_once('.').map_or("", |(_, end)| end);
    if extension.is_empty() || address.starts_with('/') || address.contains(':') || extension.contains('/') {
        return None;
    }
    let mut path: PathBuf = Path::new(file).parent().map(Path::to_path_buf).unwrap_or_default();
    for part in Path::new(address).components() {
        match part {
            Component::Normal(name) => path.push(name),
            Component::ParentDir => {
                path.pop();
            }
            _ => {}
        }
    }
    let path = path.to_string_lossy().into_owned();
    Some(if file.ends_with(".d.ts") { path.replace(".js", ".d.ts") } else { path })
}

#[cfg(test)]
mod tests {
    use super::{IN_PAGES, IN_SCRIPTS, asked_for, beside, pointed_at};

    #[test]
    fn what_is_asked_for_is_found() {
        let script = "import \"./a.js\"; import { b } from './b.js'; await import(\"./c.js\"); fetch(new URL('d_bg.wasm', \
                      import.meta.url)); import { ref } from \"vue\"; new URL(address, base)";
        let mut asked: Vec<String> = asked_for(script, IN_SCRIPTS).filter_map(|one| beside("x.js", &one)).collect();
        asked.sort();
        assert_eq!(asked, ["a.js", "b.js", "c.js", "d_bg.wasm"]);
        let page =
            "<script src=\"frame.js?v=1\"></script><link href=\"data:,\"><a href=\"https://example.org/a.html\">";
        let asked: Vec<String> = asked_for(page, IN_PAGES).filter_map(|one| beside("in/x.html", &one)).collect();
        assert_eq!(asked, ["in/frame.js"]);
        assert_eq!(beside("react.d.ts", "./deal-explorer.js").as_deref(), Some("deal-explorer.d.ts"));
        assert_eq!(beside("in/x.js", "../seeds/a.json").as_deref(), Some("seeds/a.json"));
    }

    #[test]
    fn what_the_manifest_points_at_is_found() {
        let manifest =
            r#"{ "types": "./x.d.ts", "exports": { "./y.js": { "default": "./x.js" } }, "files": ["seeds"] }"#;
        assert_eq!(pointed_at(manifest).collect::<Vec<_>>(), ["x.d.ts", "x.js"]);
    }
}
