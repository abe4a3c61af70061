/** Small pieces of DOM that cards are made of. */

/** An element with a class and a text; no class where none is given. */
export function element(tag: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}

/** A link; `data` are its data attributes. */
export function link(href: string, text: string): HTMLAnchorElement {
  const made = document.createElement('a');
  made.href = href;
  made.textContent = text;
  return made;
}

/** A button that looks like a link. */
export function button(text: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'link';
  made.textContent = text;
  made.addEventListener('click', act);
  return made;
}

/** Elements set apart by “ · ”. */
export function row(className: string, items: readonly Node[]): HTMLElement {
  const made = element('p', className);
  items.forEach((item, i) => made.append(...(i > 0 ? [' · ', item] : [item])));
  return made;
}
