import { officeStream, type EntryContent, type Granted, type StreamHead } from '@dondoc/core';
import type { Grants, Principal, Session, SignInLink, Token } from '@dondoc/store';
import type { OfficeView } from '../configuration/configuration.ts';
import type { App } from '../context.ts';
import { sha256Hex } from '../http/encoding.ts';
import { done, failed, type Outcome } from '../http/outcome.ts';
import { appendDecided } from '../ledger/append.ts';
import { LINK_DAYS, LINK_USES, TOKEN_DAYS, type BearerInput, type NewLink } from './access.schema.ts';
import { principalFor } from './bearer.ts';
import { daysAfter, newCredentialId, newSecret, newTokenSecret } from './secrets.ts';

/** Who does it and when. */
export interface Doing {
  readonly at: string;
  readonly actor: string;
  readonly office: OfficeView;
}

type Shown<T extends Token> = Omit<T, 'hash' | 'id' | 'roles'> & {
  readonly principal: string;
  readonly roles: Token['roles'][number][];
};

/** A credential as it may be shown: without the hash of its secret. */
export const shown = <T extends Token>(credential: T): Shown<T> => {
  const { hash, id, roles, ...rest } = credential;
  void hash;
  return { ...rest, principal: id, roles: [...roles] };
};

const granted = (credential: Token, what: Granted['what']): Granted => ({
  credential: credential.credential,
  what,
  principal: credential.id,
  roles: credential.roles,
  ...(credential.unit === undefined ? {} : { unit: credential.unit }),
  expiresAt: credential.expiresAt,
});

type OfficeContent = Omit<EntryContent, 'stream' | 'version'>;

/** The entry that comes next in the office's stream. */
export const nextOf = (heads: ReadonlyMap<string, StreamHead>, content: OfficeContent): EntryContent => ({
  ...content,
  stream: officeStream,
  version: (heads.get(officeStream)?.version ?? 0) + 1,
});

/** Appends one entry of the office's stream, with what it grants or takes in the same batch. */
const appendToOffice = async <T>(
  app: Pick<App, 'store'>,
  {
    content,
    value,
    grants,
  }: {
    readonly content: OfficeContent;
    readonly value: T;
    readonly grants: Grants;
  },
): Promise<Outcome<T>> => {
  const committed = await appendDecided(app, {
    decide: async () =>
      done({ contents: [nextOf(await app.store.heads([officeStream]), content)], value, effects: { grants } }),
  });
  return committed.ok ? done(committed.value.value) : committed;
};

export interface Made<T extends Token> {
  readonly secret: string;
  readonly credential: Shown<T>;
}

/** Makes a credential of a principal's; the secret itself stays with the caller. */
export const credentialFor = async (
  principal: Principal,
  {
    kind,
    secret,
    label,
    days,
    at,
    actor,
    credential = newCredentialId(kind),
  }: {
    readonly kind: 'tok' | 'lnk' | 'ses';
    readonly secret: string;
    readonly label: string;
    readonly days: number;
    readonly at: string;
    readonly actor: string;
    readonly credential?: string;
  },
): Promise<Token> => ({
  ...principal,
  hash: await sha256Hex(secret),
  credential,
  label,
  createdAt: at,
  createdBy: actor,
  expiresAt: daysAfter(at, days),
});

/** Makes a bearer token and enters its grant; the secret is told once and kept nowhere. */
export const makeToken = async (
  app: Pick<App, 'store'>,
  { label, days = TOKEN_DAYS, ...bearer }: BearerInput & { readonly days?: number },
  { at, actor, office }: Doing,
): Promise<Outcome<Made<Token>>> => {
  const credential = newCredentialId('tok');
  const principal = principalFor(bearer, { office, at, program: `token:${credential}` });
  if (!principal.ok) return principal;
  const secret = newTokenSecret();
  const token = await credentialFor(principal.value, {
    kind: 'tok',
    secret,
    label: label ?? principal.value.id,
    days,
    at,
    actor,
    credential,
  });
  return appendToOffice(app, {
    content: { at, actor, kind: 'grant', data: { granted: [granted(token, 'token')] } },
    value: { secret, credential: shown(token) },
    grants: { tokens: [token] },
  });
};

/** Makes sign-in links, all or none, in one entry. */
export const makeLinks = async (
  app: Pick<App, 'store'>,
  wanted: readonly NewLink[],
  { at, actor, office }: Doing,
): Promise<Outcome<readonly Made<SignInLink>[]>> => {
  const made: { readonly secret: string; readonly link: SignInLink }[] = [];
  for (const [index, { label, uses = LINK_USES, days = LINK_DAYS, ...bearer }] of wanted.entries()) {
    const principal = principalFor(bearer, { office, at });
    if (!principal.ok) return failed(principal.failure.code, { ...principal.failure, more: { link: index } });
    made.push(await linkFor(principal.value, { label, uses, days, at, actor }));
  }
  const value = made.map(({ secret, link }) => ({ secret, credential: shown(link) }));
  const links = made.map(({ link }) => link);
  return appendToOffice(app, { content: linksGranted(links, { at, actor }), value, grants: { links } });
};

const linkFor = async (
  principal: Principal,
  {
    label,
    uses,
    days,
    at,
    actor,
  }: {
    readonly label: string | undefined;
    readonly uses: number;
    readonly days: number;
    readonly at: string;
    readonly actor: string;
  },
): Promise<{ readonly secret: string; readonly link: SignInLink }> => {
  const secret = newSecret();
  const credential = await credentialFor(principal, {
    kind: 'lnk',
    secret,
    label: label ?? principal.id,
    days,
    at,
    actor,
  });
  return { secret, link: { ...credential, usesLeft: uses } };
};

const linksGranted = (
  links: readonly SignInLink[],
  { at, actor }: { readonly at: string; readonly actor: string },
): OfficeContent => ({ at, actor, kind: 'grant', data: { granted: links.map((link) => granted(link, 'link')) } });

/**
 * Makes a link by which who asks signs in one more device of their own; for a day. It hangs on the link of the session that
 * they ask by (`session`: the hash of its secret; absent where the runtime vouches for them), and ends with it.
 */
export const makeOwnLink = async (
  { store }: Pick<App, 'store'>,
  { principal, session }: { readonly principal: Principal; readonly session: string | undefined },
  { at }: Pick<Doing, 'at'>,
): Promise<Outcome<Made<SignInLink>>> => {
  const actor = principal.id;
  const { secret, link: made } = await linkFor(principal, { label: actor, uses: 1, days: 1, at, actor });
  const committed = await appendDecided(
    { store },
    {
      decide: async () => {
        const [heads, asking] = await store.together((ask) => [
          ask.heads([officeStream]),
          session === undefined ? Promise.resolve(undefined) : ask.sessionOf(session),
        ]);
        // Revoked since the request came: a revocation moves the head, so none slips in after this either.
        if (session !== undefined && (asking === undefined || asking.revokedAt !== undefined)) {
          return failed('unauthorized');
        }
        const link = asking === undefined ? made : { ...made, link: asking.link };
        return done({
          contents: [nextOf(heads, linksGranted([link], { at, actor }))],
          value: { secret, credential: shown(link) },
          effects: { grants: { links: [link] } },
        });
      },
    },
  );
  return committed.ok ? done(committed.value.value) : committed;
};

/** Takes access from credentials, in one entry; `withSessions` of links: from all devices and links that hang on them. */
export const revoke = (
  app: Pick<App, 'store'>,
  { credentials, withSessions = false }: { readonly credentials: readonly string[]; readonly withSessions?: boolean },
  { at, actor }: Pick<Doing, 'at' | 'actor'>,
): Promise<Outcome<undefined>> =>
  appendToOffice(app, {
    content: { at, actor, kind: 'revoke', data: { credentials, ...(withSessions ? { withSessions } : {}) } },
    value: undefined,
    grants: { revoke: credentials, sessionsOfLinks: withSessions },
  });

/** Tells whether a link may still sign a device in. */
export const isUsable = (link: SignInLink, at: string): boolean =>
  link.revokedAt === undefined && link.usesLeft > 0 && at < link.expiresAt;

/** Signs a device in by a link: takes one of its uses. Undefined: it had none. */
export const enrol = async (
  { store }: Pick<App, 'store'>,
  link: SignInLink,
  { at, days }: { readonly at: string; readonly days: number },
): Promise<string | undefined> => {
  const secret = newSecret();
  const { id, roles, unit, label, credential } = link;
  const principal: Principal = { id, roles, ...(unit === undefined ? {} : { unit }) };
  const session: Session = {
    ...(await credentialFor(principal, { kind: 'ses', secret, label, days, at, actor: id })),
    link: credential,
  };
  return (await store.enrol(session)) ? secret : undefined;
};
