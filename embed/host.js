// For the page around: gives each `<iframe data-deal-explorer>` its height. One with `data-permalink="hash"` has what
// the reader looks at in the page's own fragment, under the key `deal`. A module: it runs once, and leaves no names.

const KEY = "deal=";

const frames = () => [...document.querySelectorAll("iframe[data-deal-explorer]")];
const parts = () => location.hash.slice(1).split("&").filter(Boolean);
const isLinked = (frame) => frame.dataset.permalink === "hash";
/** What the page's fragment says of the explorer; undefined where it says nothing. */
const asked = () => parts().find((part) => part.startsWith(KEY))?.slice(KEY.length);
/** The view and the item of a state, without what is searched for and filtered by. */
const place = (state = "") => state.split(";")[0];

/** The frame that a message comes from: its window, and with the origin that its address has. */
function sender({ source, origin }) {
  const frame = frames().find((frame) => frame.contentWindow === source);
  if (!frame) return undefined;
  const isOpaque = frame.hasAttribute("sandbox") && !frame.sandbox.contains("allow-same-origin");
  return origin === (isOpaque ? "null" : new URL(frame.src, document.baseURI).origin) ? frame : undefined;
}

function tell(frame, message) {
  frame.contentWindow?.postMessage(message, "*");
}

/** Has the frame show what the page's fragment says. */
function restore(frame) {
  tell(frame, { type: "deal-explorer:state", state: asked() ?? "" });
}

/** Puts what the frame shows into the page's fragment, and leaves the rest of it as it is. */
function keep(state) {
  const before = asked();
  if ((before ?? "") === state) return;
  const all = parts().filter((part) => !part.startsWith(KEY));
  if (state) all.push(KEY + state);
  const address = all.length ? `#${all.join("&")}` : location.pathname + location.search;
  // Another view or item is a step that one can go back from; what is typed is none.
  history[place(before) === place(state) ? "replaceState" : "pushState"](history.state, "", address);
}

addEventListener("message", (event) => {
  const { data } = event;
  if (typeof data?.type !== "string" || !data.type.startsWith("deal-explorer:")) return;
  const frame = sender(event);
  if (!frame) return;
  if (data.type === "deal-explorer:resize" && Number.isFinite(data.height)) frame.style.height = `${data.height}px`;
  if (!isLinked(frame)) return;
  if (data.type === "deal-explorer:ready" && asked() !== undefined) restore(frame);
  if (data.type === "deal-explorer:state" && typeof data.state === "string") keep(data.state);
});

for (const event of ["popstate", "hashchange"]) {
  addEventListener(event, () => frames().filter(isLinked).forEach(restore));
}

// A frame that was there first has spoken already.
for (const frame of frames()) tell(frame, { type: "deal-explorer:ask" });
