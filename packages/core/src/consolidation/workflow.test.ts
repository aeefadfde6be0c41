import { describe, expect, test } from 'vitest';
import { isKnownRule } from '../text/catalogue.ts';
import {
  applyConsolidationEntry,
  type ConsolidationAct,
  consolidationStream,
  decideConsolidation,
  noConsolidation,
  stageOf,
} from './workflow.ts';
import type { ConsolidationEntry, ConsolidationState, IssuedFile } from './workflow-types.ts';

const of = { plan: 'ttdn-2020', report: 'half-year', period: '2020-H1' };
const first = 'a'.repeat(64);
const second = 'b'.repeat(64);

const issue = {
  act: 'issue',
  number: '45',
  date: '2020-06-10',
  signatory: { headTitle: 'TRƯỞNG PHÒNG', name: 'Võ Văn Mười' },
  content: { desk: { text: {} } },
  revisions: { 'th-a': 2 },
} as const satisfies ConsolidationAct;

const docx: IssuedFile = {
  kind: 'generated',
  sha256: 'c'.repeat(64),
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  size: 20_000,
  name: 'bao-cao.docx',
};
const pdf: IssuedFile = { ...docx, kind: 'signed', sha256: 'd'.repeat(64), name: 'bao-cao.pdf' };

type Step = readonly [act: ConsolidationAct, contentHash?: string, at?: string];

const decide = (state: ConsolidationState, [act, contentHash = first, at = '2020-06-10T02:00:00.000Z']: Step) =>
  decideConsolidation(act, { of, state, contentHash, at, actor: 'co-oanh' });

/** The state after acts that must all be allowed. */
const after = (...steps: readonly Step[]): ConsolidationState =>
  steps.reduce((state, step) => {
    const decided = decide(state, step);
    if (!decided.ok) throw new Error(`${step[0].act}: ${decided.findings[0]?.rule}`);
    return decided.value === undefined ? state : applyConsolidationEntry(state, decided.value);
  }, noConsolidation);

const present: ConsolidationAct = { act: 'present' };
const approve: ConsolidationAct = { act: 'approve' };
const sendBack: ConsolidationAct = { act: 'send-back', note: 'Bổ sung số liệu mục II.2.' };
const attach = (file: IssuedFile, number = 1): ConsolidationAct => ({ act: 'attach', issue: number, file });

const fresh = noConsolidation;
const presented = after([present]);
const approved = after([present], [approve]);
const issued = after([present], [approve], [issue]);
const attached = after([present], [approve], [issue], [attach(docx)]);

describe('the stage of today’s content', () => {
  test.each<[string, ConsolidationState, string, ReturnType<typeof stageOf>]>([
    ['nothing done yet', fresh, first, 'draft'],
    ['presented', presented, first, 'presented'],
    ['presented, then something changed', presented, second, 'draft'],
    ['changed and changed back', presented, first, 'presented'],
    ['approved', approved, first, 'approved'],
    ['approved, then something changed', approved, second, 'draft'],
    ['sent back', after([present], [sendBack]), first, 'draft'],
    ['sent back after approval', after([present], [approve], [sendBack]), first, 'draft'],
    ['presented again with other content', after([present], [approve], [present, second]), first, 'draft'],
    ['issued', issued, first, 'issued'],
    ['issued, then something changed', issued, second, 'draft'],
    ['a supplement presented', after([present], [approve], [issue], [present, second]), second, 'presented'],
    ['its changes gone again', after([present], [approve], [issue], [present, second]), first, 'issued'],
  ])('%s', (_, state, contentHash, stage) => {
    expect(stageOf(state, contentHash)).toBe(stage);
  });
});

describe('what is refused, and why', () => {
  const supplement = after([present], [approve], [issue], [present, second], [approve, second]);

  test.each<[string, ConsolidationState, Step, string]>([
    ['presenting twice', presented, [present], 'consolidation.presented'],
    ['presenting what is approved', approved, [present], 'consolidation.approved'],
    ['presenting what is issued', issued, [present], 'consolidation.nothing-new'],
    ['approving a draft', fresh, [approve], 'consolidation.not-presented'],
    ['approving twice', approved, [approve], 'consolidation.approved'],
    ['approving what has changed', presented, [approve, second], 'consolidation.changed-since-presented'],
    ['approving what changed after approval', approved, [approve, second], 'consolidation.changed-since-approved'],
    ['approving what is issued', issued, [approve], 'consolidation.nothing-new'],
    [
      'approving another content than seen',
      presented,
      [{ act: 'approve', contentHash: second }],
      'consolidation.seen-another',
    ],
    [
      'presenting another content than seen',
      fresh,
      [{ act: 'present', contentHash: second }],
      'consolidation.seen-another',
    ],
    ['sending back what was not presented', fresh, [sendBack], 'consolidation.not-presented'],
    ['sending back what is issued', issued, [sendBack], 'consolidation.not-presented'],
    ['sending back without a word', presented, [{ act: 'send-back', note: ' ' }], 'text.blank'],
    ['issuing a draft', fresh, [issue], 'consolidation.not-presented'],
    ['issuing what is only presented', presented, [issue], 'consolidation.not-approved'],
    ['issuing what has changed', approved, [issue, second], 'consolidation.changed-since-approved'],
    ['issuing the same again', issued, [issue], 'consolidation.nothing-new'],
    ['issuing without a number', approved, [{ ...issue, number: ' ' }], 'text.blank'],
    [
      'issuing with the symbol in the number',
      approved,
      [{ ...issue, number: '45/BC-PGD' }],
      'consolidation.number-alone',
    ],
    ['issuing with a word for a number', approved, [{ ...issue, number: 'BC' }], 'consolidation.number-alone'],
    ['issuing with two numbers', approved, [{ ...issue, number: '45 46' }], 'consolidation.number-alone'],
    ['issuing on a day that is none', approved, [{ ...issue, date: '2020-06-31' }], 'date.not-a-date'],
    ['issuing tomorrow', approved, [{ ...issue, date: '2020-06-11' }], 'consolidation.date-in-future'],
    ['issuing before the approval', approved, [{ ...issue, date: '2020-06-09' }], 'consolidation.date-before-approval'],
    ['issuing with nobody to sign', approved, [{ ...issue, signatory: { headTitle: '' } }], 'text.blank'],
    [
      'issuing a supplement before its approval',
      supplement,
      [{ ...issue, date: '2020-06-09' }, second],
      'consolidation.date-before-approval',
    ],
    ['attaching to no issue', fresh, [attach(docx)], 'consolidation.no-such-issue'],
    ['attaching to a later issue', issued, [attach(docx, 2)], 'consolidation.no-such-issue'],
    ['attaching other bytes', attached, [attach({ ...docx, sha256: 'e'.repeat(64) })], 'consolidation.file-kept'],
    ['an instant that is none', fresh, [present, first, '2020-06-10'], 'act.not-an-instant'],
  ])('%s', (_, state, step, rule) => {
    expect(decide(state, step)).toMatchObject({ ok: false, findings: [{ rule, severity: 'error' }] });
    expect(isKnownRule(rule)).toBe(true);
  });

  test('an act that there is not is refused by its name', () => {
    const wrong = { act: 'toString' } as unknown as ConsolidationAct; // as JSON may bring it
    expect(decide(fresh, [wrong])).toMatchObject({ ok: false, findings: [{ rule: 'consolidation.unknown-act' }] });
  });
});

describe('the day of an issue', () => {
  // Presented and approved at 09:00 on 10/6 in Vietnam, issued at `at`.
  test.each([
    ['2020-06-10', '2020-06-10T16:59:59.999Z', true], // 23:59 in Vietnam
    ['2020-06-11', '2020-06-10T16:59:59.999Z', false],
    ['2020-06-11', '2020-06-10T17:00:00.000Z', true], // 00:00 of the next day there
    ['2020-06-10', '2020-06-12T02:00:00.000Z', true],
    ['2020-06-09', '2020-06-12T02:00:00.000Z', false],
  ])('%s, entered at %s: allowed %s', (date, at, allowed) => {
    expect(decide(approved, [{ ...issue, date }, first, at]).ok).toBe(allowed);
  });

  test.each(['1', '045', '45a', '45đ', '12345'])('the number %s is one alone', (number) => {
    expect(decide(approved, [{ ...issue, number }])).toMatchObject({ ok: true, value: { data: { number } } });
  });

  test('is kept in ISO however it was written, the number without blanks around it', () => {
    const decided = decide(approved, [{ ...issue, number: ' 45 ', date: '10/6/2020' }]);
    expect(decided).toMatchObject({ ok: true, value: { data: { number: '45', date: '2020-06-10' } } });
  });
});

describe('an issue', () => {
  test('freezes content, hash and revisions, and gives the read model all but the content', () => {
    const decided = decide(approved, [issue]);
    expect(decided).toMatchObject({
      ok: true,
      value: {
        stream: 'consolidation:ttdn-2020/half-year/2020-H1',
        version: 3,
        kind: 'issue',
        actor: 'co-oanh',
        data: { issue: 1, contentHash: first, content: issue.content, revisions: { 'th-a': 2 } },
      },
    });
    expect(issued.issues).toEqual([
      {
        issue: 1,
        number: '45',
        date: '2020-06-10',
        signatory: { authority: [], headTitle: 'TRƯỞNG PHÒNG', name: 'Võ Văn Mười' },
        contentHash: first,
        revisions: { 'th-a': 2 },
        version: 3,
        at: '2020-06-10T02:00:00.000Z',
        by: 'co-oanh',
        files: [],
      },
    ]);
    expect(issued).not.toHaveProperty('presented');
    expect(issued).not.toHaveProperty('approved');
  });

  test('a supplement is the next one and needs its own approval', () => {
    const supplement = after(
      [present],
      [approve],
      [issue],
      [present, second],
      [approve, second],
      [{ ...issue, number: '52' }, second],
    );
    expect(supplement.issues.map((one) => [one.issue, one.number, one.contentHash])).toEqual([
      [1, '45', first],
      [2, '52', second],
    ]);
    expect(decide(after([present], [approve], [issue]), [issue, second])).toMatchObject({
      findings: [{ rule: 'consolidation.not-presented' }],
    });
  });

  test('takes one generated file and one signed one; the same bytes again are nothing to append', () => {
    expect(attached.issues[0]!.files).toEqual([docx]);
    expect(decide(attached, [attach(docx)])).toEqual({ ok: true, value: undefined, findings: [] });
    const both = after([present], [approve], [issue], [attach(docx)], [attach(pdf)], [attach(pdf)]);
    expect(both.issues[0]!.files).toEqual([docx, pdf]);
    expect(both.version).toBe(5);
  });

  test('bytes that come while a supplement is under way leave it as it is', () => {
    const state = after([present], [approve], [issue], [present, second], [attach(docx)]);
    expect(stageOf(state, second)).toBe('presented');
  });
});

describe('a consolidation’s stream', () => {
  test('is named after plan, report and period', () => {
    expect(consolidationStream(of)).toBe('consolidation:ttdn-2020/half-year/2020-H1');
  });

  test('a draft sent back says why until it is presented again', () => {
    const back = after([present], [sendBack]);
    expect(back.sentBack).toMatchObject({ note: 'Bổ sung số liệu mục II.2.', by: 'co-oanh' });
    expect(after([present], [sendBack], [present])).not.toHaveProperty('sentBack');
  });

  test('an act that names what was seen is one like any other', () => {
    expect(decide(fresh, [{ act: 'present', contentHash: first }]).ok).toBe(true);
  });

  test('folds to the same state in one go and entry by entry', () => {
    const entries: ConsolidationEntry[] = [];
    let state = noConsolidation;
    for (const step of [[present], [sendBack], [present], [approve], [issue], [attach(docx)]] as const) {
      const decided = decide(state, step);
      if (!decided.ok || decided.value === undefined) throw new Error('refused');
      entries.push(decided.value);
      state = applyConsolidationEntry(state, decided.value);
    }
    expect(entries.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(entries.reduce(applyConsolidationEntry, noConsolidation)).toEqual(state);
  });
});
