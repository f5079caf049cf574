// What the page does besides holding an element: its own address may name another document (`?src=my-deal.json`), and
// it says in words when the explorer cannot start.

const src = new URLSearchParams(location.search).get("src");
for (const element of document.querySelectorAll("deal-explorer:not([src])")) {
  if (src) element.setAttribute("src", src);
  element.addEventListener("deal-error", ({ detail }) => {
    const status = document.getElementById("status");
    if (detail.fatal && status) {
      status.textContent = "The interactive view could not be started. The text below says the same in words.";
    }
  });
}

await import("./deal-explorer.js");
