import type {
  Consolidation,
  ConsolidationDifference,
  DataWindow,
  Form,
  LegalDocument,
  Plan,
  Report,
} from '@dondoc/core';
import type { Paper } from '../../paper.ts';
import type { FollowUpEntry } from '../follow-up-words.ts';
import type { OutlineItem } from './outline.ts';

/** A row of a unit's list, by unit and row id. */
export interface ChosenRow {
  readonly unit: string;
  readonly row: string;
}

/** Working annexes, never sent out: each only where asked for. */
export interface InternalAnnexes {
  /** Tình hình gửi báo cáo. */
  readonly filing?: readonly FollowUpEntry[] | undefined;
  /** Đơn vị chưa gửi báo cáo. */
  readonly missing?: boolean | undefined;
  /** Ý kiến theo đơn vị: the units' paragraphs by section. */
  readonly paragraphs?: boolean | undefined;
  /** Nguồn số liệu: every unit's own value behind every figure. */
  readonly sources?: boolean | undefined;
  /** Số liệu cần kiểm tra lại. */
  readonly findings?: boolean | undefined;
}

/** What makes a report a supplement to one that was issued. */
export interface Supplement {
  /** The report that it supplements; `date` is its ISO day. */
  readonly to: { readonly number: string; readonly date: string };
  /** The desk's words. Line breaks start paragraphs. */
  readonly reason?: string | undefined;
  readonly difference: ConsolidationDifference;
}

export interface ConsolidatedReportInput {
  readonly paper: Paper;
  readonly plan: Plan;
  readonly report: Report;
  readonly form: Form;
  readonly consolidation: Consolidation;
  /** Cut-off, both days inclusive. */
  readonly window?: Pick<DataWindow, 'from' | 'to'> | undefined;
  /** Default: whom the plan's upward duty of this report names. */
  readonly addressees?: readonly string[] | undefined;
  /** Letters of the levels above that ask for it, cited after their plans. */
  readonly requests?: readonly LegalDocument[] | undefined;
  /** The desk's text by outline item; it stands in place of the generated sentences. Line breaks start paragraphs. */
  readonly text?: Readonly<Record<string, string>> | undefined;
  /** Default: the outline of foreign-information reports, or the form's own sections. */
  readonly outline?: readonly OutlineItem[] | undefined;
  /** Highlights that the desk has chosen, at most 20; default: the first 20 by date. */
  readonly highlights?: readonly ChosenRow[] | undefined;
  /** The office's opinion on a proposal, by its words. */
  readonly opinions?: Readonly<Record<string, string>> | undefined;
  /** Name the units that have not reported; default: their number only. */
  readonly nameMissing?: boolean | undefined;
  /** Absent: the report itself. */
  readonly supplement?: Supplement | undefined;
  readonly internal?: InternalAnnexes | undefined;
}
