// Fifty reports a second for half a minute, each of another school, over HTTP: every one taken, none lost or doubled.
import { setTimeout as wait } from 'node:timers/promises';
import { listen } from './loopback.ts';
import { submissions } from './data.ts';
import { deploy, half, secretOf } from './service.ts';

const PER_SECOND = 50;
const SECONDS = 30;

export interface Burst {
  readonly sent: number;
  readonly accepted: number;
  /** Acknowledged, and not in the ledger. */
  readonly lost: number;
  readonly doubled: number;
  /** Of the fullest report. */
  readonly fields: number;
  readonly seconds: number;
}

export async function burst(): Promise<Burst> {
  const count = PER_SECOND * SECONDS;
  const { app, units, store, end } = await deploy(count, { filed: [] });
  const { url, stop } = await listen((request) => app.fetch(request));
  try {
    const reports = new Map(
      submissions(count, 'half-year').map(({ receivedOn: _receivedOn, ...one }) => [one.unit, one]),
    );
    let accepted = 0;
    const send = async (unit: string) => {
      const submission = { ...reports.get(unit), plan: 'ttdn-2020', period: '2020-H1' };
      const answer = await fetch(`${url}${half}/submissions/${unit}/acts`, {
        method: 'POST',
        headers: { cookie: `dondoc=${secretOf(unit)}`, origin: 'http://127.0.0.1', 'content-type': 'application/json' },
        body: JSON.stringify({ act: 'submit', submission }),
      });
      if (answer.ok) accepted++;
      else if (accepted < 3) throw new Error(`${unit}: ${String(answer.status)} ${await answer.text()}`);
    };
    const began = performance.now();
    // They come when they come, whether or not those before have been answered.
    await Promise.all(
      units.map(async (unit, index) => {
        await wait((index * 1000) / PER_SECOND);
        await send(unit);
      }),
    );
    const seconds = (performance.now() - began) / 1000;
    const entries = await store.entries({ prefix: 'obligation:ttdn-2020/half-year/2020-H1/', limit: 10 * count });
    const submitted = entries.filter(({ kind }) => kind === 'submit').map(({ stream }) => stream);
    const kept = new Set(submitted);
    return {
      sent: count,
      accepted,
      lost: Math.max(0, accepted - kept.size),
      doubled: submitted.length - kept.size,
      fields: Math.max(...[...reports.values()].map(({ answers }) => Object.keys(answers).length)),
      seconds,
    };
  } finally {
    stop();
    end();
  }
}
