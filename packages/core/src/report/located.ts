import { error, type Finding, type FindingParams, type Path } from '../text/finding.ts';
import type { Field } from './schema.ts';

export interface Located {
  readonly field: Field;
  readonly path: Path;
}

export type Fields = ReadonlyMap<string, Located>;

export const about = ({ field }: Located): FindingParams => ({ label: field.label, id: field.id });

export const NUMBERS: ReadonlySet<Field['type']> = new Set(['count', 'money', 'computed']);

export const unknownOf = (id: string, fields: Fields, where: Path, params: FindingParams): Finding[] =>
  fields.has(id) ? [] : [error('form.unknown-field', where, { ...params, other: id })];
