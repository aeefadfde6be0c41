import * as v from 'valibot';
import { parseDate } from '../calendar/parse.ts';
import { date } from '../calendar/schema.ts';
import { byId, line, prose, slug } from '../text/schema.ts';

/** A day, with the minute where the due rule has an hour: `2020-06-03` or `2020-05-15T15:20` (Vietnam's clock). */
const arrival = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}(?:T(?:[01]\d|2[0-3]):[0-5]\d)?$/, 'date.not-an-arrival'),
  // The pattern lets 2020-02-31 through; what it refuses has its own finding already.
  v.check((s) => !/^\d{4}-\d{2}-\d{2}/.test(s) || parseDate(s.slice(0, 10)) !== undefined, 'date.not-a-date'),
);

/** More units than were ever merged into one. */
export const MOST_COVERED = 200;

export const channels = ['paper', 'system', 'email', 'chat'] as const;

/** The envelope that every way in produces; `answers` is checked against the form's own schema. */
export const submissionSchema = v.strictObject({
  format: v.literal('dondoc.submission/1'),
  plan: slug,
  planVersion: v.pipe(v.number(), v.integer(), v.minValue(1)),
  report: slug,
  period: v.pipe(v.string(), v.maxLength(80, 'text.too-long')),
  unit: slug,
  receivedOn: v.exactOptional(arrival),
  channel: v.exactOptional(v.picklist(channels)),
  note: v.exactOptional(prose(1000)),
  covers: v.exactOptional(v.pipe(v.array(slug), v.maxLength(MOST_COVERED))),
  preparedBy: v.exactOptional(v.strictObject({ name: line(100), phone: v.exactOptional(line(30)) })),
  signedDocument: v.exactOptional(
    v.strictObject({
      number: v.exactOptional(line(50)),
      date: v.exactOptional(date),
      signer: v.exactOptional(line(100)),
      signerTitle: v.exactOptional(line(100)),
      file: v.exactOptional(line(255)),
    }),
  ),
  nothingToReport: v.exactOptional(v.strictObject({ reason: prose(1000) })),
  gates: v.optional(byId(v.boolean()), {}),
  answers: v.optional(byId(v.unknown()), {}),
});
export type SubmissionInput = v.InferInput<typeof submissionSchema>;
