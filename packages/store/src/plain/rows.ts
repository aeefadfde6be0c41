import { and, asc, eq, lt, not, or, sql } from 'drizzle-orm';
import { answers, credentials, documents, settings } from '../schema/plain.ts';
import { command, query, sqlite } from '../sql/prepare.ts';
import type { Driver, Store } from '../types.ts';

const given = sql.placeholder;

const answer = query(
  sqlite
    .select()
    .from(answers)
    .where(and(eq(answers.principal, given('principal')), eq(answers.key, given('key')))),
);

const document = query(
  sqlite
    .select()
    .from(documents)
    .where(eq(documents.sha256, given('sha256'))),
);
const documentList = query(
  sqlite
    .select({ sha256: documents.sha256, mediaType: documents.mediaType, name: documents.name })
    .from(documents)
    .orderBy(asc(documents.name), asc(documents.sha256)),
);

const setting = query(
  sqlite
    .select()
    .from(settings)
    .where(eq(settings.key, given('key'))),
);
const setOnce = command(
  sqlite
    .insert(settings)
    .values({ key: given('key'), value: given('value') })
    .onConflictDoNothing()
    .returning({ key: settings.key }),
);
const set = command(
  sqlite
    .insert(settings)
    .values({ key: given('key'), value: given('value') })
    .onConflictDoUpdate({ target: settings.key, set: { value: sql`excluded.value` } })
    .returning({ key: settings.key }),
);

const forgetAnswers = command(sqlite.delete(answers).where(lt(answers.at, given('answers'))));

// A link by which a device is still signed in, or by which the link of that device was made, and so on.
const inUse = sql`${credentials.credential} in (
with recursive used(credential) as (
  select link from credentials where what = 'session' and revoked_at is null and expires_at >= ${given('access')}
  union select above.link from credentials as above join used on above.credential = used.credential
  where above.link is not null
) select credential from used)`;

// Tokens stay to be listed, ended or not: they are few, and somebody made each by hand.
const forgetAccess = command(
  sqlite.delete(credentials).where(
    and(
      sql`${credentials.what} <> 'token'`,
      not(inUse),
      or(
        lt(credentials.expiresAt, given('access')),
        lt(credentials.revokedAt, given('access')),
        // A session has no uses to have left.
        and(eq(credentials.usesLeft, 0), lt(credentials.createdAt, given('access'))),
      ),
    ),
  ),
);

type Rows = Pick<Store, 'remembered' | 'document' | 'documents' | 'setting' | 'setSetting' | 'tidy'>;

/** Remembered answers, documents, and what the deployment itself has set. */
export const plainRows = ({ batch }: Driver): Rows => ({
  remembered: async (of) => {
    const [rows] = await batch([answer.ask(of)]);
    return answer.read(rows)[0];
  },
  document: async (sha256) => {
    const [rows] = await batch([document.ask({ sha256 })]);
    return document.read(rows)[0];
  },
  documents: async () => {
    const [rows] = await batch([documentList.ask()]);
    return documentList.read(rows);
  },
  setting: async (key) => {
    const [rows] = await batch([setting.ask({ key })]);
    return setting.read(rows)[0]?.value;
  },
  setSetting: async (key, value, replace = false) => {
    const [rows = []] = await batch([(replace ? set : setOnce)({ key, value })]);
    return rows.length > 0;
  },
  tidy: async (before) => {
    await batch([forgetAnswers(before), forgetAccess(before)]);
  },
});
