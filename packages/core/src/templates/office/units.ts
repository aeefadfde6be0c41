import type { AgencyInput } from '../../agency/schema.ts';

/**
 * Units that stand in for the office's own until it enters them: one of each common kind, so that a new office folder
 * shows a whole plan. Their names and addresses are plainly examples.
 */
export const exampleUnits = (kinds: readonly ExampleKind[], parent: string): readonly AgencyInput[] =>
  kinds.map((kind, index) => ({
    id: `${kind}-vi-du`,
    names: `${exampleNames[kind]} (ví dụ)`,
    kind,
    parent,
    symbol: symbols[kind],
    order: index + 1,
    contact: { name: 'Văn thư', email: `${kind}@truong.example` },
  }));

const exampleNames = {
  'mam-non': 'Trường Mầm non A',
  'tieu-hoc': 'Trường Tiểu học A',
  thcs: 'Trường THCS A',
  thpt: 'Trường THPT A',
  gdtx: 'Trung tâm Giáo dục thường xuyên A',
  'ubnd-xa': 'Ủy ban nhân dân xã A',
} as const;
type ExampleKind = keyof typeof exampleNames;

const symbols = {
  'mam-non': 'MNA',
  'tieu-hoc': 'THA',
  thcs: 'THCSA',
  thpt: 'THPTA',
  gdtx: 'GDTXA',
  'ubnd-xa': 'UBND',
} as const;
