// <deal-explorer> in Vue's templates (3.3 and newer): `import "deal-explorer/vue"`.

import type { EmitFn, HTMLAttributes, PublicProps } from "vue";
import type { DealAttributes, DealEventMap, DealExplorer, DealProperties } from "./deal-explorer.js";

export * from "./deal-explorer.js";

type Listeners = { [Name in keyof DealEventMap]: (event: DealEventMap[Name]) => void };

// As Vue's guide has it for the elements of others. Only a template's checker sees these two members.
type InTemplates = new () => DealExplorer & {
  $props: HTMLAttributes & PublicProps & DealAttributes & DealProperties;
  $emit: EmitFn<Listeners>;
};

declare module "vue" {
  interface GlobalComponents {
    "deal-explorer": InTemplates;
  }
}
