// A page's own code, strictly typed, with our declarations checked in full. What must not compile is marked; a mark
// without a fault is a fault.

import { DealExplorer, version, type Deal, type DealDocument, type DealErrorDetail, type DealLabels } from "deal-explorer";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const holds = <_Claim extends true>() => {};

const explorer = document.createElement("deal-explorer");
holds<Same<typeof explorer, DealExplorer>>();
holds<Same<typeof version, string>>();
holds<Same<typeof explorer.ready, Promise<boolean>>>();
holds<Same<ReturnType<DealExplorer["show"]>, Promise<boolean>>>();
holds<Same<ReturnType<DealExplorer["select"]>, Promise<boolean>>>();
holds<Same<ReturnType<DealExplorer["suppose"]>, Promise<boolean>>>();
holds<Same<ReturnType<DealExplorer["reset"]>, Promise<boolean>>>();
holds<Same<ReturnType<DealExplorer["export"]>, Promise<string | undefined>>>();

explorer.show("brief");
explorer.select();
explorer.select(null);
explorer.select("truce");
explorer.suppose({ truce: "fails", patrol: null });
explorer.suppose({});
explorer.export();
explorer.export("graphml");
explorer.export("csv", "conditions");
explorer.state = "facts";
explorer.labels = { parties: "Who is in it" };
explorer.labels = null;
explorer.data = "{}";
explorer.data = null;

// @ts-expect-error there is no such view
explorer.show("nowhere");
// @ts-expect-error an id is a text
explorer.select(1);
// @ts-expect-error it holds, is open, or fails
explorer.suppose({ truce: "perhaps" });
// @ts-expect-error there is no such export
explorer.export("xml");
// @ts-expect-error only tables are of one list
explorer.export("markdown", "conditions");
// @ts-expect-error there is no such list
explorer.export("csv", "parties");
// @ts-expect-error it is ours to fulfil
explorer.ready = Promise.resolve(true);
// @ts-expect-error there is no such word
explorer.labels = { partys: "x" };
// @ts-expect-error a document has more than a title
explorer.data = { title: "x" };

explorer.addEventListener("deal-ready", (event) => holds<Same<typeof event.detail.title, string>>());
explorer.addEventListener("deal-error", (event) => holds<Same<typeof event.detail, DealErrorDetail>>());
explorer.addEventListener("deal-view", (event) => holds<Same<typeof event.detail.selected, string | null>>());
explorer.addEventListener("deal-suppose", (event) => event.detail.follows["truce"] === "unsupported");
// They bubble: whatever stands around hears them too.
document.addEventListener("deal-select", (event) => holds<Same<typeof event.detail.state, string>>());
window.addEventListener("deal-state", (event) => event.detail.view === "open");
// @ts-expect-error there is no such thing in it
explorer.addEventListener("deal-ready", (event) => event.detail.nothing);
// @ts-expect-error there is no such view
document.addEventListener("deal-view", (event) => event.detail.view === "nowhere");

const actor: Deal.Actor = { id: "north", text: "North is a town.", origin: "editor", name: "North", kind: "body" };
export const deal: DealDocument = {
  format: 1,
  id: "two-banks",
  title: "Two banks",
  summary: "They are to share a ferry.",
  language: "en",
  asOf: "2020-03-01T12:00:00+01:00",
  state: "forming",
  actors: [actor],
  tensions: [{ id: "who-first", text: "Each waits.", origin: "editor", between: ["north", "south"] }],
  "x-desk": { editor: "A. B." },
};
explorer.data = deal;
// @ts-expect-error it is not of this format
export const newer: DealDocument = { ...deal, format: 2 };
// @ts-expect-error a misspelt key
export const misspelt: DealDocument = { ...deal, actor: [] };
// @ts-expect-error no such kind of actor
export const nobody: Deal.Actor = { ...actor, kind: "nobody" };
// @ts-expect-error one alone is in no tension
export const alone: Deal.Tension = { id: "alone", text: "It waits.", between: ["north"] };

export const words: Partial<DealLabels> = { views: "Ansichten", tour_next: "Weiter" };
export class Mine extends DealExplorer {}
