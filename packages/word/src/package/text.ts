// What XML 1.0 (section 2.2, Char) lets into a document; C1 controls are allowed there but discouraged, and no reader
// shows them. With the `u` flag a lone surrogate is a code point of its own and so falls outside the set.
const FORBIDDEN = /[^\t\n\u0020-\u007E\u00A0-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const SUSPECT = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u2028\u2029\uD800-\uDFFF\uFFFE\uFFFF]/;
const MARKUP = /[&<>"]/g;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Makes any string fit for a document: NFC, line ends as `\n`, without the characters that XML forbids. */
export const clean = (text: string): string =>
  // Removed first, then composed: a letter and its mark may have stood on both sides of what is removed.
  (SUSPECT.test(text)
    ? text.replaceAll(/\r\n?|[\u0085\u2028\u2029]/g, '\n').replaceAll(FORBIDDEN, '')
    : text
  ).normalize('NFC');

/** Writes cleaned text as XML character data, fit for attributes in double quotes too. */
export const escape = (text: string): string => clean(text).replaceAll(MARKUP, (letter) => ENTITIES[letter] ?? '');
