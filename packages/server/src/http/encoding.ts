const decoder = new TextDecoder('utf-8', { fatal: true });

/** Writes bytes in base64url without padding. */
export const base64url = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCodePoint(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** Writes a text in base64url by its UTF-8. */
export const toBase64url = (text: string): string => base64url(new TextEncoder().encode(text));

/** Reads a text from base64url; undefined: it is none. */
export const fromBase64url = (encoded: string): string | undefined => {
  if (!/^[A-Za-z0-9_-]+$/.test(encoded)) return undefined;
  try {
    const binary = atob(encoded.replaceAll('-', '+').replaceAll('_', '/'));
    return decoder.decode(Uint8Array.from(binary, (char) => char.codePointAt(0) ?? 0));
  } catch {
    return undefined;
  }
};

/** SHA-256 of a text's UTF-8 or of bytes, in 64 hexadecimal digits. */
export const sha256Hex = async (input: string | Uint8Array<ArrayBuffer>): Promise<string> => {
  const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input;
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
};
