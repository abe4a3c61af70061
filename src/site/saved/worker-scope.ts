/** Of a service worker's global scope what ours uses: TypeScript knows either the page's or the worker's names. */

/** An event that may keep the worker alive. */
export interface LastingEvent extends Event {
  waitUntil(promise: Promise<unknown>): void;
}

interface RequestEvent extends LastingEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

/** A page, known for as long as it is open. */
interface Client {
  readonly id: string;
}

interface WorkerEvents {
  install: LastingEvent;
  activate: LastingEvent;
  fetch: RequestEvent;
  message: Omit<MessageEvent, 'source'> & LastingEvent & { readonly source: Client | null };
}

export interface WorkerScope {
  readonly location: Location;
  readonly clients: {
    claim(): Promise<void>;
    matchAll(options: { type: 'window'; includeUncontrolled: boolean }): Promise<readonly Client[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener<Name extends keyof WorkerEvents>(
    name: Name,
    listener: (event: WorkerEvents[Name]) => void,
  ): void;
}
