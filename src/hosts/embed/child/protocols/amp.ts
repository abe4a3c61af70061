/** AMP's `amp-iframe`, and `@newswire/frames`, which speaks the same. */

/** Tells the height, px. */
export const ampHeight = (height: number) => ({ sentinel: 'amp', type: 'embed-size', height });

/** Says that the embed can be shown: AMP takes its placeholder away. */
export const ampReady = () => ({ sentinel: 'amp', type: 'embed-ready' });

/** Whether frames has just begun to observe an iframe that was there before, and does not know its height. */
export const isFramesInit = (data: Record<string, unknown>): boolean =>
  data['sentinel'] === 'amp' && data['type'] === 'frames-init';
