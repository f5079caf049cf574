//! The finished module, read as far as dividing it asks for.

use anyhow::{Context, Result, bail, ensure};
use std::collections::{BTreeMap, BTreeSet};
use wasmparser::{
    ElementItems, ElementKind, ExternalKind, FunctionBody, KnownCustom, Name, Operator, Parser, Payload, TypeRef,
};

use crate::linked::{constant, is_door};

/// Sections as they stand, and what is known of the functions.
#[derive(Default)]
pub(crate) struct Finished<'m> {
    pub(crate) types: Option<wasmparser::TypeSectionReader<'m>>,
    pub(crate) imports: Vec<wasmparser::Import<'m>>,
    pub(crate) tables: Vec<wasmparser::Table<'m>>,
    pub(crate) memories: Vec<wasmparser::MemoryType>,
    pub(crate) globals: Vec<wasmparser::Global<'m>>,
    pub(crate) exports: Vec<wasmparser::Export<'m>>,
    pub(crate) start: Option<u32>,
    /// The type of each function, the imported ones first.
    pub(crate) signatures: Vec<u32>,
    /// How many functions are imported.
    pub(crate) imported: u32,
    pub(crate) bodies: Vec<FunctionBody<'m>>,
    /// What each place of the table of functions holds.
    pub(crate) slots: BTreeMap<u32, u32>,
    pub(crate) data: Vec<(u64, &'m [u8])>,
    names: BTreeMap<u32, &'m str>,
}

impl<'m> Finished<'m> {
    pub(crate) fn read(module: &'m [u8]) -> Result<Self> {
        let mut it = Self { data: crate::linked::segments(module)?, ..Self::default() };
        for payload in Parser::new(0).parse_all(module) {
            match payload? {
                Payload::TypeSection(types) => it.types = Some(types),
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        let import = import?;
                        let TypeRef::Func(signature) = import.ty else { bail!("it imports more than functions") };
                        it.signatures.push(signature);
                        it.imported += 1;
                        it.imports.push(import);
                    }
                }
                Payload::FunctionSection(functions) => {
                    for signature in functions {
                        it.signatures.push(signature?);
                    }
                }
                Payload::TableSection(tables) => it.tables = tables.into_iter().collect::<Result<_, _>>()?,
                Payload::MemorySection(memories) => it.memories = memories.into_iter().collect::<Result<_, _>>()?,
                Payload::GlobalSection(globals) => it.globals = globals.into_iter().collect::<Result<_, _>>()?,
                Payload::ExportSection(exports) => it.exports = exports.into_iter().collect::<Result<_, _>>()?,
                Payload::StartSection { func, .. } => it.start = Some(func),
                Payload::ElementSection(elements) => it.elements(elements)?,
                Payload::CodeSectionEntry(body) => it.bodies.push(body),
                Payload::TagSection(_) => bail!("it has exceptions"),
                Payload::CustomSection(custom) => {
                    if let KnownCustom::Name(names) = custom.as_known() {
                        it.names(names)?;
                    }
                }
                _ => {}
            }
        }
        Ok(it)
    }

    fn elements(&mut self, elements: wasmparser::ElementSectionReader<'m>) -> Result<()> {
        for element in elements {
            let element = element?;
            let ElementKind::Active { table_index, offset_expr } = element.kind else { bail!("passive elements") };
            ensure!(table_index.unwrap_or(0) == 0, "elements of another table than the first");
            let ElementItems::Functions(functions) = element.items else { bail!("elements that are expressions") };
            let first = u32::try_from(constant(&offset_expr)?)?;
            for (slot, function) in (first..).zip(functions) {
                self.slots.insert(slot, function?);
            }
        }
        Ok(())
    }

    fn names(&mut self, names: wasmparser::NameSectionReader<'m>) -> Result<()> {
        for names in names {
            let Name::Function(names) = names? else { continue };
            for naming in names {
                let naming = naming?;
                self.names.insert(naming.index, naming.name);
            }
        }
        Ok(())
    }

    /// Every function that is a door.
    pub(crate) fn doors(&self, doors: &str) -> BTreeSet<u32> {
        self.names.iter().filter(|(_, name)| is_door(name, doors)).map(|(id, _)| *id).collect()
    }

    /// What has a body here: its number and the body.
    pub(crate) fn functions(&self) -> impl Iterator<Item = (u32, &FunctionBody<'m>)> {
        (self.imported..).zip(&self.bodies)
    }

    /// The functions that a function names.
    pub(crate) fn called(&self, function: u32) -> Result<Vec<u32>> {
        let mut called = Vec::new();
        let Some(at) = function.checked_sub(self.imported) else { return Ok(called) };
        let body = self.bodies.get(at as usize).context("a function without a body")?;
        for operator in body.get_operators_reader()? {
            match operator? {
                Operator::Call { function_index } | Operator::RefFunc { function_index } => called.push(function_index),
                Operator::ReturnCall { .. } => bail!("it has tail calls"),
                Operator::MemoryInit { .. } | Operator::DataDrop { .. } => bail!("it copies data by itself"),
                Operator::TableInit { .. } | Operator::ElemDrop { .. } => bail!("it fills tables by itself"),
                _ => {}
            }
        }
        Ok(called)
    }

    /// The globals that a function names.
    pub(crate) fn globals_of(body: &FunctionBody<'_>) -> Result<Vec<u32>> {
        let mut named = Vec::new();
        for operator in body.get_operators_reader()? {
            if let Operator::GlobalGet { global_index } | Operator::GlobalSet { global_index } = operator? {
                named.push(global_index);
            }
        }
        Ok(named)
    }

    /// Exported functions.
    pub(crate) fn exported(&self) -> impl Iterator<Item = u32> {
        self.exports.iter().filter(|export| export.kind == ExternalKind::Func).map(|export| export.index)
    }
}
