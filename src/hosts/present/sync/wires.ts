/**
 * Ways to the other windows of a lesson: to the one that opened this one and to those it opened, which works from a
 * file too; and to any tab of the site, where the browser has such a channel. What arrives twice does no harm.
 */

/** What every message carries; others are left alone. */
const SOURCE = 'behind-schedule/present';

export interface Wires {
  /** To all the others. */
  send(message: Record<string, unknown>): void;
  /** A window that this one opened. */
  add(peer: Window): void;
  close(): void;
}

interface Envelope {
  source: typeof SOURCE;
  lesson: string;
  from: string;
}

function isEnvelope(data: unknown): data is Envelope {
  return (
    typeof data === 'object' &&
    data !== null &&
    (data as Envelope).source === SOURCE &&
    typeof (data as Envelope).lesson === 'string' &&
    typeof (data as Envelope).from === 'string'
  );
}

function broadcast(name: string): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(name);
  } catch {
    return undefined;
  }
}

/**
 * @param lesson tells the windows of one lesson from those of another
 * @param self tells this window from the others
 */
export function openWires(
  lesson: string,
  self: string,
  receive: (message: Record<string, unknown>, from: string) => void,
): Wires {
  // From a file every origin is “null”, which no target can be named by.
  const target = location.origin === 'null' || location.protocol === 'file:' ? '*' : location.origin;
  const peers = new Set<Window>();
  /** Looked up each time: a window that is loaded anew may seem gone for a moment. */
  const addOpener = (): void => {
    if (window.opener && window.opener !== window) peers.add(window.opener as Window);
  };
  const channel = broadcast(`${SOURCE}:${lesson}`);

  const take = (data: unknown): boolean => {
    if (!isEnvelope(data) || data.lesson !== lesson || data.from === self) return false;
    receive(data as unknown as Record<string, unknown>, data.from);
    return true;
  };
  const onMessage = ({ data, origin, source }: MessageEvent): void => {
    if (origin !== location.origin && origin !== 'null') return;
    // Only pages of files have the origin “null” among themselves.
    if (origin === 'null' && location.protocol !== 'file:') return;
    if (take(data) && source && source !== window) peers.add(source as Window);
  };
  const onChannel = ({ data }: MessageEvent): void => void take(data);
  addEventListener('message', onMessage);
  channel?.addEventListener('message', onChannel);

  return {
    send(message) {
      const full = { ...message, source: SOURCE, lesson, from: self };
      addOpener();
      for (const peer of peers) {
        try {
          if (peer.closed) peers.delete(peer);
          else peer.postMessage(full, target);
        } catch {
          // Not now; the next message may reach it.
        }
      }
      channel?.postMessage(full);
    },
    add: (peer) => void peers.add(peer),
    close() {
      removeEventListener('message', onMessage);
      channel?.close();
    },
  };
}

/** A name nobody else has. */
export const newId = (): string => Math.random().toString(36).slice(2, 10) + Date.now().toString(36);
