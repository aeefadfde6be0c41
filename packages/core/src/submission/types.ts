import type * as v from 'valibot';
import type { Answers } from '../report/values.ts';
import type { submissionSchema } from './schema.ts';

export type { Answers, AnswerValue, CellValue, Gates, RatioValue, RowValue } from '../report/values.ts';

/** A submission that its form has accepted. Absent answers are blanks. */
export type Submission = Omit<v.InferOutput<typeof submissionSchema>, 'answers'> & { readonly answers: Answers };
