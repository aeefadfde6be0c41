import { expect, test } from 'vitest';
import { createConfigurations } from '../configuration/configuration.ts';
import { testApp } from '../testing/app.ts';
import { standpointOf } from './standpoint.ts';

test('today is looked at as of now, on the view that is at hand', async () => {
  const { store, close } = await testApp();
  const configurations = createConfigurations(store);
  const pulse = await store.pulse();
  const office = await configurations.current(pulse);
  for (const at of ['2020-06-01T01:00:00.000Z', '2020-06-01T01:00:00.001Z']) {
    const looking = { at, pulse, office };
    const today = await standpointOf({ configurations }, { ...looking, asOf: '2020-06-01' });
    expect(today).toEqual(await standpointOf({ configurations }, looking));
    expect(today.ok && today.value.view).toBe(office);
  }
  const yesterday = { at: '2020-06-01T01:00:00.000Z', pulse, office, asOf: '2020-05-31' };
  expect(await standpointOf({ configurations }, yesterday)).toMatchObject({
    ok: true,
    value: { until: '2020-05-31T16:59:59.999Z', now: { day: '2020-05-31' } },
  });
  await close();
});
