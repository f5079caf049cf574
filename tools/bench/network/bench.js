// Lays the same seeded networks out with ours and with the baseline, in one page, in turns, and says how long it took.

import init, { swarm } from "/deal-explorer-drawing.js";
import { lay } from "./force.js";

/** Sizes in nodes, and how often each is measured. */
const SIZES = [[20, 20], [200, 10], [1000, 5], [5000, 3], [20_000, 1]];
const TICKS = 300;
const out = document.querySelector("pre");
const results = [];
const say = (line) => (out.textContent += `${line}\n`);

/** Twice as many ties as nodes: who comes later is tied to whom many are tied to already, or to anyone before. */
function network(count, seed) {
  let state = seed >>> 0;
  // Mulberry32, by Tommy Ettinger: the same numbers in every run.
  const draw = (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
  const ties = [1, 0];
  for (let tie = 1; tie < 2 * count; tie += 1) {
    const from = tie + 1 < count ? tie + 1 : 1 + draw(count - 1);
    let to = draw(2) === 0 ? ties[2 * draw(tie) + 1] : draw(from);
    if (to === from) to = (from + 1) % count;
    ties.push(from, to);
  }
  return new Uint32Array(ties);
}

function ours(count, ties) {
  const start = performance.now();
  const layout = swarm(count, ties, TICKS);
  let longest = performance.now() - start;
  const begun = longest;
  for (let more = true; more; ) {
    const step = performance.now();
    more = layout.step();
    longest = Math.max(longest, performance.now() - step);
  }
  const places = layout.positions(1.5);
  const time = performance.now() - start;
  layout.free();
  const at = (node) => [places[2 * node], places[2 * node + 1]];
  return { ours: time, begun, longest, oursNear: nearness(count, ties, at) };
}

function baseline(count, ties) {
  const start = performance.now();
  const [x, y] = lay(count, ties, TICKS);
  const time = performance.now() - start;
  return { baseline: time, baselineNear: nearness(count, ties, (node) => [x[node], y[node]]) };
}

/** How near the ends of ties are to each other, in parts of the distance of any two nodes: less is better. */
function nearness(count, ties, at) {
  const apart = (one, other) => Math.hypot(at(one)[0] - at(other)[0], at(one)[1] - at(other)[1]);
  let [tied, any, pairs] = [0, 0, 0];
  for (let tie = 0; tie < ties.length; tie += 2) tied += apart(ties[tie], ties[tie + 1]);
  for (let one = 0; one < count; one += 1) {
    for (let stride = 1; stride < 12; stride += 1) {
      any += apart(one, (one * 7 + stride * 31) % count);
      pairs += 1;
    }
  }
  return tied / (ties.length / 2) / (any / pairs);
}

function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2;
}

function spread(numbers) {
  const text = (number) => (number < 100 ? number.toFixed(1) : number.toFixed(0));
  return `${text(median(numbers))} (${text(Math.min(...numbers))}–${text(Math.max(...numbers))})`;
}

function row(count) {
  const all = results.filter((result) => result.count === count);
  const of = (key) => all.map((result) => result[key]);
  const ratio = median(of("ours")) / median(of("baseline"));
  const near = `${median(of("oursNear")).toFixed(2)} : ${median(of("baselineNear")).toFixed(2)}`;
  const cells = [`${count} / ${2 * count}`, all.length, `${spread(of("ours"))} : ${spread(of("baseline"))}`, ratio.toFixed(2)];
  cells.push(spread(of("begun")), spread(of("longest")), near);
  return `| ${cells.join(" | ")} |`;
}

await init({ module_or_path: "/deal-explorer-drawing_bg.wasm" });
const asked = new URLSearchParams(location.search).get("sizes")?.split(",").map(Number);
say("| nodes / ties | runs | ms, ours : baseline, median (least–most) | ratio | to begin, ms | longest step, ms | nearness |");
say("| --- | --- | --- | --- | --- | --- | --- |");
for (const [count, runs] of SIZES.filter(([count]) => !asked || asked.includes(count))) {
  for (let run = 0; run < runs; run += 1) {
    const ties = network(count, run + 1);
    // The order changes from run to run, so that neither always has the warmer machine.
    const both = [ours, baseline];
    if (run % 2 === 1) both.reverse();
    const result = { count, run };
    for (const one of both) {
      Object.assign(result, one(count, ties));
      await new Promise((done) => setTimeout(done));
    }
    results.push(result);
  }
  say(row(count));
}
window.benchmark = JSON.stringify({ agent: navigator.userAgent, results }, null, 1);
