import { phongGddtOffice } from '@dondoc/core';
import { expect, test } from 'vitest';
import { officeClock } from './clock.ts';
import { smallOffice, testApp } from './testing/app.ts';

const real = Date.parse('2026-11-23T03:00:00.000Z');
const demoClock = JSON.stringify({ office: '2020-06-01T01:00:00.000Z', real: '2026-11-23T02:00:00.000Z' });

test.each([
  ['a demo office goes by its own clock, which ticks', true, demoClock, '2020-06-01T02:00:00.000Z'],
  ['another office goes by the real clock, whatever the setting says', false, demoClock, '2026-11-23T03:00:00.000Z'],
  ['a demo office without a clock goes by the real one', true, undefined, '2026-11-23T03:00:00.000Z'],
  ['a setting that is no clock is none', true, '{"office":"hôm nay"}', '2026-11-23T03:00:00.000Z'],
])('%s', async (_, demo, setting, now) => {
  const app = await testApp({ office: { ...smallOffice(), demo } });
  if (setting !== undefined) await app.store.setSetting('demo-clock', setting);
  expect(await officeClock(app.store, () => real)()).toBe(now);
  await app.close();
});

test('what was settled is kept; what is not settled yet is asked again', async () => {
  const app = await testApp({ office: null });
  let asked = 0;
  const counted = {
    configuration: app.store.configuration,
    setting: (key: string) => {
      asked++;
      return app.store.setting(key);
    },
  };
  const now = officeClock(counted, () => real);
  await now();
  expect(await now()).toBe('2026-11-23T03:00:00.000Z');
  expect(asked).toBe(2);
  await app.store.setSetting('demo-clock', demoClock);
  await app.adopt({ office: { ...phongGddtOffice({ units: [] }), demo: true } });
  expect([await now(), await now(), await now()]).toEqual(Array.from({ length: 3 }, () => '2020-06-01T02:00:00.000Z'));
  expect(asked).toBe(3);
  await app.close();
});
