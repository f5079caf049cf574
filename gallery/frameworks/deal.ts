// A deal that is written in code: what is misspelt or missing is seen at once.

import type { DealDocument } from "deal-explorer";

export const deal: DealDocument = {
  format: 1,
  id: "two-banks",
  title: "Two banks of a river",
  summary: "North and South are to share a ferry. Nobody has said what it may cost.",
  language: "en",
  asOf: "2020-03-01T12:00:00+01:00",
  state: "inForce",
  sources: [
    {
      id: "gazette",
      kind: "article",
      publisher: "The Gazette",
      title: "Ferry to sail again",
      paragraphs: 2,
      digest: [{ paragraph: 2, text: "The paper says “North will run the ferry” and “South will pay for it”." }],
    },
  ],
  actors: [
    { id: "north", text: "North is a town.", origin: "editor", name: "North", kind: "body", standing: ["party"] },
    { id: "south", text: "South is a town.", origin: "editor", name: "South", kind: "body", standing: ["party"] },
  ],
  conditions: [
    {
      id: "run-ferry",
      text: "North runs the ferry.",
      evidence: [{ source: "gazette", paragraph: 2, quote: "North will run the ferry" }],
      by: ["north"],
      act: "run the ferry",
      for: ["south"],
      agreed: "yes",
    },
    {
      id: "pay-ferry",
      text: "South pays for the ferry.",
      evidence: [{ source: "gazette", paragraph: 2, quote: "South will pay for it" }],
      by: ["south"],
      act: "pay for the ferry",
      agreed: "unsaid",
    },
  ],
  exchanges: [{ id: "swap", text: "A ferry for money.", origin: "editor", gives: ["run-ferry"], gets: ["pay-ferry"] }],
  gaps: [{ id: "no-price", text: "Nobody says how much.", about: "pay-ferry", slot: "scope" }],
};
