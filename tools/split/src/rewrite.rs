//! Functions with the numbers that they have in their half.

use anyhow::{Result, anyhow};
use std::collections::BTreeMap;
use wasm_encoder::Instruction;
use wasm_encoder::reencode::{Error, Reencode};
use wasmparser::{FunctionBody, Operator};

/// The numbers in one half, and the calls that go through the table there.
pub(crate) struct Rewrite<'p> {
    pub(crate) functions: BTreeMap<u32, u32>,
    pub(crate) globals: BTreeMap<u32, u32>,
    /// For each function that is called through the table: its place there, and the number of its type.
    pub(crate) doors: BTreeMap<u32, (u32, u32)>,
    pub(crate) half: &'p str,
}

impl Reencode for Rewrite<'_> {
    type Error = anyhow::Error;

    fn function_index(&mut self, id: u32) -> Result<u32, Error<anyhow::Error>> {
        let here = self.functions.get(&id).copied();
        here.ok_or_else(|| Error::UserError(anyhow!("function {id} is not in the {} half", self.half)))
    }

    fn global_index(&mut self, id: u32) -> Result<u32, Error<anyhow::Error>> {
        let here = self.globals.get(&id).copied();
        here.ok_or_else(|| Error::UserError(anyhow!("global {id} is not in the {} half", self.half)))
    }
}

impl Rewrite<'_> {
    pub(crate) fn body(&mut self, body: &FunctionBody<'_>) -> Result<wasm_encoder::Function> {
        let mut function = done(self.new_function_with_parsed_locals(body))?;
        for operator in body.get_operators_reader()? {
            let operator = operator?;
            let door = match &operator {
                Operator::Call { function_index } => self.doors.get(function_index),
                _ => None,
            };
            if let Some((place, type_index)) = door {
                function.instruction(&Instruction::I32Const(place.cast_signed()));
                function.instruction(&Instruction::CallIndirect { type_index: *type_index, table_index: 0 });
            } else {
                function.instruction(&done(self.instruction(operator))?);
            }
        }
        Ok(function)
    }
}

/// The encoder's errors as ours.
pub(crate) fn done<T>(result: Result<T, Error<anyhow::Error>>) -> Result<T> {
    result.map_err(|error| match error {
        Error::UserError(error) => error,
        other => anyhow!("{other}"),
    })
}
