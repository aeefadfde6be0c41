import { searchKey } from '@dondoc/core';

// Names that Windows keeps for devices, with or without an extension.
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;
// What Windows refuses in a name; `/` is refused everywhere.
// oxlint-disable-next-line no-control-regex -- they are what is refused
const REFUSED = /[<>:"/\\|?*\u0000-\u001F\u007F]+/g;
/** Longest name in bytes that ext4, NTFS and APFS all take, less room for a suffix of our own. */
const MOST_BYTES = 200;

/**
 * Makes a file name that Windows, macOS and Linux all take, keeping Vietnamese letters.
 * The extension, with its dot, is kept whole when the name has to be cut.
 */
export function safeName(words: string, extension = ''): string {
  let stem = words
    .normalize('NFC')
    .replaceAll(REFUSED, '-')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[ .-]+/, '')
    .replace(/[ .-]+$/, '');
  if (stem === '') stem = 'khong-ten';
  if (RESERVED.test(stem)) stem = `_${stem}`;
  const room = MOST_BYTES - Buffer.byteLength(extension);
  while (Buffer.byteLength(stem) > room)
    stem = [...stem]
      .slice(0, -1)
      .join('')
      .replace(/[ .-]+$/, '');
  return stem + extension;
}

/** Makes an id from Vietnamese words: 'Trường TH&THCS Mỹ An' → 'truong-th-thcs-my-an'. Empty where nothing is left. */
export function slugOf(words: string): string {
  return searchKey(words)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 64)
    .replaceAll(/^-+|-+$/g, '');
}

/** Tells whether words are an id as `office.yaml` takes it, but for the few that core keeps for itself. */
export const isSlug = (words: string): boolean => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(words) && words.length <= 64;

/** Tells whether a name can be a file on every system; names that begin with a dot can. */
export function isSafeName(name: string): boolean {
  return (
    name.replaceAll(REFUSED, '') === name &&
    !/[ .]$/.test(name) &&
    !RESERVED.test(name) &&
    name !== '' &&
    Buffer.byteLength(name) <= 255
  );
}
