// Draws a graph with ours and with dot, times both, and counts crossings in both with the same counter.

import init, { Drawing, crossings_of, graph } from "/built/bench.js";
import { Graphviz } from "/graphviz/index.js";

let graphviz;
// Not awaited here: a message that comes before somebody listens would be lost.
const ready = Promise.all([
  init({ module_or_path: "/built/bench_bg.wasm" }),
  Graphviz.load().then((loaded) => (graphviz = loaded)),
]);

/** The pieces of `PIECE` in the crate, in inches. */
const NODE = `node [shape=box, fixedsize=true, width=${100 / 72}, height=${40 / 72}, label=""]`;
/** Straight parts that a Bézier curve is counted as. */
const PARTS = 16;

function ours(count, arrows) {
  const start = performance.now();
  const drawing = new Drawing(count, arrows);
  const oursTime = performance.now() - start;
  const oursCrossings = drawing.crossings();
  drawing.free();
  return { oursTime, oursCrossings };
}

function dot(arrows) {
  const edges = [];
  for (let at = 0; at < arrows.length; at += 2) edges.push(`${arrows[at]}->${arrows[at + 1]}`);
  const text = `digraph { ${NODE}; ${edges.join(";")} }`;
  const start = performance.now();
  let plain;
  try {
    plain = graphviz.layout(text, "plain", "dot");
  } catch (error) {
    return { dotFailed: String(error).slice(0, 200) };
  }
  const dotTime = performance.now() - start;
  return { dotTime, dotCrossings: crossings(plain) };
}

/** Crossings of what dot drew: its curves, each in straight parts. */
function crossings(plain) {
  const points = [];
  const ends = [];
  for (const line of plain.split("\n")) {
    const words = line.split(" ");
    if (words[0] !== "edge") continue;
    const count = Number(words[3]);
    const at = (place) => [Number(words[4 + 2 * place]), Number(words[5 + 2 * place])];
    points.push(...at(0));
    for (let place = 0; place + 3 < count; place += 3) {
      const curve = [at(place), at(place + 1), at(place + 2), at(place + 3)];
      for (let part = 1; part <= PARTS; part += 1) {
        points.push(...[0, 1].map((axis) => bezier(curve.map((point) => point[axis]), part / PARTS)));
      }
    }
    ends.push(points.length);
  }
  return crossings_of(new Float64Array(points), new Uint32Array(ends));
}

function bezier([a, b, c, d], share) {
  const rest = 1 - share;
  return rest ** 3 * a + 3 * rest ** 2 * share * b + 3 * rest * share ** 2 * c + share ** 3 * d;
}

self.onmessage = async ({ data: { name, count, seed, oursFirst } }) => {
  await ready;
  const arrows = graph(name === "local", count, seed);
  const both = [() => ours(count, arrows), () => dot(arrows)];
  if (!oursFirst) both.reverse();
  for (const one of both) self.postMessage(one());
  self.postMessage({ end: true });
};
