/** pym.js 1: texts `pymxPYMx<id>xPYMx<type>xPYMx<payload>`; the parent puts the id into the child's query. */

const BETWEEN = 'xPYMx';
/** Longer ids are no ids. */
const LONGEST_ID = 200;

/** The id a pym parent gave its child, from the query of the address. */
export function pymId(search: string): string | undefined {
  const id = new URLSearchParams(search).get('childId');
  return id && id.length <= LONGEST_ID ? id : undefined;
}

/** A message to the parent; it would not see one with a line break. */
export const pymMessage = (id: string, type: string, payload: string | number): string =>
  ['pym', id, type, String(payload).replaceAll(/\s+/g, ' ')].join(BETWEEN);

/** What a parent says to the child of this id. */
export function readPym(id: string, data: string): { type: string; payload: string } | undefined {
  const start = `pym${BETWEEN}${id}${BETWEEN}`;
  const end = data.indexOf(BETWEEN, start.length);
  if (!data.startsWith(start) || end === -1) return undefined;
  return { type: data.slice(start.length, end), payload: data.slice(end + BETWEEN.length) };
}
