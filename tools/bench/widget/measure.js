// Put into every page of the bench before its own scripts: keeps what the browser tells of loading, and measures what a
// reader does. It knows the explorer and the baseline by what both have: a box to search in, filters, a menu of views.

(() => {
  /** Nothing more comes of what was done once nothing has changed for so long, in ms. */
  const QUIET = 250;
  /** What is not done by then, in ms, is told as not done: shorter than the driver waits. */
  const PATIENCE = 15000;
  /** What the explorer shows while more is to come: a search that is prepared, choices that are counted, a picture that is drawn or laid out. */
  const AT_WORK = ".find-wait, .filters-place > .status, .pen > .status, .web figcaption .status";
  const told = { tasks: [], shift: 0, content: undefined, screen: undefined, alive: undefined, wasm: undefined };
  const now = () => performance.now();

  const watch = (type, see) => new PerformanceObserver((list) => list.getEntries().forEach(see)).observe({ type, buffered: true });
  watch("longtask", ({ startTime, duration }) => told.tasks.push([startTime, duration]));
  watch("layout-shift", ({ value, hadRecentInput }) => { if (!hadRecentInput) told.shift += value; });
  watch("paint", ({ name, startTime }) => { if (name === "first-contentful-paint") told.content = startTime; });

  for (const name of ["instantiate", "instantiateStreaming"]) {
    const before = WebAssembly[name];
    WebAssembly[name] = async (...all) => {
      const made = await before.apply(WebAssembly, all);
      told.wasm ??= (made.instance ?? made).exports?.memory;
      return made;
    };
  }

  /** After the next frame is painted. */
  const painted = () => new Promise((done) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = done;
    port2.postMessage(0);
  }));

  for (const type of ["deal-ready", "baseline-ready"]) {
    addEventListener(type, () => painted().then(() => { told.alive ??= now(); }));
  }

  const host = () => document.querySelector("deal-explorer");
  const root = () => host()?.shadowRoot ?? document.body;
  const box = () => root().querySelector("input[type=search]");
  const entry = (view) => root().querySelector(`nav [data-view="${view}"]`);

  /** The first frame in which something of the deal shows. */
  (function look() {
    requestAnimationFrame(() => {
      const place = host() ? host().shadowRoot : document.body;
      if (!place?.querySelector(".view, .list .row")) return look();
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => { told.screen = now(); };
      port2.postMessage(0);
    });
  })();

  /**
   * Watches what comes of something: when the next frame is painted, and when the frame after the last change is. Where
   * changes come after the next frame, as those of slices do, the second number is later; `check` proves that.
   */
  async function follow(begin) {
    const place = root();
    let changes = 0;
    let begun = now();
    const observer = new MutationObserver(() => { changes += 1; });
    observer.observe(place, { subtree: true, childList: true, characterData: true, attributes: true });
    const start = await begin() ?? begun;
    begun = start;
    let seen = 0;
    let first;
    let settled;
    for (;;) {
      await painted();
      const time = now();
      first ??= settled = time;
      if (changes !== seen) {
        seen = changes;
        settled = time;
      }
      const atWork = place.querySelector(AT_WORK) !== null;
      if (time - settled > QUIET && !atWork) break;
      if (time - start > PATIENCE) {
        observer.disconnect();
        return { unsettled: PATIENCE };
      }
    }
    observer.disconnect();
    const tasks = told.tasks.filter(([at, length]) => at + length > start).map(([, length]) => length);
    return { paint: first - start, settled: settled - start, longest: Math.max(0, ...tasks), changes };
  }

  /** What scrolls: whatever has most below what it shows. */
  function scroller() {
    const room = (one) => one.scrollHeight - one.clientHeight;
    const scrolls = (one) => room(one) > 100 && /auto|scroll/.test(getComputedStyle(one).overflowY);
    const inner = [...root().querySelectorAll("div, section, ol, ul, main, [part]")].slice(0, 3000).filter(scrolls);
    return [document.scrollingElement, ...inner].sort((a, b) => room(b) - room(a))[0];
  }

  const act = (what) => follow(() => { what(); });
  let armed;

  window.__bench = {
    /** What is told of loading; once nothing long has happened for a while. */
    async load() {
      while (told.alive === undefined && !host()?.matches("[data-ready=failed]")) await painted();
      const end = () => Math.max(told.alive, ...told.tasks.map(([at, length]) => at + length));
      while (now() - end() < 500) await painted();
      const file = performance.getEntriesByType("resource").find(({ name }) => name.endsWith(".json"));
      const blocking = told.tasks.map(([at, length]) => (at + length > told.content ? Math.max(0, length - 50) : 0));
      return {
        content: told.content,
        alive: told.alive,
        arrived: file ? told.alive - file.responseEnd : undefined,
        screen: file ? told.screen - file.responseEnd : undefined,
        blocking: blocking.reduce((sum, one) => sum + one, 0),
        longest: Math.max(0, ...told.tasks.map(([, length]) => length)),
        shift: told.shift,
      };
    },
    isAlive: () => told.alive !== undefined,
    /** What is told of a page without scripts. */
    async still() {
      while (told.content === undefined) await painted();
      return { content: told.content };
    },
    /** The size of the module's memory, in MB. */
    wasm: () => (told.wasm ? told.wasm.buffer.byteLength / 1e6 : 0),
    views: () => [...root().querySelectorAll("nav [data-view]")].map((one) => one.dataset.view),
    focus: () => { box().focus(); return true; },
    /** Waits for the next key and follows what comes of it: from the key, and from no frame before its letter is there. */
    arm() {
      const once = { capture: true, once: true };
      armed = follow(() => new Promise((done) => addEventListener("keydown", ({ timeStamp }) => {
        addEventListener("input", () => done(timeStamp), once);
      }, once)));
      return true;
    },
    armed: () => armed,
    clear: () => act(() => {
      box().value = "";
      box().dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
    }),
    filters: () => act(() => root().querySelector("search button[aria-expanded]").click()),
    /** Closes the filters, which else stand above every view. */
    shut: () => act(() => root().querySelector("search button[aria-expanded=true]")?.click()),
    choose: () => act(() => root().querySelector("search fieldset input").click()),
    reset: () => act(() => (host() ?? window.__baseline).reset()),
    /** Goes to a view from another one. */
    show(view) {
      if (entry(view).matches("[aria-current]")) throw new Error(`${view} is shown already`);
      return act(() => entry(view).click());
    },
    /** The conditions as a list, 0, or as a matrix, 1. */
    form: (at) => act(() => root().querySelectorAll(".forms .choice button")[at].click()),
    /** Follows what is still going on. */
    rest: () => act(() => {}),
    /** Whether `follow` waits for what comes late: a change in the second frame, and another one 150 ms later. */
    async check() {
      const mark = document.createElement("i");
      const { paint, settled } = await act(() => {
        root().append(mark);
        setTimeout(() => mark.remove(), 150);
      });
      return { paint, settled };
    },
    /** From now on the baseline shows as much of what it found as the explorer. */
    full: () => { window.__baseline.full(); return true; },
    open: (id) => act(() => (host() ?? window.__baseline).select(id)),
    /** Goes down by some screens. */
    down: () => act(() => scroller().scrollBy({ top: 3000, behavior: "instant" })),
    network: () => act(() => root().querySelector(".web").scrollIntoView({ behavior: "instant" })),
    up: () => act(() => scroller().scrollTo({ top: 0, behavior: "instant" })),
    /** Scrolls by the same way in every frame, down and up again. */
    async scroll() {
      const place = scroller();
      const frames = [];
      let before;
      for (let at = 0; at < 120; at += 1) {
        const time = await new Promise((done) => requestAnimationFrame(done));
        if (before !== undefined) frames.push(time - before);
        before = time;
        place.scrollBy({ top: at < 60 ? 300 : -300, behavior: "instant" });
      }
      return { longest: Math.max(...frames), late: frames.filter((frame) => frame > 17.7).length / frames.length };
    },
    /** Takes the element out of the page, or puts a new one in. */
    async close() {
      (host() ?? document.getElementById("baseline")).remove();
      window.__baseline = undefined;
      await painted();
      return true;
    },
    async again(src) {
      const element = document.createElement("deal-explorer");
      if (src) element.setAttribute("src", src);
      document.body.append(element);
      return element.ready;
    },
  };
})();
