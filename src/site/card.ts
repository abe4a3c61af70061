/**
 * One card that opens beside the word, number or note it explains. It is a native popover: Escape and a press
 * outside close it, the top layer keeps it above everything, and focus goes back to where it came from.
 */

/** Space kept between card, anchor and window edge, px. */
const GAP = 8;

export interface Card {
  /** Shows `content` beside `anchor`. `label` names the dialog for screen readers. */
  open(anchor: HTMLElement, label: string, content: Node): void;
  close(): void;
}

/** Takes over the page's `#note-card`. */
export function createCard(closeLabel: string): Card {
  const card = document.createElement('div');
  card.id = 'note-card';
  card.popover = 'auto';
  card.setAttribute('role', 'dialog');
  card.tabIndex = -1;
  const body = document.createElement('div');
  const shut = document.createElement('button');
  shut.type = 'button';
  shut.className = 'shut';
  shut.setAttribute('aria-label', closeLabel);
  shut.textContent = '×';
  card.append(shut, body);
  document.body.append(card);

  let anchor: HTMLElement | undefined;
  const place = (): void => {
    if (!anchor) return;
    const at = anchor.getBoundingClientRect();
    const box = card.getBoundingClientRect();
    const width = document.documentElement.clientWidth;
    const left = Math.min(Math.max(GAP, at.left + at.width / 2 - box.width / 2), width - box.width - GAP);
    const below = at.bottom + GAP;
    const above = at.top - GAP - box.height;
    const top = below + box.height + GAP <= innerHeight || above < GAP ? below : above;
    card.style.translate = `${Math.round(left)}px ${Math.round(Math.min(top, innerHeight - box.height - GAP))}px`;
  };
  shut.addEventListener('click', () => card.hidePopover());
  card.addEventListener('toggle', (event) => {
    if ((event as ToggleEvent).newState === 'open') return;
    const back = anchor;
    anchor = undefined;
    back?.removeAttribute('aria-expanded');
    // Escape and the close button leave focus in the closed card; a press elsewhere has moved it already.
    if (back && (document.activeElement === document.body || card.contains(document.activeElement))) {
      back.focus({ preventScroll: true });
    }
  });
  addEventListener('resize', place);
  // Quotations arrive after the card has opened.
  new ResizeObserver(place).observe(card);

  return {
    open(next, label, content) {
      if (card.matches(':popover-open')) card.hidePopover();
      anchor = next;
      card.setAttribute('aria-label', label);
      body.replaceChildren(content);
      card.showPopover();
      next.setAttribute('aria-expanded', 'true');
      place();
      card.focus({ preventScroll: true });
    },
    close: () => card.hidePopover(),
  };
}
