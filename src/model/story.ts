/**
 * The compiled story: what `src/content` makes of a content folder and everything else draws from.
 * Plain data, JSON-serialisable. Ids are kebab-case and unique within their kind; events, places and voyages
 * share one namespace so that a scene's focus can name any of them.
 */
import type { StoryDate } from './dates.ts';
import type { Classroom, Teach } from './lesson.ts';
import type { LonLat, Scene } from './scene.ts';

/** A: official or primary text seen. B: reputable secondary source seen. Nothing lower is published. */
export type Grade = 'A' | 'B';
export type MarkShape = 'triangle' | 'circle' | 'square' | 'diamond' | 'bar';
/** A slot of the palette in `tokens.css` (`--thread-red` …). */
export type ThreadColour = 'red' | 'blue' | 'green' | 'ochre' | 'grey';

/** A lane of the timeline. */
export interface Thread {
  id: string;
  label: string;
  colour: ThreadColour;
  mark: MarkShape;
  /** Drawn quietly: context rather than the story's own line. */
  muted: boolean;
}

export interface Detail {
  fact: string;
  sources: string[];
}

export type EventKind = 'event' | 'movement' | 'deadline';

/** Anything that stands on the timeline. Movements and deadlines carry their own part besides. */
export interface StoryEvent {
  id: string;
  kind: EventKind;
  date: StoryDate;
  /** A label for the timeline, at most 40 characters. */
  title: string;
  /** One neutral sentence. */
  what: string;
  thread: string;
  places: string[];
  actors: string[];
  /** Ids of earlier events that led to this one (by the sources), never mere sequence. */
  links: string[];
  details: Detail[];
  /** Ids of positions on what is disputed about it. */
  disputed: string[];
  sources: string[];
  grade: Grade;
  note?: string;
  /** 1 names the few marks that keep their label when there is little room, 3 the many that lose it first. */
  rank: 1 | 2 | 3;
  movement?: Movement;
  deadline?: Deadline;
}

/** A load of declared chemicals leaving by sea. */
export interface Movement {
  /** Its number in the order of loads; absent where sources disagree. */
  ordinal?: number;
  ordinalStatus: string;
  ships: string[];
  shipsNote?: string;
  escorts: string[];
  cargo?: { text: string; sources: string[] };
}

/** What was due on the event's date. */
export interface Deadline {
  setBy: string;
  setOn: StoryDate;
  requirement: string;
  met: 'yes' | 'no' | 'withdrawn' | 'not-established';
  outcome: string;
  outcomeDate?: StoryDate;
}

export interface Place {
  id: string;
  name: string;
  /** What the map prints; defaults to the name. */
  label: string;
  country?: string;
  /** Absent where no coordinate was sourced: then the place is named, never plotted. */
  at?: LonLat;
  precision: string;
  /** The coordinate is approximate and must be labelled so. */
  approximate: boolean;
  /** Drawn on the map; `false` for points kept for reference only. */
  mapped: boolean;
  kind: 'city' | 'town' | 'building' | 'port' | 'attack-site' | 'destruction-site' | 'unlocated';
  sources: string[];
  note?: string;
}

export interface Actor {
  id: string;
  name: string;
  type: string;
  description: string;
  sources: string[];
}

export interface Source {
  id: string;
  publisher: string;
  title: string;
  /** The title is a description of ours, not the page's own heading. */
  descriptive: boolean;
  author?: string;
  date?: StoryDate;
  /** Canonical address; absent where only a reproduction was seen. */
  url?: string;
  /** What was read: the page itself, or a reproduction of it. */
  seen: 'original' | 'copy';
  language: string;
  kind: 'official' | 'primary' | 'press' | 'ngo' | 'expert' | 'reference';
  grade: Grade;
  /** Verbatim, at most 30 words each; the property of their owners. */
  quotes: string[];
  note?: string;
}

export interface Statement {
  /** Ids of actors where known, else the holder in words. */
  holders: string[];
  text: string;
  stated: StoryDate;
  sources: string[];
}

/** A disputed question, with each side's answer and what is established. */
export interface Position {
  id: string;
  question: string;
  events: string[];
  /** How the statements are ordered, said to the reader. */
  order: 'date' | 'alphabetical';
  statements: Statement[];
  established: string;
  note?: string;
}

export interface Ship {
  id: string;
  name: string;
  flag: string;
  kind: 'merchant' | 'naval' | 'government';
  role: string;
  sources: string[];
  grade: Grade;
  note?: string;
}

/** One sourced leg of one ship. Between legs the ship's position was not published. */
export interface Voyage {
  id: string;
  ship: string;
  /** What the leg is called on the map and in lists. */
  title: string;
  from: string;
  to: string;
  /** Absent where the day was not published; then the leg is drawn as a line but the ship is not placed on it. */
  depart?: StoryDate;
  arrive?: StoryDate;
  /** Hand-placed waypoints, from port to port; approximate, not the ship's recorded track. */
  route: LonLat[];
  /** The last stretch is a river and drawn dashed: index in `route` where it begins. */
  riverFrom?: number;
  /** Ids of ships that a source says sailed with her. Where they sailed round her was not published. */
  escorts?: string[];
  /** From when on they are said to have been with her; absent: all along. */
  escortsFrom?: StoryDate;
  sources: string[];
  grade: Grade;
  note?: string;
}

/** Where a position was not published: drawn as an area, said to be one. */
export interface Area {
  id: string;
  label: string;
  /** A ring of WGS84 points, closed by the drawing. */
  ring: LonLat[];
  from: StoryDate;
  to: StoryDate;
  note: string;
  sources: string[];
}

export interface SeriesPoint {
  /** The civil date the figure is as of, `YYYY-MM-DD`. */
  date: string;
  value: number;
  approximate: boolean;
  /** Ours, by the arithmetic given in `by` or `note`. */
  derived: boolean;
  /** Announced by whom. */
  by: string;
  grade: Grade;
  sources: string[];
  event?: string;
  note?: string;
}

/** One way of counting, and what was announced on it. Points of two series never share a line. */
export interface Series {
  id: string;
  label: string;
  short: string;
  unit: 'percent' | 'tonnes';
  /** In plain words: a share of what. */
  basis: string;
  kind: 'announced' | 'derived' | 'required';
  /** The plan a `required` series belongs to: the original one or a revision. */
  plan?: string;
  mark: 'circle' | 'square' | 'cross' | 'none';
  /** Shown in the main chart. */
  charted: boolean;
  /** The series that tells how it went on once this one is at 100 percent. */
  then?: string;
  points: SeriesPoint[];
}

/** A number the prose may quote, with its date, basis and source. */
export interface Quantity {
  id: string;
  value: number;
  /** For a range: its upper end. */
  to?: number;
  unit: string;
  /** How it prints when the prose gives no wording of its own. */
  text: string;
  approximate: boolean;
  date?: StoryDate;
  basis: string;
  /** Ours, by the arithmetic given in `basis`. */
  derived: boolean;
  grade: Grade;
  sources: string[];
  note?: string;
}

export interface DestructionSite {
  id: string;
  name: string;
  /** Where room is scarce; by default the place's label. */
  label?: string;
  /** A place, or an area at sea. */
  place?: string;
  country: string;
  /** Tonnes; absent where no source states it ("not stated", never a remainder). */
  tonnes?: number;
  /** The source says "about". */
  approximate: boolean;
  kind: 'agent' | 'effluent';
  detail: string;
  method: string;
  start?: StoryDate;
  /** What the day of `start` was, if not the beginning of the work: "landed". */
  startAs?: string;
  finish?: StoryDate;
  /** What the day of `finish` was, if not the end of the work: "announced". */
  finishAs?: string;
  /** Without a `finish`: by when it had ended at the latest. */
  endedBy?: StoryDate;
  grade: Grade;
  sources: string[];
  note?: string;
}

export interface Term {
  id: string;
  term: string;
  /** Plain words, one or two sentences. */
  plain: string;
  sources: string[];
}

/** Where sources differ, and the wording the story uses. */
export interface Discrepancy {
  id: string;
  topic: string;
  values: { value: string; sources: string[] }[];
  use: string;
}

/** One claim of the report the project grew from, and what became of it. */
export interface Claim {
  id: string;
  n: number;
  claim: string;
  wording: string;
  attributed: string;
  attribution: string;
  status: 'confirmed' | 'confirmed-with-caveat' | 'disputed';
  events: string[];
  /** Steps that tell it; the check demands at least one step or event. */
  steps: string[];
  sources: string[];
  note?: string;
}

export interface Correction {
  date: StoryDate;
  where: string;
  was: string;
  now: string;
  why: string;
}

/** A named view: everything inside `bounds` is visible whatever the stage's shape. */
export interface CameraSpec {
  id: string;
  label: string;
  /** West, south, east, north in WGS84 degrees. */
  bounds: [number, number, number, number];
  /** No base geometry exists at this scale: draw distance rings and say "schematic". */
  schematic: boolean;
  /** Places labelled although no scene names them, most important first. */
  labels: string[];
}

/** A sea or a country named on the map, where its name fits into it. */
export interface MapName {
  text: string;
  /** The middle of the name. */
  at: LonLat;
  /** How wide what it names is there, degrees of longitude. */
  width: number;
  kind: 'sea' | 'land';
}

export interface Step {
  id: string;
  title: string;
  chapter: string;
  scene: Scene;
  /** Rendered prose (trusted: made by our own renderer from checked Markdown). */
  html: string;
  /** The prose as plain text, for descriptions and word counts. */
  text: string;
  /** Source ids in order of first citation. */
  cites: string[];
  /** Positions shown in the step. */
  positions: string[];
  /** One or two short lines for slides; rendered HTML of one line each. */
  wall: string[];
  /** Notes for the teacher: never on the story's page. */
  teach?: Teach;
}

export interface Chapter {
  id: string;
  title: string;
  /** Absent for the prologue. */
  number?: number;
  /** In words: “21 August 2013”. */
  dates: string;
  /** One sentence. */
  summary: string;
  /** What the chapter tells in plain words, for readers of about fourteen; absent where the story has none. */
  plain?: string;
  /** The still that stands in for the stage on paper and without JavaScript. */
  still: Scene;
  steps: Step[];
}

/** One numbered note: a source, and the steps that cite it. */
export interface Note {
  number: number;
  source: string;
  steps: string[];
}

export interface StoryMeta {
  title: string;
  dek: string;
  description: string;
  language: string;
  direction: 'ltr' | 'rtl';
  /** Shown before the first step. */
  contentNote?: string;
  /** Rendered HTML: how the numbers were counted, for the sources page. */
  method: string;
  licence: { text: string; textUrl: string; code: string };
  authors: string;
  updated: string;
  /** What the whole timeline covers, UTC ms. */
  span: readonly [number, number];
  map: {
    credit: string;
    note: string;
    /** Dashed lines and their names in the legend. */
    disputed: { id: string; label: string }[];
    /** Seas and countries, named quietly. */
    names?: MapName[];
  };
}

export interface Story {
  meta: StoryMeta;
  threads: Thread[];
  chapters: Chapter[];
  events: StoryEvent[];
  places: Place[];
  actors: Actor[];
  ships: Ship[];
  voyages: Voyage[];
  areas: Area[];
  series: Series[];
  quantities: Quantity[];
  destruction: DestructionSite[];
  /** The quantity that stands beside the sites of destruction, and why they are not added up to it. */
  declared?: { quantity: string; note: string };
  positions: Position[];
  sources: Source[];
  glossary: Term[];
  discrepancies: Discrepancy[];
  claims: Claim[];
  corrections: Correction[];
  cameras: CameraSpec[];
  notes: Note[];
  /** The report the story grew from, and remarks on its form (rendered HTML); the claims are its claims. */
  report?: { source: string; html: string };
  /** Absent for a story without a folder `classroom/`. */
  classroom?: Classroom;
}
