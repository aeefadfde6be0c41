// Fifty reports a second for half a minute, each of another school, over HTTP: every one taken, none lost or doubled.
import { setTimeout as wait } from 'node:timers/promises';
import { listen } from './loopback.ts';
import { deploy, secretOf } from './service.ts';
import { reportsOf } from './worker-data.ts';

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
    const filled = reportsOf(count, { year: 2020, report: 'year', period: '2020' });
    const reports = new Map(filled.map((one) => [one.unit, one]));
    let accepted = 0;
    const send = async (unit: string) => {
      const answer = await fetch(`${url}/v1/plans/ttdn-2020/reports/year/periods/2020/submissions/${unit}/acts`, {
        method: 'POST',
        headers: { cookie: `dondoc=${secretOf(unit)}`, origin: 'http://127.0.0.1', 'content-type': 'application/json' },
        body: JSON.stringify({ act: 'submit', submission: reports.get(unit) }),
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
    const entries = await store.entries({ prefix: 'obligation:ttdn-2020/year/2020/', limit: 10 * count });
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
