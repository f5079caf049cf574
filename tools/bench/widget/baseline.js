// What the job costs at the least, by hand: the same document, a windowed list, a search that narrows, filters with
// counts, an item opened. No evidence beside the text, no address, no languages, no keyboard: a limit and no product.
// Asked to, it shows of what it found as much as the explorer does, in the flow of the page, with elements that stay.

const ROW = 44;
/** So many full entries fill the window. */
const FULL = 10;
const VIEWS = { conditions: "conditions", parties: "actors", facts: "events" };
const LISTS = ["actors", "places", "remarks", "conditions", "exchanges", "links", "relations", "aims", "doubts", "figures",
  "events", "tensions", "gaps"];
const make = (tag, keys = {}, ...inner) => {
  const element = Object.assign(document.createElement(tag), keys);
  element.append(...inner);
  return element;
};

const place = document.getElementById("baseline");
const document_ = await (await fetch(place.dataset.src)).json();
const all = LISTS.flatMap((list) => document_[list] ?? []);
const byId = new Map(all.map((item) => [item.id, item]));
/** Folded once, when first asked for. */
let folded;
let view = "conditions";
let query = "";
let narrowed = { query: "", rows: all };
let chosen;
let rows = document_.conditions;
/** The full entries, where these are shown. */
let entries;

const box = make("input", { type: "search" });
const button = make("button", { type: "button", textContent: "Filters" });
button.setAttribute("aria-expanded", "false");
const choices = make("div");
const count = make("span");
const menu = make("nav", {}, ...Object.keys(VIEWS).map((name) => {
  const entry = make("button", { type: "button", textContent: name, onclick: () => show(name) });
  entry.dataset.view = name;
  return entry;
}));
const space = make("div", { className: "space" });
const list = make("div", { className: "list", onscroll: draw }, space);
const detail = make("article");
place.replaceChildren(make("h1", { textContent: document_.title }), make("search", {}, box, button, count, choices), menu, detail, list);
box.oninput = () => { query = box.value; find(); };
button.onclick = () => {
  const open = button.getAttribute("aria-expanded") !== "true";
  button.setAttribute("aria-expanded", String(open));
  if (open) offer();
  else choices.replaceChildren();
};

const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

function find() {
  const words = fold(query.trim());
  folded ??= new Map(all.map((item) => [item, fold(`${item.name ?? ""} ${item.text} ${item.act ?? ""} ${(item.evidence ?? []).map((one) => one.quote).join(" ")}`)]));
  if (words) {
    // What did not have the shorter words does not have the longer ones.
    const among = words.startsWith(narrowed.query) ? narrowed.rows : all;
    const terms = words.split(/\s+/);
    narrowed = { query: words, rows: among.filter((item) => terms.every((term) => folded.get(item).includes(term))) };
  } else {
    narrowed = { query: "", rows: all };
  }
  rows = words || chosen ? narrowed.rows : document_[VIEWS[view]] ?? [];
  if (chosen) rows = rows.filter((item) => (item.certainty ?? "certain") === chosen);
  count.textContent = words || chosen ? `${rows.length} found` : "";
  list.scrollTop = 0;
  draw();
}

/** An entry: kind, words with what was searched for marked, how firmly it is said, and a mark to open its proof. */
function entry() {
  const [kind, words, tag, cite] = [make("p", { className: "kind" }), make("span"), make("span", { className: "tag" }), make("button", { type: "button" })];
  const say = make("p", { className: "say" }, words, " ", tag, " ", cite);
  return { row: make("li", { className: "full" }, kind, say), kind, words, tag, cite };
}

function drawFull() {
  const terms = fold(query.trim()).split(/\s+/).filter(Boolean).map((term) => term.replace(/[^\p{L}\p{N}]/gu, "\\$&"));
  const pattern = terms.length > 0 ? new RegExp(`(${terms.join("|")})`, "i") : /(?!)/;
  entries.forEach(({ row, kind, words, tag, cite }, at) => {
    const item = rows[at];
    row.hidden = !item;
    if (!item) return;
    kind.textContent = item.name ?? item.kind ?? "";
    words.replaceChildren(...item.text.split(pattern).map((part, at) => (at % 2 ? make("mark", { textContent: part }) : part)));
    tag.textContent = [item.certainty, item.hedge && `“${item.hedge}”`].filter(Boolean).join(" · ");
    cite.textContent = item.evidence?.length ? `¶${item.evidence[0].paragraph}` : "editor";
    cite.setAttribute("aria-label", `Paragraph ${item.evidence?.[0]?.paragraph}: the words that prove this`);
  });
}

function full() {
  entries = Array.from({ length: FULL }, entry);
  list.replaceWith(make("ol", {}, ...entries.map(({ row }) => row)));
  find();
}

function draw() {
  if (entries) return drawFull();
  space.style.height = `${rows.length * ROW}px`;
  const first = Math.max(0, Math.floor(list.scrollTop / ROW) - 3);
  const shown = rows.slice(first, first + Math.ceil(list.clientHeight / ROW) + 6);
  space.replaceChildren(...shown.map((item, at) => {
    const row = make("p", { className: "row", textContent: item.name ?? item.text, onclick: () => select(item.id) });
    row.style.top = `${(first + at) * ROW}px`;
    return row;
  }));
}

function offer() {
  const counts = new Map();
  for (const item of narrowed.rows) {
    const value = item.certainty ?? "certain";
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  choices.replaceChildren(make("fieldset", {}, ...[...counts].map(([value, number]) => {
    const input = make("input", { type: "checkbox", onchange: () => { chosen = input.checked ? value : undefined; find(); } });
    return make("label", {}, input, `${value} ${number}`);
  })));
}

function mark() {
  for (const entry of menu.children) {
    if (entry.dataset.view === view) entry.setAttribute("aria-current", "page");
    else entry.removeAttribute("aria-current");
  }
}

function show(name) {
  view = name;
  mark();
  detail.replaceChildren();
  find();
}

function select(id) {
  const item = byId.get(id);
  detail.replaceChildren(make("h2", { textContent: item.text }), make("dl", {}, ...Object.entries(item).flatMap(([key, value]) =>
    [make("dt", { textContent: key }), make("dd", { textContent: JSON.stringify(value) })])));
}

function reset() {
  box.value = query = "";
  chosen = undefined;
  choices.replaceChildren();
  button.setAttribute("aria-expanded", "false");
  show("conditions");
}

window.__baseline = { select, reset, full };
mark();
draw();
dispatchEvent(new Event("baseline-ready"));
