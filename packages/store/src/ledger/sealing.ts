import type { Digest } from '@dondoc/core';

/** What is asked of Web Crypto: `globalThis.crypto` has it in Node and in a Worker. */
export interface WebCrypto {
  readonly subtle: { readonly digest: (algorithm: string, data: Uint8Array<ArrayBuffer>) => Promise<ArrayBuffer> };
  readonly getRandomValues: (array: Uint8Array<ArrayBuffer>) => Uint8Array;
}

export interface Sealing {
  readonly digest: Digest;
  readonly salt: () => string;
}

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** Seals with SHA-256 and salts of 16 random bytes. */
export const sealingWith = (crypto: WebCrypto): Sealing => ({
  digest: async (bytes) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)),
  salt: () => base64url(crypto.getRandomValues(new Uint8Array(16))),
});
