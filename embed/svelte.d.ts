// <deal-explorer> in Svelte's markup (5 and newer): `import "deal-explorer/svelte"`.

import type { HTMLAttributes } from "svelte/elements";
import type { DealAttributes, DealEventMap, DealExplorer, DealProperties } from "./deal-explorer.js";

export * from "./deal-explorer.js";

type Listeners = { [Name in keyof DealEventMap as `on${Name}`]?: (event: DealEventMap[Name]) => void };

declare module "svelte/elements" {
  export interface SvelteHTMLElements {
    "deal-explorer": HTMLAttributes<DealExplorer> & DealAttributes & DealProperties & Listeners;
  }
}
