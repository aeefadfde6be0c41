import { readSubmission, type FormDescription, type Json } from '@dondoc/core';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createConfigurations } from '../configuration/configuration.ts';
import { jsonPointer } from '../http/problem.ts';
import { acts } from '../testing/acts.ts';
import { askedIn } from '../testing/answers.ts';
import { plan2020 } from '../testing/app.ts';
import { officeOf, sendingApp, submissionOf, type Desk } from '../testing/sending.ts';

let t: Desk;
beforeAll(async () => {
  t = await sendingApp({ office: officeOf(1), at: '2020-06-03T01:00:00.000Z' });
});
afterAll(() => t.close());

const odd: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json[]>(
    0,
    1,
    7,
    -1,
    1.5,
    1e12,
    1e15,
    '',
    ' ',
    'Có',
    '2020-02-30',
    '05/3/2020',
    '2021-01-01',
    true,
    false,
    null,
  ),
  fc.constantFrom<Json[]>(
    [],
    {},
    [{ id: 'r1' }],
    { part: 3, whole: 2 },
    { part: 1, whole: 2 },
    'x'.repeat(6000),
    'e\u0301 \u202E\u0007',
  ),
  fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => text.replaceAll('\0', '')),
);

/** What may be changed of a sound report: answers, gates, members of the envelope, and names that nobody knows. */
const changes = ({ sections }: FormDescription): fc.Arbitrary<readonly (readonly [string, string, Json])[]> => {
  const fields = sections.flatMap((section) => section.fields.map(({ id }) => ['answers', id] as const));
  const gates = sections.filter(({ gate }) => gate).map(({ id }) => ['gates', id] as const);
  const others = [
    ['', 'planVersion'],
    ['', 'format'],
    ['', 'preparedBy'],
    ['', 'signedDocument'],
    ['', 'note'],
    ['', 'covers'],
    ['', 'nothingToReport'],
    ['', 'strange'],
    ['answers', 'strange'],
    ['gates', 'strange'],
    ['answers', 'constructor'],
  ] as const;
  const place = fc.oneof(fc.constantFrom(...fields), fc.constantFrom(...gates), fc.constantFrom(...others));
  return fc.array(
    fc.tuple(place, odd).map(([[part, id], value]) => [part, id, value] as const),
    { maxLength: 3 },
  );
};

test('a report is judged over HTTP as core judges it: verdict, findings and their places', async () => {
  const sound = submissionOf('th-01');
  const view = await createConfigurations(t.store).current();
  const history = await view.history('ttdn-2020');
  const { directory, calendar } = view;
  const context = { plan: history?.versions ?? [], directory, calendar, today: '2020-06-03' };
  const verdicts = { good: 0, bad: 0 };
  await fc.assert(
    fc.asyncProperty(changes(askedIn(plan2020(), { report: 'half-year', kind: 'tieu-hoc' })), async (changed) => {
      const submission: Record<string, Json> = {
        ...sound,
        gates: { ...sound.gates },
        answers: { ...sound.answers } as Json,
      };
      for (const [part, id, value] of changed) {
        if (part === '') submission[id] = value;
        else submission[part] = { ...(submission[part] as object), [id]: value };
      }
      // A file that was never sent here is the server's own to refuse.
      const expected = readSubmission(JSON.parse(JSON.stringify(submission)), context);
      const { status, body } = await t.unitAct('th-01', { act: 'submit', submission });
      verdicts[expected.ok ? 'good' : 'bad']++;
      expect(status).toBe(expected.ok ? 200 : 422);
      const told: readonly { rule: string; pointer: string }[] = expected.ok ? body.warnings : body.errors;
      expect(told.map(({ rule, pointer }) => `${rule} ${pointer}`)).toEqual(
        expected.findings.map(({ rule, where }) => `${rule} ${jsonPointer(['submission', ...where])}`),
      );
      if (expected.ok) await t.unitAct('th-01', acts.withdraw());
    }),
    { numRuns: 120, seed: 20_200_603 },
  );
  // It would prove nothing if all went one way.
  expect(Math.min(verdicts.good, verdicts.bad)).toBeGreaterThan(15);
});
