/** What several pages have in common, and is large: the base map stands in the file once, in the first page. */

const BEGIN = /<g id="(basemap-[^"]+)">/g;

/** A group's contents by its id. */
function groups(html: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const match of html.matchAll(BEGIN)) {
    const from = match.index + match[0].length;
    const tags = /<(\/?)g[\s>]/g;
    tags.lastIndex = from;
    let depth = 1;
    for (let tag = tags.exec(html); tag; tag = tags.exec(html)) {
      depth += tag[1] ? -1 : 1;
      if (depth > 0) continue;
      found.set(match[1] as string, html.slice(from, tag.index));
      break;
    }
  }
  return found;
}

/**
 * A page without what the first page has too; its place is marked `data-common`, for the file's script to fill.
 * Other contents under the same id stay.
 */
export function withoutCommon(html: string, first: string): string {
  const there = groups(first);
  let light = html;
  for (const [id, contents] of groups(html)) {
    if (there.get(id) !== contents) continue;
    light = light.replace(`<g id="${id}">${contents}</g>`, () => `<g id="${id}" data-common=""></g>`);
  }
  return light;
}
