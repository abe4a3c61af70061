/** What the tests use of citation-js, which brings no types. */
declare module '@citation-js/core' {
  export class Cite {
    constructor(data: unknown);
    data: { id: string; type: string; title?: string }[];
  }
}
declare module '@citation-js/plugin-bibtex';
