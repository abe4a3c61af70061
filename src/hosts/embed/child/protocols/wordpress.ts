/** WordPress's oEmbed hosts: every message carries a secret, which the host writes into the embed's hash. */

/** Letters and digits; WordPress makes ten. */
const SECRET = /^[a-z0-9]{1,64}$/i;

/** The secret in an address (`#?secret=…`, also after another hash). */
export const wordpressSecret = (address: string): string | undefined =>
  /#.*\?secret=([a-z0-9]{1,64})(?![a-z0-9])/i.exec(address)?.[1];

/** Tells the height, px; WordPress keeps it within 200 and 1,000. */
export const wordpressHeight = (secret: string, value: number) => ({ message: 'height', value, secret });

/** Asks the host to go to an address; it does so for addresses on the embed's own host. */
export const wordpressLink = (secret: string, value: string) => ({ message: 'link', value, secret });

/** The secret of a host that says it is ready to be told the height. */
export function readWordpress(data: Record<string, unknown>): string | undefined {
  const secret = data['secret'];
  return data['message'] === 'ready' && typeof secret === 'string' && SECRET.test(secret)
    ? secret
    : undefined;
}
