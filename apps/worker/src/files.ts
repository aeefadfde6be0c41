import type { R2Bucket } from '@cloudflare/workers-types';
import type { FileStore } from '@dondoc/server';

const OCTETS = 'application/octet-stream';

/** Keeps signed copies in an R2 bucket. */
export const r2Files = (bucket: R2Bucket): FileStore => ({
  put: async (key, { bytes, mediaType }) => {
    await bucket.put(key, bytes, { httpMetadata: { contentType: mediaType } });
  },
  get: async (key) => {
    const object = await bucket.get(key);
    if (object === null) return undefined;
    return {
      bytes: new Uint8Array(await object.arrayBuffer()),
      mediaType: object.httpMetadata?.contentType ?? OCTETS,
    };
  },
});
