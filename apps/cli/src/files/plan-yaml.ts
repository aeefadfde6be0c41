import { stringify } from 'yaml';
import { SCHEMA_FOLDER } from './schemas.ts';

export interface YamlOptions {
  readonly schema: 'office' | 'plan';
  /** Lines of comment under the schema line. */
  readonly comments?: readonly string[];
}

// Office files lie in the office folder, plans one folder below it.
const SCHEMA_PATHS = {
  office: `./${SCHEMA_FOLDER}/office.schema.json`,
  plan: `../${SCHEMA_FOLDER}/plan.schema.json`,
} as const;

// What the schemas fill in anyway and a reader need not see.
const DEFAULTS: Readonly<Record<string, unknown>> = {
  order: 0,
  required: false,
  gate: false,
  annex: false,
  yearOffset: 0,
  monthOffset: 0,
  fromYearOffset: 0,
  toYearOffset: 0,
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Writes a value that has never changed plain, as people do: `[{ value: x }]` → `x`, `{ full: x }` → `x`. */
function plain(key: string, value: unknown): unknown {
  if (!Array.isArray(value) || value.length !== 1) return value;
  const [only]: readonly unknown[] = value;
  if (!isRecord(only) || !Object.hasOwn(only, 'value') || Object.keys(only).length > 1) return value;
  const held = only['value'];
  return key === 'names' && isRecord(held) && Object.keys(held).join() === 'full' ? held['full'] : held;
}

function forPeople(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(forPeople);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, held]) => DEFAULTS[key] !== held)
      .map(([key, held]) => [key, forPeople(plain(key, held))]),
  );
}

/** Writes a plan or an office as YAML for people: comments first, long paragraphs folded, nothing that is absent. */
export function toYaml(value: unknown, { schema, comments = [] }: YamlOptions): string {
  const head = [
    `# yaml-language-server: $schema=${SCHEMA_PATHS[schema]}`,
    ...comments.map((line) => (line === '' ? '#' : `# ${line}`)),
  ];
  // JSON drops what is undefined; aliases would only puzzle people.
  const data = forPeople(JSON.parse(JSON.stringify(value)));
  return `${head.join('\n')}\n\n${stringify(data, { lineWidth: 110, aliasDuplicateObjects: false, version: '1.2', singleQuote: true })}`;
}
