// Writes openapi.json from the routes: `npm run openapi`, whenever a route has changed.
import { writeFile } from 'node:fs/promises';
import { openApiText } from './openapi-text.ts';

await writeFile(new URL('../openapi.json', import.meta.url), openApiText());
