// What a page can do where the explorer cannot start: say so, or offer another way.

document.querySelector("deal-explorer").addEventListener("deal-error", ({ detail }) => {
  if (detail.fatal) document.getElementById("told").textContent = `The interactive view could not be started (${detail.kind}).`;
});
