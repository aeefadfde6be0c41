import { describe, expect, test } from 'vitest';
import type { EntryContent } from '../ledger/types.ts';
import { calendar, smallPlan } from '../obligation/fixtures/small-plan.ts';
import type { Obligation } from '../obligation/types.ts';
import type { ObligationKind } from './entries.ts';
import { explain } from './explain.ts';
import { clockMoment } from './facts.ts';
import { obligationOf, plan2020, send, tell, vietnam, type Step } from './fixtures/story.ts';

const half = obligationOf('half-year');
const actor = 'co-oanh';
const why = (obligation: Obligation, steps: readonly Step[], clock: string) =>
  explain({
    obligation,
    entries: tell(obligation, steps),
    now: clockMoment(vietnam(clock)),
    calendar,
    person: (id) => (id === actor ? 'cô Oanh' : id),
  });

describe('why a report is late, told to a unit that disputes it', () => {
  const record: Step = {
    at: '2020-06-10 08:10',
    act: { act: 'record', receivedOn: '2020-06-08', channel: 'paper' },
    actor,
  };

  test('gives the plan’s words, their reading, both times of the arrival and who declared it', () => {
    const found = why(half, [record], '2020-06-10 09:00');
    expect(found.lines).toEqual([
      'Kế hoạch ghi: “trước ngày 05⁄6”.',
      'Thời hạn: trước ngày 05/6/2020 (chậm nhất hết ngày 04/6/2020).',
      '“Trước ngày” không tính ngày được nêu; ngày cuối trong hạn là thứ Năm, 04/6/2020, đến 24 giờ 00.',
      'Số liệu của kỳ: từ ngày 15/12/2019 đến hết ngày 14/6/2020.',
      'Báo cáo nhận qua bản giấy ngày 08/6/2020; do cô Oanh ghi nhận lúc 08 giờ 10 ngày 10/6/2020. Việc ghi nhận được thực hiện sau ngày nhận.',
      'Kết quả: chậm 04 ngày (02 ngày làm việc).',
    ]);
    expect(found).toMatchObject({
      rule: {
        rule: 'date',
        reading: 'before',
        words: 'trước ngày 05⁄6',
        sources: ['Bộ luật Dân sự 2015, Điều 148 khoản 6', 'Nghị định số 09/2019/NĐ-CP, Điều 12'],
      },
      dates: { issuedOn: '2020-01-10', due: { lastDay: '2020-06-04' }, basis: 'data' },
      entries: [{ kind: 'record', at: vietnam('2020-06-10 08:10'), receivedOn: '2020-06-08', actor }],
      status: { timeliness: { is: 'late', days: 4, workingDays: 2 } },
    });
    expect(found.dates).not.toHaveProperty('effective');
  });

  test('tells the answer to a contest after what it changed', () => {
    const steps: Step[] = [
      send('2020-06-07 08:00'),
      { at: '2020-06-08 08:00', act: { act: 'contest', reason: 'Đã gửi qua Zalo ngày 04/6.' } },
      {
        at: '2020-06-08 10:00',
        act: { act: 'answer', accepted: true, note: 'Có tin nhắn trong nhóm.', receivedOn: '2020-06-04T21:15' },
        actor,
      },
    ];
    expect(why(half, steps, '2020-06-09 08:00').lines.slice(-4)).toEqual([
      'Đơn vị gửi lúc 08 giờ 00 ngày 07/6/2020.',
      'Đơn vị có ý kiến về ngày nhận lúc 08 giờ 00 ngày 08/6/2020: Đã gửi qua Zalo ngày 04/6.',
      'Thời điểm nhận được điều chỉnh thành 21 giờ 15 ngày 04/6/2020 theo ý kiến của đơn vị; do cô Oanh ghi nhận lúc 10 giờ 00 ngày 08/6/2020. Có tin nhắn trong nhóm.',
      'Kết quả: đúng hạn.',
    ]);
  });

  test('shows an extension beside the original date', () => {
    const extend: Step = {
      at: '2020-06-02 08:00',
      act: { act: 'extend', to: '2020-06-10', reason: 'Bận thi.' },
      actor,
    };
    const found = why(half, [extend], '2020-06-05 08:00');
    expect(found.lines.slice(-3)).toEqual([
      'Gia hạn đến hết ngày 10/6/2020, do cô Oanh ghi nhận lúc 08 giờ 00 ngày 02/6/2020. Lý do: Bận thi.',
      'Thời hạn áp dụng: chậm nhất hết ngày 10/6/2020.',
      'Kết quả: chưa nhận được báo cáo.',
    ]);
    expect(found.dates).toMatchObject({ due: { lastDay: '2020-06-04' }, effective: { lastDay: '2020-06-10' } });
  });
});

describe('what an explanation rests on', () => {
  const sourcesOf = (obligation: Obligation) => why(obligation, [], '2020-05-01 08:00').rule.sources;
  const event = {
    event: 'hoa-toc',
    title: 'Báo cáo nhanh',
    on: '2020-05-15',
    due: { rule: 'date', on: '2020-05-15', time: '16:00', reading: 'before', yearOffset: 0 },
  } as const;

  test('a date with an hour has its own article, and an event has no statutory window', () => {
    expect(sourcesOf(obligationOf('hoa-toc', { events: [event] }))).toEqual(['Bộ luật Dân sự 2015, Điều 144 khoản 2']);
  });

  test('the decree is named where the window rests on it, not where the plan states its own', () => {
    const named = (window: object) =>
      sourcesOf(
        obligationOf('half-year', {
          plan: plan2020({
            reports: [
              {
                id: 'half-year',
                name: 'kết quả',
                kind: 'periodic',
                frequency: 'half-year-1',
                due: { rule: 'date', on: '05/6' },
                ...window,
              },
            ],
          }),
        }),
      );
    const civilCode = 'Bộ luật Dân sự 2015, Điều 148 khoản 6';
    expect(named({})).toEqual([civilCode, 'Nghị định số 09/2019/NĐ-CP, Điều 12']);
    expect(named({ window: { rule: 'stated', from: '01/01', to: '30/6' } })).toEqual([civilCode]);
  });
});

describe('why', () => {
  test('the half-year of 2019 does not apply', () => {
    const past = obligationOf('half-year', { plan: smallPlan() });
    const { lines } = why(past, [], '2019-09-01 08:00');
    expect(lines).toContain(
      'Ngày tính hiệu lực của kế hoạch là 23/8/2019, sau ngày cuối trong hạn; kỳ này không áp dụng.',
    );
    expect(lines.at(-1)).toBe('Kết quả: không áp dụng, không tính vào số phải gửi.');
  });

  test('a request whose date lay behind when it was asked does not apply, by the day of asking', () => {
    const event = {
      event: 'bao-so-3',
      title: 'Bão số 3',
      on: '2020-05-18',
      due: { rule: 'date', on: '2020-05-15', reading: 'by', yearOffset: 0 },
    } as const;
    const request = obligationOf('bao-so-3', { events: [event] });
    expect(request).toMatchObject({ notApplicable: true, issuedOn: '2020-01-10', askedOn: '2020-05-18' });
    const { lines } = why(request, [], '2020-05-19 08:00');
    expect(lines).toContain('Báo cáo được yêu cầu ngày 18/5/2020, sau ngày cuối trong hạn; kỳ này không áp dụng.');
    expect(lines.join(' ')).not.toContain('10/01/2020');
  });

  test('counted days have a leading zero, and a reason ends as a sentence', () => {
    const event = {
      event: 'hoi-thi',
      title: 'Hội thi',
      on: '2020-05-18',
      due: { rule: 'working-days-after', days: 5, event: 'hoi-thi' },
    } as const;
    const waive: Step = { at: '2020-05-19 08:00', act: { act: 'waive', reason: 'Sửa chữa trường' }, actor };
    const unwaive: Step = { at: '2020-05-20 08:00', act: { act: 'unwaive', reason: 'Đã xong!' }, actor };
    const { lines } = why(obligationOf('hoi-thi', { events: [event] }), [waive, unwaive], '2020-05-21 08:00');
    expect(lines).toContain('Tính 05 ngày làm việc sau ngày xảy ra sự kiện, không tính ngày đầu tiên.');
    expect(lines).toContain(
      'Được miễn báo cáo kỳ này, do cô Oanh ghi nhận lúc 08 giờ 00 ngày 19/5/2020. Lý do: Sửa chữa trường.',
    );
    expect(lines).toContain(
      'Việc miễn báo cáo kỳ này được hủy, do cô Oanh ghi nhận lúc 08 giờ 00 ngày 20/5/2020. Lý do: Đã xong!',
    );
  });

  test('a duty without a date is never late', () => {
    const { lines, rule } = why(obligationOf('unit-plan'), [], '2020-12-01 08:00');
    expect(lines[0]).toBe('Thời hạn: chưa ấn định thời hạn. Không tính chậm, không tự động đôn đốc.');
    expect(rule.sources).toEqual([]);
  });

  test('a date on a Sunday stays, and where the office chose so, moves with its source', () => {
    const stays = obligationOf('half-year', { plan: plan2020({ year: 2023, date: '2023-01-10' }) });
    expect(why(stays, [], '2023-06-01 08:00').lines).toContain(
      'Ngày 04/6/2023 là ngày nghỉ (Chủ nhật); thời hạn giữ theo kế hoạch, ngày làm việc cuối trong hạn là thứ Sáu, 02/6/2023.',
    );
    const reports = plan2020().reports.map((report) =>
      Object.assign({}, report, { restDay: 'next-working-day' as const }),
    );
    const moves = obligationOf('half-year', { plan: plan2020({ year: 2023, date: '2023-01-10', reports }) });
    expect(why(moves, [], '2023-06-01 08:00')).toMatchObject({
      rule: { sources: expect.arrayContaining(['Bộ luật Dân sự 2015, Điều 148 khoản 5']) as string[] },
      dates: { due: { lastDay: '2023-06-05' } },
    });
  });

  test('an entry whose data were erased is still told, with its times', () => {
    const [entry] = tell(half, [send('2020-06-03 15:20')]);
    const erased = { ...entry!, data: null } as EntryContent<ObligationKind, null>;
    const found = explain({
      obligation: half,
      entries: [erased],
      now: clockMoment(vietnam('2020-06-05 08:00')),
      calendar,
    });
    expect(found.status.timeliness).toEqual({ is: 'on-time' });
    expect(found.lines).toContain(
      'Nội dung của lần xử lý 1 đã được xóa theo yêu cầu; do th-1 ghi nhận lúc 15 giờ 20 ngày 03/6/2020.',
    );
  });
});
