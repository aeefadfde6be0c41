import { clockMoment, type Facts, type Json, type Submission } from '@dondoc/core';
import type { ObligationKey, Principal } from '@dondoc/store';
import { can } from '../access/capabilities.ts';
import type { App } from '../context.ts';
import { done, failed, type Outcome } from '../http/outcome.ts';
import type { Asked } from './act.ts';
import { factsOfOne, findDuty, formOf, governingPlan, readerOf, type Duty } from './duty.ts';
import { submissionIn } from './reading.ts';

interface Written {
  readonly submission: Submission;
  readonly facts: Facts;
}

const draftOf = async ({ store }: Pick<App, 'store'>, duty: Duty, at: string): Promise<Outcome<Submission>> => {
  const draft = await store.draft(duty.key);
  if (draft === undefined) return failed('not-found', { params: { what: 'Bản lưu tạm' } });
  const read = await readerOf(duty.view, { plan: duty.key.plan, mode: 'draft', today: clockMoment(at).day });
  const newest = duty.view.plans.find(({ id }) => id === duty.key.plan)?.version ?? 1;
  const content = draft.content as Readonly<Record<string, Json>>; // only objects are kept as drafts
  const result = read?.({ format: 'dondoc.submission/1', planVersion: newest, ...duty.key, ...content });
  if (result?.ok === true) return done(result.value);
  return failed('invalid-body', { findings: result?.findings ?? [] });
};

const sentOf = async (
  { store }: Pick<App, 'store'>,
  { key }: Duty,
  revision: number | undefined,
): Promise<Outcome<Submission>> => {
  const [row] = await store.filed({ ...key, ...(revision === undefined ? {} : { revision }) });
  const submission = submissionIn(row?.content);
  return submission === undefined ? failed('not-found', { params: { what: 'Nội dung báo cáo' } }) : done(submission);
};

const dayOf = ({ submission, facts }: Written, at: string): string => {
  const signed = submission.signedDocument?.date ?? facts.signedDocument?.date;
  return signed ?? submission.receivedOn?.slice(0, 10) ?? facts.lastArrival?.day ?? clockMoment(at).day;
};

/**
 * Makes a unit's own report in Word from what it sent, or from its draft: to be printed and signed before it is sent.
 * A draft is its unit's own affair. Number, date and signer stand on the paper once they are known.
 */
export const unitReportDocument = async (
  app: Pick<App, 'store'>,
  {
    view,
    key,
    principal,
    at,
    revision,
    draft = false,
  }: Omit<Asked<unknown>, 'body'> & {
    readonly key: ObligationKey;
    readonly principal: Principal;
    readonly revision?: number | undefined;
    readonly draft?: boolean;
  },
): Promise<Outcome<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly name: string }>> => {
  if (draft && !can(principal, 'draft', key.unit)) return failed('forbidden');
  const found = await findDuty(view, key);
  if (!found.ok) return found;
  const duty = found.value;
  const { obligation, settings } = duty;
  const [plan, form, facts] = await Promise.all([
    governingPlan(view, obligation),
    formOf(view, obligation),
    factsOfOne(app, key),
  ]);
  if (plan === undefined || form === undefined) return failed('no-form');
  const read = draft ? await draftOf(app, duty, at) : await sentOf(app, duty, revision);
  if (!read.ok) return read;
  const submission = read.value;
  const signed = draft ? submission.signedDocument : { ...submission.signedDocument, ...facts.signedDocument };
  const day = draft ? clockMoment(at).day : dayOf({ submission, facts }, at);
  // Paper is made rarely: what makes it is not to be paid for by every other request.
  const { unitPaper, unitReport } = await import('@dondoc/word');
  const { directory } = view;
  const bytes = await unitReport({
    paper: unitPaper({ directory, unit: key.unit, day, type: 'BC', signed, demo: settings.demo }),
    plan,
    report: obligation.report,
    period: obligation.period,
    form,
    submission,
    settledOn: obligation.settledOn,
  });
  const kind = draft ? '-nhap' : '';
  return done({ bytes: new Uint8Array(bytes), name: `${key.unit}-${key.report}-${key.period}${kind}.docx` });
};
