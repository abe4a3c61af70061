/** Opens the embed dialog; loaded on the first press of “Embed”. */
import { mount } from 'svelte';
import { once } from '../../story/once.ts';
import { DIALOG_DATA, type DialogData } from './dialog-data.ts';
import EmbedDialog from './EmbedDialog.svelte';
import './dialog.css';
import { strings } from './strings.ts';

let dialog: HTMLDialogElement | undefined;
let opening = false;

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  set: Partial<HTMLElementTagNameMap[Name]> = {},
): HTMLElementTagNameMap[Name] {
  return Object.assign(document.createElement(name), set);
}

/** An empty dialog with its head; Escape and the button close it, focus goes back by itself. */
function create(): { dialog: HTMLDialogElement; body: HTMLElement } {
  const made = element('dialog', { id: 'embed-dialog' });
  const title = element('h2', { id: 'embed-title', textContent: strings.title });
  made.setAttribute('aria-labelledby', title.id);
  const shut = element('button', { type: 'button', className: 'shut', textContent: '×' });
  shut.setAttribute('aria-label', strings.close);
  shut.addEventListener('click', () => made.close());
  const head = element('div', { className: 'head' });
  head.append(title, shut);
  const body = element('div', { className: 'body' });
  made.append(head, body);
  // A press beside the dialog closes it.
  made.addEventListener('click', ({ target }) => {
    if (target === made) made.close();
  });
  document.body.append(made);
  return { dialog: made, body };
}

/**
 * @param root from the page to the root of the site
 * @param step the step being read, where one is
 */
export async function openEmbedDialog(root: string, step?: string): Promise<void> {
  if (opening || dialog?.open) return;
  if (dialog) {
    dialog.showModal();
    return;
  }
  opening = true;
  const base = new URL(root, document.baseURI).href;
  const made = create();
  made.body.append(element('p', { textContent: strings.loading }));
  made.dialog.showModal();
  try {
    const data = await once<DialogData>(base + DIALOG_DATA)();
    made.body.replaceChildren();
    mount(EmbedDialog, { target: made.body, props: { data, base, step } });
    dialog = made.dialog;
  } catch {
    made.body.replaceChildren(element('p', { textContent: strings.failed }));
    // The next press begins anew.
    made.dialog.addEventListener('close', () => made.dialog.remove(), { once: true });
  } finally {
    opening = false;
  }
}
