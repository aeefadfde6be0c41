import { officeStream } from '@dondoc/core';
import type { Principal, Token } from '@dondoc/store';
import type { App } from '../context.ts';
import { sha256Hex } from '../http/encoding.ts';
import { done, failed, type Outcome } from '../http/outcome.ts';
import { appendDecided } from '../ledger/append.ts';
import { TOKEN_DAYS } from './access.schema.ts';
import { credentialFor, nextOf, shown, type Doing, type Made } from './access.usecases.ts';
import { newCredentialId, newTokenSecret, sameSecret } from './secrets.ts';

/** Shortest setup secret that is held to be one. */
const SHORTEST_SECRET = 16;

/** Makes the first admin token for who knows the deployment's setup secret; each value of it works once. */
export const setUp = async (
  { store, config }: Pick<App, 'store' | 'config'>,
  { secret, label = 'setup' }: { readonly secret: string; readonly label?: string },
  { at }: Pick<Doing, 'at'>,
): Promise<Outcome<Made<Token>>> => {
  const { setupSecret } = config;
  if (setupSecret === undefined || setupSecret.length < SHORTEST_SECRET || !(await sameSecret(secret, setupSecret))) {
    return failed('setup-refused');
  }
  const used = `setup:${await sha256Hex(secret)}`;
  const credential = newCredentialId('tok');
  const tokenSecret = newTokenSecret();
  const principal: Principal = { id: `token:${credential}`, roles: ['admin'] };
  const token = await credentialFor(principal, {
    kind: 'tok',
    secret: tokenSecret,
    label,
    days: TOKEN_DAYS,
    at,
    actor: 'setup',
    credential,
  });
  // The secret is used up in the batch that makes the token: where that fails it is as good as before.
  const committed = await appendDecided(
    { store },
    {
      decide: async () => {
        const [heads, usedAt] = await store.together((ask) => [ask.heads([officeStream]), ask.setting(used)]);
        if (usedAt !== undefined) return failed('setup-refused');
        return done({
          contents: [nextOf(heads, { at, actor: 'setup', kind: 'set-up', data: { credential } })],
          value: { secret: tokenSecret, credential: shown(token) },
          effects: { grants: { tokens: [token] }, settings: { [used]: at } },
        });
      },
    },
  );
  return committed.ok ? done(committed.value.value) : committed;
};
