/** Text that stands inside a `<script>`, be it code, data or a page. */

/**
 * Code in which nothing ends the element or begins a comment in it; in a string, a pattern or a template the escaped
 * form is the same.
 */
export function inScript(code: string): string {
  return code.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
}

/** JSON in which nothing ends the element. */
export function jsonInScript(json: string): string {
  return json.replaceAll('<', '\\u003c');
}
