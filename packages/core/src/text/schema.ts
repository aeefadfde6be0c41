import * as v from 'valibot';

// Control characters but tab and line feed, lone surrogates, U+FFFE and U+FFFF: what neither XML nor a person can use.
const UNUSABLE = /(?![\t\n])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u;

/** Any text a person typed: NFC, at most `max` characters, no control characters. */
export const text = (max: number) =>
  v.pipe(
    v.string(),
    v.transform((s) => s.replaceAll('\r\n', '\n').normalize('NFC')),
    v.check((s) => !UNUSABLE.test(s), 'text.control-character'),
    v.maxLength(max, 'text.too-long'),
  );

/** A name, label or title: one line, not blank. */
export const line = (max = 500) =>
  v.pipe(
    text(max),
    v.trim(),
    v.nonEmpty('text.blank'),
    v.check((s) => !s.includes('\n'), 'text.line-break'),
  );

/** One or more sentences of running text, not blank. */
export const prose = (max = 5000) => v.pipe(text(max), v.trim(), v.nonEmpty('text.blank'));

/** A stable id: lower-case ASCII letters and digits in groups joined by single hyphens. */
export const slug = v.pipe(
  v.string(),
  v.maxLength(64, 'id.too-long'),
  v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'id.not-a-slug'),
);
