//! Short names for a WebAssembly module's imports and exports (WebAssembly core specification, 5.5).

use anyhow::{Context, Result, ensure};

/// Old names and new ones.
pub(super) type Names = Vec<(String, String)>;

const IMPORTS: u8 = 2;
const EXPORTS: u8 = 7;

/// The module with short names, and what they stand for: the name of the module that it imports from, all that it
/// imports, and those exports that wasm-bindgen made for itself.
pub(super) fn shorten(module: &[u8]) -> Result<(Vec<u8>, Names)> {
    let (head, mut rest) = module.split_at_checked(8).context("too short for a module")?;
    ensure!(head.starts_with(b"\0asm"), "it is no module");
    let (mut out, mut names) = (head.to_vec(), Names::new());
    while let Some((id, after)) = rest.split_first() {
        rest = after;
        let length = number(&mut rest)?;
        let section = take(&mut rest, length)?;
        let section = match *id {
            IMPORTS => entries(section, &mut names, import)?,
            EXPORTS => entries(section, &mut names, export)?,
            _ => section.to_vec(),
        };
        out.push(*id);
        put(&mut out, section.len());
        out.extend(section);
    }
    Ok((out, names))
}

/// Copies one entry of a section.
type Entry = fn(&mut &[u8], &mut Vec<u8>, &mut Names) -> Result<()>;

fn entries(mut section: &[u8], names: &mut Names, entry: Entry) -> Result<Vec<u8>> {
    let mut out = Vec::new();
    let count = number(&mut section)?;
    put(&mut out, count);
    for _ in 0..count {
        entry(&mut section, &mut out, names)?;
    }
    ensure!(section.is_empty(), "a section is longer than its entries");
    Ok(out)
}

fn import(from: &mut &[u8], out: &mut Vec<u8>, names: &mut Names) -> Result<()> {
    for _ in 0..2 {
        let long = text(from)?;
        put_text(out, short(&long, names));
    }
    let (kind, rest) = from.split_first().context("an import ends too soon")?;
    // wasm-bindgen imports functions alone: a kind, and the number of a type.
    ensure!(*kind == 0, "an import that is no function");
    *from = rest;
    out.push(*kind);
    put(out, number(from)?);
    Ok(())
}

fn export(from: &mut &[u8], out: &mut Vec<u8>, names: &mut Names) -> Result<()> {
    let name = text(from)?;
    let inner = name.starts_with("__") || name.starts_with("wasm_bindgen__");
    put_text(out, if inner { short(&name, names) } else { &name });
    let (kind, rest) = from.split_first().context("an export ends too soon")?;
    *from = rest;
    out.push(*kind);
    put(out, number(from)?);
    Ok(())
}

/// The short name of a long one: `$a`, `$b`, … The sign keeps them apart from all other names of the glue.
fn short<'n>(long: &str, names: &'n mut Names) -> &'n str {
    let at = names.iter().position(|(known, _)| known == long).unwrap_or_else(|| {
        let mut letters = Vec::new();
        let mut number = names.len() + 1;
        while number > 0 {
            letters.push(b'a' + ((number - 1) % 26) as u8);
            number = (number - 1) / 26;
        }
        let name: String = letters.iter().rev().map(|letter| char::from(*letter)).collect();
        names.push((long.to_owned(), format!("${name}")));
        names.len() - 1
    });
    names.get(at).map_or("", |(_, short)| short)
}

/// An unsigned LEB128 number.
fn number(from: &mut &[u8]) -> Result<usize> {
    let (mut value, mut shift) = (0, 0);
    loop {
        let (byte, rest) = from.split_first().context("a number ends too soon")?;
        *from = rest;
        ensure!(shift < 32, "a number is too long");
        value |= usize::from(byte & 0x7F) << shift;
        shift += 7;
        if byte & 0x80 == 0 {
            return Ok(value);
        }
    }
}

fn put(out: &mut Vec<u8>, mut value: usize) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

fn take<'b>(from: &mut &'b [u8], length: usize) -> Result<&'b [u8]> {
    let (taken, rest) = from.split_at_checked(length).context("a part ends too soon")?;
    *from = rest;
    Ok(taken)
}

fn text(from: &mut &[u8]) -> Result<String> {
    let length = number(from)?;
    Ok(String::from_utf8(take(from, length)?.to_vec())?)
}

fn put_text(out: &mut Vec<u8>, text: &str) {
    put(out, text.len());
    out.extend(text.bytes());
}

#[cfg(test)]
mod tests {
    use super::shorten;

    #[test]
    fn imports_and_inner_exports_get_short_names_and_all_else_stays() -> anyhow::Result<()> {
        let types = b"\x01\x04\x01\x60\0\0";
        let imports = b"\x02\x1B\x02\x06./a.js\x03f_1\0\0\x06./a.js\x03f_2\0\0";
        let exports = b"\x07\x10\x02\x04main\0\0\x05__own\0\x01";
        let module = [b"\0asm\x01\0\0\0", &types[..], imports, exports].concat();
        let (short, names) = shorten(&module)?;
        let imports = b"\x02\x11\x02\x02$a\x02$b\0\0\x02$a\x02$c\0\0";
        let exports = b"\x07\x0D\x02\x04main\0\0\x02$d\0\x01";
        assert_eq!(short, [b"\0asm\x01\0\0\0", &types[..], imports, exports].concat());
        let long: Vec<&str> = names.iter().map(|(long, _)| long.as_str()).collect();
        assert_eq!(long, ["./a.js", "f_1", "f_2", "__own"]);
        assert!(shorten(module.get(..20).unwrap_or_default()).is_err() && shorten(b"no module").is_err());
        Ok(())
    }
}
