import type { Session, SignInLink, Token } from '@dondoc/store';
import { Hono, type Context } from 'hono';
import type { App, AppEnv } from '../context.ts';
import { describe } from '../http/describe.ts';
import { done, failed, type Outcome } from '../http/outcome.ts';
import { after, pageOf } from '../http/paging.ts';
import { respond, sendProblem } from '../http/send.ts';
import { body, query } from '../http/validate.ts';
import {
  linkDeletionQuery,
  linksSchema,
  listQuery,
  madeLinkSchema,
  madeLinksSchema,
  madeTokenSchema,
  newLinksSchema,
  newTokenSchema,
  sessionsSchema,
  tokensSchema,
} from './access.schema.ts';
import { makeLinks, makeOwnLink, makeToken, revoke, shown, type Doing, type Made } from './access.usecases.ts';
import { allow } from './allow.ts';
import { shownBy } from './arrival.ts';
import { isVisible } from './visible.ts';

const doing = (c: Context<AppEnv>): Doing => ({
  at: c.get('at'),
  actor: c.get('principal').id,
  office: c.get('office'),
});

/** Newest first; the cursor is the key of the last one shown. */
const listed = <T extends Token>(
  credentials: readonly T[],
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
) => {
  const keyOf = ({ createdAt, credential }: Pick<T, 'createdAt' | 'credential'>): string =>
    `${createdAt} ${credential}`;
  const from = after(cursor);
  const rest = credentials
    .map(shown)
    .toSorted((a, b) => (keyOf(a) < keyOf(b) ? 1 : -1))
    .filter((credential) => from === undefined || keyOf(credential) < from);
  return pageOf(rest, { limit, keyOf });
};

const madeLink = ({ config }: App, { secret, credential }: Made<SignInLink>) => ({
  ...credential,
  url: new URL(`/sign-in/${secret}`, config.publicUrl).href,
});

/** Tokens, sign-in links and sessions: made, listed, revoked. */
export const credentialRoutes = (app: App) => {
  const { store } = app;

  /** Ends a credential of a list, with what hangs on it or without; one that has ended stays so. */
  const end = async (
    c: Context<AppEnv>,
    { among, withSessions = false }: { readonly among: readonly Token[]; readonly withSessions?: boolean },
  ): Promise<Outcome<undefined>> => {
    const id = c.req.param('credential');
    const found = among.find(({ credential }) => credential === id);
    if (found === undefined || !isVisible(found, c.get('principal'))) {
      return failed('not-found', { params: { what: 'Quyền truy cập này' } });
    }
    // What hangs on a link outlives it, and is known for sure only where it is ended.
    if (found.revokedAt !== undefined && !withSessions) return done(undefined);
    return revoke(app, { credentials: [found.credential], withSessions }, doing(c));
  };

  return new Hono<AppEnv>()
    .get(
      '/v1/tokens',
      describe({ summary: 'List bearer tokens', tags: ['Access'], answer: tokensSchema, name: 'TokenPage' }),
      allow('administer'),
      query(listQuery),
      async (c) => c.json(listed<Token>(await store.tokens(), c.req.valid('query'))),
    )
    .post(
      '/v1/tokens',
      describe({
        summary: 'Make a bearer token; its secret is told once',
        tags: ['Access'],
        answer: madeTokenSchema,
        name: 'MadeToken',
        status: 201,
        problems: ['unknown-unit', 'unknown-person', 'roles-refused', 'busy'],
      }),
      allow('administer'),
      body(newTokenSchema),
      async (c) => {
        const made = await makeToken(app, c.req.valid('json'), doing(c));
        if (!made.ok) return sendProblem(c, made.failure);
        const { secret, credential } = made.value;
        return respond(c, done({ ...credential, token: secret }), 201);
      },
    )
    .delete(
      '/v1/tokens/:credential',
      describe({ summary: 'Revoke a bearer token', tags: ['Access'], status: 204, problems: ['not-found', 'busy'] }),
      allow('administer'),
      async (c) => {
        const ended = await end(c, { among: await store.tokens() });
        return ended.ok ? c.body(null, 204) : sendProblem(c, ended.failure);
      },
    )
    .get(
      '/v1/sign-in-links',
      describe({
        summary: 'List sign-in links: all for an admin, the unit’s for its head, one’s own',
        tags: ['Access'],
        answer: linksSchema,
        name: 'SignInLinkPage',
      }),
      allow('read', 'read-own'),
      query(listQuery),
      async (c) => {
        const links = await store.links(c.get('principal').unit);
        return c.json(
          listed<SignInLink>(
            links.filter((link) => isVisible(link, c.get('principal'))),
            c.req.valid('query'),
          ),
        );
      },
    )
    .post(
      '/v1/sign-in-links',
      describe({
        summary: 'Make sign-in links, at most 100, all or none; their addresses are told once',
        tags: ['Access'],
        answer: madeLinksSchema,
        name: 'MadeSignInLinks',
        status: 201,
        problems: ['unknown-unit', 'unknown-person', 'roles-refused', 'busy'],
      }),
      allow('administer'),
      body(newLinksSchema),
      async (c) => {
        const made = await makeLinks(app, c.req.valid('json').links, doing(c));
        if (!made.ok) return sendProblem(c, made.failure);
        return respond(c, done({ links: made.value.map((link) => madeLink(app, link)) }), 201);
      },
    )
    .delete(
      '/v1/sign-in-links/:credential',
      describe({
        summary:
          'Revoke a sign-in link; with sessions=true also the devices that it signed in, and those that they did',
        tags: ['Access'],
        status: 204,
        problems: ['not-found', 'busy'],
      }),
      allow('read', 'read-own'),
      query(linkDeletionQuery),
      async (c) => {
        const { sessions } = c.req.valid('query');
        const among = await store.links(c.get('principal').unit);
        const ended = await end(c, { among, withSessions: sessions === 'true' });
        return ended.ok ? c.body(null, 204) : sendProblem(c, ended.failure);
      },
    )
    .post(
      '/v1/me/sign-in-links',
      describe({
        summary: 'Make a link for another device of one’s own: one use, one day',
        tags: ['Access'],
        answer: madeLinkSchema,
        name: 'MadeSignInLink',
        status: 201,
        problems: ['busy'],
      }),
      allow('draft'),
      async (c) => {
        // A program's token must not outlive itself in a browser.
        const credential = c.get('credential');
        if (credential?.startsWith('tok-') === true) return sendProblem(c, { code: 'forbidden' });
        const shownHere = await shownBy(c, app);
        const session = credential !== undefined && shownHere.by === 'cookie' ? shownHere.hash : undefined;
        const made = await makeOwnLink(app, { principal: c.get('principal'), session }, { at: c.get('at') });
        if (!made.ok) return sendProblem(c, made.failure);
        return respond(c, done(madeLink(app, made.value)), 201);
      },
    )
    .get(
      '/v1/sessions',
      describe({
        summary: 'List signed-in devices: all for an admin, the unit’s for its head, one’s own',
        tags: ['Access'],
        answer: sessionsSchema,
        name: 'SessionPage',
      }),
      allow('read', 'read-own'),
      query(listQuery),
      async (c) => {
        const sessions = await store.sessions(c.get('principal').unit);
        const visible = sessions.filter((session) => isVisible(session, c.get('principal')));
        const { items, next } = listed<Session>(visible, c.req.valid('query'));
        const own = c.get('credential');
        return c.json({ items: items.map((item) => ({ ...item, current: item.credential === own })), next });
      },
    )
    .delete(
      '/v1/sessions/:credential',
      describe({ summary: 'Sign a device out', tags: ['Access'], status: 204, problems: ['not-found', 'busy'] }),
      allow('read', 'read-own'),
      async (c) => {
        const ended = await end(c, { among: await store.sessions(c.get('principal').unit) });
        return ended.ok ? c.body(null, 204) : sendProblem(c, ended.failure);
      },
    );
};
