import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { CliContext } from '../context.ts';
import type { Output } from './write.ts';

const NAMES = ['office', 'plan', 'submission'] as const;

/** The folder of an office folder in which the JSON Schemas lie, so that an editor completes without a network. */
export const SCHEMA_FOLDER = 'schemas';

/** Copies the JSON Schemas that `@dondoc/core` publishes into an office folder. */
export async function schemaFiles(context: CliContext, folder: string): Promise<readonly Output[]> {
  const { resolve } = createRequire(import.meta.url);
  return Promise.all(
    NAMES.map(async (name): Promise<Output> => {
      const file = `${name}.schema.json`;
      return {
        path: join(folder, SCHEMA_FOLDER, file),
        content: await context.files.read(resolve(`@dondoc/core/schemas/${file}`)),
      };
    }),
  );
}
