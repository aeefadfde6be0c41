import { signatorySchema } from '@dondoc/core';
import * as v from 'valibot';
import { stageSchema } from './acts.ts';
import { deskDraftAnswer } from './desk-text.ts';
import { findingSchema } from './look-at.ts';

// What the routes answer with, for the OpenAPI document; the tests hold the answers to it.

const slug = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,64}$/));

/** The path's parameters of a report and period. */
export const reportPeriodParams = v.object({
  plan: slug,
  report: slug,
  period: v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{1,80}$/)),
});

/** The path's parameters of an issue. */
export const issueParams = v.object({
  ...reportPeriodParams.entries,
  issue: v.pipe(v.string(), v.regex(/^[1-9]\d{0,3}$/), v.transform(Number)),
});

/** The path's parameters of an issue's file, '1.docx': the extension is the route's own. */
export const issueFileParams = v.pipe(
  v.object({ ...reportPeriodParams.entries, file: v.pipe(v.string(), v.regex(/^[1-9]\d{0,3}\.[a-z]+$/)) }),
  v.transform(({ file, ...of }) => ({ ...of, issue: Number(file.replace(/\..*$/, '')) })),
);

/** `internal=1`: with the desk's working annexes. */
export const internalQuery = v.object({ internal: v.exactOptional(v.picklist(['0', '1'])) });

/** `include=sources,paragraphs`: what is left out otherwise. */
export const includeQuery = v.object({
  include: v.exactOptional(v.pipe(v.string(), v.regex(/^(?:sources|paragraphs)(?:,(?:sources|paragraphs))*$/))),
});

const count = v.number();
const coverage = v.object({ of: count, answered: count, nothing: count });
const total = v.variant('is', [
  v.object({ is: v.literal('number'), value: v.number() }),
  v.object({ is: v.literal('ratio'), part: count, whole: count }),
  v.object({ is: v.literal('share'), yes: count, of: count }),
  v.object({ is: v.literal('choices'), counts: v.record(v.string(), count) }),
  v.object({ is: v.literal('listed'), count }),
]);
const figure = v.object({ total: v.exactOptional(total), coverage });

const consolidation = v.object({
  period: v.object({
    id: v.string(),
    kind: v.string(),
    year: v.number(),
    firstDay: v.string(),
    lastDay: v.string(),
    words: v.string(),
  }),
  units: v.array(
    v.object({
      id: v.string(),
      name: v.string(),
      kind: v.string(),
      order: v.number(),
      state: v.picklist(['received', 'nothing-to-report', 'missing']),
      covers: v.array(v.string()),
    }),
  ),
  coverage: v.object({ expected: count, received: count, nothing: count, missing: v.array(v.string()) }),
  sections: v.array(
    v.object({
      section: v.string(),
      number: v.string(),
      title: v.string(),
      depth: v.number(),
      gate: v.exactOptional(v.object({ open: count, closed: count })),
      sentences: v.array(v.string()),
      paragraphs: v.exactOptional(v.array(v.object({ unit: v.string(), field: v.string(), text: v.string() }))),
    }),
  ),
  totals: v.array(
    v.object({
      field: v.string(),
      section: v.string(),
      label: v.string(),
      unit: v.exactOptional(v.string()),
      type: v.string(),
      across: v.string(),
      ...figure.entries,
      groups: v.array(v.object({ group: v.string(), ...figure.entries })),
      previous: v.exactOptional(v.object({ total, coverage })),
      yearBefore: v.exactOptional(v.object({ total, coverage, change: v.exactOptional(v.number()) })),
      sources: v.exactOptional(v.array(v.looseObject({ unit: v.string(), state: v.string() }))),
    }),
  ),
});

const acted = v.object({ contentHash: v.string(), by: v.string(), at: v.string() });

/** A document of an issue, as it is listed. */
export const issuedFileSchema = v.object({
  kind: v.picklist(['generated', 'signed']),
  sha256: v.string(),
  mediaType: v.string(),
  size: v.number(),
  name: v.string(),
});

/** An issue in lists. */
export const issueSchema = v.object({
  issue: v.number(),
  number: v.string(),
  date: v.string(),
  signatory: signatorySchema,
  contentHash: v.string(),
  revisions: v.record(v.string(), v.number()),
  version: v.number(),
  at: v.string(),
  by: v.string(),
  files: v.array(issuedFileSchema),
});

export const consolidationSchema = v.object({
  ...reportPeriodParams.entries,
  stage: stageSchema,
  contentHash: v.string(),
  version: v.number(),
  consolidation,
  window: v.exactOptional(v.object({ from: v.string(), to: v.string() })),
  outline: v.array(v.object({ id: v.string(), number: v.string(), title: v.string(), depth: v.number() })),
  desk: deskDraftAnswer,
  findings: v.array(findingSchema),
  presented: v.exactOptional(acted),
  approved: v.exactOptional(acted),
  sentBack: v.exactOptional(v.object({ note: v.string(), by: v.string(), at: v.string() })),
  issues: v.array(issueSchema),
  revisions: v.record(v.string(), v.number()),
});

const counted = v.object({ expected: count, received: count, nothing: count });
const unitState = v.object({ state: v.string(), covers: v.array(v.string()) });

const difference = v.object({
  coverage: v.object({ before: counted, after: counted }),
  figures: v.array(
    v.object({
      field: v.string(),
      section: v.string(),
      label: v.string(),
      type: v.string(),
      unit: v.exactOptional(v.string()),
      before: v.exactOptional(figure),
      after: v.exactOptional(figure),
      units: v.array(v.string()),
    }),
  ),
  units: v.array(
    v.object({
      unit: v.string(),
      name: v.string(),
      change: v.picklist(['received', 'changed', 'revised', 'withdrawn', 'added', 'removed']),
      before: v.exactOptional(unitState),
      after: v.exactOptional(unitState),
    }),
  ),
  paragraphs: v.array(
    v.object({
      unit: v.string(),
      name: v.string(),
      section: v.string(),
      field: v.string(),
      before: v.exactOptional(v.string()),
      after: v.exactOptional(v.string()),
    }),
  ),
});

export const issueContentSchema = v.object({
  ...issueSchema.entries,
  content: v.exactOptional(
    v.object({
      consolidation,
      desk: v.object({
        text: v.record(v.string(), v.string()),
        nameMissing: v.exactOptional(v.boolean()),
        reason: v.exactOptional(v.string()),
      }),
      difference: v.exactOptional(difference),
    }),
  ),
});

export const supplementSchema = v.object({
  stage: stageSchema,
  contentHash: v.string(),
  since: v.object({ issue: v.number(), number: v.string(), date: v.string() }),
  difference,
});
