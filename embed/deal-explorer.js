// <deal-explorer>: the element that a page embeds. It reads attributes and properties, loads the module once for all
// elements, and dispatches events; all else is in the module.

export const version = "0.1.0";

const TAG = "deal-explorer";
// `theme` and `controls` are the style sheet's; `loading` counts when the element comes into the page.
const ATTRIBUTES = ["src", "view", "selected", "lang", "theme", "controls", "loading", "permalink", "article", "follow",
  "coverage"];
const PROPERTIES = ["data", "state", "labels"];
const SETTINGS = ["holds", "open", "fails"];
// What the second module writes.
const WRITTEN = ["csv", "markdown", "jsonld", "graphml"];
const BUILT_IN = new URL("./seeds/us-russia-syria-2016.json", import.meta.url).href;

/** The module's exports, once it is asked for; one for all elements. */
let module;
/** What comes for what not every reader asks, once it is asked for. */
const further = {};
/** Answers to what was asked for while the module was still to come, by address, each with what ends it. */
const early = new Map();
/** Why the module cannot be used, if it cannot. */
let broken;
/** The method by which an element shows its own content again; not for the host. */
const FALL = Symbol("fall back");
/** Elements that an app is in, or will be. */
const living = new Set();

/** The module; undefined where it cannot be had. */
function load() {
  return module ??= start().catch((error) => fail("module", error));
}

async function start() {
  if (typeof WebAssembly !== "object") throw new Error("This browser, or its settings, allow no WebAssembly.");
  const address = new URL("./deal-explorer-app_bg.wasm", import.meta.url);
  const rest = new URL("./deal-explorer-rest.wasm", import.meta.url);
  const [app, source] = await Promise.all([import("./deal-explorer-app.js"), bring(address)]);
  const exports = await app.default({ module_or_path: source });
  // What traps without a panic comes as an error. Of both, the panic comes first and has the better message.
  app.onPanic((message) => panic(new Error(message)));
  addEventListener("error", ({ error }) => {
    // By its own name, or by the one that a bundler gave it.
    const ours = ["deal-explorer-app", address.href, rest.href].some((name) => error?.stack?.includes(name));
    if (isTrap(error) && ours) panic(error);
  });
  app.bringWith(async (src, signal) => {
    const [answer, line] = early.get(src) ?? [fetch(src, { signal })];
    early.delete(src);
    signal.onabort = () => line?.abort();
    return answer;
  });
  app.explainWith(second);
  app.completeWith(() => more("rest", () => complete(rest, exports)));
  app.drawWith(() => more("drawing", () => ready(import("./deal-explorer-drawing.js"))));
  return app;
}

/** What is compiled as it comes; whole where its server does not say what it is. */
async function bring(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} was not delivered: the server answered ${answer.status}.`);
  const type = answer.headers.get("content-type");
  if (type?.startsWith("application/wasm")) return answer;
  console.warn(`${address} comes as ${type}; served as application/wasm it would start sooner.`);
  return answer.arrayBuffer();
}

/** The other half of the module, which uses what the first one exports and is called through its table. */
async function complete(address, exports) {
  const source = await bring(address);
  const { table } = exports;
  const half = { "": { ...exports, ...Array.from({ length: table.length }, (_, at) => table.get(at)) } };
  if (source instanceof Response) await WebAssembly.instantiateStreaming(source, half);
  else await WebAssembly.instantiate(source, half);
}

/** A module of its own, begun. */
async function ready(module) {
  await (await module).default();
  return module;
}

const isTrap = (error) => error instanceof WebAssembly.RuntimeError;

/** A panic leaves the module in pieces: nothing in it may be called again, once it has come out of this call. */
function panic(error) {
  setTimeout(() => fail("panic", error));
}

/** A module for what not every reader asks: who only reads the brief never fetches it. */
function more(name, bring) {
  return further[name] ??= bring().catch((error) => {
    // It may come another time.
    delete further[name];
    throw error;
  });
}

/** What tells the faults of a document, and writes it for other tools. */
function second() {
  return more("faults", () => ready(import("./deal-explorer-faults.js")));
}

/** What is supposed and what follows, for which the other half is needed. */
async function account(handle) {
  if (!handle.supposes()) return undefined;
  await (await module).complete();
  return handle.account();
}

/** The end of the module: every element shows its own content again. */
function fail(kind, error) {
  if (broken) return;
  broken = { kind, message: String(error?.message ?? error) };
  console.error(error);
  for (const element of [...living]) element[FALL](broken);
}

// On a server there are no elements; what a framework renders there is the tag and its content, and nothing more.
class DealExplorer extends (globalThis.HTMLElement ?? Object) {
  static observedAttributes = ATTRIBUTES;
  static version = version;

  /** Fulfils once the element has come to something: true where its deal shows, false where it cannot. */
  ready;

  #settle;
  #attached;
  #attach;
  #handle;
  #starting;
  #near;
  #changed = false;
  #data;
  #given;
  #state;
  #labels;

  constructor() {
    super();
    this.ready = new Promise((resolve) => this.#settle = resolve);
    this.#attached = new Promise((resolve) => this.#attach = resolve);
  }

  /** The document itself: an object, or JSON text. */
  get data() {
    return this.#data;
  }

  set data(data) {
    // Through text even so: faults are then told with their places, and unknown keys are seen at all.
    const isText = data == null || typeof data === "string";
    this.#given = isText ? data ?? undefined : JSON.stringify(data, null, 2);
    this.#data = data ?? undefined;
    const text = this.#text();
    if (!this.#handle) return;
    if (text === undefined) this.#change();
    else this.#handle.open(text);
  }

  /** What the reader looks at, as one short line that can be kept and given back. */
  get state() {
    return this.#handle ? this.#handle.state() : this.#state ?? "";
  }

  set state(state) {
    this.#state = state == null ? undefined : String(state);
    this.#handle?.restore(this.#state ?? "");
  }

  /** Words of the interface in place of ours: an object of names and texts. */
  get labels() {
    return this.#labels;
  }

  set labels(labels) {
    this.#labels = labels ?? undefined;
    this.#change();
  }

  /** Shows a view. Fulfils with whether there is one of that name. */
  show(view) {
    return this.#later((handle) => handle.show(String(view)));
  }

  /** Looks at an item of the deal, or at none. Fulfils with whether there is one of that id. */
  select(id) {
    return this.#later(async (handle) => {
      const done = handle.select(id == null ? undefined : String(id));
      // Which items there are is only known then.
      await this.ready;
      return done && (id == null || (this.#handle?.knows(String(id)) ?? false));
    });
  }

  /**
   * Supposes this of the deal and nothing else: ids of conditions, aims, doubts and events, each with `holds`, `open`
   * or `fails`. Fulfils with whether all of them are pieces of the deal.
   */
  suppose(pieces) {
    const settings = Object.entries(pieces ?? {}).filter(([, setting]) => setting != null);
    const sound = settings.every(([, setting]) => SETTINGS.includes(setting));
    const text = settings.map(([id, setting]) => `${encodeURIComponent(id)}:${setting}`).join(",");
    return this.#later(async (handle) => {
      const done = handle.suppose(text);
      // Which pieces there are is only known then.
      await this.ready;
      return done && sound && settings.every(([id]) => this.#handle?.canSuppose(id) ?? false);
    });
  }

  /** Back to the beginning: nothing selected, searched for, filtered or supposed. */
  reset() {
    return this.#later((handle) => handle.restore(""));
  }

  /**
   * The document that is shown as text (`json`), what is supposed of it and what follows (`scenario`), or the deal for
   * other tools: `csv`, all statements or one list of the document; `markdown`, `jsonld`, `graphml`.
   */
  async export(kind = "json", list = undefined) {
    const read = { json: (handle) => handle.text(), scenario: account };
    const kinds = [...Object.keys(read), ...WRITTEN];
    if (!kinds.includes(kind)) {
      throw new RangeError(`There is no export of the kind ${kind}; there are ${kinds.join(", ")}.`);
    }
    await this.ready;
    if (!WRITTEN.includes(kind)) return this.#handle && read[kind](this.#handle);
    const text = this.#handle?.text();
    if (text === undefined) return undefined;
    const written = (await second()).write(text, kind, list);
    if (written === undefined) throw new RangeError(`There is no list ${list} to export as ${kind}.`);
    return written;
  }

  connectedCallback() {
    for (const name of PROPERTIES) this.#upgrade(name);
    living.add(this);
    // An element that is only moved keeps its app.
    if (this.#handle || this.#starting) return;
    if (this.getAttribute("loading") !== "lazy" || typeof IntersectionObserver !== "function") {
      this.#begin();
      return;
    }
    this.#near?.disconnect();
    this.#near = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) this.#begin();
    }, { rootMargin: "200px" });
    this.#near.observe(this);
  }

  disconnectedCallback() {
    // It may only be on its way to another place of the page.
    queueMicrotask(() => {
      if (!this.isConnected) this.#end();
    });
  }

  attributeChangedCallback(name, before, now) {
    if (before === now) return;
    const isPlace = name === "view" || name === "selected";
    // What is asked for last counts, also while nothing is shown.
    if (!this.#handle) this.#state = isPlace ? undefined : this.#state;
    else if (name === "view") this.#handle.show(now ?? "brief");
    else if (name === "selected") this.#handle.select(now ?? undefined);
    else this.#change();
  }

  async #begin() {
    this.#near?.disconnect();
    const turn = this.#starting = {};
    // Without `src` the page may still give the document itself.
    const src = this.#given === undefined && typeof WebAssembly === "object" && this.getAttribute("src");
    if (src && !module && !early.has(src)) {
      const line = new AbortController();
      early.set(src, [fetch(src, line), line]).get(src)[0].catch(() => {});
    }
    const app = await load();
    // It may have been removed, and even put back, while the module came.
    if (this.#starting !== turn) return;
    this.#starting = undefined;
    if (broken) return this[FALL](broken);
    try {
      this.#handle = app.mount(this, this.#options(), this.#text(), (name, detail) => this.#tell(name, detail));
      this.#attach(this.#handle);
    } catch (error) {
      if (isTrap(error)) return panic(error);
      // Something of this element alone, such as a shadow root that is the page's.
      console.error(error);
      this[FALL]({ kind: "module", message: String(error) });
    }
  }

  #end() {
    living.delete(this);
    this.#near?.disconnect();
    this.#starting = undefined;
    const handle = this.#handle;
    if (!handle) return;
    this.#state = handle.state();
    this.#handle = undefined;
    this.#attached = new Promise((resolve) => this.#attach = resolve);
    if (!broken) handle.destroy();
  }

  /** What stands in the element is all there is: the module cannot be used, for this reason. */
  [FALL](reason) {
    living.delete(this);
    this.#near?.disconnect();
    this.#starting = this.#handle = undefined;
    // Who waits for the app, and who asks later, gets none.
    this.#attach(undefined);
    this.#attached = Promise.resolve();
    this.shadowRoot?.replaceChildren(document.createElement("slot"));
    this.setAttribute("data-ready", "failed");
    this.#tell("deal-error", { ...reason, fatal: true, issues: [] });
  }

  /** Events leave on the next task, so that no listener of the host runs inside the module. */
  #tell(type, detail) {
    setTimeout(() => {
      if (type === "deal-ready") this.#settle(true);
      if (type === "deal-error") this.#settle(false);
      this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
    });
  }

  /** Several changes in a row are one. */
  #change() {
    if (this.#changed || !this.#handle) return;
    this.#changed = true;
    queueMicrotask(() => {
      this.#changed = false;
      this.#handle?.update(this.#options());
    });
  }

  async #later(act) {
    const handle = await this.#attached;
    return handle ? act(handle) : false;
  }

  /** Properties that were set before the element was defined stand in the way of those of the class. */
  #upgrade(name) {
    if (!Object.hasOwn(this, name)) return;
    const value = this[name];
    delete this[name];
    this[name] = value;
  }

  #options() {
    return {
      src: this.#text() === undefined ? this.getAttribute("src") || BUILT_IN : undefined,
      view: this.getAttribute("view") ?? undefined,
      selected: this.getAttribute("selected") ?? undefined,
      state: this.#state,
      permalink: this.getAttribute("permalink") === "hash",
      article: this.getAttribute("article") || undefined,
      follow: this.hasAttribute("follow"),
      coverage: this.hasAttribute("coverage"),
      lang: language(this),
      labels: Object.entries(this.#labels ?? {}).flat().map(String),
    };
  }

  /** The document's text, where the page gives it itself: as a property, or as a script inside the element. */
  #text() {
    if (this.#given !== undefined) return this.#given;
    if (this.hasAttribute("src")) return undefined;
    return this.querySelector(":scope > script[type='application/json']")?.textContent;
  }
}

/** The language of the nearest element that says one, through shadow roots; undefined where that is no language. */
function language(element) {
  let node = element;
  while (node && !node.lang) node = node.parentElement ?? node.getRootNode().host;
  try {
    return node && new Intl.Locale(node.lang).toString();
  } catch {
    return undefined;
  }
}

// Sizes are counted in the size of the text around the element, whatever the page's root has; with a type, a length is
// inherited as it is there, and not as it would be of each text anew.
try {
  CSS.registerProperty({ name: "--deal-size", syntax: "<length>", inherits: true, initialValue: "16px" });
} catch {
  // Another copy of this script was first, or this is a server.
}

const there = globalThis.customElements?.get(TAG);
if (!there) globalThis.customElements?.define(TAG, DealExplorer);
else if (there.version !== version) {
  console.warn(`<${TAG}> is there already, in version ${there.version}; version ${version} is left out.`);
}

export { DealExplorer };
