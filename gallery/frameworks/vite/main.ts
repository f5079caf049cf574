import "../page.css";
import "deal-explorer";
import { deal } from "../deal";

const explorer = document.querySelector("deal-explorer")!;
const words = (id: string, text: string) => document.getElementById(id)!.textContent = text;

explorer.data = deal;
explorer.addEventListener("deal-ready", ({ detail }) => words("deal", detail.title));
explorer.addEventListener("deal-select", ({ detail }) => words("looks", detail.selected ?? "nothing"));
document.getElementById("choose")!.addEventListener("click", () => explorer.select("pay-ferry"));
