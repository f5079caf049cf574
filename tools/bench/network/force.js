// The baseline: the model of d3-force written for speed in plain JavaScript. Flat arrays, a tree by the method of Barnes
// and Hut with theta 0.9 that is built anew in each tick, ties as springs, all as d3-force has it by default.

const THETA2 = 0.9 * 0.9;
const REPULSION = -30;
const LENGTH = 30;
const KEPT = 0.6;
const DEEPEST = 32;

/** Lays out `count` nodes with `ties` (from, to, from, to …) in so many ticks; gives x and y. */
export function lay(count, ties, ticks) {
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  const vx = new Float64Array(count);
  const vy = new Float64Array(count);
  for (let at = 0; at < count; at += 1) {
    const radius = 10 * Math.sqrt(0.5 + at);
    const angle = at * Math.PI * (3 - Math.sqrt(5));
    x[at] = radius * Math.cos(angle);
    y[at] = radius * Math.sin(angle);
  }
  const degree = new Float64Array(count);
  for (const end of ties) degree[end] += 1;
  const tree = new Tree(count);
  const decay = 1 - 0.001 ** (1 / 300);
  let alpha = 1;
  for (let tick = 0; tick < ticks; tick += 1) {
    alpha -= alpha * decay;
    pull(x, y, vx, vy, ties, degree, alpha);
    tree.build(x, y);
    tree.push(x, y, vx, vy, REPULSION * alpha);
    let [sumX, sumY] = [0, 0];
    for (let at = 0; at < count; at += 1) {
      x[at] += vx[at] *= KEPT;
      y[at] += vy[at] *= KEPT;
      sumX += x[at];
      sumY += y[at];
    }
    sumX /= count;
    sumY /= count;
    for (let at = 0; at < count; at += 1) {
      x[at] -= sumX;
      y[at] -= sumY;
    }
  }
  return [x, y];
}

function pull(x, y, vx, vy, ties, degree, alpha) {
  for (let at = 0; at < ties.length; at += 2) {
    const from = ties[at];
    const to = ties[at + 1];
    let dx = x[to] + vx[to] - x[from] - vx[from];
    const dy = y[to] + vy[to] - y[from] - vy[from];
    if (dx === 0 && dy === 0) dx = 1e-6;
    const distance = Math.sqrt(dx * dx + dy * dy);
    const by = ((distance - LENGTH) / distance) * alpha / Math.min(degree[from], degree[to]);
    const share = degree[from] / (degree[from] + degree[to]);
    vx[to] -= dx * by * share;
    vy[to] -= dy * by * share;
    vx[from] += dx * by * (1 - share);
    vy[from] += dy * by * (1 - share);
  }
}

/** A cell holds four places: 0 for nothing, a cell's number, or a body as −1 − body. */
class Tree {
  constructor(count) {
    this.next = new Int32Array(count);
    this.grow(Math.max(64, count * 2));
    this.stack = new Int32Array(4 * DEEPEST + 8);
    this.sizes = new Float64Array(4 * DEEPEST + 8);
  }

  grow(room) {
    const bigger = (Sort, old, size) => {
      const list = new Sort(size);
      if (old) list.set(old);
      return list;
    };
    this.room = room;
    this.inside = bigger(Int32Array, this.inside, room * 4);
    this.mass = bigger(Float64Array, this.mass, room);
    this.cx = bigger(Float64Array, this.cx, room);
    this.cy = bigger(Float64Array, this.cy, room);
  }

  cell() {
    if (this.used === this.room) this.grow(this.room * 2);
    this.inside.fill(0, this.used * 4, this.used * 4 + 4);
    return this.used++;
  }

  build(x, y) {
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let at = 0; at < x.length; at += 1) {
      if (x[at] < left) left = x[at];
      if (x[at] > right) right = x[at];
      if (y[at] < top) top = y[at];
      if (y[at] > bottom) bottom = y[at];
    }
    this.width = Math.max(right - left, bottom - top, 1e-6);
    this.used = 1;
    this.inside.fill(0, 0, 8);
    this.cell();
    for (let body = 0; body < x.length; body += 1) this.add(body, left, top, x, y);
    // A cell comes after the one that it is in: from behind, all inside is known.
    for (let cell = this.used - 1; cell > 0; cell -= 1) this.weigh(cell, x, y);
  }

  add(body, left, top, x, y) {
    let [cell, half] = [1, this.width / 2];
    let [x0, y0] = [left, top];
    this.next[body] = -1;
    for (let deep = 0; ; deep += 1) {
      let quarter = 0;
      if (x[body] >= x0 + half) { quarter = 1; x0 += half; }
      if (y[body] >= y0 + half) { quarter += 2; y0 += half; }
      half /= 2;
      const place = cell * 4 + quarter;
      const there = this.inside[place];
      if (there === 0) {
        this.inside[place] = -1 - body;
        return;
      }
      if (there > 0) {
        cell = there;
        continue;
      }
      const other = -1 - there;
      if (deep >= DEEPEST - 2 || (x[other] === x[body] && y[other] === y[body])) {
        this.next[body] = other;
        this.inside[place] = -1 - body;
        return;
      }
      const made = this.cell();
      this.inside[place] = made;
      const moved = (x[other] >= x0 + half ? 1 : 0) + (y[other] >= y0 + half ? 2 : 0);
      this.inside[made * 4 + moved] = there;
      cell = made;
    }
  }

  weigh(cell, x, y) {
    let [mass, sumX, sumY] = [0, 0, 0];
    for (let place = cell * 4; place < cell * 4 + 4; place += 1) {
      const there = this.inside[place];
      if (there > 0) {
        mass += this.mass[there];
        sumX += this.cx[there] * this.mass[there];
        sumY += this.cy[there] * this.mass[there];
      } else if (there < 0) {
        for (let body = -1 - there; body >= 0; body = this.next[body]) {
          mass += 1;
          sumX += x[body];
          sumY += y[body];
        }
      }
    }
    this.mass[cell] = mass;
    this.cx[cell] = sumX / mass;
    this.cy[cell] = sumY / mass;
  }

  push(x, y, vx, vy, strength) {
    const { stack, sizes, inside, mass, cx, cy, next } = this;
    for (let body = 0; body < x.length; body += 1) {
      const [bx, by] = [x[body], y[body]];
      let [ax, ay, top] = [0, 0, 1];
      stack[0] = 1;
      sizes[0] = this.width;
      while (top > 0) {
        top -= 1;
        const cell = stack[top];
        const size = sizes[top];
        const dx = cx[cell] - bx;
        const dy = cy[cell] - by;
        const far = dx * dx + dy * dy;
        if (size * size < far * THETA2) {
          const weight = mass[cell] / Math.max(far, 1);
          ax += dx * weight;
          ay += dy * weight;
          continue;
        }
        for (let place = cell * 4; place < cell * 4 + 4; place += 1) {
          const there = inside[place];
          if (there > 0) {
            stack[top] = there;
            sizes[top] = size / 2;
            top += 1;
          } else if (there < 0) {
            for (let other = -1 - there; other >= 0; other = next[other]) {
              if (other === body) continue;
              const ox = x[other] - bx;
              const oy = y[other] - by;
              const near = ox * ox + oy * oy;
              // Nearer than 1 counts as d3-force has it: the root of the distance.
              const weight = 1 / (near < 1 ? Math.sqrt(Math.max(near, 1e-12)) : near);
              ax += ox * weight;
              ay += oy * weight;
            }
          }
        }
      }
      vx[body] += ax * strength;
      vy[body] += ay * strength;
    }
  }
}
