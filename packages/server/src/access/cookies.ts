import type { Context } from 'hono';
import { deleteCookie, setCookie } from 'hono/cookie';
import type { AppEnv, ServerConfig } from '../context.ts';

/** Days that a session lasts. */
export const SESSION_DAYS = 180;

const isHttps = ({ publicUrl }: Pick<ServerConfig, 'publicUrl'>): boolean => publicUrl.startsWith('https:');

/** Browsers hold a `__Host-` cookie to this very host, its root path and https; over plain http they would refuse it. */
const nameOf = (config: Pick<ServerConfig, 'publicUrl'>): string => (isHttps(config) ? '__Host-dondoc' : 'dondoc');

const attributesOf = (config: Pick<ServerConfig, 'publicUrl'>) =>
  ({ path: '/', httpOnly: true, sameSite: 'Lax', secure: isHttps(config) }) as const;

/** The session's secret that a browser sent, as it was set: nothing in it was ever quoted or escaped. */
export const sessionSecretOf = (c: Context<AppEnv>, config: Pick<ServerConfig, 'publicUrl'>): string | undefined => {
  const begins = `${nameOf(config)}=`;
  const pairs = c.req.header('cookie')?.split(';') ?? [];
  return pairs
    .find((pair) => pair.trimStart().startsWith(begins))
    ?.trim()
    .slice(begins.length);
};

export const setSessionCookie = (c: Context<AppEnv>, config: Pick<ServerConfig, 'publicUrl'>, secret: string): void =>
  setCookie(c, nameOf(config), secret, { ...attributesOf(config), maxAge: SESSION_DAYS * 24 * 60 * 60 });

export const dropSessionCookie = (c: Context<AppEnv>, config: Pick<ServerConfig, 'publicUrl'>): void => {
  deleteCookie(c, nameOf(config), attributesOf(config));
};
