/** Wires every “Embed” of the page: the dialog is loaded on the first press. */

/**
 * @param root from the page to the root of the site
 * @param step tells which step is being read, on the page where steps are
 */
export function embedButton(root: string, step: () => string | undefined = () => undefined): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-embed-open]')) {
    button.addEventListener('click', () => {
      import('./dialog/index.ts')
        .then(({ openEmbedDialog }) => openEmbedDialog(root, step()))
        .catch(reportError);
    });
  }
}
