//! The module as the linker left it: what refers to what, by its relocations.

use anyhow::{Context, Result, ensure};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use wasmparser::{
    DataKind, ElementItems, ElementKind, ExternalKind, KnownCustom, Linking, Name, Operator, Parser, Payload,
    RelocationType, SymbolInfo, TypeRef,
};

/// What can be referred to: a function by its number, a piece of data by the number of its symbol.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Node {
    Function(u32),
    Data(u32),
}

/// What nothing in the first half refers to.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Cold {
    /// Places in the table of functions.
    pub(crate) slots: BTreeSet<u32>,
    /// Parts of the memory, in order.
    pub(crate) data: Vec<Range<u64>>,
}

#[derive(Default)]
struct Linked {
    imported: u32,
    names: BTreeMap<u32, String>,
    roots: Vec<Node>,
    slots: BTreeMap<u32, u32>,
    /// Where each function's body lies in the file, and where the first byte of the section is.
    bodies: Vec<Range<usize>>,
    code: usize,
    /// Where each segment of data lies in the file, and at which address in the memory.
    segments: Vec<(Range<usize>, u64)>,
    data: usize,
    symbols: Vec<Option<Node>>,
    /// Segment, offset in it and length of each symbol of data.
    pieces: Vec<(u32, u32, u32)>,
    /// What refers to a symbol: whether in the data, how far in that section, and which symbol.
    relocations: Vec<(bool, usize, u32)>,
}

/// Whether a finished module was made of this linked one: what is in the memory at the beginning is the same.
///
/// # Errors
/// Where one of them is no module, or fills its memory in another way.
pub fn is_of(linked: &[u8], finished: &[u8]) -> Result<bool> {
    let (linked, finished) = (segments(linked)?, segments(finished)?);
    let stands = |(at, bytes): &(u64, &[u8])| {
        linked.iter().any(|(start, all)| {
            let from = at.checked_sub(*start).and_then(|from| usize::try_from(from).ok());
            from.and_then(|from| all.get(from..from + bytes.len())) == Some(*bytes)
        })
    };
    Ok(!finished.is_empty() && finished.iter().all(stands))
}

/// Each segment of data: at which address, and what.
pub(crate) fn segments(module: &[u8]) -> Result<Vec<(u64, &[u8])>> {
    let mut found = Vec::new();
    for payload in Parser::new(0).parse_all(module) {
        if let Payload::DataSection(section) = payload? {
            for data in section {
                let data = data?;
                found.push((address(&data.kind)?, data.data));
            }
        }
    }
    Ok(found)
}

/// Where an active segment goes.
fn address(kind: &DataKind<'_>) -> Result<u64> {
    let DataKind::Active { offset_expr, .. } = kind else { anyhow::bail!("a segment of data is passive") };
    constant(offset_expr)
}

/// The number that a constant expression gives.
pub(crate) fn constant(expression: &wasmparser::ConstExpr<'_>) -> Result<u64> {
    match expression.get_operators_reader().read()? {
        Operator::I32Const { value } => Ok(u64::from(value.cast_unsigned())),
        other => anyhow::bail!("a place that is no plain number: {other:?}"),
    }
}

/// What is behind the doors alone.
pub(crate) fn cold(module: &[u8], doors: &str) -> Result<Cold> {
    let linked = Linked::read(module)?;
    let graph = linked.graph()?;
    let shut: BTreeSet<Node> =
        linked.names.iter().filter(|(_, name)| is_door(name, doors)).map(|(id, _)| Node::Function(*id)).collect();
    ensure!(!shut.is_empty(), "it has no door");
    let mut hot = BTreeSet::new();
    let mut next: Vec<Node> = linked.roots.clone();
    while let Some(node) = next.pop() {
        if !shut.contains(&node) && hot.insert(node) {
            next.extend(graph.get(&node).into_iter().flatten());
        }
    }
    let slots = linked.slots.iter().filter(|(_, id)| !hot.contains(&Node::Function(**id))).map(|(slot, _)| *slot);
    Ok(Cold { slots: slots.collect(), data: linked.cold_data(&hot)? })
}

/// Whether a function is a door: it stands in their module itself, and is neither a closure in it nor something
/// generic over a type of it. Names may be mangled (Rust's older scheme) or not, and end in a hash.
pub(crate) fn is_door(name: &str, doors: &str) -> bool {
    let plain = |name: &str| !name.is_empty() && name.bytes().all(|c| c.is_ascii_lowercase() || c == b'_');
    if let Some(rest) = name.strip_prefix(doors) {
        return plain(rest.split("::").next().unwrap_or_default()) && rest.split("::").skip(1).all(is_hash);
    }
    let parts = doors.split("::").filter(|part| !part.is_empty());
    let mangled: String = parts.flat_map(|part| [part.len().to_string(), part.to_owned()]).collect();
    let Some(rest) = name.strip_prefix("_ZN").and_then(|name| name.strip_prefix(&mangled)) else { return false };
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let (length, rest) = rest.split_at(digits);
    let Some((own, rest)) = length.parse().ok().and_then(|length| rest.split_at_checked(length)) else { return false };
    plain(own) && rest.strip_prefix("17").and_then(|rest| rest.strip_suffix('E')).is_some_and(is_hash)
}

fn is_hash(text: &str) -> bool {
    text.len() == 17 && text.starts_with('h') && text.bytes().skip(1).all(|c| c.is_ascii_hexdigit())
}

impl Linked {
    fn read(module: &[u8]) -> Result<Self> {
        let mut linked = Self::default();
        for payload in Parser::new(0).parse_all(module) {
            linked.take(payload?)?;
        }
        ensure!(!linked.relocations.is_empty(), "it was linked without `--emit-relocs`");
        Ok(linked)
    }

    fn take(&mut self, payload: Payload<'_>) -> Result<()> {
        match payload {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    self.imported += u32::from(matches!(import?.ty, TypeRef::Func(_) | TypeRef::FuncExact(_)));
                }
            }
            Payload::ExportSection(exports) => {
                for export in exports {
                    let export = export?;
                    if export.kind == ExternalKind::Func {
                        self.roots.push(Node::Function(export.index));
                    }
                }
            }
            Payload::StartSection { func, .. } => self.roots.push(Node::Function(func)),
            Payload::ElementSection(elements) => {
                for element in elements {
                    let element = element?;
                    let ElementKind::Active { offset_expr, .. } = &element.kind else { continue };
                    let ElementItems::Functions(functions) = element.items else { continue };
                    let first = u32::try_from(constant(offset_expr)?)?;
                    for (slot, function) in (first..).zip(functions) {
                        self.slots.insert(slot, function?);
                    }
                }
            }
            Payload::CodeSectionStart { range, .. } => self.code = range.start,
            Payload::CodeSectionEntry(body) => self.bodies.push(body.range()),
            Payload::DataSection(section) => {
                self.data = section.range().start;
                for data in section {
                    let data = data?;
                    self.segments.push((data.range.end - data.data.len()..data.range.end, address(&data.kind)?));
                }
            }
            Payload::CustomSection(custom) => self.custom(&custom.as_known(), custom.name())?,
            _ => {}
        }
        Ok(())
    }

    fn custom(&mut self, section: &KnownCustom<'_>, name: &str) -> Result<()> {
        match section {
            KnownCustom::Name(names) => {
                for names in names.clone() {
                    let Name::Function(names) = names? else { continue };
                    for naming in names {
                        let naming = naming?;
                        self.names.insert(naming.index, naming.name.to_owned());
                    }
                }
            }
            KnownCustom::Linking(linking) => {
                for part in linking.subsections() {
                    let Linking::SymbolTable(symbols) = part? else { continue };
                    for symbol in symbols {
                        let node = match symbol? {
                            SymbolInfo::Func { index, .. } => Some(Node::Function(index)),
                            SymbolInfo::Data { symbol: Some(it), .. } => {
                                self.pieces.push((it.index, it.offset, it.size));
                                Some(Node::Data(u32::try_from(self.pieces.len())? - 1))
                            }
                            _ => None,
                        };
                        self.symbols.push(node);
                    }
                }
            }
            KnownCustom::Reloc(relocations) if name == "reloc.CODE" || name == "reloc.DATA" => {
                for entry in relocations.entries() {
                    let entry = entry?;
                    let other = matches!(
                        entry.ty,
                        RelocationType::TypeIndexLeb | RelocationType::GlobalIndexLeb | RelocationType::TableNumberLeb
                    );
                    if !other {
                        self.relocations.push((name == "reloc.DATA", entry.offset as usize, entry.index));
                    }
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// What each node refers to.
    fn graph(&self) -> Result<BTreeMap<Node, Vec<Node>>> {
        let mut places: Vec<(Range<usize>, Node)> = Vec::new();
        for (body, id) in self.bodies.iter().zip(self.imported..) {
            places.push((body.clone(), Node::Function(id)));
        }
        for (piece, id) in self.pieces.iter().zip(0..) {
            let (segment, _) = self.segments.get(piece.0 as usize).context("data without a segment")?;
            let start = segment.start + piece.1 as usize;
            places.push((start..start + piece.2 as usize, Node::Data(id)));
        }
        places.sort_by_key(|(range, _)| (range.start, range.end));
        let mut graph: BTreeMap<Node, Vec<Node>> = BTreeMap::new();
        for (in_data, offset, symbol) in &self.relocations {
            let to = self.symbols.get(*symbol as usize).copied().flatten().context("a relocation without a symbol")?;
            let at = if *in_data { self.data } else { self.code } + offset;
            // Pieces of data may lie over each other, as one text can be the end of another.
            let upto = places.partition_point(|(range, _)| range.start <= at);
            let around =
                places.get(..upto).unwrap_or_default().iter().rev().take(OVERLAP).filter(|(range, _)| at < range.end);
            let mut found = false;
            for (_, from) in around {
                graph.entry(*from).or_default().push(to);
                found = true;
            }
            ensure!(found, "a relocation of nothing");
        }
        Ok(graph)
    }

    /// The parts of the memory that only cold symbols cover.
    fn cold_data(&self, hot: &BTreeSet<Node>) -> Result<Vec<Range<u64>>> {
        let mut ranges = [Vec::new(), Vec::new()];
        for (piece, id) in self.pieces.iter().zip(0..) {
            let (_, address) = self.segments.get(piece.0 as usize).context("data without a segment")?;
            let start = address + u64::from(piece.1);
            let [cold, warm] = &mut ranges;
            if hot.contains(&Node::Data(id)) { warm } else { cold }.push(start..start + u64::from(piece.2));
        }
        let [cold, warm] = ranges;
        Ok(without(merged(cold), &merged(warm)))
    }
}

/// So many pieces of data may lie over one another.
const OVERLAP: usize = 64;

/// Ranges in order, those that touch as one.
fn merged(mut ranges: Vec<Range<u64>>) -> Vec<Range<u64>> {
    ranges.retain(|range| !range.is_empty());
    ranges.sort_by_key(|range| range.start);
    let mut merged: Vec<Range<u64>> = Vec::new();
    for range in ranges {
        match merged.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => merged.push(range),
        }
    }
    merged
}

/// What is left of ranges without others; all in order.
fn without(ranges: Vec<Range<u64>>, others: &[Range<u64>]) -> Vec<Range<u64>> {
    let mut left = Vec::new();
    for range in ranges {
        let mut start = range.start;
        for other in others.iter().filter(|other| other.start < range.end && other.end > range.start) {
            left.push(start..other.start);
            start = other.end;
        }
        left.push(start..range.end);
    }
    left.retain(|range| range.start < range.end);
    left
}

#[cfg(test)]
mod tests {
    use super::{is_door, merged, without};

    #[test]
    fn only_what_stands_in_their_module_itself_is_a_door() {
        let doors = "a::view::doors::";
        for door in [
            "a::view::doors::see::h0123456789abcdef",
            "a::view::doors::see",
            "_ZN1a4view5doors3see17h0123456789abcdefE",
        ] {
            assert!(is_door(door, doors), "{door}");
        }
        for other in [
            "a::view::doors::see::{{closure}}::h0123456789abcdef",
            "core::ptr::drop_in_place<a::view::doors::Key>",
            "a::view::doors::Key::turn::h0123456789abcdef",
            "a::view::door::see",
            "_ZN1a4view5doors3see28_$u7b$$u7b$closure$u7d$$u7d$17h0123456789abcdefE",
            "_ZN4core3ptr33drop_in_place$LT$a..view..doors",
            "",
        ] {
            assert!(!is_door(other, doors), "{other}");
        }
    }

    #[test]
    fn what_both_halves_need_stays_in_the_first() {
        let cold = merged(vec![30..40, 0..10, 10..20, 50..60]);
        assert_eq!(cold, [0..20, 30..40, 50..60]);
        assert_eq!(without(cold, &[5..8, 18..32, 50..60]), [0..5, 8..18, 32..40]);
    }
}
