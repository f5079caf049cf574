// The types of <deal-explorer>. Kept by hand; `cargo xtask check` holds them against the code.

import type * as Deal from "./deal.js";

/** The deal document, `Deal.DealDocument`, and the types of all that it holds. */
export type { Deal };
export type { DealDocument } from "./deal.js";

/** The version of this package. */
export declare const version: string;

/** A view of the deal. */
export type DealView = "brief" | "parties" | "conditions" | "relations" | "what-if" | "open" | "facts" | "source";

/** What is supposed of a piece; of a doubt, `holds` is that it proves right, `fails` that it is dispelled. */
export type DealSetting = "holds" | "open" | "fails";

/** What follows for a piece. */
export type DealVerdict = DealSetting | "no-longer-owed" | "unsupported";

/** A list of the document; `media` are those of all its sources. */
export type DealList =
  | "sources"
  | "media"
  | "actors"
  | "places"
  | "remarks"
  | "sections"
  | "conditions"
  | "exchanges"
  | "links"
  | "relations"
  | "aims"
  | "doubts"
  | "figures"
  | "events"
  | "tensions"
  | "gaps";

/** The attributes of `<deal-explorer>`; all of them may change at any time. */
export interface DealAttributes {
  /** Address of the deal document, relative to the page; without it the built-in deal shows. */
  src?: string | undefined;
  /** The view to show. */
  view?: DealView | undefined;
  /** Id of the item to look at. */
  selected?: string | undefined;
  /** Language of the reader; without it, that of the nearest element that says one. */
  lang?: string | undefined;
  /** Without it, or with `auto`, the colours follow the page's own `color-scheme`. */
  theme?: "auto" | "light" | "dark" | undefined;
  /** Which parts show beside the view, of `title menu search tour passages data`; `none` leaves the bare view. */
  controls?: string | undefined;
  /** `lazy` waits until the element comes near the window. */
  loading?: "eager" | "lazy" | undefined;
  /** `hash` keeps what the reader looks at in the page's fragment, under the key `deal` and no other. */
  permalink?: "off" | "hash" | undefined;
  /** CSS selector of the article in the same page: the words that prove a statement light up in it. */
  article?: string | undefined;
  /** With `article`: what is listed follows the reading position. Left out, or `undefined`, where it is not to. */
  follow?: true | "" | undefined;
  /** With `article`, for an editor: lists the sentences of the article that have no statement. */
  coverage?: true | "" | undefined;
}

/** The properties that a page may set. */
export interface DealProperties {
  /**
   * The document itself, in place of `src`: an object, or JSON text. An object is read when it is set; set it again
   * after a change inside it.
   */
  data?: Deal.DealDocument | string | null | undefined;
  /** What the reader looks at, as one short line that can be kept and given back. */
  state?: string | null | undefined;
  /** Words of the interface in place of ours. */
  labels?: Partial<DealLabels> | null | undefined;
}

/** Detail of `deal-ready`. */
export interface DealReadyDetail {
  /** The document's id. */
  id: string;
  /** Its title. */
  title: string;
  /** Its language, a BCP 47 tag. */
  language: string;
  /** What is looked at first, as {@link DealExplorer.state} gives it. */
  state: string;
}

/** Detail of `deal-error`. */
export interface DealErrorDetail {
  /**
   * `unreachable` and `refused`: the document did not come. `faults`: it is no sound deal. `stopped`: the reader did not wait for it. `module`: the explorer
   * itself did not come. `panic`: it stopped.
   */
  kind: "unreachable" | "refused" | "faults" | "stopped" | "module" | "panic";
  /** True where no explorer of the page works any more; each shows its own content again. */
  fatal: boolean;
  /** What the browser said, where it is fatal. */
  message?: string;
  /** The address that was asked for. */
  src?: string | null;
  /** What the server answered. */
  status?: number | null;
  /** The faults of the document, all at once. */
  issues: DealIssue[];
}

/** A fault of a document. */
export interface DealIssue {
  /** The rule that is broken, such as `R03`. */
  rule: string;
  severity: "error" | "warning";
  /** Where in the document, such as `actors[0].id`. */
  path: string;
  /** The line, counted from 1; 0 where there is none. */
  line: number;
  column: number;
  message: string;
  /** What to do about it. */
  hint: string | null;
}

/** Detail of `deal-view`, `deal-select` and `deal-state`. */
export interface DealLooksDetail {
  view: DealView;
  /** Id of the item that is looked at. */
  selected: string | null;
  /** All of it, as {@link DealExplorer.state} gives it. */
  state: string;
}

/** Detail of `deal-suppose`. */
export interface DealSupposeDetail {
  /** What is supposed, by the ids of the pieces; nothing where the deal is as reported. */
  supposed: Record<string, DealSetting>;
  /** What follows from it: every piece that is now otherwise than reported, but for those that are set. */
  follows: Record<string, DealVerdict>;
  /** All of what is looked at, as {@link DealExplorer.state} gives it. */
  state: string;
}

/** The events; they bubble, out of shadow roots too. */
export interface DealEventMap {
  /** A deal shows. */
  "deal-ready": CustomEvent<DealReadyDetail>;
  /** A deal cannot be shown. */
  "deal-error": CustomEvent<DealErrorDetail>;
  /** The reader turned to another view. */
  "deal-view": CustomEvent<DealLooksDetail>;
  /** The reader looks at another item, or at none. */
  "deal-select": CustomEvent<DealLooksDetail>;
  /** The reader supposes something else of the deal, or nothing any more. */
  "deal-suppose": CustomEvent<DealSupposeDetail>;
  /** Anything of the state changed, searching and filtering included. */
  "deal-state": CustomEvent<DealLooksDetail>;
}

/** The words of the interface that can be replaced, each with ours. */
export interface DealLabels {
  /** Views of the deal */
  views: string;
  /** Brief */
  brief: string;
  /** Parties */
  parties: string;
  /** Conditions */
  conditions: string;
  /** What if */
  what_if_view: string;
  /** Open questions */
  open_questions: string;
  /** Facts */
  facts: string;
  /** Source */
  source: string;
  /** The bargain */
  the_bargain: string;
  /** Who is to do what */
  who_is_to_do_what: string;
  /** in exchange for */
  in_exchange_for: string;
  /** can be read two ways */
  two_readings: string;
  /** Nobody is named */
  nobody_named: string;
  /** It hangs on */
  it_hangs_on: string;
  /** Who is in it */
  who_is_in_it: string;
  /** What is said of it */
  said_of_the_whole: string;
  /** parties */
  parties_note: string;
  /** Choose one to see what it gives, what it gets, and what is said of it. */
  choose_party: string;
  /** All parties */
  all_parties: string;
  /** Is to do */
  gives: string;
  /** Would gain by */
  gets: string;
  /** Gets in exchange */
  gets_in_exchange: string;
  /** Is to be pressed to */
  is_pressed_to: string;
  /** Is to press */
  presses: string;
  /** Is the target of */
  is_target_of: string;
  /** Double roles */
  double_roles: string;
  /** The article does not say */
  article_does_not_say: string;
  /** What it hangs on */
  hangs_together: string;
  /** In exchange */
  exchanged: string;
  /** Not said */
  unsaid: string;
  /** In doubt */
  in_doubt: string;
  /** What is in doubt */
  doubts: string;
  /** What the article does not say */
  gaps: string;
  /** What does not sit easily together */
  tensions: string;
  /** Events */
  events: string;
  /** Figures */
  figures: string;
  /** How they stand to each other */
  relations: string;
  /** What is wanted */
  aims: string;
  /** editor */
  editor_mark: string;
  /** The editor’s own inference. No words of the source prove it. */
  editor_statement: string;
  /** unsaid */
  gap_mark: string;
  /** These words were not found exactly once where they should stand. The statement stands unproved. */
  orphan: string;
  /** Read it in the article */
  read_in_article: string;
  /** Cite this */
  cite_this: string;
  /** Copy link to this */
  copy_link: string;
  /** Copied */
  copied: string;
  /** Search the deal */
  search: string;
  /** Any word, a name as printed, or a quote */
  search_hint: string;
  /** Filters */
  filters: string;
  /** Results */
  results: string;
  /** Nothing in this deal fits. */
  nothing_found: string;
  /** Clear all */
  clear_all: string;
  /** Guided walk */
  tour: string;
  /** Next */
  tour_next: string;
  /** Previous */
  tour_back: string;
  /** End the walk */
  tour_end: string;
  /** Opening the deal … */
  loading: string;
  /** Try again */
  try_again: string;
}

/** `<deal-explorer>`: lets a reader explore the deal that an article reports. */
export declare class DealExplorer extends HTMLElement {
  static readonly version: string;
  static readonly observedAttributes: readonly string[];

  /** Fulfils once the element has come to something: true where its deal shows, false where it cannot. */
  readonly ready: Promise<boolean>;

  /** The document itself, in place of `src`: an object, or JSON text. */
  get data(): Deal.DealDocument | string | undefined;
  set data(data: DealProperties["data"]);

  /** What the reader looks at, as one short line that can be kept and given back. */
  get state(): string;
  set state(state: DealProperties["state"]);

  /** Words of the interface in place of ours. */
  get labels(): Partial<DealLabels> | undefined;
  set labels(labels: DealProperties["labels"]);

  /** Shows a view. Fulfils with whether there is one of that name. */
  show(view: DealView): Promise<boolean>;

  /** Looks at an item of the deal, or at none. Fulfils with whether there is one of that id. */
  select(id?: string | null): Promise<boolean>;

  /**
   * Supposes this of the deal and nothing else, `{}` is as reported. Fulfils with whether all of them are conditions,
   * aims, doubts or events of the deal.
   */
  suppose(pieces: Readonly<Record<string, DealSetting | null | undefined>>): Promise<boolean>;

  /** Back to the beginning: nothing selected, searched for, filtered or supposed. */
  reset(): Promise<boolean>;

  /**
   * `json`: the document that is shown, as it came. `scenario`: what is supposed of it and what follows, in plain text.
   * `csv`: a table of all statements. `markdown`: a brief. `jsonld`: linked data in the terms of schema.org.
   * `graphml`: the network. Undefined where there is none. The last four come by a module of their own, which is fetched
   * when the first of them is asked for.
   */
  export(kind?: "json" | "scenario" | "csv" | "markdown" | "jsonld" | "graphml"): Promise<string | undefined>;

  /** A table of one list of the document. */
  export(kind: "csv", list?: DealList): Promise<string | undefined>;
}

declare global {
  interface HTMLElementTagNameMap {
    "deal-explorer": DealExplorer;
  }

  // For the element, and for whatever stands around it up to the window: the events bubble.
  interface GlobalEventHandlersEventMap extends DealEventMap {}
}
