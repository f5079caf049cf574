//! The two halves, written out.

use anyhow::{Context, Result, ensure};
use std::collections::BTreeMap;
use std::ops::Range;
use wasm_encoder::reencode::Reencode;
use wasm_encoder::{
    CodeSection, ConstExpr, DataSection, ElementSection, Elements, EntityType, ExportKind, ExportSection,
    FunctionSection, GlobalSection, ImportSection, MemorySection, Module, StartSection, TableSection, TypeSection,
};
use wasmparser::{ExternalKind, FunctionBody};

use crate::alike;
use crate::finished::Finished;
use crate::linked::{self, Cold};
use crate::plan::Plan;
use crate::rewrite::{Rewrite, done};

/// Where the second half has all from: an object of what the first one exports, and of what its table holds by their
/// places, under this name.
const FIRST: &str = "";
/// Under which name the table of functions is exported.
const TABLE: &str = "table";
/// A shorter part of the data stays where it is: to cut it out would cost as much.
const WORTH: u64 = 24;

/// What both halves agree on: under which names the second imports what the first exports.
struct Shared {
    memory: String,
    tables: Vec<String>,
    globals: BTreeMap<u32, String>,
    /// Exports that the first half did not have.
    added: Vec<(String, ExportKind, u32)>,
}

/// Both halves of a finished module, the first and the second.
///
/// `linked` is the module as the linker left it with `--emit-relocs`, of which `finished` was made; both have the names
/// of their functions. `doors` is the path of the module with the doors, such as `program::doors::`.
///
/// # Errors
/// Where there is no door, or something stands in the module that dividing does not know.
pub fn split(linked: &[u8], finished: &[u8], doors: &str) -> Result<(Vec<u8>, Vec<u8>)> {
    let cold = linked::cold(linked, doors)?;
    let module = Finished::read(finished)?;
    let plan = Plan::of(&module, &cold, doors)?;
    let shared = Shared::of(&module, &plan)?;
    Ok((first(&module, &plan, &cold, &shared)?, second(&module, &plan, &cold, &shared)?))
}

impl Shared {
    fn of(module: &Finished<'_>, plan: &Plan) -> Result<Self> {
        ensure!(module.memories.len() == 1, "it has not one memory");
        let mut added: Vec<(String, ExportKind, u32)> = Vec::new();
        let mut name = |is: ExternalKind, kind: ExportKind, index: u32| {
            let known = module.exports.iter().find(|export| export.kind == is && export.index == index);
            known.map_or_else(
                || {
                    let name =
                        if kind == ExportKind::Table { TABLE.to_owned() } else { format!("{TABLE}{}", added.len()) };
                    added.push((name.clone(), kind, index));
                    name
                },
                |export| export.name.to_owned(),
            )
        };
        Ok(Self {
            memory: name(ExternalKind::Memory, ExportKind::Memory, 0),
            tables: (0..)
                .take(module.tables.len())
                .map(|id| name(ExternalKind::Table, ExportKind::Table, id))
                .collect(),
            globals: plan.globals.iter().map(|id| (*id, name(ExternalKind::Global, ExportKind::Global, *id))).collect(),
            added,
        })
    }
}

fn first(module: &Finished<'_>, plan: &Plan, cold: &Cold, shared: &Shared) -> Result<Vec<u8>> {
    let stay = |id: &u32| !plan.leaving.contains(id);
    let own = ordered(module, stay);
    let signature = |id: u32| module.signatures.get(id as usize).copied().context("a function without a type");
    let mut doors = BTreeMap::new();
    for (door, place) in &plan.doors {
        doors.insert(*door, (*place, signature(*door)?));
    }
    let globals = (0..).take(module.globals.len()).map(|id| (id, id)).collect();
    let numbers = (0..module.imported).chain(own.iter().map(|(id, _)| *id)).zip(0..).collect();
    let mut rewrite = Rewrite { functions: numbers, globals, doors, half: "first" };

    let mut out = Module::new();
    out.section(&types(module, &mut rewrite)?);
    let mut imports = ImportSection::new();
    for import in &module.imports {
        done(rewrite.parse_import(&mut imports, *import))?;
    }
    out.section(&imports);
    let mut functions = FunctionSection::new();
    for (id, _) in &own {
        functions.function(signature(*id)?);
    }
    out.section(&functions);
    let mut tables = TableSection::new();
    for (table, at) in module.tables.iter().zip(0..) {
        tables.table(table_type(table, at, plan, &mut rewrite)?);
    }
    out.section(&tables);
    let mut memories = MemorySection::new();
    for memory in &module.memories {
        memories.memory(done(rewrite.memory_type(*memory))?);
    }
    out.section(&memories);
    let mut globals = GlobalSection::new();
    for global in &module.globals {
        done(rewrite.parse_global(&mut globals, global.clone()))?;
    }
    out.section(&globals);
    let mut exports = ExportSection::new();
    for export in &module.exports {
        done(rewrite.parse_export(&mut exports, *export))?;
    }
    for (name, kind, index) in &shared.added {
        exports.export(name, *kind, *index);
    }
    out.section(&exports);
    if let Some(start) = module.start {
        out.section(&StartSection { function_index: done(rewrite.function_index(start))? });
    }
    let held = module.slots.iter().filter(|(_, id)| stay(id)).map(|(slot, id)| (*slot, *id));
    let held = held.chain(plan.shared.iter().map(|(id, place)| (*place, *id))).collect();
    out.section(&elements(&held, &mut rewrite)?);
    out.section(&code(own.iter().map(|(_, body)| rewrite.body(body)))?);
    out.section(&data(&module.data, |range| parts(range, &cold.data).0));
    Ok(out.finish())
}

fn second(module: &Finished<'_>, plan: &Plan, cold: &Cold, shared: &Shared) -> Result<Vec<u8>> {
    let signature = |id: u32| module.signatures.get(id as usize).copied().context("a function without a type");
    let own = ordered(module, |id| plan.leaving.contains(id));
    let functions = plan.shared.keys().copied().chain(own.iter().map(|(id, _)| *id)).zip(0..).collect();
    let globals = plan.globals.iter().copied().zip(0..).collect();
    let mut rewrite = Rewrite { functions, globals, doors: BTreeMap::new(), half: "second" };

    let mut out = Module::new();
    out.section(&types(module, &mut rewrite)?);
    let mut imports = ImportSection::new();
    for (id, place) in &plan.shared {
        imports.import(FIRST, &place.to_string(), EntityType::Function(signature(*id)?));
    }
    let memory = module.memories.first().context("it has no memory")?;
    imports.import(FIRST, &shared.memory, done(rewrite.memory_type(*memory))?);
    for ((table, at), name) in module.tables.iter().zip(0..).zip(&shared.tables) {
        imports.import(FIRST, name, table_type(table, at, plan, &mut rewrite)?);
    }
    for (id, name) in &shared.globals {
        let global = module.globals.get(*id as usize).context("a global that is not there")?;
        imports.import(FIRST, name, done(rewrite.global_type(global.ty))?);
    }
    out.section(&imports);
    let mut functions = FunctionSection::new();
    for (id, _) in &own {
        functions.function(signature(*id)?);
    }
    out.section(&functions);
    let moved = module.slots.iter().filter(|(_, id)| plan.leaving.contains(id)).map(|(slot, id)| (*slot, *id));
    let held = moved.chain(plan.doors.iter().map(|(door, place)| (*place, *door))).collect();
    out.section(&elements(&held, &mut rewrite)?);
    out.section(&code(own.iter().map(|(_, body)| rewrite.body(body)))?);
    out.section(&data(&module.data, |range| parts(range, &cold.data).1));
    Ok(out.finish())
}

/// The functions of a half, with their bodies, as they will stand in it.
fn ordered<'a, 'm>(module: &'a Finished<'m>, own: impl Fn(&u32) -> bool) -> Vec<(u32, &'a FunctionBody<'m>)> {
    let own: Vec<_> = module.functions().filter(|(id, _)| own(id)).collect();
    let bodies: Vec<&[u8]> = own.iter().map(|(_, body)| body.as_bytes()).collect();
    alike::order(&bodies).into_iter().filter_map(|at| own.get(at).copied()).collect()
}

fn types(module: &Finished<'_>, rewrite: &mut Rewrite<'_>) -> Result<TypeSection> {
    let mut types = TypeSection::new();
    done(rewrite.parse_type_section(&mut types, module.types.clone().context("it has no types")?))?;
    Ok(types)
}

/// A table, the first one with places for the doors.
fn table_type(
    table: &wasmparser::Table<'_>,
    at: u32,
    plan: &Plan,
    rewrite: &mut Rewrite<'_>,
) -> Result<wasm_encoder::TableType> {
    let mut table = done(rewrite.table_type(table.ty))?;
    if at == 0 {
        table.minimum = plan.places;
        table.maximum = table.maximum.map(|most| most.max(plan.places));
    }
    Ok(table)
}

/// The table's contents, what stands side by side as one.
fn elements(held: &BTreeMap<u32, u32>, rewrite: &mut Rewrite<'_>) -> Result<ElementSection> {
    let mut runs: Vec<(u32, Vec<u32>)> = Vec::new();
    for (slot, id) in held {
        let id = done(rewrite.function_index(*id))?;
        match runs.last_mut() {
            Some((first, run)) if *first as usize + run.len() == *slot as usize => run.push(id),
            _ => runs.push((*slot, vec![id])),
        }
    }
    let mut section = ElementSection::new();
    for (first, run) in runs {
        section.active(None, &ConstExpr::i32_const(first.cast_signed()), Elements::Functions(run.into()));
    }
    Ok(section)
}

fn code(bodies: impl Iterator<Item = Result<wasm_encoder::Function>>) -> Result<CodeSection> {
    let mut section = CodeSection::new();
    for body in bodies {
        section.function(&body?);
    }
    Ok(section)
}

/// The data that a half keeps.
fn data(segments: &[(u64, &[u8])], kept: impl Fn(Range<u64>) -> Vec<Range<u64>>) -> DataSection {
    let mut section = DataSection::new();
    for (address, bytes) in segments {
        for part in kept(*address..*address + bytes.len() as u64) {
            let within = (part.start - address) as usize..(part.end - address) as usize;
            let bytes = bytes.get(within).unwrap_or_default();
            section.active(0, &ConstExpr::i32_const((part.start as u32).cast_signed()), bytes.iter().copied());
        }
    }
    section
}

/// Of one segment, the parts that stay and those that leave.
fn parts(segment: Range<u64>, cold: &[Range<u64>]) -> (Vec<Range<u64>>, Vec<Range<u64>>) {
    let (mut stay, mut leave) = (Vec::new(), Vec::new());
    let mut start = segment.start;
    for range in cold {
        let part = range.start.max(segment.start)..range.end.min(segment.end);
        if part.start < part.end && part.end - part.start >= WORTH {
            stay.push(start..part.start);
            start = part.end;
            leave.push(part);
        }
    }
    stay.push(start..segment.end);
    stay.retain(|part| part.start < part.end);
    (stay, leave)
}
