import { base64url } from '../http/encoding.ts';

/** Days in milliseconds. */
const DAY = 86_400_000;

// Crockford's base 32, in small letters as in all our ids.
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const ID_LENGTH = 10;

const randomBytes = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));

/** Draws a secret of 32 random bytes: of a link or a session. */
export const newSecret = (): string => base64url(randomBytes(32));

/** Draws a bearer token's secret; its beginning lets people and scanners see what it is. */
export const newTokenSecret = (): string => `dd_${newSecret()}`;

/** Draws the public id of a credential: `tok-…`, `lnk-…`, `ses-…`. */
export const newCredentialId = (kind: 'tok' | 'lnk' | 'ses'): string =>
  // 256 is a multiple of 32: no letter is likelier than another.
  `${kind}-${Array.from(randomBytes(ID_LENGTH), (byte) => ALPHABET[byte % ALPHABET.length]).join('')}`;

/** The instant so many days after another. */
export const daysAfter = (instant: string, days: number): string =>
  new Date(Date.parse(instant) + days * DAY).toISOString();

/** Compares two texts in a time that does not tell how much of them agrees. */
export const sameSecret = async (a: string, b: string): Promise<boolean> => {
  const digest = async (text: string) =>
    new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  const [one, other] = await Promise.all([digest(a), digest(b)]);
  return one.reduce((difference, byte, index) => difference | (byte ^ (other[index] ?? 0)), 0) === 0;
};
