import type { FieldInput } from '../form/ask.ts';
import type { PlanInput } from '../../plan/schema.ts';

// Parts of a plan as one writes them down, before the schema fills in defaults.
export type DocumentInput = NonNullable<PlanInput['documents']>[number];
export type TaskInput = PlanInput['tasks']['groups'][number]['tasks'][number];
export type ItemInput = PlanInput['organisation']['items'][number];
export type ReportInput = PlanInput['reports'][number];
export type RecipientInput = PlanInput['recipients'][number];
type FieldId = FieldInput['id'];

/** Kinds of unit that an office of basic education follows: nurseries to lower secondary schools. */
export const basicSchoolKinds = ['mam-non', 'mau-giao', 'tieu-hoc', 'thcs', 'nhieu-cap'] as const;

/** Fields of the form that tell of a task of foreign information; the same in every edition. */
export const indicators = {
  management: [
    'unit-plan-issued',
    'focal-person-assigned',
    'upper-documents-shared',
    'unit-documents-issued',
    'briefings',
    'briefing-attendees',
  ],
  exemplars: ['exemplars-staff', 'exemplars-pupils', 'exemplars-groups', 'exemplar-list', 'posts-achievements'],
  curriculum: ['curriculum-sessions', 'curriculum-attendees', 'posts-curriculum'],
  press: [
    'press-provided',
    'press-articles',
    'classes',
    'pupils',
    'national-standard',
    'completion',
    'prizes-district',
    'prizes-province',
    'prizes-nation',
  ],
  contributions: ['contributions-cash', 'contributions-inkind', 'sponsors', 'ngo-grants', 'contributions-list'],
  events: ['events', 'event-participants', 'event-list'],
  seaBorder: ['sea-border-sessions', 'sea-border-participants', 'posts-sea-border'],
} satisfies Readonly<Record<string, readonly FieldId[]>>;
