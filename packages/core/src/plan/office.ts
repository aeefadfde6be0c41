import * as v from 'valibot';
import { agencySchema } from '../agency/schema.ts';
import { date } from '../calendar/schema.ts';
import { byId, line, slug } from '../text/schema.ts';

export const roles = ['admin', 'officer', 'registrar', 'leader', 'unit-head', 'filer', 'viewer'] as const;

const personSchema = v.strictObject({
  id: slug,
  name: line(100),
  /** Chức vụ: 'Trưởng phòng'. */
  title: v.exactOptional(line(100)),
  agency: slug,
  roles: v.pipe(v.array(v.picklist(roles)), v.minLength(1)),
  phone: v.exactOptional(line(30)),
  email: v.exactOptional(v.pipe(line(254), v.email())),
});
export type Person = v.InferOutput<typeof personSchema>;

/** One announced change of the working calendar: days off (`off`) or a make-up working day (`work`); both inclusive. */
const swapDaySchema = v.strictObject({
  from: date,
  to: v.exactOptional(date),
  kind: v.picklist(['off', 'work']),
  name: line(200),
  source: v.exactOptional(line(200)),
});
export type SwapDay = v.InferOutput<typeof swapDaySchema>;

const days = (fallback: number, max: number) =>
  v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(max)), fallback);

const settingsSchema = v.strictObject({
  /** `due-soon` begins this many days before the last on-time day. */
  dueSoonDays: days(7, 60),
  /** Working days that each consolidating level needs (Decree 09/2019/NĐ-CP, article 8: three). */
  consolidationDays: days(3, 30),
  /** Only the head of a unit sends. */
  unitHeadSends: v.optional(v.boolean(), false),
  /** Name the units that have not reported in the document that goes out. */
  nameMissingUnits: v.optional(v.boolean(), false),
  /** Following officer of a unit: unit id → person id. */
  followedBy: v.optional(byId(slug), {}),
});

/** `office.yaml`: one deployment, one office. */
export const officeSchema = v.strictObject({
  format: v.literal('dondoc.office/1'),
  issuer: slug,
  desk: slug,
  agencies: v.pipe(v.array(agencySchema), v.minLength(1)),
  people: v.optional(v.array(personSchema), []),
  /** Years of which the yearly announcement is entered below (an empty list of swaps is an announcement too). */
  announcedYears: v.optional(v.array(v.pipe(v.number(), v.integer())), []),
  holidays: v.optional(v.array(swapDaySchema), []),
  /** Symbols of document types that differ from '{TYPE}-{agency symbol}': { report: 'BC-PGDĐT', letter: 'PGDĐT-VP' }. */
  symbols: v.optional(
    v.strictObject({
      plan: v.exactOptional(line(50)),
      report: v.exactOptional(line(50)),
      letter: v.exactOptional(line(50)),
    }),
    {},
  ),
  settings: v.optional(settingsSchema, {}),
  /** Invented data: every paper says so. */
  demo: v.optional(v.boolean(), false),
});
export type Office = v.InferOutput<typeof officeSchema>;
export type OfficeInput = v.InferInput<typeof officeSchema>;

export type Role = (typeof roles)[number];

/** What an office is apart from its agencies, which have streams of their own. */
export type OfficeSettings = Omit<Office, 'agencies'>;
