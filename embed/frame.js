// The page in the iframe: takes the element's attributes from its own query, and talks with the page around it.
// Messages are told in README.md, "In an iframe".

const ATTRIBUTES = ["src", "view", "selected", "lang", "theme", "controls"];

const query = new URLSearchParams(location.search);
const explorer = document.querySelector("deal-explorer");
/** The frame's name in the page around it, as that page gave it. */
const id = query.get("childId") ?? "";
/** What shows, once it does, so that a page that asks late is told as well. */
let shown;

for (const name of ATTRIBUTES) {
  if (query.has(name)) explorer.setAttribute(name, query.get(name));
}
if (query.has("permalink")) explorer.setAttribute("permalink", "hash");
if (query.has("state")) explorer.state = query.get("state");

// Links would lead away inside the frame, where most pages refuse to be.
document.head.append(Object.assign(document.createElement("base"), { target: "_blank" }));

/** Only what the page around may know: any page may hold this one, so nobody in particular is addressed. */
function tell(message) {
  if (parent !== window) parent.postMessage(message, "*");
}

function tellHeight() {
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  tell({ type: "deal-explorer:resize", id, height });
  // The same for pages that know AMP's or pym's frames.
  tell({ sentinel: "amp", type: "embed-size", height });
  if (id) tell(`pymxPYMx${id}xPYMxheightxPYMx${height}`);
}

function tellShown() {
  if (shown) tell({ type: "deal-explorer:ready", id, deal: shown, state: explorer.state });
}

new ResizeObserver(tellHeight).observe(document.body);

explorer.addEventListener("deal-ready", ({ detail: { state, ...deal } }) => {
  shown = deal;
  document.title = deal.title;
  tellShown();
});
explorer.addEventListener("deal-state", ({ detail }) => tell({ type: "deal-explorer:state", id, ...detail }));
explorer.addEventListener("deal-error", ({ detail }) => tell({ type: "deal-explorer:error", id, ...detail }));

addEventListener("message", ({ source, data }) => {
  if (source !== parent || parent === window) return;
  if (data?.type === "deal-explorer:state" && typeof data.state === "string") explorer.state = data.state;
  if (data?.type === "deal-explorer:ask") {
    tellHeight();
    tellShown();
  }
});

await import("./deal-explorer.js");
