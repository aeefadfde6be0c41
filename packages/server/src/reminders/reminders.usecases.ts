import {
  duePhrase,
  remindersDue,
  reportTitle,
  type DueReminder,
  type Obligation,
  type OfficeSettings,
} from '@dondoc/core';
import type { Principal, Store } from '@dondoc/store';
import { done, type Outcome } from '../http/outcome.ts';
import { candidates, scopeOf, type ListQuery } from '../obligations/list.usecases.ts';
import { badgeOf, dueOf, lookerOf, toldBadge, unitAt, type Looker } from '../obligations/row.ts';
import { draftsFrom, factsFrom, type Standpoint } from '../obligations/standpoint.ts';
import type { Reminder, Reminders } from './reminders.schema.ts';
import { chatText, reasonOf } from './words.ts';

type Contact = NonNullable<Reminder['contact']>;

/** How a unit can be reached, by its own entry in the list of agencies. */
const contactOf = ({ view, now }: Standpoint, unit: string): Contact | undefined => {
  const contact = view.directory.at(unit, now.day)?.agency.contact;
  return contact?.phone === undefined && contact?.email === undefined ? undefined : contact;
};

const reminderOf = (due: DueReminder, looker: Looker, draft: Parameters<typeof badgeOf>[1]['draft']): Reminder => {
  const { obligation, facts, status, rung, day } = due;
  const { id, means, to, words, kind } = rung;
  const { standpoint, principal } = looker;
  const contact = contactOf(standpoint, obligation.unit);
  return {
    obligation: obligation.id,
    plan: obligation.plan,
    report: { id: obligation.report.id, title: reportTitle(obligation.report) },
    period: { id: obligation.period.id, words: obligation.period.words },
    unit: unitAt(standpoint, obligation.unit, obligation.settledOn),
    due: dueOf(status.effective?.due ?? obligation.due),
    badge: toldBadge(badgeOf({ obligation, facts, status }, { looker, draft }), principal),
    rung: { id, act: kind === 'urge' ? 'urge' : 'remind', means, to: [...to], words },
    since: day,
    why: reasonOf(due),
    ...(contact === undefined ? {} : { contact }),
    reminders: facts.reminders.filter((one) => one.kind === 'remind').length,
    urgings: facts.reminders.filter((one) => one.kind === 'urge').length,
  };
};

/** Whom a unit tells that it has sent: the request letter's contact, the plan's, or the officer of the desk. */
const deskContact = async ({ view }: Standpoint, { plan, contact }: Obligation, desk: string): Promise<string> => {
  const ofPlan = (await view.history(plan))?.versions.at(-1)?.plan.desk.contact;
  const officer = view.settings?.people.find(({ roles }) => roles.includes('officer'));
  const person = officer && (officer.phone === undefined ? officer.name : `${officer.name}, ${officer.phone}`);
  return contact ?? ofPlan ?? person ?? desk;
};

const deskName = ({ view, now }: Standpoint, { desk }: OfficeSettings): string =>
  view.directory.at(desk, now.day)?.shortName ?? desk;

/** What units must share to stand in one text. */
const groupOf = ({ obligation: { plan, report, period, contact }, rung, status: { effective } }: DueReminder): string =>
  JSON.stringify([plan, report.id, period.id, rung.id, contact, effective && duePhrase(effective.due)]);

/** One text for each report, period, date and step, over units that a message is due to. */
const textsOf = async (
  due: readonly DueReminder[],
  standpoint: Standpoint,
  settings: OfficeSettings,
): Promise<Reminders['texts']> => {
  const groups = new Map<string, DueReminder[]>();
  for (const one of due.filter(({ rung }) => rung.means === 'message')) {
    const key = groupOf(one);
    const others = groups.get(key);
    if (others === undefined) groups.set(key, [one]);
    else others.push(one);
  }
  const desk = deskName(standpoint, settings);
  const texts: Reminders['texts'] = [];
  for (const group of groups.values()) {
    const [first] = group;
    if (first === undefined) continue;
    const { obligation, rung } = first;
    const named = group.map(({ obligation: { unit, settledOn } }) => unitAt(standpoint, unit, settledOn));
    const contact = await deskContact(standpoint, obligation, desk);
    texts.push({
      plan: obligation.plan,
      report: obligation.report.id,
      period: obligation.period.id,
      act: rung.kind === 'urge' ? 'urge' : 'remind',
      rung: rung.id,
      units: named.map(({ id }) => id),
      text: chatText({ first, units: named.map(({ shortName }) => shortName), now: standpoint.now, desk, contact }),
    });
  }
  return texts;
};

/**
 * Lists who is to be reminded or urged now and why, with the text for a chat group. Nobody stands on it who has sent, is
 * waived or has an extension that runs, and no step twice that was recorded. Two statements, however many units.
 */
export const remindersOf = async (
  store: Pick<Store, 'together'>,
  {
    standpoint,
    principal,
    at,
    of,
  }: {
    readonly standpoint: Standpoint;
    readonly principal: Principal;
    readonly at: string;
    readonly of: Pick<ListQuery, 'plan' | 'report' | 'period'>;
  },
): Promise<Outcome<Reminders>> => {
  const { view, now } = standpoint;
  const { settings, calendar } = view;
  if (settings === undefined) return done({ at, items: [], texts: [], withoutContact: [] });
  const asked = await candidates(view, of, principal);
  if (!asked.ok) return asked;
  const obligations = asked.value;
  const scope = scopeOf(obligations);
  const [facts, drafts] = await store.together((ask) => [
    factsFrom(ask, standpoint, scope),
    draftsFrom(ask, standpoint, scope),
  ]);
  const { dueSoonDays } = settings.settings;
  const due = remindersDue({ obligations, facts, now, calendar, dueSoonDays });
  const looker = lookerOf(standpoint, principal);
  const items = due.map((one) => reminderOf(one, looker, drafts.get(one.obligation.id)));
  const silent = new Map(
    items.flatMap(({ unit, contact }) => (contact === undefined ? [[unit.id, unit.name] as const] : [])),
  );
  return done({
    at,
    items,
    texts: await textsOf(due, standpoint, settings),
    withoutContact: [...silent].map(([id, name]) => ({ id, name })),
  });
};
