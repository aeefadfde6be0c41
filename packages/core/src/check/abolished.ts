import { error, type Finding, type Path, warning } from '../text/finding.ts';
import type { Plan } from '../plan/schema.ts';
import type { PlanContext } from './context.ts';
import { selectorsOf } from './selectors.ts';
import { planTexts } from './texts.ts';

/**
 * First day without district level: local government has two levels, province and commune.
 * @see Luật Tổ chức chính quyền địa phương số 72/2025/QH15
 */
const TWO_LEVELS_FROM = '2025-07-01';
const ABOLISHED_KINDS: ReadonlySet<string> = new Set(['phong-gddt', 'ubnd-huyen']);

const DISTRICT = '(?:huyện|quận|thị xã)';
const ABOLISHED_NAMES = new RegExp(
  `(?<!\\p{L})(?:(?:UBND|HĐND|LĐLĐ|(?:Ủy|Uỷ) ban nhân dân|Hội đồng nhân dân|Liên đoàn Lao động) ${DISTRICT}` +
    '|Phòng (?:GD&ĐT|GDĐT|GD-ĐT|Giáo dục và Đào tạo|Văn hóa và Thông tin|Văn hoá và Thông tin)' +
    `|(?:huyện|quận|thị) (?:ủy|uỷ)|(?:địa bàn|cấp) ${DISTRICT})(?!\\p{L})`,
  'giu',
);

const namesIn = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(ABOLISHED_NAMES)].map(([name]) => name)),
];

const agenciesOf = ({ issuer, desk, upward, recipients }: Plan): ReadonlyMap<string, Path> => {
  const named: readonly (readonly [id: string | undefined, where: Path])[] = [
    [issuer, ['issuer']],
    [desk.agency, ['desk', 'agency']],
    ...upward.flatMap(({ to }, index) => to.map((id, at) => [id, ['upward', index, 'to', at]] as const)),
    ...recipients.map(({ agency }, index) => [agency, ['recipients', index, 'agency']] as const),
  ];
  const first = new Map<string, Path>();
  for (const [id, where] of named) if (id !== undefined && !first.has(id)) first.set(id, where);
  return first;
};

/**
 * Finds agencies named by a plan that do not exist on its day of issue, and bodies of the district level in a plan issued
 * when there were none any more: in its words, its kinds of unit, its agencies. Documents issued before keep their
 * issuers' names.
 */
export const abolishedBodies = (context: PlanContext): readonly Finding[] => {
  const { plan, directory, issuedOn } = context;
  const now = issuedOn >= TWO_LEVELS_FROM;
  const agencies = [...agenciesOf(plan)].flatMap(([id, where]) => {
    const view = directory?.at(id, issuedOn);
    if (view === undefined) return [];
    if (now && ABOLISHED_KINDS.has(view.kind))
      return [error('check.abolished-agency', where, { agency: view.name, since: TWO_LEVELS_FROM })];
    return view.state === 'open'
      ? []
      : [warning('check.agency-not-open', where, { agency: view.name, state: view.state, day: issuedOn })];
  });
  if (!now) return agencies;
  const texts = planTexts(plan).filter(({ where: [part] }) => part !== 'documents');
  const late = plan.documents.flatMap(({ date = '', issuer = '' }, index) =>
    date >= TWO_LEVELS_FROM ? [{ text: issuer, where: ['documents', index, 'issuer'] }] : [],
  );
  const kinds = selectorsOf(context).flatMap(({ selector, where }) =>
    selector.flatMap((clause, index) =>
      (clause.kinds ?? []).flatMap((kind, at) =>
        ABOLISHED_KINDS.has(kind)
          ? [error('check.abolished-kind', [...where, index, 'kinds', at], { kind, since: TWO_LEVELS_FROM })]
          : [],
      ),
    ),
  );
  return [
    ...[...texts, ...late].flatMap(({ text, where }) =>
      namesIn(text).map((name) => warning('check.abolished-name', where, { name, since: TWO_LEVELS_FROM })),
    ),
    ...kinds,
    ...agencies,
  ];
};
