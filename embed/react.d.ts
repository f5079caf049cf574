// <deal-explorer> in React's JSX (19 and newer): `import "deal-explorer/react"`.

import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { DealAttributes, DealEventMap, DealExplorer, DealProperties } from "./deal-explorer.js";

export * from "./deal-explorer.js";

type Listeners = { [Name in keyof DealEventMap as `on${Name}`]?: (event: DealEventMap[Name]) => void };

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "deal-explorer": DetailedHTMLProps<HTMLAttributes<DealExplorer>, DealExplorer> & DealAttributes & DealProperties & Listeners;
    }
  }
}
