import { foreignInformationPlan } from '@dondoc/core';
import { expect, test } from 'vitest';
import { enter, halfYear } from '../obligations/fixtures/acts.ts';
import { plan2020, smallOffice, testApp } from '../testing/app.ts';
import { createConfigurations } from './configuration.ts';

const merged = () => {
  const office = smallOffice();
  return {
    ...office,
    agencies: office.agencies.map((agency) =>
      agency.id === 'th-nhi-thanh' ? { ...agency, closed: '2020-05-01', mergedInto: 'th-thi-tran' } : agency,
    ),
  };
};

/** The same plan, amended: the half-year report is due ten days later. */
const amended = () => {
  const plan = plan2020();
  return {
    ...plan,
    reports: plan.reports.map((report) =>
      report.id === 'half-year'
        ? { ...report, due: { rule: 'date' as const, reading: 'before' as const, on: '15/6', yearOffset: 0 } }
        : report,
    ),
  };
};

test('an office that has adopted nothing has a view with nothing in it', async () => {
  const { store } = await testApp({ office: null });
  const view = await createConfigurations(store).current();
  expect(view).toMatchObject({ revision: 0, settings: undefined, plans: [] });
  expect(await view.obligations('ttdn-2020')).toBeUndefined();
  expect(await view.owed(halfYear)).toEqual([]);
});

test('the view is kept while nothing is adopted, whatever else is entered', async () => {
  const { store } = await testApp();
  const configurations = createConfigurations(store);
  const before = await configurations.current();
  const all = await before.obligations('ttdn-2020');
  await enter(store, { ...halfYear, unit: 'th-thi-tran' }, [
    { at: '2020-06-02T09:00', actor: 'th-thi-tran:filer', act: { act: 'submit' } },
  ]);
  const after = await configurations.current();
  expect(after).toBe(before);
  expect(await after.obligations('ttdn-2020')).toBe(all);
});

test('an adoption is seen by the next who asks', async () => {
  const { store, adopt } = await testApp();
  const configurations = createConfigurations(store);
  const before = await configurations.current();
  await adopt({ plans: [amended()] });
  const after = await configurations.current();
  expect(after.revision).toBeGreaterThan(before.revision);
  expect(after.plans).toMatchObject([{ id: 'ttdn-2020', version: 2 }]);
  const [first] = await after.owed(halfYear);
  expect(first).toMatchObject({ planVersion: 2, due: { lastDay: '2020-06-14' } });
});

test("obligations of a report and period stand in the office's order", async () => {
  const { store } = await testApp();
  const view = await createConfigurations(store).current();
  expect((await view.owed(halfYear)).map(({ unit }) => unit)).toEqual([
    'mn-hoa-sen',
    'th-thi-tran',
    'th-nhi-thanh',
    'thcs-thi-tran',
    'thcs-binh-an',
  ]);
  expect(await view.owed({ ...halfYear, period: '2021-H1' })).toEqual([]);
  const key = { ...halfYear, unit: 'th-nhi-thanh' };
  expect(await view.obligation(key)).toMatchObject({ id: 'ttdn-2020/half-year/2020-H1/th-nhi-thanh' });
  expect(await view.obligation({ ...key, unit: 'th-khac' })).toBeUndefined();
});

test('the view as of an instant knows neither the amendment nor the merger that came after it', async () => {
  const { store, adopt, setClock } = await testApp();
  setClock('2020-05-04T02:00:00.000Z');
  await adopt({ office: merged(), plans: [amended()] });
  const configurations = createConfigurations(store);
  const before = await configurations.asOf('2020-05-04T01:59:59.999Z');
  const after = await configurations.asOf('2020-05-04T02:00:00.000Z');
  expect((await before.owed(halfYear)).map(({ unit, planVersion }) => [unit, planVersion])).toContainEqual([
    'th-nhi-thanh',
    1,
  ]);
  expect((await after.owed(halfYear)).map(({ unit, covers }) => [unit, covers])).toEqual([
    ['mn-hoa-sen', []],
    ['th-thi-tran', ['th-nhi-thanh']],
    ['thcs-thi-tran', []],
    ['thcs-binh-an', []],
  ]);
  expect(before.directory.at('th-nhi-thanh', '2020-06-04')?.state).toBe('open');
});

test('the view as of now says what the current one does', async () => {
  const { store, adopt } = await testApp({ plans: [plan2020(), foreignInformationPlan({ year: 2021 })] });
  await adopt({ office: merged(), plans: [amended()] });
  const configurations = createConfigurations(store);
  const current = await configurations.current();
  const folded = await configurations.asOf('2020-06-01T01:00:00.000Z');
  expect(folded.plans).toEqual(current.plans);
  expect(folded.settings).toEqual(current.settings);
  expect(folded.revision).toBe(current.revision);
  expect(folded.officeVersion).toBe(current.officeVersion);
  expect(folded.agencyVersions).toEqual(current.agencyVersions);
  for (const { id } of current.plans) {
    expect(await folded.history(id)).toEqual(await current.history(id));
    expect(await folded.obligations(id)).toEqual(await current.obligations(id));
  }
});

test('before the first adoption there is nothing as of then', async () => {
  const { store } = await testApp();
  const view = await createConfigurations(store).asOf('2020-02-24T01:59:59.999Z');
  expect(view).toMatchObject({ revision: 0, settings: undefined, plans: [], officeVersion: 0 });
});
