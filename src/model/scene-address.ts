/**
 * A scene as the query of an address, and back: `at=2014-01-31&from=2013-12-15&to=2014-03-01&camera=europe&…`.
 * What an address leaves out, or says wrongly, is taken from a scene that is given: a hand-typed address shows
 * something sensible, never an error.
 */
import { DAY_MS } from './dates.ts';
import { PANELS, type Camera, type Filter, type Instant, type Panel, type Ref, type Scene } from './scene.ts';

/** The ids that addresses may name; others are left out. */
export interface KnownIds {
  cameras: ReadonlySet<string>;
  /** Events, places, voyages, areas and positions. */
  refs: ReadonlySet<Ref>;
  threads: ReadonlySet<string>;
  actors: ReadonlySet<string>;
  places: ReadonlySet<string>;
}

/** Dates beyond these years are slips, UTC ms. */
const EARLIEST = Date.UTC(1000, 0, 1);
const LATEST = Date.UTC(3000, 0, 1);
/** A free camera shows at least this much, degrees of longitude; at most the whole world. */
const NARROWEST = 0.01;
const WIDEST = 360;
/** Mercator ends here, degrees of latitude. */
const MAX_LAT = 85;
/** Longer texts than this search for nothing. */
const LONGEST_TEXT = 200;

const DATE = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2}(?:\.\d{3})?)?)(Z|[+-]\d{2}:\d{2})?)?$/;

/** Date alone for a midnight of UTC, else to the millisecond if need be, with the offset of the place. */
export function writeInstant({ ms, offset }: Instant): string {
  const local = new Date(ms + offset * 60_000).toISOString();
  if (offset === 0 && ms % DAY_MS === 0) return local.slice(0, 10);
  const time =
    ms % 1000 !== 0 ? local.slice(11, 23) : ms % 60_000 !== 0 ? local.slice(11, 19) : local.slice(11, 16);
  if (offset === 0) return `${local.slice(0, 10)}T${time}Z`;
  const minutes = Math.abs(offset);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${local.slice(0, 10)}T${time}${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** Nothing for what is no date, or none of these times. */
export function readInstant(text: string): Instant | undefined {
  const match = DATE.exec(text.trim());
  if (!match) return undefined;
  const [, day = '', time = '00:00', zone = 'Z'] = match;
  const ms = Date.parse(`${day}T${time}${zone}`);
  // Date.parse takes 30 February for 2 March.
  const real = new Date(`${day}T00:00Z`);
  if (Number.isNaN(ms) || Number.isNaN(real.getTime()) || real.toISOString().slice(0, 10) !== day)
    return undefined;
  if (ms < EARLIEST || ms > LATEST) return undefined;
  const sign = zone.startsWith('-') ? -1 : 1;
  const offset = zone === 'Z' ? 0 : sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6)));
  return { ms, offset };
}

const writeCamera = (camera: Camera): string =>
  typeof camera === 'string' ? camera : [...camera.centre, camera.width].join(',');

function readCamera(text: string, known: KnownIds): Camera | undefined {
  if (known.cameras.has(text)) return text;
  const parts = text.split(',');
  const [lon, lat, width] = parts.map(Number) as [number, number, number];
  if (parts.length !== 3 || ![lon, lat, width].every(Number.isFinite)) return undefined;
  if (Math.abs(lon) > 180 || Math.abs(lat) > MAX_LAT || width < NARROWEST || width > WIDEST) return undefined;
  return { centre: [lon, lat], width };
}

const list = (text: string | null, known: ReadonlySet<string>): string[] =>
  text === null ? [] : [...new Set(text.split(','))].filter((id) => known.has(id));

/** The query of a scene's address, without a question mark; parts that say nothing are left out. */
export function writeScene({ at, span, camera, focus, filter, panel }: Scene): string {
  const query = new URLSearchParams();
  query.set('at', writeInstant(at));
  query.set('from', writeInstant({ ms: span[0], offset: 0 }));
  query.set('to', writeInstant({ ms: span[1], offset: 0 }));
  query.set('camera', writeCamera(camera));
  query.set('panel', panel);
  // Empty, not left out: a scene may have nothing in focus where the given one has something.
  query.set('focus', focus.join(','));
  const set = (key: string, value: string): void => {
    if (value) query.set(key, value);
  };
  set('threads', filter.threads.join(','));
  set('actors', filter.actors.join(','));
  set('places', filter.places.join(','));
  set('text', filter.text);
  // Commas and colons are allowed in a query, and addresses are read by people.
  return query.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
}

/** The scene an address stands for; `given` fills in what it leaves out or says wrongly. */
export function readScene(query: string, given: Scene, known: KnownIds): Scene {
  const params = new URLSearchParams(query);
  const at = readInstant(params.get('at') ?? '') ?? given.at;
  const from = readInstant(params.get('from') ?? '')?.ms ?? given.span[0];
  const to = readInstant(params.get('to') ?? '')?.ms ?? given.span[1];
  const panel = params.get('panel') as Panel | null;
  const focus = params.get('focus');
  const filter: Filter = {
    threads: list(params.get('threads'), known.threads),
    actors: list(params.get('actors'), known.actors),
    places: list(params.get('places'), known.places),
    text: (params.get('text') ?? '').slice(0, LONGEST_TEXT),
  };
  return {
    at,
    span: from < to ? [from, to] : given.span,
    camera: readCamera(params.get('camera') ?? '', known) ?? given.camera,
    focus: focus === null ? given.focus : list(focus, known.refs),
    filter,
    panel: panel && PANELS.includes(panel) ? panel : given.panel,
  };
}
