// The installed package, as npm unpacked it. `cargo xtask test` copies this beside the examples and runs it there.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const packed = process.env.PACKAGE;
const installed = dirname(fileURLToPath(import.meta.resolve("deal-explorer/package.json")));
const json = (path) => JSON.parse(readFileSync(join(installed, path), "utf8"));
const manifest = json("package.json");

const files = (folder) => readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
  .sort();

test("every export leads to a file, and every type too", () => {
  const names = Object.keys(manifest.exports);
  for (const name of [".", "./deal-explorer.js", "./schema.json", "./custom-elements.json", "./wasm"]) {
    assert.ok(names.includes(name), `${name} is not exported`);
  }
  for (const name of names) {
    const file = fileURLToPath(import.meta.resolve(name.replace(/^\./, "deal-explorer")));
    assert.ok(existsSync(file), `${name} leads to ${file}`);
    const { types } = manifest.exports[name];
    assert.ok(!types || existsSync(join(installed, types)), `${name} has no types`);
    const gives = file.endsWith(".js") && /^export /m.test(readFileSync(file, "utf8"));
    assert.ok(!gives || types, `${name} gives something without types`);
  }
  for (const name of ["types", "customElements", "unpkg", "jsdelivr"]) {
    assert.ok(existsSync(join(installed, manifest[name])), `${name} leads nowhere`);
  }
  assert.ok(manifest.sideEffects.every((file) => existsSync(join(installed, file))), "sideEffects lead nowhere");
});

test("every page and script of the package is exported or asked for by one that is", () => {
  const exported = JSON.stringify(manifest.exports);
  const texts = files(installed).filter((file) => /\.(js|html)$/.test(file)).map((file) => readFileSync(join(installed, file), "utf8"));
  for (const file of files(installed).filter((file) => /^[^/]*\.(js|html|css|wasm)$/.test(file))) {
    assert.ok(exported.includes(`"./${file}"`) || texts.some((text) => text.includes(file)), `nobody asks for ${file}`);
  }
});

test("npm takes all of the folder and nothing else", () => {
  const answer = execFileSync("npm", ["pack", "--dry-run", "--json"], { cwd: packed, encoding: "utf8", stdio: "pipe" });
  const parsed = JSON.parse(answer);
  const [{ name, version, files: taken }] = Object.values(parsed);
  assert.deepEqual({ name, version }, { name: "deal-explorer", version: manifest.version });
  assert.deepEqual(taken.map((file) => file.path).sort(), files(packed));
  assert.deepEqual(files(installed), files(packed));
  assert.ok(packed.endsWith(`${sep}deal-explorer-${version}`), packed);
  for (const file of ["README.md", "LICENSE", "LICENSE-MIT", "LICENSE-APACHE", "seeds/us-russia-syria-2016.json"]) {
    assert.ok(files(packed).includes(file), `${file} is missing`);
  }
});

test("the hashes are those of the files", () => {
  const { files: told, snippet } = json("integrity.json");
  const hash = (file) => `sha384-${createHash("sha384").update(readFileSync(join(installed, file))).digest("base64")}`;
  const there = files(installed).filter((file) => file !== "integrity.json");
  assert.deepEqual(told, Object.fromEntries(there.map((file) => [file, hash(file)])));
  for (const file of ["deal-explorer.js", "deal-explorer-app.js"]) {
    const line = snippet.find((line) => line.includes(`/${file}'`));
    assert.ok(line?.includes(`integrity='${hash(file)}'`), `the snippet does not check ${file}`);
  }
});

test("on a server it does nothing, and says its version", async () => {
  const { DealExplorer, version } = await import("deal-explorer");
  assert.equal(version, manifest.version);
  assert.equal(typeof DealExplorer, "function");
  assert.equal(globalThis.customElements, undefined);
});

test("the README leads nowhere outside of the package", () => {
  const prose = readFileSync(join(installed, "README.md"), "utf8").split("```").filter((_, at) => at % 2 === 0).join("");
  const links = [...prose.matchAll(/\]\(([^)#]+)/g)].map(([, link]) => link).filter((link) => !link.includes(":"));
  assert.deepEqual(links.filter((link) => !existsSync(join(installed, link))), []);
});
