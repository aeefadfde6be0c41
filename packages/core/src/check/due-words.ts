import { parseTime, readMonthDay } from '../calendar/parse.ts';
import type { DueRule } from '../due/schema.ts';
import { planParagraphs } from '../plan/paper.ts';
import type { Plan } from '../plan/schema.ts';
import { fold } from '../text/fold.ts';
import type { Finding, FindingParams, Path, Severity } from '../text/finding.ts';
import { excerpt } from './tasks.ts';

/** One spelling for what is typed in many: case, white space, the signs between the parts of a date. */
const unify = (text: string): string =>
  fold(text)
    .toLowerCase()
    .replaceAll(/[\u2044\u2215\uFF0F]/g, '/')
    .replaceAll(/[\u2010-\u2014\u2212]/g, '-');

interface Worded {
  readonly rule: DueRule;
  readonly words: string;
  readonly where: Path;
  readonly subject: FindingParams;
}

const worded = (plan: Plan): readonly Worded[] => {
  const rules: readonly (readonly [rule: DueRule | undefined, where: Path, subject: FindingParams])[] = [
    ...plan.reports.map(
      ({ due, name, kind }, index) => [due, ['reports', index, 'due'], { report: name, reportKind: kind }] as const,
    ),
    ...plan.tasks.groups.flatMap(({ tasks }, group) =>
      tasks.map(
        ({ schedule, text }, index) =>
          [schedule, ['tasks', 'groups', group, 'tasks', index, 'schedule'], { task: excerpt(text) }] as const,
      ),
    ),
    ...plan.upward.map(({ due, report }, index) => {
      const name = plan.reports.find(({ id }) => id === report)?.name ?? report;
      return [due, ['upward', index, 'due'], { report: name, reportKind: 'upward' }] as const;
    }),
  ];
  return rules.flatMap(([rule, where, subject]) =>
    rule?.words === undefined ? [] : [{ rule, words: rule.words, where, subject }],
  );
};

/** Finds words of a report's due rule that the plan's paper does not hold. A task's are printed with it, an upward one's stand elsewhere. */
export const wordsNotInText = ({ plan }: { readonly plan: Plan }): readonly Finding[] => {
  const paper = unify(
    planParagraphs(plan)
      .map(({ text }) => text)
      .join('\n'),
  );
  return worded(plan)
    .filter(({ where: [part], words }) => part === 'reports' && !paper.includes(unify(words)))
    .map(({ words, where, subject }) => ({
      rule: 'check.words-not-in-text',
      severity: 'warning',
      where: [...where, 'words'],
      params: { ...subject, words },
    }));
};

interface Contradiction {
  /** What the words say and what the rule says, each as a person writes it. */
  readonly about: 'day' | 'year' | 'time' | 'reading' | 'quarter' | 'days';
  readonly said: string;
  readonly read: string;
  readonly severity?: Severity;
}

const DAY = /(?<!\d)(\d{1,2})(?:\s*[/.-]\s*|\s+tháng\s+)(\d{1,2})(?:(?:\s*[/.-]\s*|\s+năm\s+)(\d{4}))?(?!\d)/;
const TIME = /(?<!\d)(\d{1,2}\s*(?:giờ(?:\s*\d{2})?|h\d{0,2}|:\d{2}))(?![\p{L}\d])/u;
const BEFORE = /(?<!\p{L})trước(?!\p{L})/u;
const BY = /(?<!\p{L})(?:chậm nhất|muộn nhất|đến hết|hết ngày|không quá)(?!\p{L})/u;
const QUARTER = /(?<!\p{L})quý\s+(iv|i{1,3}|[1-4])(?![\p{L}\d])/u;
const QUARTERS: readonly string[] = ['', 'i', 'ii', 'iii', 'iv'];

const dayOf = (on: string): { readonly day: number; readonly month: number; readonly year?: number } =>
  on.includes('-')
    ? { day: Number(on.slice(8)), month: Number(on.slice(5, 7)), year: Number(on.slice(0, 4)) }
    : readMonthDay(on);

type RuleOf<Name extends DueRule['rule']> = Extract<DueRule, { readonly rule: Name }>;

const againstTime = (time: string | undefined, words: string): readonly Contradiction[] => {
  const said = TIME.exec(words)?.[1];
  const read = said === undefined ? undefined : parseTime(said);
  return said === undefined || read === undefined || read === time ? [] : [{ about: 'time', said, read: time ?? '' }];
};

// A softer reading than the words ('by' for 'trước') is the office's to choose; a stricter one is not.
const againstReading = (reading: 'before' | 'by', words: string): readonly Contradiction[] => {
  if (BEFORE.test(words))
    return reading === 'by' ? [{ about: 'reading', said: 'before', read: 'by', severity: 'hint' }] : [];
  return BY.test(words) && reading === 'before' ? [{ about: 'reading', said: 'by', read: 'before' }] : [];
};

const againstDate = (
  rule: RuleOf<'date'>,
  { words, plan }: { readonly words: string; readonly plan: Plan },
): readonly Contradiction[] => {
  const named = DAY.exec(words);
  const own = dayOf(rule.on);
  const year = own.year ?? plan.year + rule.yearOffset;
  const [said = '', day, month, saidYear] = named ?? [];
  const otherDay = named !== null && (Number(day) !== own.day || Number(month) !== own.month);
  return [
    ...(otherDay ? [{ about: 'day', said, read: rule.on } as const] : []),
    ...(!otherDay && saidYear !== undefined && Number(saidYear) !== year
      ? [{ about: 'year', said: saidYear, read: String(year) } as const]
      : []),
    ...againstTime(rule.time, words),
    ...againstReading(rule.reading, words),
  ];
};

const contradictions = ({ rule, words: written }: Worded, plan: Plan): readonly Contradiction[] => {
  const words = unify(written);
  switch (rule.rule) {
    case 'date':
      return againstDate(rule, { words, plan });
    case 'day-of-month': {
      const said = /ngày\s+(\d{1,2})(?![\d/.-])/.exec(words)?.[1];
      return [
        ...(said !== undefined && Number(said) !== rule.day
          ? [{ about: 'day', said, read: String(rule.day) } as const]
          : []),
        ...againstTime(rule.time, words),
        ...againstReading(rule.reading, words),
      ];
    }
    case 'within-quarter': {
      const said = QUARTER.exec(words)?.[1];
      const year = /năm\s+(\d{4})/.exec(words)?.[1];
      const own = rule.year ?? plan.year;
      return [
        ...(said !== undefined && said !== QUARTERS[rule.quarter] && said !== String(rule.quarter)
          ? [
              {
                about: 'quarter',
                said: said.toUpperCase(),
                read: (QUARTERS[rule.quarter] ?? '').toUpperCase(),
              } as const,
            ]
          : []),
        ...(year !== undefined && Number(year) !== own
          ? [{ about: 'year', said: year, read: String(own) } as const]
          : []),
      ];
    }
    case 'working-days-after': {
      const said = /(?<!\d)(\d{1,3})\s+ngày/.exec(words)?.[1];
      return [
        ...(said !== undefined && Number(said) !== rule.days
          ? [{ about: 'days', said, read: String(rule.days) } as const]
          : []),
        ...againstTime(rule.time, words),
      ];
    }
    case 'last-working-day':
      return againstTime(rule.time, words);
    default: {
      const said = DAY.exec(words)?.[0];
      return said === undefined ? [] : [{ about: 'day', said, read: '' }];
    }
  }
};

/** Finds due rules that read otherwise than their own words: another day, year, hour, quarter, count or reading. */
export const wordsAgainstRule = ({ plan }: { readonly plan: Plan }): readonly Finding[] =>
  worded(plan).flatMap((entry) =>
    contradictions(entry, plan).map(({ severity = 'warning', ...params }) => ({
      rule: 'check.words-contradict-rule',
      severity,
      where: entry.where,
      params: { ...entry.subject, words: entry.words, ...params },
    })),
  );
