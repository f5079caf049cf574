// Made from seeds/deal.schema.json by `cargo xtask schema`. Do not edit.

/** One deal, as one or more sources report it. */
export interface DealDocument {
  /** RFC 3339: the moment up to which the document speaks. */
  asOf: string;
  /** The format's version: 1. */
  format: 1;
  /** A slug. */
  id: string;
  /** A BCP 47 tag; it sets the text direction. */
  language: string;
  /** How far the deal is. */
  state: DealState;
  /** What the deal is, in two sentences. */
  summary: string;
  /** The title that readers see. */
  title: string;
  /** The actors. */
  actors?: Actor[];
  /** What is wanted. */
  aims?: Aim[];
  /** The conditions. */
  conditions?: Condition[];
  /** What is in doubt. */
  doubts?: Doubt[];
  /** The events. */
  events?: Event[];
  /** What is given for what. */
  exchanges?: Exchange[];
  /** The numbers. */
  figures?: Figure[];
  /** What is not said. */
  gaps?: Gap[];
  /** What hangs on what. */
  links?: Link[];
  /** The places. */
  places?: Place[];
  /** Who stands how to whom. */
  relations?: Relation[];
  /** What is said of the whole. */
  remarks?: Remark[];
  /** The chapters. */
  sections?: Section[];
  /** The sources. */
  sources?: Source[];
  /** What does not sit easily together. */
  tensions?: Tension[];
  /** The guided walk. */
  tour?: Step[];
  /** Kept and never read. */
  [extension: `x-${string}`]: unknown;
}

/** A party, a person, a force, or anyone else who acts, is acted upon or speaks. */
export interface Actor {
  /** A slug, unique in the whole document; addresses in links are made of it. */
  id: string;
  /** What it is. */
  kind: ActorKind;
  /** The name that readers see. */
  name: string;
  /** One plain sentence in the author's own words; it never hardens the source's hedge. */
  text: string;
  certainty?: Certainty;
  /** The words that prove it. */
  evidence?: Evidence[];
  /** The source's own hedging words. */
  hedge?: string;
  /** False for an unnamed source. */
  named?: boolean;
  /** Every form of the name as printed. */
  names?: string[];
  origin?: Origin;
  /** The actor that it belongs to. */
  partOf?: string;
  /** A person's title as printed. */
  role?: string;
  /** Its part in the deal; more than one is possible. */
  standing?: Standing[];
  /** Ids of the actors who say so, outermost first; empty: the source's own voice. */
  voice?: string[];
  /** Kept and never read. */
  [extension: `x-${string}`]: unknown;
}

/** What an actor is. */
export type ActorKind =
  /** A state. */
  | "state"
  /** An armed force. */
  | "force"
  /** An armed, political or other group. */
  | "group"
  /** People who did not choose to be a group: civilians, refugees. */
  | "people"
  /** An institution, a meeting, an organisation. */
  | "body"
  /** A named person. */
  | "person"
  /** One who only speaks: an unnamed source, a letter, an outlet. */
  | "voice";

/** Whether the bearer agreed, by the source's words. */
export type Agreed =
  /** The source does not say. */
  | "unsaid"
  /** Yes. */
  | "yes"
  /** Would agree under the deal. */
  | "prospective"
  /** No. */
  | "no";

/** What an actor wants. */
export interface Aim {
  /** A slug, unique in the whole document; addresses in links are made of it. */
  id: string;
  /** One plain sentence in the author's own words; it never hardens the source's hedge. */
  text: string;
  certainty?: Certainty;
  /** The words that prove it. */
  evidence?: Evidence[];
  /** The source's own hedging words. */
  hedge?: string;
  /** Ids of the actors whose aim it is. */
  of?: string[];
  origin?: Origin;
  /** Ids of the actors who say so, outermost first; empty: the source's own voice. */
  voice?: string[];
  /** Kept and never read. */
  [extension: `x-${string}`]: unknown;
}

/** How a figure's value is to be read. */
export type Bound =
  /** This many. */
  | "exact"
  /** This many or more. */
  | "atLeast"
  /** An estimate. */
  | "about";

/** How firmly the innermost voice puts a statement: `FactBank`'s values (Saurí and Pustejovsky, 2009). */
export type Certainty =
  /** `FactBank` CT. */
  | "certain"
  /** `FactBank` PR. */
  | "probable"
  /** `FactBank` PS. */
  | "possible"
  /** `FactBank` U: the voice does not commit itself. */
  | "unknown";

/** Who must do what, for whom, against whom, where and when. */
export interface Condition {
  /** The act, a short verb phrase. */
  act: string;
  /** A slug, unique in the whole document; addresses in links are made of it. */
  id: string;
  /** One plain sentence in the author's own words; it never hardens the source's hedge. */
  text: string;
  /** Ids of the actors whom it is aimed at. */
  against?: string[];
  /** Whether the bearer agreed. */
  agreed?: Agreed;
  /** Ids of the actors who are to do it; empty where the source names nobody. */
  by?: string[];
  certainty?: Certainty;
  /** Whether they must, may or must not. */
  duty?: Duty;
  /** The words that prove it. */
  evidence?: Evidence[];
  /** Ids of the actors who gain by it. */
  for?: string[];
  /** How far it is fulfilled, by the condition's own evidence: 0 not begun, 1 begun, 2 halfway, 3 done. Never in a deal that is forming. */
  fulfilment?: 0 | 1 | 2 | 3;
  /** The source's own hedging words. */
  hedge?: string;
  origin?: Origin;
  /** The actor whom the bearer is to press. Pressing is not delivering. */
  pressing?: string;
  /** The section's id. */
  section?: string;
  /** A free slug that groups conditions. */
  topic?: string;
  /** Ids of the actors who say so, outermost first; empty: the source's own voice. */
  voice?: string[];
  /** When, as printed. */
  when?: string;
  /** Ids of the places. */
  where?: string[];
  /** Kept and never read. */
  [extension: `x-${string}`]: unknown;
}

/** How far the deal is. Nothing that is forming may be shown as agreed. */
export type DealState =
  /** Not completed. */
  | "forming"
  /** In force. */
  | "inForce"
  /** Suspended. */
  | "suspended"
  /** Over. */
  | "ended";

/** One paragraph of a source retold in the author's own words, carrying every phrase that is quoted from it. */
export interface Digest {
  /** The paragraph, counted from 1. */
  paragraph: number;
  /** The retelling. */
  text: string;
  /** Kept and never read. */
  [extension: `x-${string}`]: unknown;
}

/** A doubt, caveat or complication. */
export interface Doubt {
  /** A slug, unique in the whole document; addresses in links are made of it. */
  id: string;
  /** What sort of doubt it is. */
  kind: DoubtKind;
  /** One plain sentence in the author's own words; it never hardens the source's hedge. */
  text: string;
  /** Ids of the items in doubt, or `deal`. */
  about?: string[];
  certainty?: Certainty;
  /** The words that prove it. */
  evidence?: Evidence[];
  /** The source's own hedging words. */
  hedge?: string;
  origin?: Origin;
  /** Ids of the actors who say so, outermost first; empty: the source's own voice. */
  voice?: string[];
  /** Kept and never read. */
  [extension: `x-${string}`]: unknown;
}

/** Why a thing is in doubt. */
export type DoubtKind =
  /** Nobody knows yet. */
  | "open-question"
  /** It failed before. */
  | "track-record"
  /** Somebody could spoil it. */
  | "spoiler"
  /** It may do harm. */
  | "feared-effect"
  /** It is still moving. */
  | "flux";

/** The deontic force of a condition. */
export type Duty =
  /** Is to do it. */
  | "must"
  /** Is allowed to. */
  | "may"
  /** Is not to. */
  | "mustNot";

/** Something that happens at a time. */
export interface Event {
  /** A slug, unique in the whole document; addresses in links are made of it. */
  id: string;
  /** Its time as printed. */
  printed: string;
  /** Past, ongoing, expected or scheduled. */
  state: EventState;
  /** One plain sentence in the author's own words; it never hardens the source's hedge. */
  text: string;
  /** Ids of the actors in it. */
  actors?: string[];
  certainty?: Certainty;
  /** Its date in EDTF (ISO 8601-2), where one can be had. */
  date?: string;
  /** The rule and the time zone by which a date was worked out. */
  derived?: string;
  /** The words that prove it. */
  evidence?: Evidence[];
  /** The source's own hedging words. */
  hedge?: string;
  origin?: Origin;
  /** Ids of the actors who say so, outermost first; empty: the source's own voice. */
  voice?: string[];
  /** Ids of its places. */
  where?: string[];
  /** Kept and never read. */
  [extension: `x-${string}`]: unknown;
}

/** Where an event stands, seen from the source. */
export type EventState =
  /** It happened. */
  | "past"
  /** It goes on. */
  | "ongoing"
  /** Somebody expects it. */
  | "expected"
  /** It has a place in a calendar. */
  | "scheduled";

/** The words that prove a statement: a `TextQuoteSelector` (W3C Web Annotation Data Model, 4.2.4) and a paragraph. */
export interface Evidence {
  /** The paragraph: the non-empty lines of the source counted from 1. */
  paragraph: number;
  /** At most 15 words, exact but for white space. */
  quote: string;
  /** The source's id. */
  source: string;
  /** What stands right before the quote, where the quote alone stands more than once. */
  prefix?: string;
  /** What stands right after the quote. */
  suffix?: string;
  /** Kept and never read. */
  [extension: `x-${string}`]: unknown;
}

/** Conditions given for conditions. */
export interface Exchange {
  /** A slug, unique in the whole document; addresses in links are made of it. */
  id: string;
  /** One plain sentence in the author's own words; it never hardens the source's hedge. */
  text: string;
  /** True where the source allows another reading. */
  ambiguous?: boolean;
  certainty?: Certainty;
  /** The words that prove it. */
  evidence?: Evidence[];
  /** Ids of the conditions on the other. */
  gets?: string[];
  /** Ids of the conditions on the one side. */
  gives?: string[];
  /** The source's own hedging words. */
  hedge?: string;
  origin?: Origin;
  /** Ids of the actors who say so, outermost first; empty: the source's own voice. */
  voice?: string[];
  /** The source's words for the exchange. */
  words?: string;
  /** Kept and never read. */
  [extension: `x-${string}`]: unknown;
}

/** A number in the source. */
export interface Figure {
  /** How it is to be read. */
  bound: Bound;
  /** A slug, unique in the whole document; addresses in links are made of it. */
  id: string;
  /** The number as printed. */
  printed: string;
  /** One plain sentence in the author's own words; it never hardens the source's hedge. */
  text: string;
  /** What is counted. */
  unit: string;
  /** The number. */
  value: number;
  /** Ids of the items that it measures. */
  about?: string[];
  certainty?: Certainty;
  /** The words that prove it. */
  evidence?: Evidence[];
  /** The source's own hedging words. */
  hedge?: string;
  origin?: Origin;
  /** Ids of the actors who say so, outermost first; empty: the source's own voice. */
  voice?: string[];
  /** Kept and never read. */
  [extension: `x-${string}`]: unknown;
}

/** What the sources do not say. Its proof is absence. */
export interface Gap {
  /** An item's id, or `deal`. */
  about: string;
  /** A slug, unique in the whole document; addresses in links are made of it. */
  id: string;
  /** What is left out. */
  slot: Slot;
  /** One plain sentence in the author's own words; it never hardens the source's hedge. */
  text: string;
  certainty?: Certainty;
  /** The words that prove it. */
  evidence?: Evidence[];
  /** The source's own hedging words. */
  hedge?: string;
  origin?: Origin;
  /** Ids of the actors who say so, outermost first; empty: the source's own voice. */
  voice?: string[];
  /** Kept and never read. */
  [extension: `x-${string}`]: unknown;
}

/** What hangs on what. */
export interface Link {
  /** The id of the item that acts (or is in need). */
  from: string;
  /** A slug, unique in the whole document; addresses in links are made of it. */
  id: string;
  /** How. */
  kind: LinkKind;
  /** One plain sentence in the author's own words; it never hardens the source's hedge. */
  text: string;
  /** The id of the item that is acted on (or needed). */
  to: string;
  /** True where the source allows another reading. */
  ambiguous?: boolean;
  certainty?: Certainty;
  /** The words that prove it. */
  evidence?: Evidence[];
  /** The source's own hedging words. */
  hedge?: string;
  origin?: Origin;
  /** Ids of the actors who say so, outermost first; empty: the source's own voice. */
  voice?: string[];
  /** The source's linking words. */
  words?: string;
  /** Kept and never read. */
  [extension: `x-${string}`]: unknown;
}

/** How one item acts on another. `from` acts on `to`, but for `needs`, where `from` is the one in need. */
export type LinkKind =
  /** `from` needs `to`. */
  | "needs"
  /** `from` makes `to` possible. */
  | "enables"
  /** `from` keeps `to` from being. */
  | "prevents"
  /** `from` brings `to` about. */
  | "causes"
  /** `from` endangers `to`. */
  | "threatens"
  /** `from` completes `to`. */
  | "completes";

/** A picture or film in a source. */
export interface Medium {
  /** A slug, unique in the whole document. */
  id: string;
  /** Its title as printed. */
  title: string;
  /** Its length as printed. */
  duration?: string;
  /** The paragraph that it stands in. */
  paragraph?: number;
  /** Kept and never read. */
  [extension: `x-${string}`]: unknown;
}

/** Whose statement it is. */
export type Origin =
  /** The source's: proved by its words. */
  | "source"
  /** The document's author's: an inference, shown as such, without evidence. */
  | "editor";

/** A place. */
export interface Place {
  /** A slug, unique in the whole document; addresses in links are made of it. */
  id: string;
  /** The name that readers see. */
  name: string;
  /** One plain sentence in the author's own words; it never hardens the source's hedge. */
  text: string;
  certainty?: Certainty;
  /** The words that prove it. */
  evidence?: Evidence[];
  /** The source's own hedging words. */
  hedge?: string;
  origin?: Origin;
  /** The place that it lies in. */
  partOf?: string;
  /** Ids of the actors who say so, outermost first; empty: the source's own voice. */
  voice?: string[];
  /** Kept and never read. */
  [extension: `x-${string}`]: unknown;
}

/** How one actor stands to another. */
export interface Relation {
  /** Its class. */
  class: RelationClass;
  /** The actor's id. */
  from: string;
  /** A slug, unique in the whole document; addresses in links are made of it. */
  id: string;
  /** A free slug: `backs`, `fights`, `patron-of`. */
  kind: string;
  /** One plain sentence in the author's own words; it never hardens the source's hedge. */
  text: string;
  /** The other actor's id. */
  to: string;
  certainty?: Certainty;
  /** The words that prove it. */
  evidence?: Evidence[];
  /** The source's own hedging words. */
  hedge?: string;
  /** True where it holds both ways. */
  mutual?: boolean;
  origin?: Origin;
  /** Ids of the actors who say so, outermost first; empty: the source's own voice. */
  voice?: string[];
  /** Kept and never read. */
  [extension: `x-${string}`]: unknown;
}

/** The four classes of relations that are told apart everywhere. */
export type RelationClass =
  /** Backs, aids, protects. */
  | "support"
  /** Fights, opposes. */
  | "hostile"
  /** Meets, talks, negotiates. */
  | "contact"
  /** Belongs to, serves, leads. */
  | "part";

/** What is said of the deal, or of an item, as a whole. */
export interface Remark {
  /** A slug, unique in the whole document; addresses in links are made of it. */
  id: string;
  /** What sort of remark it is. */
  kind: RemarkKind;
  /** One plain sentence in the author's own words; it never hardens the source's hedge. */
  text: string;
  /** Ids, or `deal`. */
  about?: string[];
  certainty?: Certainty;
  /** The words that prove it. */
  evidence?: Evidence[];
  /** The source's own hedging words. */
  hedge?: string;
  origin?: Origin;
  /** Ids of the actors who say so, outermost first; empty: the source's own voice. */
  voice?: string[];
  /** Kept and never read. */
  [extension: `x-${string}`]: unknown;
}

/** What a remark is about. */
export type RemarkKind =
  /** How far the deal is. */
  | "status"
  /** What sort of deal it is. */
  | "character"
  /** What it brings about. */
  | "consequence"
  /** What went before it. */
  | "background";

/** A chapter of a long deal, or an agreement in a database. */
export interface Section {
  /** A slug, unique in the whole document. */
  id: string;
  /** Its title. */
  title: string;
  /** Its date in EDTF. */
  date?: string;
  /** The section that it belongs to. */
  partOf?: string;
  /** The address of its own file, in a library of several: http(s), or relative to this document's own address. The file is a deal document by itself. */
  url?: string;
  /** Kept and never read. */
  [extension: `x-${string}`]: unknown;
}

/** What the sources leave out. */
export type Slot =
  /** Who is to do it. */
  | "bearer"
  /** Whether they agreed. */
  | "consent"
  /** By what means. */
  | "means"
  /** When. */
  | "time"
  /** Where. */
  | "place"
  /** How much of it, for whom. */
  | "scope"
  /** Who checks. */
  | "check"
  /** What follows a breach. */
  | "sanction"
  /** Who somebody is. */
  | "identity"
  /** Where it comes from. */
  | "source";

/** A source. */
export interface Source {
  /** A slug, unique in the whole document. */
  id: string;
  /** What it is. */
  kind: SourceKind;
  /** How many paragraphs (non-empty lines) it has. */
  paragraphs: number;
  /** Who published it. */
  publisher: string;
  /** Its title as printed. */
  title: string;
  /** Who wrote it. */
  author?: string;
  /** The place and agency line that opens it, as printed. */
  dateline?: string;
  /** Its paragraphs retold, with the quoted phrases inside quotation marks. */
  digest?: Digest[];
  /** Pictures and films that stand in it. */
  media?: Medium[];
  /** When it was last updated, as printed. */
  updated?: string;
  /** Its address (http or https). */
  url?: string;
  /** Kept and never read. */
  [extension: `x-${string}`]: unknown;
}

/** What a source is. */
export type SourceKind =
  /** A news article. */
  | "article"
  /** An official or legal document. */
  | "document"
  /** A letter. */
  | "letter"
  /** A database or its record. */
  | "dataset";

/** An actor's part in the deal. A party is not a target. */
export type Standing =
  /** Makes the deal. */
  | "party"
  /** Is to be pressed; nothing says that it agreed. */
  | "pressed"
  /** Gains by it. */
  | "beneficiary"
  /** Is fought under it. */
  | "target"
  /** Bears on it from outside. */
  | "outside"
  /** Only speaks about it. */
  | "voice";

/** A step of the guided walk. */
export interface Step {
  /** What the guide says. */
  text: string;
  /** Its heading. */
  title: string;
  /** Ids of what it points at. */
  shows?: string[];
  /** Kept and never read. */
  [extension: `x-${string}`]: unknown;
}

/** Words that do not sit easily together. */
export interface Tension {
  /** Ids of two or more items. */
  between: [string, string, ...string[]];
  /** A slug, unique in the whole document; addresses in links are made of it. */
  id: string;
  /** One plain sentence in the author's own words; it never hardens the source's hedge. */
  text: string;
  certainty?: Certainty;
  /** The words that prove it. */
  evidence?: Evidence[];
  /** The source's own hedging words. */
  hedge?: string;
  origin?: Origin;
  /** Ids of the actors who say so, outermost first; empty: the source's own voice. */
  voice?: string[];
  /** Kept and never read. */
  [extension: `x-${string}`]: unknown;
}
