import type * as v from 'valibot';
import { expectTypeOf } from 'vitest';
import type { AcceptedAnswers, answerChecker, answersSchema } from '../report/answers.ts';
import type { FieldDescription, FormDescription } from '../report/describe.ts';
import type { AnswerValue, RatioValue, RowValue } from '../report/values.ts';
import type { readSubmission, readSubmissions } from '../submission/read.ts';
import type { SubmissionInput } from '../submission/schema.ts';
import type { Submission } from '../submission/types.ts';
import type { Finding } from '../text/finding.ts';
import type { Result } from '../text/result.ts';
import type { consolidate, finishConsolidation } from './consolidate.ts';
import type { mergeParts, ConsolidationPart } from './part.ts';
import type { Consolidation, FieldSource, TotalValue } from './types.ts';

// The schema of a form takes anything and gives what the check gives.
expectTypeOf<v.InferInput<ReturnType<typeof answersSchema>>>().toEqualTypeOf<unknown>();
expectTypeOf<v.InferOutput<ReturnType<typeof answersSchema>>>().toEqualTypeOf<AcceptedAnswers>();
expectTypeOf<ReturnType<ReturnType<typeof answerChecker>>>().toEqualTypeOf<Result<AcceptedAnswers>>();

// A refusal has no value to be used by accident.
declare const read: ReturnType<typeof readSubmission>;
expectTypeOf(read.findings).toEqualTypeOf<readonly Finding[]>();
if (read.ok) expectTypeOf(read.value).toEqualTypeOf<Submission>();
// @ts-expect-error a refused submission has no value
else void read.value;

// A submission can be read again as input; input need not state what has a default.
expectTypeOf<Submission>().toExtend<SubmissionInput>();
expectTypeOf<{
  format: 'dondoc.submission/1';
  plan: string;
  planVersion: number;
  report: string;
  period: string;
  unit: string;
}>().toExtend<SubmissionInput>();
expectTypeOf<ReturnType<typeof readSubmissions>>().toEqualTypeOf<Result<readonly Submission[]>>();
expectTypeOf<AnswerValue>().toEqualTypeOf<number | boolean | string | RatioValue | readonly RowValue[]>();

// A source has a value only where its state says so; a total is read by what it is.
expectTypeOf<Extract<FieldSource, { state: 'value' }>['value']>().toEqualTypeOf<AnswerValue>();
declare const source: FieldSource;
// @ts-expect-error a missing unit has no value
if (source.state === 'missing') void source.value;
expectTypeOf<Extract<TotalValue, { is: 'number' }>['value']>().toEqualTypeOf<number>();

expectTypeOf<ReturnType<typeof consolidate>>().toEqualTypeOf<Consolidation>();
expectTypeOf<Parameters<typeof mergeParts>[number]>().toEqualTypeOf<ConsolidationPart>();
expectTypeOf<Parameters<typeof finishConsolidation>[0]>().toEqualTypeOf<ConsolidationPart>();

// Descriptions are read-only.
declare const description: FormDescription;
// @ts-expect-error read-only
description.sections.push();
declare const field: FieldDescription;
// @ts-expect-error read-only
field.label = '';
