import { error, type Finding, hint, warning } from '../text/finding.ts';
import { suspectWords, type SuspectWord } from '../text/suspect-words.ts';
import type { PlanContext } from './context.ts';
import { planTexts } from './texts.ts';

const found: { readonly [K in SuspectWord['kind']]: (where: Finding['where'], params: Finding['params']) => Finding } =
  {
    'run-together': (where, params) => warning('check.words-run-together', where, params),
    'not-a-syllable': (where, params) => hint('check.not-a-syllable', where, params),
    confusion: (where, params) => warning('check.confused-words', where, params),
  };

/** Finds words run together, letters that make no Vietnamese syllable, and phrases often mistyped. */
export const spelling = ({ plan, office }: PlanContext): readonly Finding[] => {
  // Names that the office itself has entered are right as they are.
  const allowed = (office?.agencies ?? []).flatMap(({ names }) =>
    names.flatMap(({ value }) => value.full.split(/[\s,.()-]+/)),
  );
  return planTexts(plan).flatMap(({ text, where }) =>
    suspectWords(text, { allowed }).map(({ kind, word, suggestion }) =>
      found[kind](where, { word, ...(suggestion === undefined ? {} : { suggestion }) }),
    ),
  );
};

/** A stamp of its own, in capitals, or a line that states the level. */
const MARKS = [/^\s*(?:TUYỆT MẬT|TỐI MẬT|MẬT)\s*$/mu, /độ mật\s*:\s*(?:tuyệt mật|tối mật|mật)(?!\p{L})/iu];

/** Finds a mark of secrecy among the plan's words: such a plan has no place on a networked computer. */
export const secrecy = ({ plan }: PlanContext): readonly Finding[] =>
  planTexts(plan).flatMap(({ text, where }) => {
    const mark = MARKS.map((pattern) => pattern.exec(text)?.[0]).find((found) => found !== undefined);
    return mark === undefined ? [] : [error('check.classified-text', where, { mark: mark.trim() })];
  });
