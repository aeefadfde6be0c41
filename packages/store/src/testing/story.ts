import {
  foreignInformationPlan,
  obligationStream,
  phongGddtOffice,
  type ConsolidationEntry,
  type EntryContent,
  type Json,
  type ObligationData,
  type ObligationKind,
} from '@dondoc/core';
import type { Draft, ObligationKey, Session, SignInLink, Store } from '../types.ts';

export const at = '2020-06-01T01:00:00.000Z';
export const later = '2020-06-03T08:20:00.000Z';
export const actor = 'can-bo';

export const period = { plan: 'ttdn-2020', report: 'half-year', period: '2020-H1' } as const;

export const keyOf = (unit: string): ObligationKey => ({ ...period, unit });

export const streamOfUnit = (unit: string): string =>
  obligationStream(`${period.plan}/${period.report}/${period.period}/${unit}`);

/** An entry of a unit's obligation, as core's `decide` gives them. */
export const act = <K extends ObligationKind>(
  unit: string,
  version: number,
  [kind, data]: readonly [K, ObligationData[K]],
): EntryContent => ({ stream: streamOfUnit(unit), version, at: later, actor, kind, data });

export const submitted = (content: Json = { answers: { n: 1 } }): readonly ['submit', ObligationData['submit']] => [
  'submit',
  { report: 'report', content, signedCopy: false, awaitsSignedCopy: false },
];

const { agencies, ...settings } = phongGddtOffice();
export const office = { agencies, settings };
export const plan = foreignInformationPlan({ year: 2020, corrected: true, date: '2020-02-24' });

export const adoption: readonly EntryContent[] = [
  { stream: 'office', version: 1, at, actor, kind: 'adopt', data: { settings } },
  ...agencies.map((agency) => ({
    stream: `agency:${agency.id}`,
    version: 1,
    at,
    actor,
    kind: 'adopt',
    data: { agency },
  })),
  { stream: `plan:${plan.id}`, version: 1, at, actor, kind: 'adopt', data: { adopted: '2020-02-24', plan } },
];

const hash = (digit: string): string => digit.repeat(64);

const acts = [
  { kind: 'present', data: { contentHash: hash('a') } },
  { kind: 'send-back', data: { note: 'Bà A xem lại số liệu.' } },
  { kind: 'present', data: { contentHash: hash('b') } },
  { kind: 'approve', data: { contentHash: hash('b') } },
  {
    kind: 'issue',
    data: {
      issue: 1,
      number: '12/BC-PGDĐT',
      date: '2020-06-10',
      signatory: { authority: [], headTitle: 'TRƯỞNG PHÒNG', name: 'Nguyễn Văn A' },
      contentHash: hash('b'),
      content: { consolidation: { units: ['a'] } },
      revisions: { a: 1 },
    },
  },
  {
    kind: 'attach',
    data: {
      issue: 1,
      file: { kind: 'generated', sha256: hash('c'), mediaType: 'application/x', size: 3, name: 'bao-cao.docx' },
    },
  } as const,
] satisfies readonly Pick<ConsolidationEntry, 'kind' | 'data'>[];

/** One consolidation from first to last: presented, sent back, approved, issued, its file attached. */
export const consolidated = acts.map((said, index): ConsolidationEntry => ({
  ...said,
  stream: 'consolidation:ttdn-2020/half-year/2020-H1',
  version: index + 1,
  at: later,
  actor,
}));

export const draftOf = (unit: string, rev = 0, content: Json = { n: rev }): Draft => ({
  ...keyOf(unit),
  rev,
  content,
  answered: rev,
  asked: 20,
  ready: rev % 2 === 1,
  by: `${unit}:filer`,
  at: later,
});

const credentialOf = (name: string) =>
  ({
    id: 'a:filer',
    roles: ['filer', 'viewer'],
    unit: 'a',
    hash: `hash-${name}`,
    credential: name,
    label: 'Máy ở văn phòng',
    createdAt: at,
    createdBy: actor,
    expiresAt: '2020-12-01T00:00:00.000Z',
  }) as const;

export const tokenOf = (name: string, more: object = {}) => {
  const { unit: _, ...token } = credentialOf(name);
  return { ...token, id: `token:${name}`, ...more };
};

export const linkOf = (name: string, usesLeft: number, more: Partial<SignInLink> = {}): SignInLink => ({
  ...credentialOf(name),
  usesLeft,
  ...more,
});

export const sessionOf = (name: string, link: string, more: Partial<Session> = {}): Session => ({
  ...credentialOf(name),
  link,
  ...more,
});

/** What a test is sure to have. */
export const sure = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('It is not there.');
  return value;
};

/** Appends what must not conflict. */
export const appendAll = async (store: Store, contents: readonly EntryContent[]) => {
  const appended = await store.append({ contents });
  if (!appended.ok) throw new Error(`A conflict over ${appended.conflict.join(', ')}.`);
  return appended.entries;
};

/** Everything that is folded from the ledger. */
export const everything = async (store: Store) => ({
  facts: await store.facts({}),
  filed: await store.filed(period),
  configuration: await store.configuration(),
  history: await store.planHistory(plan.id),
  consolidations: await store.consolidations(),
  pulse: await store.pulse(),
});

/** What a stream of the office, an agency or a plan is from then on. */
export const adopted = (stream: string, version: number, data: Json): EntryContent => ({
  stream,
  version,
  at: later,
  actor,
  kind: 'adopt',
  data,
});
