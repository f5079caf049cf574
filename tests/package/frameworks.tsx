// What React, Vue and Svelte must not take of the element; what they must take stands in their examples.

import type {} from "deal-explorer/svelte";
import type { SvelteHTMLElements } from "svelte/elements";
import "deal-explorer/react";

export const rightForReact = <deal-explorer view="facts" state="facts" className="x" ondeal-error={({ detail }) => detail.kind} />;
// @ts-expect-error there is no such view
export const viewForReact = <deal-explorer view="nowhere" />;
// @ts-expect-error a document has more than a title
export const dataForReact = <deal-explorer data={{ title: "x" }} />;
// @ts-expect-error its detail is of another kind
export const eventForReact = <deal-explorer ondeal-ready={({ detail }) => detail.kind} />;

type ForSvelte = SvelteHTMLElements["deal-explorer"];
export const rightForSvelte: ForSvelte = { view: "facts", class: "x", "ondeal-error": ({ detail }) => detail.kind };
// @ts-expect-error there is no such view
export const viewForSvelte: ForSvelte = { view: "nowhere" };
// @ts-expect-error its detail is of another kind
export const eventForSvelte: ForSvelte = { "ondeal-ready": ({ detail }) => detail.kind };
