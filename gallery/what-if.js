// The page asks, and listens to what the reader asks.

const explorer = document.querySelector("deal-explorer");

for (const button of document.querySelectorAll("[data-suppose]")) {
  button.addEventListener("click", () => explorer.suppose({ [button.dataset.suppose]: button.dataset.setting }));
}
document.querySelector("#reported").addEventListener("click", () => explorer.suppose({}));

explorer.addEventListener("deal-suppose", ({ detail }) => {
  const supposed = Object.entries(detail.supposed).map(([id, setting]) => `${id}: ${setting}`);
  const follows = Object.keys(detail.follows).length;
  document.querySelector("#told").textContent = supposed.length ? `${supposed.join(", ")}; ${follows} follow` : "nothing any more";
});
