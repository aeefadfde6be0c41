export { consolidatedReport } from './documents/consolidated/report.ts';
export type {
  ChosenRow,
  ConsolidatedReportInput,
  InternalAnnexes,
  Supplement,
} from './documents/consolidated/input.ts';
export { foreignInformationOutline, outlineOf, type OutlineItem } from './documents/consolidated/outline.ts';
export { followUpBook, type FollowUpBookInput } from './documents/follow-up-book.ts';
export type { FollowUpEntry } from './documents/follow-up-words.ts';
export { planDocument, type PlanDocumentInput } from './documents/plan.ts';
export { reminderLetter, type MissingUnit, type ReminderLetterInput } from './documents/reminder-letter.ts';
export { requestLetter, type RequestLetterInput } from './documents/request-letter.ts';
export { returnSlip, type ReturnSlipInput } from './documents/return-slip.ts';
export { unitPlanDocument, type UnitPlanInput } from './documents/unit-plan.ts';
export { unitReport, type UnitReportInput } from './documents/unit-report.ts';
export { nd30, type Component, type Measure } from './layout/nd30-2020.ts';
export { officePaper, unitPaper, type OfficeDraft, type UnitDraft } from './drafts.ts';
export type { Paper, Recipient } from './paper.ts';
