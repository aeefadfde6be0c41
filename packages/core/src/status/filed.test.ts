import { describe, expect, test } from 'vitest';
import { factsOf, none } from './facts.ts';
import { entryOfArrival, type FiledReport } from './filed.ts';
import { obligationOf } from './fixtures/story.ts';

const half = obligationOf('half-year');
const hour = obligationOf('hoa-toc', {
  events: [
    {
      event: 'hoa-toc',
      title: 'Báo cáo nhanh',
      on: '2020-05-15',
      due: { rule: 'date', on: '2020-05-15', time: '16:00', reading: 'before', yearOffset: 0 },
    },
  ],
});
const signed = { ...half, report: { ...half.report, timelinessBasis: 'signed-document' as const } };
const actor = 'co-oanh';
const entry = (filed: FiledReport, receivedOn = '2020-06-03', obligation = half) =>
  entryOfArrival(filed, { obligation, facts: none, receivedOn, actor });

describe('a report that came as a file', () => {
  test('is a record where the file says how it came, else a sending', () => {
    expect(entry({ channel: 'paper', note: 'Bản photo.' })).toMatchObject({
      value: { kind: 'record', receivedOn: '2020-06-03', actor, data: { channel: 'paper', note: 'Bản photo.' } },
    });
    expect(entry({})).toMatchObject({
      value: { kind: 'submit', receivedOn: '2020-06-03', data: { report: 'report' } },
    });
  });

  test.each([
    ['2020-06-03', '2020-06-03T05:00:00.000Z'],
    ['2020-06-03T15:20', '2020-06-03T08:20:00.000Z'],
    ['2020-06-03T00:10', '2020-06-02T17:10:00.000Z'],
  ])('received on %s stands at %s', (receivedOn, at) => {
    expect(entry({}, receivedOn)).toMatchObject({ value: { at } });
  });

  test('brings its signed document if it has a number or a file of it', () => {
    const awaits = (signedDocument: FiledReport['signedDocument']) => {
      const made = entry(signedDocument === undefined ? {} : { signedDocument }, '2020-06-03', signed);
      return made.ok && factsOf([made.value]).awaitingSignedCopy;
    };
    expect([undefined, { signer: 'Trần B' }, { number: '05/BC-TH' }, { file: 'a.pdf' }].map(awaits)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  test('keeps the reason of a report of nothing', () => {
    const made = entry({ nothingToReport: { reason: 'Trường nghỉ.' } });
    expect(made.ok && factsOf([made.value])).toMatchObject({
      kind: 'nothing-to-report',
      nothingReason: 'Trường nghỉ.',
    });
  });

  test.each([
    ['a day without its minute, where the date has an hour', hour, '2020-05-15', 'act.time-needed'],
    ['no day at all', half, 'hôm qua', 'date.not-an-arrival'],
    ['a day that no calendar has', half, '2020-02-31', 'date.not-an-arrival'],
  ])('is refused with %s', (_, obligation, receivedOn, rule) => {
    expect(entry({}, receivedOn, obligation).findings).toMatchObject([{ rule, where: ['receivedOn'] }]);
  });

  test('is refused by the state, as any act', () => {
    const first = entry({});
    const facts = factsOf(first.ok ? [first.value] : []);
    const again = entryOfArrival({}, { obligation: half, facts, receivedOn: '2020-06-04', actor });
    expect(again.findings).toMatchObject([{ rule: 'act.sent' }]);
  });
});
