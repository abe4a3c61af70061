/** A set of one thing, never changed: what is lit is replaced. */
export const only = <Thing>(thing: Thing): ReadonlySet<Thing> => new Set([thing]);
