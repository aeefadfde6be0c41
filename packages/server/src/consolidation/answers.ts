import type {
  Consolidation,
  ConsolidationDifference,
  ConsolidationState,
  DeskText,
  FieldTotal,
  Issue,
  IssueContent,
  SectionResult,
} from '@dondoc/core';
import { outlineOf } from '@dondoc/word';
import type { ReportPeriod } from '@dondoc/store';
import { draftAnswerOf, type DeskDraftAnswer } from './desk-text.ts';
import { revisionsOf } from './gather.ts';
import type { Live } from './live.ts';
import { toLookAt, type DescribedFinding } from './look-at.ts';

/** What is left out unless asked for: it is most of the answer, and the desk's alone. */
export interface Included {
  /** Every unit's own value behind every figure. */
  readonly sources: boolean;
  /** The units' paragraphs. */
  readonly paragraphs: boolean;
}

/** What a query asks to be told with the figures. */
export const includedIn = ({ include = '' }: { readonly include?: string }): Included => {
  const asked = include.split(',');
  return { sources: asked.includes('sources'), paragraphs: asked.includes('paragraphs') };
};

/** A consolidation as it is answered: its findings stand beside it, in words. */
export interface ConsolidationFigures extends Pick<Consolidation, 'period' | 'units' | 'coverage'> {
  readonly sections: readonly (Omit<SectionResult, 'paragraphs'> & Partial<Pick<SectionResult, 'paragraphs'>>)[];
  readonly totals: readonly (Omit<FieldTotal, 'sources'> & Partial<Pick<FieldTotal, 'sources'>>)[];
}

const withoutParagraphs = (section: SectionResult): Omit<SectionResult, 'paragraphs'> => {
  const { paragraphs: _, ...rest } = section;
  return rest;
};

const withoutSources = (total: FieldTotal): Omit<FieldTotal, 'sources'> => {
  const { sources: _, ...rest } = total;
  return rest;
};

/** Leaves out what was not asked for. */
export const figuresOf = (
  { period, units, coverage, sections, totals }: Consolidation,
  included: Included,
): ConsolidationFigures => ({
  period,
  units,
  coverage,
  sections: included.paragraphs ? sections : sections.map(withoutParagraphs),
  totals: included.sources ? totals : totals.map(withoutSources),
});

/** A heading of the report that the desk may write under. */
export interface Heading {
  /** Key of its text. */
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly depth: 1 | 2 | 3;
}

export interface ConsolidationAnswer
  extends ReportPeriod, Pick<ConsolidationState, 'presented' | 'approved' | 'sentBack' | 'issues' | 'version'> {
  readonly stage: Live['stage'];
  readonly contentHash: string;
  readonly consolidation: ConsolidationFigures;
  /** Data window, both days inclusive. */
  readonly window?: { readonly from: string; readonly to: string };
  readonly outline: readonly Heading[];
  readonly desk: DeskDraftAnswer;
  readonly findings: readonly DescribedFinding[];
  /** The revision used of each unit's report. */
  readonly revisions: Readonly<Record<string, number>>;
}

/** Answers with a consolidation as it stands now. */
export const consolidationAnswer = (live: Live, included: Included): ConsolidationAnswer => {
  const { choice, main, consolidation, state, stage, contentHash, draft } = live;
  return {
    ...choice.of,
    ...state,
    stage,
    contentHash,
    consolidation: figuresOf(consolidation, included),
    ...(main.window === undefined ? {} : { window: { from: main.window.from, to: main.window.to } }),
    outline: outlineOf(choice.form).map(({ id, number, title, depth }) => ({ id, number, title, depth })),
    desk: draftAnswerOf(draft),
    findings: toLookAt(live),
    revisions: revisionsOf(main),
  };
};

/** An issue with what it froze. `content` is absent where it was erased. */
export interface IssueWithContent extends Issue {
  readonly content?: {
    readonly consolidation: ConsolidationFigures;
    readonly desk: DeskText;
    readonly difference?: ConsolidationDifference;
  };
}

/** Answers with an issue and the figures that it froze. */
export const issueWithContent = (
  issued: Issue,
  content: IssueContent | undefined,
  included: Included,
): IssueWithContent =>
  content === undefined
    ? issued
    : { ...issued, content: { ...content, consolidation: figuresOf(content.consolidation, included) } };

/** What a supplement would tell: the difference between now and the last issue. */
export interface SupplementAnswer extends Pick<ConsolidationAnswer, 'stage' | 'contentHash'> {
  /** The last issue. */
  readonly since: Pick<Issue, 'issue' | 'number' | 'date'>;
  readonly difference: ConsolidationDifference;
}
