import { createWorker } from '@dondoc/worker';
import { applyD1Migrations } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { yearScenario } from './year.ts';

yearScenario('on the Worker in workerd, with D1 and R2', async () => {
  await applyD1Migrations(env.DB, env.MIGRATIONS);
  let now = 0;
  const worker = createWorker(env, () => now);
  return {
    publicUrl: env.PUBLIC_URL,
    setupSecret: env.DONDOC_SETUP,
    fetch: async (request) => worker.fetch(request),
    setClock: (instant) => {
      now = Date.parse(instant);
    },
    daily: worker.scheduled,
  };
});
