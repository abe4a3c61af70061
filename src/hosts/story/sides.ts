/** The sides of a position for the stage: a copy of those in the text, which the wide page then leaves out there. */
export function sidesOf(page: HTMLElement): (position: string) => HTMLElement | undefined {
  return (position) => {
    const original = page.querySelector<HTMLElement>(`article [data-position="${CSS.escape(position)}"]`);
    const copy = original?.cloneNode(true) as HTMLElement | undefined;
    const title = copy?.querySelector('[id]');
    if (!copy || !title) return undefined;
    title.id = `stage-${title.id}`;
    copy.setAttribute('aria-labelledby', title.id);
    return copy;
  };
}
