// Writes packages/core/schemas/*.schema.json: node packages/core/scripts/write-json-schemas.ts
import { writeFileSync } from 'node:fs';
import { jsonSchemas } from './json-schemas.ts';

for (const [name, schema] of Object.entries(jsonSchemas())) {
  writeFileSync(new URL(`../schemas/${name}`, import.meta.url), `${JSON.stringify(schema, null, 2)}\n`);
}
