import { and, asc, eq, sql } from 'drizzle-orm';
import { credentials } from '../schema/plain.ts';
import { named } from '../sql/conditions.ts';
import { command, queriesByShape, query, sqlite } from '../sql/prepare.ts';
import type { Driver, Session, SignInLink, Store, Token } from '../types.ts';

const everything = sqlite.select().from(credentials);

const byHash = query(
  everything
    .where(and(eq(credentials.hash, sql.placeholder('hash')), eq(credentials.what, sql.placeholder('what'))))
    .$dynamic(),
);

type Row = ReturnType<typeof byHash.read>[number];

const list = queriesByShape<Row, { readonly unit?: string | undefined }>((given) =>
  query(
    sqlite
      .select()
      .from(credentials)
      .where(named(given, { unit: credentials.unit }, [eq(credentials.what, sql.placeholder('what'))]))
      .orderBy(asc(credentials.createdAt), asc(credentials.credential)),
  ),
);

// One batch, one transaction: the session is opened where the link has a use left, the use is taken where the session is.
const OPEN = `INSERT INTO credentials (hash, credential, what, principal, roles, unit, label, created_at, created_by,
  expires_at, link)
SELECT value ->> '$.hash', value ->> '$.credential', 'session', value ->> '$.id', value -> '$.roles', value ->> '$.unit',
  value ->> '$.label', value ->> '$.createdAt', value ->> '$.createdBy', value ->> '$.expiresAt', value ->> '$.link'
FROM json_each(?1)
WHERE EXISTS (SELECT 1 FROM credentials AS l WHERE l.credential = value ->> '$.link' AND l.what = 'link'
  AND l.uses_left > 0 AND l.revoked_at IS NULL AND l.expires_at > value ->> '$.createdAt')
RETURNING credential`;

const USE = `UPDATE credentials SET uses_left = uses_left - 1
WHERE credential = ?1 AND what = 'link' AND EXISTS (SELECT 1 FROM credentials WHERE hash = ?2)`;

const end = command(
  sqlite
    .update(credentials)
    .set({ revokedAt: sql`${sql.placeholder('at')}` })
    .where(
      sql`${credentials.credential} = ${sql.placeholder('credential')} and ${credentials.what} = 'session' and ${credentials.revokedAt} is null`,
    ),
);

const tokenOf = (row: Row): Token => {
  const { hash, credential, principal, roles, unit, label, createdAt, createdBy, expiresAt, revokedAt } = row;
  return {
    id: principal,
    hash,
    credential,
    roles,
    label,
    createdAt,
    createdBy,
    expiresAt,
    ...(unit === null ? {} : { unit }),
    ...(revokedAt === null ? {} : { revokedAt }),
  };
};

const linkOf = (row: Row): SignInLink => ({
  ...tokenOf(row),
  usesLeft: row.usesLeft ?? 0,
  ...(row.link === null ? {} : { link: row.link }),
});

const sessionOf = (row: Row): Session => ({ ...tokenOf(row), link: row.link ?? '' });

type Access = Pick<
  Store,
  'tokenOf' | 'sessionOf' | 'linkOf' | 'tokens' | 'links' | 'sessions' | 'enrol' | 'endSession'
>;

/** Tokens, sign-in links and sessions. */
export const access = ({ batch }: Driver): Access => {
  const find = async (what: Row['what'], hash: string): Promise<Row | undefined> => {
    const [rows] = await batch([byHash.ask({ what, hash })]);
    return byHash.read(rows)[0];
  };
  const all = async (what: Row['what'], unit?: string): Promise<readonly Row[]> => {
    const asked = list({ unit });
    const [rows] = await batch([asked.ask({ what, unit })]);
    return asked.read(rows);
  };
  return {
    tokenOf: async (hash) => {
      const row = await find('token', hash);
      return row && tokenOf(row);
    },
    linkOf: async (hash) => {
      const row = await find('link', hash);
      return row && linkOf(row);
    },
    sessionOf: async (hash) => {
      const row = await find('session', hash);
      return row && sessionOf(row);
    },
    tokens: async () => (await all('token')).map(tokenOf),
    links: async (unit) => (await all('link', unit)).map(linkOf),
    sessions: async (unit) => (await all('session', unit)).map(sessionOf),
    enrol: async (session) => {
      const [opened = []] = await batch([
        { sql: OPEN, params: [JSON.stringify([session])] },
        { sql: USE, params: [session.link, session.hash] },
      ]);
      return opened.length > 0;
    },
    endSession: async (credential, at) => {
      await batch([end({ credential, at })]);
    },
  };
};
