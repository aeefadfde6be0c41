import { verify, type EntryData } from '@dondoc/core';
import type { Client } from '@dondoc/server/client';
import { describe, expect, test } from 'vitest';
import { browser, good, problem, program, type Browser, type Deployment } from './deployment.ts';
import { office, plan2020, report } from './schools.ts';

const half = { plan: 'ttdn-2020', report: 'half-year', period: '2020-H1' } as const;
const school = (unit: string) => ({ param: { ...half, unit } });

const pdf = new TextEncoder().encode(
  '%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n',
);

/** Instants by Vietnam's clock: '2020-06-03 15:20'. */
const vietnam = (moment: string): string => new Date(`${moment.replace(' ', 'T')}:00+07:00`).toISOString();

interface Cast {
  readonly admin: Client;
  readonly officer: Client;
  readonly registrar: Client;
  readonly registrarsBrowser: Browser;
  readonly leader: Client;
}

/** Opens a sign-in link on a device, looks, and only then signs in. */
async function signIn(deployment: Deployment, url: string): Promise<Browser> {
  const device = browser(deployment);
  // A chat's preview opens it too, more than once: that uses nothing up.
  for (let looks = 0; looks < 7; looks++) expect((await device.open(url)).status).toBe(200);
  expect((await device.submit(url)).status).toBe(303);
  return device;
}

/** The deployment's first day: setup secret, office and plan, everybody's way in. */
async function begin(deployment: Deployment): Promise<Cast> {
  deployment.setClock(vietnam('2020-02-24 08:00'));
  const stranger = program(deployment, 'dd_none');
  const { token } = await good(stranger.v1.setup.$post({ json: { secret: deployment.setupSecret, label: 'CLI' } }));
  const admin = program(deployment, token);
  // The secret is good for one token.
  expect(await problem(stranger.v1.setup.$post({ json: { secret: deployment.setupSecret } }))).toMatchObject({
    status: 403,
    code: 'setup-refused',
  });
  const proposed = { office: office(), plans: [plan2020()] };
  const shown = await good(admin.v1.adoptions.$post({ json: { ...proposed, dryRun: true } }));
  expect(shown.changes.map(({ kind }) => kind)).toContain('plan');
  await good(admin.v1.adoptions.$post({ json: proposed }));
  expect((await good(admin.v1.adoptions.$post({ json: proposed }))).changes).toEqual([]);
  const tokenOf = async (person: string) => (await good(admin.v1.tokens.$post({ json: { person } }))).token;
  const { links } = await good(admin.v1['sign-in-links'].$post({ json: { links: [{ person: 'van-thu' }] } }));
  return {
    admin,
    officer: program(deployment, await tokenOf('theo-doi')),
    registrar: program(deployment, await tokenOf('van-thu')),
    registrarsBrowser: await signIn(deployment, links[0]!.url),
    leader: program(deployment, await tokenOf('lanh-dao')),
  };
}

/** This morning's 'trước 16 giờ 00 ngày 15/5', entered in a minute, followed like any other. */
async function adHoc(deployment: Deployment, { admin, officer }: Cast): Promise<void> {
  deployment.setClock(vietnam('2020-05-14 08:05'));
  const made = await good(
    officer.v1.events.$post({
      json: {
        event: 'ra-soat-trang-tin',
        title: 'Báo cáo rà soát trang thông tin điện tử',
        due: { rule: 'date', on: '2020-05-15', time: '16:00' },
      },
    }),
  );
  expect(made).toMatchObject({ plan: 'requests-2020', period: 'on-ra-soat-trang-tin', units: 4 });
  const asked = { plan: made.plan, report: 'ra-soat-trang-tin', period: made.period };
  const { links } = await good(
    admin.v1['sign-in-links'].$post({
      json: { links: ['th-an-thinh', 'th-phu-loc'].map((unit) => ({ unit, roles: ['filer'] })) },
    }),
  );
  const send = async (at: string, url: string, unit: string) => {
    deployment.setClock(vietnam(at));
    const device = await signIn(deployment, url);
    const submission = { format: 'dondoc.submission/1', ...asked, planVersion: 1, unit, gates: {}, answers: {} };
    const acts = device.client.v1.plans[':plan'].reports[':report'].periods[':period'].submissions[':unit'].acts;
    return good(acts.$post({ param: { ...asked, unit }, json: { act: 'submit', submission } }));
  };
  const inTime = await send('2020-05-15 15:59', links[0]!.url, 'th-an-thinh');
  expect(inTime.badge.text).toBe('Đã gửi đúng hạn');
  const late = await send('2020-05-15 16:20', links[1]!.url, 'th-phu-loc');
  expect(late.badge.text).toBe('Đã gửi, chậm 20 phút');
  const board = officer.v1.plans[':plan'].reports[':report'].periods[':period'].obligations;
  const { rates } = await good(board.$get({ param: asked, query: {} }));
  expect(rates).toMatchObject({ expected: 4, received: 2, onTime: 1, late: 1, missing: 2 });
}

const periodOf = (client: Client) => client.v1.plans[':plan'].reports[':report'].periods[':period'];
const submissionOf = (client: Client) => periodOf(client).submissions[':unit'];

/** The school: a link on a phone, a draft, the head sends it, Word out, the signed copy back. */
async function schoolReports(deployment: Deployment, { admin }: Cast): Promise<Browser> {
  deployment.setClock(vietnam('2020-06-01 07:40'));
  const { links } = await good(
    admin.v1['sign-in-links'].$post({
      json: {
        links: [
          { unit: 'th-an-thinh', roles: ['filer'] },
          { unit: 'th-an-thinh', roles: ['unit-head'] },
        ],
      },
    }),
  );
  const filer = await signIn(deployment, links[0]!.url);
  const due = (await good(filer.client.v1.obligations.$get({ query: { report: 'half-year' } }))).items[0];
  expect(due).toMatchObject({ due: { phrase: 'trước ngày 05/6/2020 (chậm nhất hết ngày 04/6/2020)' } });
  expect(due?.badge.sentence).toContain('Còn 03 ngày');
  const form = await good(periodOf(filer.client).form.$get({ param: half, query: { unit: 'th-an-thinh' } }));
  expect(form.form?.sections.length).toBeGreaterThan(5);

  const whole = report('th-an-thinh');
  const [first] = Object.entries(whole.answers);
  const { draft } = submissionOf(filer.client);
  const begun = { gates: whole.gates, answers: Object.fromEntries([first!]) };
  const saved = await good(draft.$put({ ...school('th-an-thinh'), json: { rev: 0, content: begun } }));
  expect(saved).toMatchObject({ rev: 1, answered: expect.any(Number) as unknown });
  // The same page open on a second device does not write over what it has not seen.
  expect(await problem(draft.$put({ ...school('th-an-thinh'), json: { rev: 0, content: begun } }))).toMatchObject({
    status: 412,
    code: 'draft-changed',
  });
  const { gates, answers } = whole;
  await good(draft.$put({ ...school('th-an-thinh'), json: { rev: 1, content: { gates, answers }, ready: true } }));

  deployment.setClock(vietnam('2020-06-03 15:20'));
  const head = await signIn(deployment, links[1]!.url);
  const sent = await good(
    submissionOf(head.client).acts.$post({ ...school('th-an-thinh'), json: { act: 'submit', submission: whole } }),
  );
  expect(sent.sentence).toMatch(
    /^Đã gửi báo cáo lúc 15 giờ 20 ngày 03\/6\/2020, đúng hạn\. Mã xác nhận: [0-9A-Z-]{9}\.$/,
  );
  const path = '/v1/plans/ttdn-2020/reports/half-year/periods/2020-H1/submissions';
  const word = await head.open(`${path}/th-an-thinh.docx`);
  expect(new Uint8Array(await word.arrayBuffer()).slice(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]));
  const attached = await head.put(`${path}/th-an-thinh/signed-copy?number=12/BC-TH&date=2020-06-03`, {
    bytes: pdf,
    type: 'application/pdf',
  });
  expect(attached.status).toBe(200);
  // Another school's report is none of its business.
  expect((await head.open(`${path}/th-phu-loc`)).status).toBe(403);
  return head;
}

/** The office: one on paper, one returned, the silent urged; figures, approval, number and date, frozen. */
async function officeReports(deployment: Deployment, cast: Cast): Promise<void> {
  const { officer, leader, registrar, registrarsBrowser, admin } = cast;
  deployment.setClock(vietnam('2020-06-05 09:00'));
  const record = (unit: 'mn-hoa-sen' | 'th-phu-loc', receivedOn: string) =>
    good(
      submissionOf(officer).acts.$post({
        ...school(unit),
        json: { act: 'record', submission: report(unit), receivedOn, channel: 'paper', note: 'Nhận tại văn thư' },
      }),
    );
  expect((await record('mn-hoa-sen', '2020-06-04')).badge.text).toBe('Đã nhận (ghi nhận)');
  expect((await record('th-phu-loc', '2020-06-05')).status.timeliness).toMatchObject({ is: 'late', days: 1 });
  const [field] = Object.keys(report('th-phu-loc').answers);
  await good(
    submissionOf(officer).acts.$post({
      ...school('th-phu-loc'),
      json: { act: 'return', due: '2020-06-09', dueTime: '16:00', notes: { [field!]: 'Đề nghị kiểm tra lại số liệu' } },
    }),
  );
  const toUrge = await good(officer.v1.reminders.$get({ query: { plan: half.plan, report: half.report } }));
  expect(toUrge.items.map(({ unit }) => unit.id)).toContain('thcs-my-hung');
  await good(
    periodOf(officer).acts.$post({
      param: half,
      json: { act: 'urge', units: ['thcs-my-hung', 'th-phu-loc'], channel: 'Zalo', text: 'Đề nghị gửi báo cáo.' },
    }),
  );
  // All or nothing: one of the two has sent already, so neither is urged.
  expect(
    await problem(
      periodOf(officer).acts.$post({
        param: half,
        json: { act: 'urge', units: ['thcs-my-hung', 'mn-hoa-sen'], channel: 'Zalo', text: 'Đề nghị gửi báo cáo.' },
      }),
    ),
  ).toMatchObject({ status: 409, code: 'act-refused' });
  await good(
    periodOf(officer).acts.$post({ param: half, json: { act: 'confirm', units: ['th-an-thinh', 'mn-hoa-sen'] } }),
  );

  const { consolidation } = periodOf(officer);
  await good(
    consolidation.draft.$put({ param: half, json: { rev: 0, text: { strengths: 'Các đơn vị thực hiện tốt.' } } }),
  );
  const live = await good(consolidation.$get({ param: half, query: {} }));
  expect(live.consolidation.coverage).toMatchObject({ expected: 4, received: 2 });
  await good(consolidation.acts.$post({ param: half, json: { act: 'present' } }));

  // Before the leader looks, the returned one comes again: what was presented is a draft once more.
  deployment.setClock(vietnam('2020-06-08 10:00'));
  const { links } = await good(
    admin.v1['sign-in-links'].$post({ json: { links: [{ unit: 'th-phu-loc', roles: ['unit-head'] }] } }),
  );
  const late = await signIn(deployment, links[0]!.url);
  const again = submissionOf(late.client).acts.$post({
    ...school('th-phu-loc'),
    json: { act: 'submit', submission: report('th-phu-loc') },
  });
  expect((await good(again)).badge.text).toBe('Đã gửi lại');
  const approve = (contentHash: string) =>
    periodOf(leader).consolidation.acts.$post({ param: half, json: { act: 'approve', contentHash } });
  expect(await problem(approve(live.contentHash))).toMatchObject({ status: 409, code: 'act-refused' });
  const presented = await good(consolidation.acts.$post({ param: half, json: { act: 'present' } }));
  await good(approve(presented.contentHash));

  deployment.setClock(vietnam('2020-06-09 08:30'));
  const issues = periodOf(registrar).consolidation.issues;
  const issue = { number: '45', date: '2020-06-09', contentHash: presented.contentHash };
  expect(await problem(issues.$post({ param: half, json: { ...issue, contentHash: live.contentHash } }))).toMatchObject(
    {
      status: 409,
    },
  );
  expect(await good(issues.$post({ param: half, json: issue }))).toMatchObject({ issue: 1 });
  const kept = await good(issues[':issue'].document.$post({ param: { ...half, issue: '1' } }));
  expect(await good(issues[':issue'].document.$post({ param: { ...half, issue: '1' } }))).toEqual(kept);
  const path = '/v1/plans/ttdn-2020/reports/half-year/periods/2020-H1/consolidation/issues/1';
  const bytes = new Uint8Array(await (await registrarsBrowser.open(`${path}.docx`)).arrayBuffer());
  expect(bytes).toHaveLength(kept.size);
  expect(hexOf(await sha256(bytes))).toBe(kept.sha256);
  expect((await registrarsBrowser.put(`${path}/signed-copy`, { bytes: pdf, type: 'application/pdf' })).status).toBe(
    200,
  );
  expect((await good(consolidation.$get({ param: half, query: {} }))).stage).toBe('issued');
  // What has been issued is not withdrawn; what comes later goes into a supplement.
  const withdrawn = submissionOf(late.client).acts.$post({ ...school('th-phu-loc'), json: { act: 'withdraw' } });
  expect(await problem(withdrawn)).toMatchObject({ status: 409, code: 'act-refused' });
  deployment.setClock(vietnam('2020-06-10 14:00'));
  await good(
    submissionOf(officer).acts.$post({
      ...school('thcs-my-hung'),
      json: { act: 'record', submission: report('thcs-my-hung'), receivedOn: '2020-06-10', channel: 'email' },
    }),
  );
  const { difference } = await good(consolidation.supplement.$get({ param: half }));
  expect(difference.coverage).toMatchObject({ before: { received: 3 }, after: { received: 4 } });
}

/** A school disputes 'chậm', sees why, and is heard. */
async function disputed(deployment: Deployment, { admin, officer }: Cast): Promise<void> {
  const { links } = await good(
    admin.v1['sign-in-links'].$post({ json: { links: [{ unit: 'thcs-my-hung', roles: ['unit-head'] }] } }),
  );
  const head = await signIn(deployment, links[0]!.url);
  const why = await good(
    periodOf(head.client).obligations[':unit'].explain.$get({ ...school('thcs-my-hung'), query: {} }),
  );
  expect(why.lines.join('\n')).toMatch(/05\/6\/2020/);
  expect(why.status.timeliness).toMatchObject({ is: 'late', days: 6 });
  const { acts } = submissionOf(head.client);
  await good(
    acts.$post({ ...school('thcs-my-hung'), json: { act: 'contest', reason: 'Đã gửi thư điện tử ngày 04/6.' } }),
  );
  const answered = await good(
    submissionOf(officer).acts.$post({
      ...school('thcs-my-hung'),
      json: { act: 'answer', accepted: true, note: 'Thư đến ngày 04/6/2020.', receivedOn: '2020-06-04' },
    }),
  );
  expect(answered.status.timeliness).toMatchObject({ is: 'on-time' });
  // Last Friday it still stood as it stood then.
  const before = await good(periodOf(officer).obligations.$get({ param: half, query: { asOf: '2020-06-05' } }));
  expect(before.rows.find(({ unit }) => unit.id === 'thcs-my-hung')?.status.filing).toBe('none');
}

/** Everything can be taken along, and proves itself without dondoc's server. */
async function leaving(deployment: Deployment, { admin, officer }: Cast): Promise<void> {
  await deployment.daily();
  type Page = Awaited<ReturnType<typeof page>>;
  const page = (cursor: string | undefined) =>
    good(admin.v1.ledger.$get({ query: { limit: '200', data: 'all', ...(cursor === undefined ? {} : { cursor }) } }));
  const entries: Page['items'][number][] = [];
  let cursor: string | undefined;
  do {
    const { items, next }: Page = await page(cursor);
    entries.push(...items);
    cursor = next ?? undefined;
  } while (cursor !== undefined);
  const secrets = new Map(entries.map(({ hash = '', data, salt }) => [hash, { data, salt } as EntryData]));
  const proof = await verify({
    // Receipts are told beside the entries, and data and salt stand apart from the chain.
    entries: entries.map(({ receipt: _receipt, data: _data, salt: _salt, prev = null, hash = '', ...entry }) => ({
      ...entry,
      prev,
      hash,
    })),
    dataOf: ({ hash }) => secrets.get(hash),
    digest: sha256,
  });
  expect(proof).toMatchObject({ ok: true, problems: [], redacted: [] });
  expect(proof.entries).toBeGreaterThan(30);
  expect(entries.some(({ kind }) => kind === 'checkpoint')).toBe(true);
  // Salts are for who keeps the archive, and nobody else.
  expect(await problem(officer.v1.ledger.$get({ query: { data: 'all' } }))).toMatchObject({ status: 403 });
  const { items } = await good(admin.v1.documents.$get());
  expect(items.length).toBeGreaterThanOrEqual(1);
}

const sha256 = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
const hexOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** The acceptance scenario: one year of an office and its schools, the same wherever dondoc runs. */
export function yearScenario(where: string, deploy: () => Promise<Deployment>): void {
  describe(`a year of an office, ${where}`, () => {
    test('ad hoc request, report week, a dispute and leaving go as the journeys tell', async () => {
      const deployment = await deploy();
      const cast = await begin(deployment);
      await adHoc(deployment, cast);
      const head = await schoolReports(deployment, cast);
      await officeReports(deployment, cast);
      await disputed(deployment, cast);
      await leaving(deployment, cast);
      // Signed out is signed out.
      expect((await head.open('/')).status).toBe(200);
      expect((await head.submit('/sign-out')).status).toBeLessThan(400);
      expect((await head.open('/v1/me')).status).toBe(401);
    });
  });
}
