import type { FindingParams } from '../finding.ts';

/** A fixed sentence, or one made from the finding's params. */
export type Words = string | ((params: FindingParams) => string);

/** What a rule says to a person. Sentences are Vietnamese, official, and never name internal ids where a name exists. */
export interface RuleText {
  /** What was found, and where in words: one or two sentences, without the severity's label. */
  readonly message: (params: FindingParams) => string;
  /** Why it matters, in one sentence. */
  readonly why?: Words;
  /** The law or the custom that it rests on: 'Nghị định số 09/2019/NĐ-CP, Điều 8'. */
  readonly source?: Words;
  /** What to do about it; follows 'Gợi ý: '. */
  readonly mend?: Words;
}

/** The rules of one concept, by rule id. */
export type Rules = Readonly<Record<string, RuleText>>;
