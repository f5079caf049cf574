// Draws the same seeded graphs with ours and with dot, in one run, in turns, and says what came out.
//
// All drawing happens in a worker: a drawing that takes too long is ended with it, and told as such.

/** Sizes in pieces, and on how many graphs each is measured. */
const SIZES = [[20, 20], [200, 10], [1000, 5], [5000, 5]];
const SERIES = ["local", "uniform"];
/** The longest that one drawing may take, in milliseconds; a size where that happens is not tried again. */
const LONGEST = 120_000;

const results = [];
const out = document.querySelector("pre");

function say(line) {
  out.textContent += `${line}\n`;
}

/** Draws one graph both ways in this worker; what did not end is missing. */
function draw(worker, task) {
  return new Promise((done) => {
    const got = {};
    let timer;
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => done({ ...got, late: true }), LONGEST);
    };
    worker.onmessage = ({ data }) => {
      Object.assign(got, data);
      wait();
      if (data.end) {
        clearTimeout(timer);
        done(got);
      }
    };
    worker.onerror = (error) => {
      clearTimeout(timer);
      done({ ...got, error: error.message });
    };
    wait();
    worker.postMessage(task);
  });
}

const fresh = () => new Worker("worker.js", { type: "module" });

async function series(name, sizes) {
  for (const [count, graphs] of sizes) {
    let worker = fresh();
    for (let seed = 1; seed <= graphs; seed += 1) {
      // The order changes from graph to graph, so that neither always has the warmer machine.
      const result = { series: name, count, seed, ...await draw(worker, { name, count, seed, oursFirst: seed % 2 === 1 }) };
      results.push(result);
      if (result.late || result.error || result.dotFailed) {
        worker.terminate();
        worker = fresh();
        if (count >= 1000) break;
      }
    }
    worker.terminate();
    say(row(name, count));
  }
}

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

function spread(numbers) {
  if (numbers.length === 0) return "–";
  const sorted = numbers.toSorted((a, b) => a - b);
  const text = (number) => number.toPrecision(3).replace(/e\+.*/, "") && (number < 100 ? number.toFixed(1) : number.toFixed(0));
  return `${text(median(sorted))} (${text(sorted[0])}–${text(sorted.at(-1))})`;
}

function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]];
  return (low + high) / 2;
}

/** One size as a row of a table. Ratios are over graphs that both have drawn. */
function row(name, count) {
  const all = results.filter((result) => result.series === name && result.count === count);
  const both = all.filter((result) => result.oursTime !== undefined && result.dotTime !== undefined);
  const cells = [name, `${count} / ${2 * count}`, `${both.length} of ${all.length}`];
  if (both.length === 0) {
    const why = all[0]?.late ? `over ${LONGEST / 1000} s` : (all[0]?.dotFailed ?? all[0]?.error ?? "failed");
    const ours = all.filter((result) => result.oursTime !== undefined);
    cells.push(`${sum(ours.map((result) => result.oursCrossings))} : –`, "–", `${spread(ours.map((result) => result.oursTime))} : ${why}`, "–");
  } else {
    const [ours, dot] = ["oursCrossings", "dotCrossings"].map((key) => sum(both.map((result) => result[key])));
    const [oursTime, dotTime] = ["oursTime", "dotTime"].map((key) => both.map((result) => result[key]));
    cells.push(`${ours} : ${dot}`, (ours / dot).toFixed(2), `${spread(oursTime)} : ${spread(dotTime)}`);
    cells.push((median(oursTime) / median(dotTime)).toFixed(3));
  }
  return `| ${cells.join(" | ")} |`;
}

const asked = new URLSearchParams(location.search).get("sizes")?.split(",").map(Number);
say("| graphs | nodes / edges | drawn by both | crossings, ours : dot | ratio | ms, ours : dot, median (least–most) | ratio |");
say("| --- | --- | --- | --- | --- | --- | --- |");
for (const name of SERIES) {
  await series(name, SIZES.filter(([count]) => !asked || asked.includes(count)));
}
window.benchmark = JSON.stringify({ agent: navigator.userAgent, results }, null, 1);
