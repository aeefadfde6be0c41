import { applyD1Migrations, type D1Migration } from 'cloudflare:test';
import { env } from 'cloudflare:workers';

// What vitest.config.ts binds.
const bound = env as unknown as { readonly DB: D1Database; readonly MIGRATIONS: D1Migration[] };

export const database = bound.DB;
export const migrations = bound.MIGRATIONS;

/** Takes down what stands: storage is isolated per file, not per test. */
export const emptied = async (): Promise<void> => {
  const { results } = await database
    .prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_cf_%'",
    )
    .all<{ name: string }>();
  if (results.length === 0) return;
  await database.batch([
    database.prepare('PRAGMA defer_foreign_keys = ON'),
    ...results.map(({ name }) => database.prepare(`DROP TABLE "${name}"`)),
  ]);
};

/** An empty database with the first so many migrations; without a number, with all. */
export const migrated = async (count = migrations.length): Promise<void> => {
  await emptied();
  await applyD1Migrations(database, migrations.slice(0, count));
};
