import { citeShort } from '../plan/cite.ts';
import type { LegalDocument } from '../plan/schema.ts';
import { error, type Finding, hint, warning } from '../text/finding.ts';
import type { PlanContext } from './context.ts';

// The number of a normative document holds its year (Luật Ban hành văn bản quy phạm pháp luật): laws, ordinances,
// decrees, circulars, and resolutions and decisions where they lay down rules. Before 2009 ministers' decisions did too.
const WITH_YEAR = /^(\d+)\/((?:19|20)\d{2})\/(\p{L}.*)$/u;
const ALWAYS_NORMATIVE = /^(?:QH|UBTVQH|PL-|NĐ-CP|NQLT|NQ-HĐND|NQ-HĐTP|TT-|TTLT|L-CTN)/;
const SOMETIMES_NORMATIVE = /^QĐ-(?:TTg|UBND|KTNN)/;
const ONLY_RULES_SINCE = 2009;
/** The Prime Minister's normative decisions, numbered on their own, have stayed below this in every year since. */
const MOST_NORMATIVE_DECISIONS = 200;
const APPROVES = /^(?:về việc |v\/v )?phê duyệt/i;

/** Gives the number without its year where a document that lays down no rules carries one. */
export const numberWithoutYear = ({ code, subject }: Pick<LegalDocument, 'code' | 'subject'>): string | undefined => {
  const [, number = '', year = '', symbol = ''] = WITH_YEAR.exec(code ?? '') ?? [];
  if (symbol === '' || Number(year) < ONLY_RULES_SINCE || ALWAYS_NORMATIVE.test(symbol)) return undefined;
  const layingDownRules =
    SOMETIMES_NORMATIVE.test(symbol) && Number(number) <= MOST_NORMATIVE_DECISIONS && !APPROVES.test(subject ?? '');
  return layingDownRules ? undefined : `${number}/${symbol}`;
};

/** Finds cited documents that cannot stand as cited: later than the plan, oddly numbered, or of a programme that ended. */
export const citedDocuments = ({ plan, issuedOn, issuedBy }: PlanContext): readonly Finding[] => {
  const latest = issuedBy === 'citation' ? `${plan.year}-12-31` : issuedOn;
  return plan.documents.flatMap((document, index) => {
    const { code, date, endsIn } = document;
    const name = citeShort(document);
    const proper = numberWithoutYear(document);
    return [
      ...(date !== undefined && date > latest
        ? [
            error('check.document-later-than-plan', ['documents', index, 'date'], {
              document: name,
              date,
              latest,
              issuedBy,
            }),
          ]
        : []),
      ...(proper === undefined
        ? []
        : [
            warning('check.year-in-number', ['documents', index, 'code'], { document: name, code: code ?? '', proper }),
          ]),
      ...(endsIn !== undefined && endsIn < plan.year
        ? [
            warning('check.programme-ended', ['documents', index, 'endsIn'], {
              document: name,
              endsIn,
              year: plan.year,
            }),
          ]
        : []),
    ];
  });
};

/** Tells that the plan is a draft while its number or date is blank. */
export const draft = ({ plan }: PlanContext): readonly Finding[] => {
  const blank = [...(plan.number === undefined ? ['number'] : []), ...(plan.date === undefined ? ['date'] : [])];
  return blank.length === 0 ? [] : [hint('check.draft', [blank[0] ?? 'number'], { missing: blank })];
};

const YEARS = /(?<!\d)(20\d{2})(?:\s*[-–—]\s*(20\d{2}))?(?!\d)/g;
const YEARS_IN_WORDS = /(?<!tháng \d{1,2} )năm\s+(20\d{2})(?:\s*[-–—]\s*(20\d{2}))?(?!\d)/g;

const names = (text: string, { pattern, year }: { readonly pattern: RegExp; readonly year: number }) => {
  const years = [...text.matchAll(pattern)].map(([, from, to]) => [Number(from), Number(to ?? from)] as const);
  return {
    any: years.length > 0,
    own: years.some(([from, to]) => from <= year && year <= to),
    years: years.map(([from]) => from),
  };
};

/** Finds a title, opening, closing or date that speaks of another year than the plan's. */
export const yearOfPlan = ({ plan }: PlanContext): readonly Finding[] => {
  const { year } = plan;
  const places = [
    { place: 'title', text: plan.title.join(' '), pattern: YEARS },
    { place: 'opening', text: plan.opening, pattern: YEARS_IN_WORDS },
    { place: 'closing', text: plan.closing, pattern: YEARS_IN_WORDS },
  ];
  const issued = Number(plan.date?.slice(0, 4) ?? year);
  return [
    ...places.flatMap(({ place, text, pattern }) => {
      const { any, own, years } = names(text, { pattern, year });
      return any && !own
        ? [warning('check.year-mismatch', [place], { place, found: [...new Set(years.map(String))], year })]
        : [];
    }),
    ...(issued === year || issued === year - 1
      ? []
      : [warning('check.year-mismatch', ['date'], { place: 'date', found: [String(issued)], year })]),
  ];
};
