/** Saves the site on the reader's device, by the service worker, and says so in the footer once it is saved. */
import type { Answer, Ask } from './messages.ts';

/** Where the page says it: the words stand in the attribute. */
const PLACE = '[data-saved]';

/** Asks a worker whether it has saved the build this page is of. */
function hasSaved(worker: ServiceWorker, build: string): Promise<boolean> {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<Answer>) => done(data === build);
    worker.postMessage({ ask: 'saved' } satisfies Ask, [port2]);
  });
}

/**
 * Does nothing where it cannot be done, or where the reader saves data.
 * @param root from the page to the root of the site
 */
export async function save(root: string): Promise<void> {
  const { serviceWorker: workers, connection } = navigator as Partial<Navigator> & {
    connection?: { saveData?: boolean };
  };
  const { build } = document.documentElement.dataset;
  if (!workers || connection?.saveData || build === undefined) return;

  const say = async (worker: ServiceWorker): Promise<void> => {
    const place = document.querySelector<HTMLElement>(PLACE);
    if (place && (await hasSaved(worker, build))) place.textContent = place.dataset['saved'] ?? '';
  };
  // A new build beside an old one that is in charge: see `worker.ts`.
  const offer = (worker: ServiceWorker): void => {
    worker.postMessage({ ask: 'take over', build } satisfies Ask);
    void say(worker);
  };
  const follow = (worker: ServiceWorker | null): void => {
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed') offer(worker);
    });
  };

  try {
    const registration = await workers.register(`${root}sw.js`);
    follow(registration.installing);
    registration.addEventListener('updatefound', () => follow(registration.installing));
    if (registration.waiting) {
      // The one in charge is left alone: it has to come to rest before it can be relieved.
      offer(registration.waiting);
    } else {
      const { active } = await workers.ready;
      if (active) await say(active);
    }
  } catch {
    // Not here: storage is full or blocked, or the browser does not want to. The page is as good without.
  }
}
