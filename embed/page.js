// Starts the explorer on its own page. A file, not an inline script, so that the strictest policy lets it run.

const wasm = new URL("deal-explorer_bg.wasm", import.meta.url);

try {
  const { default: start } = await import("./deal-explorer.js");
  await start({ module_or_path: wasm });
} catch (error) {
  console.error(error);
  const status = document.getElementById("status");
  if (status) {
    status.textContent = "The interactive view could not be started. The text below says the same in words.";
  }
}
