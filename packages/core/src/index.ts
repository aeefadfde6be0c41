export { describeFinding, isKnownRule, type FindingDescription } from './text/catalogue.ts';
export { consolidationWords } from './text/catalogue/consolidation.ts';
export type { Finding, FindingParams, Path, Severity } from './text/finding.ts';
export { findingsOf } from './text/issues.ts';
export { inTextOrder } from './text/order.ts';
export { reportInSentence, reportTitle, type NamedReport } from './text/report-name.ts';
export type { Result } from './text/result.ts';
export { asSentence } from './text/sentence.ts';
export { bySeverity, severities, severityLabels, worstSeverity } from './text/severity.ts';
export { suspectWords, type SuspectWord } from './text/suspect-words.ts';
export {
  byId,
  line as lineSchema,
  prose as proseSchema,
  slug as slugSchema,
  text as textSchema,
} from './text/schema.ts';
export { fold, nfc, searchKey } from './text/fold.ts';
export {
  formatCoverage,
  formatDate,
  formatDateLong,
  formatMillions,
  formatMinute,
  formatMonth,
  formatMonthDay,
  formatNumber,
  formatPercent,
  formatTime,
  formatWeekday,
  proseCount,
} from './text/format.ts';
export { announcement, announcements, type Announcement } from './calendar/announcements.ts';
export {
  addDays,
  dayNumber,
  daysBetween,
  daysInMonth,
  isoDay,
  vietnamInstant,
  vietnamMoment,
  weekdayOf,
} from './calendar/day.ts';
export { compensationDays, statutoryHolidays, type Holiday, type HolidayId } from './calendar/holidays.ts';
export { lunarNewYear, lunarToSolar } from './calendar/lunar.ts';
export { minuteOf, parseDate, parseMonthDay, parseTime, readMonthDay, timeOf } from './calendar/parse.ts';
export { date as dateSchema, monthDay as monthDaySchema, time as timeSchema } from './calendar/schema.ts';
export { createCalendar, type CalendarChange, type WorkCalendar } from './calendar/working.ts';
export { canonicalJson } from './ledger/canonical.ts';
export {
  applyCheckpoint,
  checkpoint,
  checkpointStream,
  type CheckpointData,
  type CheckpointInput,
} from './ledger/checkpoint.ts';
export { receiptCode } from './ledger/receipt.ts';
export { seal, type SealOptions } from './ledger/seal.ts';
export type { Digest, EntryContent, EntryData, Json, LedgerEntry, SealedEntry, StreamHead } from './ledger/types.ts';
export { verify, type LedgerProblem, type Verification, type VerifyInput } from './ledger/verify.ts';
export { eventPeriod, parsePeriod, periodInSentence, periodsOf, previousPeriod, yearBefore } from './due/period.ts';
export { duePhrase, windowPhrase } from './due/phrase.ts';
export { resolveDue, type DueContext } from './due/rule.ts';
export {
  dueRuleSchema,
  frequencySchema,
  windowRuleSchema,
  type DueRule,
  type DueRuleInput,
  type Frequency,
  type WindowRule,
} from './due/schema.ts';
export type { DataWindow, Due, Period, PeriodKind } from './due/types.ts';
export { dataWindow, windowSource } from './due/window.ts';
export { directory, type AgencyDirectory } from './agency/directory.ts';
export { headOfKind, letterheadOf, signatoryOfKind, signatureLines, type Letterhead } from './agency/paper.ts';
export {
  agencySchema,
  signatorySchema,
  unitSelectorSchema,
  type Agency,
  type AgencyInput,
  type Dated,
  type Signatory,
  type UnitSelector,
} from './agency/schema.ts';
export type { AgencyView } from './agency/types.ts';
export {
  answerChecker,
  answersSchema,
  type AcceptedAnswers,
  type AnswersOptions,
  type CheckedAnswersOptions,
} from './report/answers.ts';
export {
  describeForm,
  fillYears,
  holdsMoney,
  type FieldDescription,
  type FormDescription,
  type SectionDescription,
} from './report/describe.ts';
export { computed as computedValue } from './report/filled.ts';
export { answersJsonSchema } from './report/json-schema.ts';
export { checkForm } from './report/meaning.ts';
export {
  formSchema,
  type Ask,
  type Column,
  type Field,
  type FieldType,
  type Form,
  type FormInput,
  type Section,
} from './report/schema.ts';
export {
  isRatio,
  isRows,
  type Answers,
  type AnswerValue,
  type CellValue,
  type Gates,
  type RatioValue,
  type RowValue,
} from './report/values.ts';
export { cite, citedIds, citeShort, fillCitations } from './plan/cite.ts';
export { clonePlan, type ClonedPlan } from './plan/clone.ts';
export {
  defineOffice,
  definePlan,
  parseOffice,
  parsePlan,
  type DefinedPlan,
  type PlanDefinition,
} from './plan/define.ts';
export { diffPlans, type PlanChange, type PlanPart } from './plan/diff.ts';
export { describePlanChange } from './plan/diff-words.ts';
export { agencyStream, officeStream, type AgencyEntry, type Granted, type OfficeEntry } from './plan/office-history.ts';
export {
  officeSchema,
  roles,
  type Office,
  type OfficeInput,
  type OfficeSettings,
  type Person,
  type Role,
  type SwapDay,
} from './plan/office.ts';
export {
  numberLine,
  paperDay,
  placeAndDateLine,
  planParagraphs,
  planText,
  recipientLines,
  type PlanParagraph,
  type PlanParagraphStyle,
} from './plan/paper.ts';
export { scheduleWords } from './plan/schedule.ts';
export { planSchema, type LegalDocument, type Plan, type PlanInput, type Report, type Task } from './plan/schema.ts';
export {
  chainOfDeadlines,
  upwardChains,
  type Chain,
  type ChainLevel,
  type ChainLink,
  type UpwardChain,
} from './obligation/chain.ts';
export { dutiesOf, type Duty } from './obligation/duties.ts';
export {
  applyPlanEntry,
  noHistory,
  openPeriod,
  planStream,
  requestReport,
  type PlanActContext,
  type PlanEntry,
  type PlanHistory,
} from './obligation/history.ts';
export {
  periodOpeningSchema,
  planEventSchema,
  type PeriodOpeningInput,
  type PlanEventInput,
} from './obligation/schema.ts';
export { effectiveIssueDay } from './obligation/issue-day.ts';
export { obligationId, obligations, type ObligationRange, type ObligationsInput } from './obligation/obligations.ts';
export type { Obligation, PeriodOpening, PlanEvent, PlanVersion } from './obligation/types.ts';
export { adopt, type Adopted, type Adoption, type AdoptionInput } from './adoption/adopt.ts';
export { describeAdoptionChange } from './adoption/describe.ts';
export type { AdoptionChange } from './adoption/types.ts';
export { decide, decideAll, mostAtOnce, type Act, type ActContext } from './status/acts.ts';
export { actSides, allowedActs, refusalOf, type Side } from './status/allowed.ts';
export { arrivalFindings } from './status/arrival.ts';
export { agencyBadge } from './status/agency-badge.ts';
export { badge, type Badge, type BadgeInput, type BadgeState } from './status/badge.ts';
export {
  isObligationEntry,
  obligationKinds,
  obligationStream,
  type ObligationData,
  type ObligationEntry,
  type ObligationKind,
} from './status/entries.ts';
export { explain, type DecidingEntry, type ExplainInput, type Explanation } from './status/explain.ts';
export { decidingArrival } from './status/effective.ts';
export { entryOfArrival, type FiledContext, type FiledReport } from './status/filed.ts';
export { applyEntry, clockMoment, factsOf, none, readArrival } from './status/facts.ts';
export {
  followUpRows,
  remindersDue,
  unsent,
  type DueReminder,
  type FollowUpInput,
  type FollowUpRow,
  type Unsent,
} from './status/follow-up.ts';
export { dayOfRung, defaultLadder, type Rung } from './status/ladder.ts';
export { isMissing, isOwed } from './status/missing.ts';
export { rates, ratesBy, type RateItem, type Rates } from './status/rates.ts';
export { status, type StatusOptions } from './status/status.ts';
export type {
  Arrival,
  Channel,
  EffectiveDue,
  Facts,
  Filing,
  Lateness,
  Moment,
  Phase,
  Relief,
  SignedDocument,
  Status,
  Timeliness,
} from './status/types.ts';
export {
  arrivalWords,
  channelWords,
  lateWords,
  momentWords,
  overdueWords,
  resubmissionPhrase,
  timelinessWords,
  weekdayDate,
} from './status/words.ts';
export {
  crossPeriodFindings,
  isNested,
  type CrossPeriodInput,
  type EarlierSubmission,
} from './submission/cross-period.ts';
export {
  readSubmission,
  readSubmissions,
  submissionReader,
  type NamedInput,
  type ReadContext,
} from './submission/read.ts';
export { submissionSchema, type SubmissionInput } from './submission/schema.ts';
export type { Submission } from './submission/types.ts';
export {
  consolidate,
  finishConsolidation,
  type ConsolidationContext,
  type ConsolidationInput,
} from './consolidation/consolidate.ts';
export {
  differenceOf,
  isNoDifference,
  type ConsolidationDifference,
  type FigureDifference,
  type ParagraphDifference,
  type UnitDifference,
} from './consolidation/difference.ts';
export { consolidatePart, mergeParts, type ConsolidationPart } from './consolidation/part.ts';
export {
  expectedUnits,
  groupedRows,
  publishedRows,
  reportRowsByUnit,
  unitRows,
  type RowGroup,
  type UnitRow,
  type UnitTable,
} from './consolidation/rows.ts';
export { nothingArose, totalWords } from './consolidation/sentences.ts';
export type {
  Consolidation,
  Coverage,
  ExpectedUnit,
  FieldSource,
  FieldTotal,
  Paragraph,
  SectionResult,
  TotalValue,
} from './consolidation/types.ts';
export {
  applyConsolidationEntry,
  consolidationStream,
  decideConsolidation,
  noConsolidation,
  stageOf,
  type ConsolidationAct,
  type ConsolidationActContext,
  type ConsolidationOf,
  type DecidedConsolidation,
} from './consolidation/workflow.ts';
export { issueContent, type IssueContent } from './consolidation/workflow-content.ts';
export type {
  ConsolidationData,
  ConsolidationEntry,
  ConsolidationKind,
  ConsolidationStage,
  ConsolidationState,
  DeskText,
  Issue,
  IssueData,
  IssuedFile,
} from './consolidation/workflow-types.ts';
export { foreignInformationForm } from './templates/foreign-information-form.ts';
export { foreignInformationPlan, type ForeignInformationOptions } from './templates/foreign-information.ts';
export { communePlan, type CommunePlanOptions } from './templates/commune.ts';
export { provincialPlan, type ProvincialPlanOptions } from './templates/provincial.ts';
export { phongGddtOffice, type PhongGddtOfficeOptions } from './templates/office/phong-gddt.ts';
export { communeOffice, type CommuneOfficeOptions } from './templates/office/ubnd-xa.ts';
export { provincialOffice, type ProvincialOfficeOptions } from './templates/office/so-gddt.ts';
export { standingPlan, standingPlanId, type StandingPlanOptions } from './templates/standing.ts';
export { templates, type Template, type TemplateOptions } from './templates/registry.ts';
export { checkOffice } from './check/office.ts';
export { checkPlan } from './check/plan.ts';
export type { CheckPlanInput } from './check/context.ts';
