import type { Session, Token } from '@dondoc/store';
import type { Context } from 'hono';
import { demoClockSetting } from '../clock.ts';
import type { App, AppEnv } from '../context.ts';
import { sha256Hex } from '../http/encoding.ts';
import { sessionSecretOf } from './cookies.ts';

/** What a request shows of who sends it: the hash of a secret, or something that is no secret of ours. */
export type Shown =
  | { readonly by: 'nothing' }
  | { readonly by: 'token'; readonly hash: string | undefined }
  | { readonly by: 'cookie'; readonly hash: string };

const BEARER = /^Bearer +([\w~+/.-]{1,200}=*)$/i;

/** Reads what a request shows: a bearer token, else the session's cookie. */
export const shownBy = async (c: Context<AppEnv>, { config }: Pick<App, 'config'>): Promise<Shown> => {
  const header = c.req.header('authorization');
  if (header !== undefined) {
    const secret = BEARER.exec(header)?.[1];
    return { by: 'token', hash: secret === undefined ? undefined : await sha256Hex(secret) };
  }
  const secret = sessionSecretOf(c, config);
  return secret === undefined || secret === '' ? { by: 'nothing' } : { by: 'cookie', hash: await sha256Hex(secret) };
};

const nothing = Promise.resolve(undefined);

/**
 * Settles when a request came, what the office was then, and what the store knows of the credential that was shown. One
 * batch, the first time too: what is kept between requests is asked for along with the rest while it is not there yet.
 */
export const arrive = async (
  c: Context<AppEnv>,
  { configurations, now, store }: Pick<App, 'configurations' | 'now' | 'store'>,
  shown: Shown,
): Promise<Token | Session | undefined> => {
  const isKnown = configurations.isKnown();
  const reading = store.together((ask) => [
    ask.pulse(),
    shown.by === 'nothing' || shown.hash === undefined
      ? nothing
      : shown.by === 'token'
        ? ask.tokenOf(shown.hash)
        : ask.sessionOf(shown.hash),
    isKnown ? nothing : ask.configuration(),
    isKnown ? nothing : ask.setting(demoClockSetting),
  ]);
  const grounds = async () => {
    const [, , adopted, setting] = await reading;
    return adopted && { settings: adopted.settings, setting };
  };
  const [at, [pulse, found, adopted]] = await Promise.all([now(grounds), reading]);
  c.set('at', at);
  c.set('pulse', pulse);
  c.set('office', await configurations.current(pulse, adopted));
  return found;
};
