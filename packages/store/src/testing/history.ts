import type { EntryContent } from '@dondoc/core';
import * as fc from 'fast-check';
import { act, actor, adoption, consolidated, later, office, plan, submitted } from './story.ts';

/** What can happen to a unit's obligation, as far as the store minds: any order of kinds folds. */
const happening = fc.oneof(
  fc.record({ n: fc.integer(), text: fc.string({ unit: 'binary' }) }).map(submitted),
  fc.constant(['confirm', {}] as const),
  fc.constant(['withdraw', {}] as const),
  fc.constant(['return', { due: '2020-06-20', notes: { '': 'Bổ sung số liệu.' } }] as const),
  fc.constant(['waive', { reason: 'Không có học sinh.' }] as const),
  fc.constant(['remind', { channel: 'chat', text: 'Kính đề nghị…', rung: 'first' }] as const),
  fc.constant(['extend', { to: '2020-06-12', reason: 'Mưa lũ.' }] as const),
  fc.constant(['attach-signed-copy', { signedDocument: { number: '3/BC-TH', signer: 'Ông B' } }] as const),
);

type Content = Pick<EntryContent, 'stream' | 'kind' | 'data'>;

const unitAct: fc.Arbitrary<Content> = fc
  .tuple(fc.constantFrom('a', 'b', 'c'), happening)
  .map(([unit, [kind, data]]) => {
    const { stream } = act(unit, 1, submitted());
    return { stream, kind, data };
  });

const stream = `plan:${plan.id}`;

const deskAct = fc.oneof<fc.Arbitrary<Content>[]>(
  fc.nat({ max: 3 }).map((n) => ({
    stream,
    kind: 'open-period',
    data: { report: 'half-year', period: '2020-H1', contact: `Bà C, ${n}` },
  })),
  fc.nat({ max: 999_999 }).map((n) => ({
    stream,
    kind: 'request',
    data: { event: `dot-xuat-${n}`, title: 'Báo cáo đột xuất', on: '2020-03-01' },
  })),
  fc.constant({ stream, kind: 'adopt', data: { adopted: '2020-04-01', plan } }),
  fc.constantFrom(...office.agencies).map((agency) => ({
    stream: `agency:${agency.id}`,
    kind: 'adopt',
    data: { agency: { ...agency, order: agency.order + 1 } },
  })),
  fc.constantFrom(true, false).map((unitHeadSends) => ({
    stream: 'office',
    kind: 'adopt',
    data: { settings: { ...office.settings, settings: { ...office.settings.settings, unitHeadSends } } },
  })),
  fc.constant({ stream: 'office', kind: 'revoke', data: { credentials: ['tok-1'] } }),
);

/** Some appends one after another: the office's adoption, then acts of units and desk, a consolidation among them. */
export const historyArbitrary: fc.Arbitrary<readonly (readonly EntryContent[])[]> = fc
  .array(fc.array(fc.oneof({ weight: 3, arbitrary: unitAct }, { weight: 1, arbitrary: deskAct }), { maxLength: 6 }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((batches) => {
    const versions = new Map(adoption.map(({ stream, version }) => [stream, version]));
    const told = batches.map((batch) =>
      batch.map((content): EntryContent => {
        const version = (versions.get(content.stream) ?? 0) + 1;
        versions.set(content.stream, version);
        return { ...content, version, at: later, actor };
      }),
    );
    return [adoption, ...told, consolidated];
  });
