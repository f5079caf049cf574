//! A small program, divided: what leaves, what stays, and that both halves fit each other.

use anyhow::{Context, Result, ensure};
use deal_split::{is_of, split};
use std::collections::BTreeMap;
use wasm_encoder::{
    CodeSection, ConstExpr, CustomSection, DataSection, ElementSection, Elements, ExportKind, ExportSection,
    FunctionSection, LinkingSection, MemorySection, MemoryType, Module, NameMap, NameSection, RefType, SymbolTable,
    TableSection, TableType, TypeSection,
};
use wasmparser::{ElementItems, Parser, Payload, Validator};

const DOORS: &str = "program::doors::";
const NAMES: [&str; 6] =
    ["program::main", "program::doors::see", "program::hidden", "program::shared", "program::held", "program::kept"];
const HOT: &[u8] = b"what every reader needs";
const COLD: &[u8] = b"what is only behind the door, and is long enough";
/// Kinds of relocations (tool conventions, `Linking.md`).
const FUNCTION: u8 = 0;
const TABLE: u8 = 1;
const MEMORY: u8 = 4;

/// A number in five bytes, as linkers leave room for any.
fn five(number: u32) -> [u8; 5] {
    let part = |at: u32| (number >> (7 * at)) as u8 & 0x7F | if at < 4 { 0x80 } else { 0 };
    [part(0), part(1), part(2), part(3), part(4)]
}

/// Bodies that refer to things, and the relocations that say so.
#[derive(Default)]
struct Code {
    bodies: Vec<Vec<u8>>,
    /// Kind, body, place in it, symbol.
    relocations: Vec<(u8, usize, usize, u32)>,
}

impl Code {
    /// A body that gives 7, once it has called, held and read all this.
    fn body(&mut self, calls: &[u32], holds: &[(u32, u32)], reads: &[(u32, u32)]) {
        let mut body = vec![0];
        for function in calls {
            self.relocations.push((FUNCTION, self.bodies.len(), body.len() + 1, *function));
            body.extend([&[0x10][..], &five(*function), &[0x1A]].concat());
        }
        for (slot, function) in holds {
            self.relocations.push((TABLE, self.bodies.len(), body.len() + 1, *function));
            body.extend([&[0x41][..], &five(*slot), &[0x11, 0, 0, 0x1A]].concat());
        }
        for (address, symbol) in reads {
            self.relocations.push((MEMORY, self.bodies.len(), body.len() + 1, *symbol));
            body.extend([&[0x41][..], &five(*address), &[0x2D, 0, 0, 0x1A]].concat());
        }
        body.extend([0x41, 7, 0x0B]);
        self.bodies.push(body);
    }
}

/// The program: `main` calls the door and the shared function, and holds one in the table; behind the door another one
/// is called, held and read from.
fn program() -> Vec<u8> {
    let mut code = Code::default();
    code.body(&[1, 3], &[(2, 5)], &[(1024, 6)]);
    code.body(&[2], &[], &[]);
    code.body(&[3], &[(1, 4)], &[(1024 + HOT.len() as u32, 7)]);
    for _ in 3..6 {
        code.body(&[], &[], &[]);
    }

    let (mut types, mut functions, mut tables) = (TypeSection::new(), FunctionSection::new(), TableSection::new());
    types.ty().function([], [wasm_encoder::ValType::I32]);
    code.bodies.iter().for_each(|_| {
        functions.function(0);
    });
    tables.table(TableType {
        element_type: RefType::FUNCREF,
        table64: false,
        minimum: 3,
        maximum: Some(3),
        shared: false,
    });
    let mut memories = MemorySection::new();
    memories.memory(MemoryType { minimum: 1, maximum: None, memory64: false, shared: false, page_size_log2: None });
    let (mut exports, mut elements, mut data) = (ExportSection::new(), ElementSection::new(), DataSection::new());
    exports.export("main", ExportKind::Func, 0);
    elements.active(None, &ConstExpr::i32_const(1), Elements::Functions((&[4, 5][..]).into()));
    data.active(0, &ConstExpr::i32_const(1024), [HOT, COLD].concat());
    let mut bodies = CodeSection::new();
    for body in &code.bodies {
        bodies.raw(body);
    }
    let (mut linking, mut symbols) = (LinkingSection::new(), SymbolTable::new());
    for (name, id) in NAMES.iter().zip(0..) {
        symbols.function(0, id, Some(name));
    }
    let place = |offset: usize, size: usize| wasm_encoder::DataSymbolDefinition {
        index: 0,
        offset: offset as u32,
        size: size as u32,
    };
    symbols.data(0, "hot", Some(place(0, HOT.len())));
    symbols.data(0, "cold", Some(place(HOT.len(), COLD.len())));
    linking.symbol_table(&symbols);
    let (mut names, mut map) = (NameSection::new(), NameMap::new());
    for (name, id) in NAMES.iter().zip(0..) {
        map.append(id, name);
    }
    names.functions(&map);

    let mut module = Module::new();
    module.section(&types).section(&functions).section(&tables).section(&memories).section(&exports);
    module.section(&elements).section(&bodies).section(&data).section(&linking);
    let relocations = relocations(&code);
    module.section(&CustomSection { name: "reloc.CODE".into(), data: relocations.into() }).section(&names);
    module.finish()
}

fn relocations(code: &Code) -> Vec<u8> {
    // Each body stands behind its length, one byte here; the section begins with their number.
    let start = |body: usize| 1 + code.bodies.iter().take(body).map(|it| it.len() + 1).sum::<usize>() + 1;
    let mut bytes = vec![6, code.relocations.len() as u8];
    for (kind, body, at, symbol) in &code.relocations {
        bytes.push(*kind);
        bytes.extend(five((start(*body) + at) as u32));
        bytes.extend(five(*symbol));
        bytes.extend((*kind == MEMORY).then_some(0));
    }
    bytes
}

/// What a module defines: names of what it imports and exports, places of the table that it fills, bodies, and data.
#[derive(Default, Debug)]
struct Seen {
    imports: Vec<String>,
    exports: BTreeMap<String, u32>,
    places: Vec<u32>,
    bodies: usize,
    data: Vec<u8>,
}

fn seen(module: &[u8]) -> Result<Seen> {
    Validator::new().validate_all(module)?;
    let mut seen = Seen::default();
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    seen.imports.push(import?.name.to_owned());
                }
            }
            Payload::ExportSection(exports) => {
                for export in exports {
                    let export = export?;
                    seen.exports.insert(export.name.to_owned(), export.index);
                }
            }
            Payload::ElementSection(elements) => {
                for element in elements {
                    let element = element?;
                    let ElementItems::Functions(functions) = element.items else { continue };
                    let wasmparser::ElementKind::Active { offset_expr, .. } = element.kind else { continue };
                    let wasmparser::Operator::I32Const { value } = offset_expr.get_operators_reader().read()? else {
                        continue;
                    };
                    seen.places.extend((value.cast_unsigned()..).take(functions.count() as usize));
                }
            }
            Payload::CodeSectionEntry(_) => seen.bodies += 1,
            Payload::DataSection(segments) => {
                for segment in segments {
                    seen.data.extend(segment?.data);
                }
            }
            _ => {}
        }
    }
    Ok(seen)
}

#[test]
fn what_is_behind_the_door_leaves_and_all_else_stays() -> Result<()> {
    let program = program();
    ensure!(is_of(&program, &program)?, "it is of itself");
    let (first, second) = split(&program, &program, DOORS)?;
    let (first, second) = (seen(&first)?, seen(&second)?);
    // The door and what it hides are called from the first half through place 3 alone; place 1 is held behind it.
    assert_eq!((first.bodies, first.places), (3, vec![2, 4]));
    assert_eq!((second.bodies, second.places), (3, vec![1, 3]));
    assert_eq!((first.data, second.data), (HOT.to_vec(), COLD.to_vec()));
    assert!(first.imports.is_empty() && second.exports.is_empty());
    // What the second half takes, the first gives: the shared function at place 4, the memory, the table.
    assert_eq!(second.imports, ["4", "table0", "table"]);
    assert!(second.imports.iter().skip(1).all(|name| first.exports.contains_key(name)), "{:?}", first.exports);
    assert_eq!(first.exports.get("main"), Some(&0));
    Ok(())
}

#[test]
fn what_cannot_be_divided_is_refused() -> Result<()> {
    let program = program();
    for (linked, finished, doors) in [
        (&program[..], &program[..], "program::gates::"),
        (program.get(..40).context("short")?, &program, DOORS),
        (&program, b"no module", DOORS),
        // Without relocations nothing is known of what refers to what.
        (&Module::new().finish(), &program, DOORS),
    ] {
        assert!(split(linked, finished, doors).is_err(), "{doors}");
    }
    let mut other = program.clone();
    let at = other.windows(4).position(|it| it == b"what").context("its data")?;
    if let Some(byte) = other.get_mut(at) {
        *byte = b'W';
    }
    assert!(!is_of(&program, &other)?);
    Ok(())
}

#[test]
fn a_function_that_is_also_reached_in_another_way_stays() -> Result<()> {
    // The same program with what the door hides exported: now all but the door itself stays.
    let program = program();
    let mut module = Module::new();
    for payload in Parser::new(0).parse_all(&program) {
        let payload = payload?;
        if let Payload::ExportSection(_) = payload {
            let mut exports = ExportSection::new();
            exports.export("main", ExportKind::Func, 0).export("hidden", ExportKind::Func, 2);
            module.section(&exports);
        } else if let Some((id, range)) = payload.as_section() {
            let data = program.get(range).context("a section")?;
            module.section(&wasm_encoder::RawSection { id, data });
        }
    }
    let program = module.finish();
    let (first, second) = split(&program, &program, DOORS)?;
    let (first, second) = (seen(&first)?, seen(&second)?);
    assert_eq!((first.bodies, first.places), (5, vec![1, 2, 4]));
    assert_eq!((second.bodies, second.places), (1, vec![3]));
    assert!(second.data.is_empty());
    Ok(())
}
