/**
 * Reports what a view threw, for a boundary around it. Not `reportError` itself: a boundary calls it as a method of
 * its own, which the browser refuses, and then shows nothing at all in the view's place.
 */
export function report(error: unknown): void {
  reportError(error);
}
