import { applyD1Migrations } from 'cloudflare:test';
import { describe, expect, it } from 'vitest';
import { d1Driver } from './d1.ts';
import { createStore } from './store.ts';
import { database, emptied, migrated, migrations } from './testing/d1.workerd.ts';
import { metered } from './testing/metered.ts';
import { contents, fill } from './testing/sample-rows.ts';
import { act, at, draftOf, keyOf, linkOf, sessionOf, submitted } from './testing/story.ts';

describe('on D1', () => {
  it.each(migrations.map((_, index) => index + 1))(
    'the first %d migrations and then the rest keep every row',
    async (count) => {
      await migrated(count);
      const driver = d1Driver(database);
      await fill(driver);
      const rows = await contents(driver);
      await applyD1Migrations(database, migrations);
      expect(await contents(driver)).toMatchObject(rows);
      expect(Object.keys(rows).length).toBeGreaterThan(0);
      await emptied();
    },
  );

  // A tenth of it is told and measured: each unit writes what the others write.
  it('a deadline day of 100 units writes fewer than 20,000 rows', async () => {
    await migrated();
    const meter = metered(database);
    const store = createStore(d1Driver(meter.database));
    const units = Array.from({ length: 10 }, (_, n) => `don-vi-${n}`);
    const answer = { requestHash: 'h', status: 200, body: '{}', at };
    await store.append({
      contents: [{ stream: 'office', version: 1, at, actor: 'a', kind: 'grant', data: { granted: [] } }],
      effects: () => ({ grants: { links: units.map((unit) => linkOf(`lnk-${unit}`, 5, { unit })) } }),
    });
    for (const unit of units) {
      expect(await store.enrol(sessionOf(`ses-${unit}`, `lnk-${unit}`, { unit }))).toBe(true);
      for (let rev = 0; rev < 30; rev++) await store.saveDraft(draftOf(unit, rev));
      const sent = await store.append({
        contents: [act(unit, 1, submitted())],
        effects: () => ({ dropDrafts: [keyOf(unit)], remember: { principal: unit, key: 'k', ...answer } }),
      });
      const confirmed = await store.append({
        contents: [act(unit, 2, ['confirm', {}])],
        effects: () => ({ remember: { principal: 'can-bo', key: unit, ...answer } }),
      });
      expect([sent.ok, confirmed.ok]).toEqual([true, true]);
    }
    // Were nothing metered, this would say nothing: 30 saves, two entries with their data and facts are rows enough.
    expect(meter.written()).toBeGreaterThan(10 * 40);
    expect(meter.written()).toBeLessThan(20_000 / 10);
  });
});
