/** One all-day event. */
export interface CalendarEvent {
  /** Stable over time and machines, so that a calendar read again moves events instead of doubling them. */
  readonly uid: string;
  /** ISO day. */
  readonly day: string;
  readonly summary: string;
  readonly description?: string;
  readonly categories?: readonly string[];
  /** ISO day on which its plan was issued: `DTSTAMP`, so that the same plan gives the same bytes. */
  readonly stamp: string;
}

const compact = (day: string) => day.replaceAll('-', '');

// RFC 5545, 3.3.11: backslash, semicolon, comma and line break are escaped; other controls are not allowed.
const escape = (text: string) =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll(/\r\n|\n|\r/g, '\\n')
    // oxlint-disable-next-line no-control-regex -- they are what is taken out
    .replaceAll(/[\u0000-\u0008\u000B-\u001F\u007F]/g, '');

/** Folds a content line at 75 octets without breaking a letter (RFC 5545, 3.1). */
export function fold(line: string): string {
  const lines: string[] = [];
  let part = '';
  let octets = 0;
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (octets + size > 75) {
      lines.push(part);
      part = ' ';
      octets = 1;
    }
    part += letter;
    octets += size;
  }
  return [...lines, part].join('\r\n');
}

function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** Writes an iCalendar file (RFC 5545) of all-day events: CRLF, UTF-8, lines folded. */
export function calendar(name: string, events: readonly CalendarEvent[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//dondoc//dondoc//VI',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escape(name)}`,
    'X-WR-TIMEZONE:Asia/Ho_Chi_Minh',
    ...events.flatMap((event) => [
      'BEGIN:VEVENT',
      `UID:${escape(event.uid)}`,
      `DTSTAMP:${compact(event.stamp)}T000000Z`,
      `DTSTART;VALUE=DATE:${compact(event.day)}`,
      `DTEND;VALUE=DATE:${compact(nextDay(event.day))}`,
      `SUMMARY:${escape(event.summary)}`,
      ...(event.description === undefined ? [] : [`DESCRIPTION:${escape(event.description)}`]),
      ...(event.categories === undefined ? [] : [`CATEGORIES:${event.categories.map(escape).join(',')}`]),
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}
