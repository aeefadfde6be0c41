import { citedIds } from '../plan/cite.ts';
import type { Plan } from '../plan/schema.ts';
import { error, type Finding, type Path, warning } from '../text/finding.ts';
import { nearest } from '../text/nearest.ts';
import { formNamesReport } from '../report/describe.ts';
import { ANY_REPORT, type Form } from '../report/schema.ts';
import { reportParams, type PlanContext } from './context.ts';
import { selectorsOf } from './selectors.ts';
import { planTexts } from './texts.ts';

/** What an id names; the catalogue has a word for each. */
export type IdKind =
  | 'document'
  | 'theme'
  | 'channel'
  | 'task'
  | 'group'
  | 'item'
  | 'indicator'
  | 'form'
  | 'report'
  | 'agency'
  | 'person';

interface PlacedId {
  readonly id: string;
  readonly where: Path;
}

const placed = (values: readonly { readonly id: string }[], ...base: Path): readonly PlacedId[] =>
  values.map(({ id }, index) => ({ id, where: [...base, index, 'id'] }));

/** Finds ids that two things of one kind share. */
export const duplicateIds = (kind: IdKind, ids: readonly PlacedId[]): readonly Finding[] => {
  const seen = new Set<string>();
  return ids.flatMap(({ id, where }) => {
    if (seen.has(id)) return [error('check.duplicate-id', where, { kind, id })];
    seen.add(id);
    return [];
  });
};

/** Finds references of one kind that lead to nothing, with the known id that looks most like each. */
export const unknownIds = (
  kind: IdKind,
  { known, used }: { readonly known: readonly string[]; readonly used: readonly PlacedId[] },
): readonly Finding[] => {
  const all = new Set(known);
  return used.flatMap(({ id, where }) => {
    if (all.has(id)) return [];
    const near = nearest(id, known);
    return [error('check.unknown-reference', where, { kind, id, ...(near === undefined ? {} : { near }) })];
  });
};

/** Finds ids used twice within the plan. */
export const planIds = ({ plan }: PlanContext): readonly Finding[] => {
  const { aims, content, tasks, organisation } = plan;
  return [
    ...duplicateIds('document', placed(plan.documents, 'documents')),
    ...duplicateIds('item', placed(aims.purpose.items, 'aims', 'purpose', 'items')),
    ...duplicateIds('item', placed(aims.requirements.items, 'aims', 'requirements', 'items')),
    ...duplicateIds('theme', placed(content.themes.items, 'content', 'themes', 'items')),
    ...duplicateIds('channel', [
      ...placed(content.channels.items, 'content', 'channels', 'items'),
      ...content.channels.items.flatMap(({ items = [] }, index) =>
        placed(items, 'content', 'channels', 'items', index, 'items'),
      ),
    ]),
    ...duplicateIds('group', placed(tasks.groups, 'tasks', 'groups')),
    ...duplicateIds(
      'task',
      tasks.groups.flatMap((group, index) => placed(group.tasks, 'tasks', 'groups', index, 'tasks')),
    ),
    ...duplicateIds('item', placed(organisation.items, 'organisation', 'items')),
    ...duplicateIds('report', placed(plan.reports, 'reports')),
    ...duplicateIds('form', placed(plan.forms, 'forms')),
  ];
};

const list = (ids: readonly string[] | undefined, ...where: Path): readonly PlacedId[] =>
  (ids ?? []).map((id, index) => ({ id, where: [...where, index] }));

const one = (id: string | undefined, ...where: Path): readonly PlacedId[] => (id === undefined ? [] : [{ id, where }]);

const tasksOf = (plan: Plan) =>
  plan.tasks.groups.flatMap(({ tasks }, group) =>
    tasks.map((task, index) => ({ task, at: ['tasks', 'groups', group, 'tasks', index] as const })),
  );

const idsOf = (values: readonly { readonly id: string }[]) => values.map(({ id }) => id);

/** Reports for which fields of a form are asked, each once: a report renamed would else be told of field by field. */
const reportsAskedBy = ({ sections }: Form, index: number): readonly PlacedId[] => {
  const asked = sections.flatMap(({ fields }) =>
    fields.flatMap((field) => [field, ...(field.variants ?? [])].flatMap((one) => Object.keys(one.asked ?? {}))),
  );
  return [...new Set(asked)].filter((id) => id !== ANY_REPORT).map((id) => ({ id, where: ['forms', index] }));
};

/** Finds reports on a form that does not name them: their units would be asked all of it, and nothing as required. */
export const emptyForms = ({ plan }: PlanContext): readonly Finding[] =>
  plan.reports.flatMap((report, index) => {
    const at = plan.forms.findIndex(({ id }) => id === report.form);
    const form = plan.forms[at];
    return form === undefined || formNamesReport(form, report.id)
      ? []
      : [warning('check.form-asks-nothing', ['reports', index, 'form'], { ...reportParams(report), form: form.title })];
  });

/** Finds references within the plan that lead to nothing. */
export const planReferences = ({ plan }: PlanContext): readonly Finding[] => {
  const { content, documents, forms, reports, upward } = plan;
  const tasks = tasksOf(plan);
  const channels = content.channels.items;
  return [
    ...unknownIds('document', {
      known: idsOf(documents),
      used: [
        ...planTexts(plan)
          .filter(({ citing }) => citing)
          .flatMap(({ text, where }) => citedIds(text).map((id) => ({ id, where }))),
        ...list(plan.implements, 'implements'),
        ...tasks.flatMap(({ task, at }) => list(task.references, ...at, 'references')),
      ],
    }),
    ...unknownIds('theme', {
      known: idsOf(content.themes.items),
      used: tasks.flatMap(({ task, at }) => list(task.themes, ...at, 'themes')),
    }),
    ...unknownIds('channel', {
      known: [...idsOf(channels), ...channels.flatMap(({ items = [] }) => idsOf(items))],
      used: tasks.flatMap(({ task, at }) => list(task.channels, ...at, 'channels')),
    }),
    ...unknownIds('indicator', {
      known: forms.flatMap(({ sections }) => sections.flatMap(({ fields }) => idsOf(fields))),
      used: tasks.flatMap(({ task, at }) => list(task.indicators, ...at, 'indicators')),
    }),
    ...unknownIds('form', {
      known: idsOf(forms),
      used: reports.flatMap(({ form }, index) => one(form, 'reports', index, 'form')),
    }),
    ...unknownIds('report', { known: idsOf(reports), used: forms.flatMap(reportsAskedBy) }),
    ...unknownIds('report', {
      known: idsOf(reports),
      used: upward.flatMap(({ report }, index) => one(report, 'upward', index, 'report')),
    }),
  ];
};

/** Finds agencies that the plan names and the office does not have. */
export const planAgencies = (context: PlanContext): readonly Finding[] => {
  const { plan, directory } = context;
  if (directory === undefined) return [];
  return unknownIds('agency', {
    known: idsOf(directory.all),
    used: [
      ...one(plan.issuer, 'issuer'),
      ...one(plan.desk.agency, 'desk', 'agency'),
      ...plan.upward.flatMap(({ to }, index) => list(to, 'upward', index, 'to')),
      ...plan.recipients.flatMap(({ agency }, index) => one(agency, 'recipients', index, 'agency')),
      ...selectorsOf(context).flatMap(({ selector, where }) =>
        selector.flatMap((clause, index) => [
          ...list(clause.agencies, ...where, index, 'agencies'),
          ...list(clause.parents, ...where, index, 'parents'),
          ...list(clause.except, ...where, index, 'except'),
        ]),
      ),
    ],
  });
};

/** Finds a plan whose issuer or desk is not the office's own. */
export const planOffice = ({ plan, office, directory, issuedOn }: PlanContext): readonly Finding[] => {
  if (office === undefined) return [];
  const name = (id: string) => directory?.at(id, issuedOn)?.name ?? id;
  return [
    { role: 'issuer', where: ['issuer'], planned: plan.issuer, own: office.issuer },
    { role: 'desk', where: ['desk', 'agency'], planned: plan.desk.agency, own: office.desk },
  ].flatMap(({ role, where, planned, own }) =>
    planned === own
      ? []
      : [warning('check.not-of-this-office', where, { role, planned: name(planned), own: name(own) })],
  );
};

/** Finds a use of the id `unit-plan` for anything but the unit's own plan, and the reverse. */
export const reservedIds = ({ plan }: PlanContext): readonly Finding[] =>
  plan.reports.flatMap(({ id, kind }, index) =>
    (id === 'unit-plan') === (kind === 'unit-plan')
      ? []
      : [error('check.reserved-id', ['reports', index, 'id'], { id, reportKind: kind })],
  );
