import { describe, expect, test } from 'vitest';
import { directory } from '../agency/directory.ts';
import { agenciesOf, calendar, smallPlan } from '../obligation/fixtures/small-plan.ts';
import type { Obligation } from '../obligation/types.ts';
import { agencyBadge } from './agency-badge.ts';
import { badge } from './badge.ts';
import { clockMoment, factsOf } from './facts.ts';
import { obligationOf, plan2020, send, tell, vietnam, type Step } from './fixtures/story.ts';
import { status } from './status.ts';

const half = obligationOf('half-year');
const unitPlan = obligationOf('unit-plan');
const past = obligationOf('half-year', { plan: smallPlan() });
const request = obligationOf('hoa-toc', {
  events: [
    {
      event: 'hoa-toc',
      title: 'Báo cáo nhanh',
      on: '2020-05-12',
      due: { rule: 'date', on: '2020-05-15', time: '16:00', reading: 'before', yearOffset: 0 },
    },
  ],
});
const halfReport = plan2020().reports.find(({ id }) => id === 'half-year');
const signed = obligationOf('half-year', {
  plan: plan2020({ reports: [{ ...halfReport!, timelinessBasis: 'signed-document' }] }),
});

const actor = 'co-oanh';
const ask: Step = { at: '2020-05-28 08:00', act: { act: 'ask-extension', to: '2020-06-10', reason: 'Bận thi.' } };
const extend: Step = { at: '2020-06-01 08:00', act: { act: 'extend', to: '2020-06-10', reason: 'Bận thi.' }, actor };
const record: Step = {
  at: '2020-06-08 08:00',
  act: { act: 'record', receivedOn: '2020-06-03', channel: 'chat' },
  actor,
};
const back: Step = {
  at: '2020-06-04 09:00',
  act: { act: 'return', due: '2020-06-10', dueTime: '16:00', notes: { x: 'Xem lại.' } },
  actor,
};
const backAllDay: Step = {
  at: '2020-06-04 09:00',
  act: { act: 'return', due: '2020-06-10', notes: { x: 'Xem lại.' } },
  actor,
};
const nil: Step = {
  at: '2020-06-06 08:00',
  act: { act: 'submit', report: 'nothing-to-report', reason: 'Không có hoạt động' },
};
const confirm: Step = { at: '2020-06-09 08:00', act: { act: 'confirm' }, actor };
const waive: Step = { at: '2020-06-01 08:00', act: { act: 'waive', reason: 'Trường đang sửa chữa' }, actor };
const contest: Step = { at: '2020-06-08 08:00', act: { act: 'contest', reason: 'Đã gửi qua Zalo.' } };
const sentInTime = send('2020-06-03 15:20');
const sentLate = send('2020-06-06 08:00');

const see = (
  obligation: Obligation,
  steps: readonly Step[],
  clock: string,
  draft?: { filled: number; total: number },
) => {
  const facts = factsOf(tell(obligation, steps));
  const now = clockMoment(vietnam(clock));
  const state = status(obligation, facts, now, { calendar });
  const person = (id: string) => (id === actor ? 'cô Oanh' : id);
  return badge({ obligation, facts, status: state, now, person, ...(draft === undefined ? {} : { draft }) });
};

describe('a state in words', () => {
  const cases: readonly [Obligation, readonly Step[], string, [string, string, string]][] = [
    [
      half,
      [],
      '2020-01-10 08:00',
      [
        'Đang trong kỳ',
        'Đề nghị gửi trước ngày 05/6/2020 (chậm nhất hết ngày 04/6/2020). Còn 146 ngày.',
        'Chưa gửi, còn 146 ngày',
      ],
    ],
    [
      half,
      [],
      '2020-05-23 08:00',
      [
        'Đang trong kỳ',
        'Đề nghị gửi trước ngày 05/6/2020 (chậm nhất hết ngày 04/6/2020). Còn 12 ngày.',
        'Chưa gửi, còn 12 ngày',
      ],
    ],
    [
      half,
      [],
      '2020-06-01 08:00',
      ['Sắp đến hạn', 'Còn 03 ngày. Ngày làm việc cuối trong hạn: thứ Năm, 04/6/2020.', 'Sắp đến hạn, còn 03 ngày'],
    ],
    [
      half,
      [],
      '2020-06-04 08:00',
      ['Hôm nay là ngày cuối', 'Hôm nay là ngày cuối của thời hạn gửi báo cáo.', 'Đến hạn hôm nay'],
    ],
    [
      half,
      [],
      '2020-06-06 08:00',
      [
        'Quá hạn',
        'Đã quá thời hạn 02 ngày (01 ngày làm việc). Đơn vị vẫn gửi được; hệ thống ghi nhận ngày gửi.',
        'Chưa gửi, quá hạn 02 ngày',
      ],
    ],
    [
      request,
      [],
      '2020-05-14 08:00',
      ['Sắp đến hạn', 'Còn 01 ngày. Thời hạn: trước 16 giờ 00 ngày 15/5/2020.', 'Sắp đến hạn, còn 01 ngày'],
    ],
    [
      request,
      [],
      '2020-05-15 08:00',
      [
        'Hôm nay là ngày cuối',
        'Hôm nay là ngày cuối của thời hạn gửi báo cáo: trước 16 giờ 00 ngày 15/5/2020.',
        'Đến hạn hôm nay',
      ],
    ],
    [
      request,
      [],
      '2020-05-15 17:05',
      [
        'Quá hạn',
        'Đã quá thời hạn 01 giờ 05 phút. Đơn vị vẫn gửi được; hệ thống ghi nhận ngày gửi.',
        'Chưa gửi, quá hạn 01 giờ 05 phút',
      ],
    ],
    [
      half,
      [sentInTime],
      '2020-06-04 08:00',
      [
        'Đã gửi đúng hạn',
        'Đã gửi lúc 15 giờ 20 ngày 03/6/2020, đúng hạn. Đang chờ kiểm tra.',
        'Đúng hạn, chờ kiểm tra',
      ],
    ],
    [
      half,
      [sentLate],
      '2020-06-08 08:00',
      [
        'Đã gửi, chậm 02 ngày',
        'Đã gửi ngày 06/6/2020, chậm 02 ngày so với thời hạn. Đang chờ kiểm tra.',
        'Chậm 02 ngày, chờ kiểm tra',
      ],
    ],
    [
      request,
      [send('2020-05-15 16:20')],
      '2020-05-15 17:00',
      [
        'Đã gửi, chậm 20 phút',
        'Đã gửi lúc 16 giờ 20 ngày 15/5/2020, chậm 20 phút so với thời hạn. Đang chờ kiểm tra.',
        'Chậm 20 phút, chờ kiểm tra',
      ],
    ],
    [
      unitPlan,
      [send('2020-02-03 09:05')],
      '2020-02-03 10:00',
      ['Đã gửi', 'Đã gửi lúc 09 giờ 05 ngày 03/02/2020. Đang chờ kiểm tra.', 'Đã gửi, chờ kiểm tra'],
    ],
    [
      signed,
      [sentInTime],
      '2020-06-04 08:00',
      ['Chờ bản ký', 'Đã nhận số liệu. Đề nghị gửi bản có chữ ký, đóng dấu hoặc ký số.', 'Có số liệu, chờ văn bản'],
    ],
    [
      half,
      [record],
      '2020-06-08 09:00',
      [
        'Đã nhận (ghi nhận)',
        'Báo cáo nhận qua Zalo ngày 03/6/2020, do cô Oanh ghi nhận.',
        'Báo cáo nhận qua Zalo ngày 03/6/2020, do cô Oanh ghi nhận.',
      ],
    ],
    [
      half,
      [sentInTime, back],
      '2020-06-05 08:00',
      [
        'Cần bổ sung',
        'Đề nghị bổ sung, chỉnh sửa theo ghi chú và gửi lại trước 16 giờ 00 ngày 10/6/2020. Ngày gửi lần đầu được giữ để tính thời hạn.',
        'Đề nghị bổ sung ngày 04/6/2020',
      ],
    ],
    [
      half,
      [sentInTime, backAllDay],
      '2020-06-05 08:00',
      [
        'Cần bổ sung',
        'Đề nghị bổ sung, chỉnh sửa theo ghi chú và gửi lại trước ngày 11/6/2020 (chậm nhất hết ngày 10/6/2020). Ngày gửi lần đầu được giữ để tính thời hạn.',
        'Đề nghị bổ sung ngày 04/6/2020',
      ],
    ],
    [
      half,
      [sentInTime, backAllDay],
      '2020-06-12 08:00',
      [
        'Quá hạn gửi lại',
        'Đã quá thời hạn gửi lại 02 ngày. Ngày gửi lần đầu được giữ để tính thời hạn.',
        'Quá hạn gửi lại 02 ngày',
      ],
    ],
    [
      half,
      [sentInTime, back],
      '2020-06-10 16:30',
      [
        'Quá hạn gửi lại',
        'Đã quá thời hạn gửi lại 30 phút. Ngày gửi lần đầu được giữ để tính thời hạn.',
        'Quá hạn gửi lại 30 phút',
      ],
    ],
    [
      half,
      [sentInTime, { at: '2020-06-03 16:00', act: { act: 'withdraw' } }],
      '2020-06-03 17:00',
      [
        'Đã rút lại',
        'Đơn vị đã rút lại báo cáo để sửa. Đề nghị gửi lại trước ngày 05/6/2020 (chậm nhất hết ngày 04/6/2020). Ngày gửi lần đầu được giữ để tính thời hạn.',
        'Đơn vị rút lại để sửa ngày 03/6/2020',
      ],
    ],
    [
      half,
      [sentInTime, back, send('2020-06-09 08:00')],
      '2020-06-09 09:00',
      ['Đã gửi lại', 'Đã gửi lại (lần 2) ngày 09/6/2020. Đang chờ kiểm tra.', 'Gửi lại lần 2, chờ kiểm tra'],
    ],
    [
      half,
      [sentInTime, confirm],
      '2020-06-09 09:00',
      ['Đã xác nhận', 'Báo cáo đã được kiểm tra, đủ điều kiện tổng hợp (đúng hạn).', 'Đã xác nhận'],
    ],
    [
      half,
      [sentLate, confirm],
      '2020-06-09 09:00',
      ['Đã xác nhận', 'Báo cáo đã được kiểm tra, đủ điều kiện tổng hợp (chậm 02 ngày).', 'Đã xác nhận'],
    ],
    [
      half,
      [nil],
      '2020-06-06 09:00',
      [
        'Không phát sinh',
        'Đơn vị báo cáo không phát sinh trong kỳ, chậm 02 ngày. Lý do: Không có hoạt động.',
        'Không phát sinh, chậm 02 ngày',
      ],
    ],
    [
      half,
      [nil, confirm],
      '2020-06-09 09:00',
      [
        'Đã xác nhận',
        'Báo cáo không phát sinh đã được kiểm tra, đủ điều kiện tổng hợp (chậm 02 ngày).',
        'Đã xác nhận (không phát sinh)',
      ],
    ],
    [
      half,
      [waive],
      '2020-06-09 09:00',
      [
        'Được miễn',
        'Được miễn báo cáo kỳ này theo ý kiến của cô Oanh, ngày 01/6/2020. Lý do: Trường đang sửa chữa.',
        'Miễn kỳ này',
      ],
    ],
    [
      half,
      [extend],
      '2020-06-05 09:00',
      [
        'Được gia hạn',
        'Gia hạn đến hết ngày 10/6/2020. Thời hạn ban đầu: trước ngày 05/6/2020 (chậm nhất hết ngày 04/6/2020).',
        'Gia hạn đến 10/6/2020',
      ],
    ],
    [
      half,
      [extend],
      '2020-06-10 09:00',
      ['Hôm nay là ngày cuối', 'Hôm nay là ngày cuối của thời hạn gửi báo cáo.', 'Đến hạn hôm nay'],
    ],
    [
      half,
      [ask],
      '2020-06-01 09:00',
      ['Đề nghị gia hạn', 'Đã gửi đề nghị gia hạn, đang chờ ý kiến.', 'Đề nghị gia hạn đến 10/6/2020'],
    ],
    [
      past,
      [],
      '2019-09-01 09:00',
      ['Không áp dụng', 'Thời hạn đến trước ngày ban hành kế hoạch; không tính đối với kỳ này.', 'Không áp dụng'],
    ],
    [
      unitPlan,
      [],
      '2020-12-01 09:00',
      ['Chưa ấn định thời hạn', 'Kế hoạch không ghi thời hạn. Đơn vị gửi khi hoàn thành.', 'Chưa ấn định'],
    ],
    [
      half,
      [sentLate, contest],
      '2020-06-09 09:00',
      ['Đang xem xét', 'Đơn vị có ý kiến về ngày nhận báo cáo; đang được xem xét.', 'Có ý kiến của đơn vị'],
    ],
  ];
  const named = cases.map(([obligation, steps, clock, words]) => ({ text: words[0], clock, obligation, steps, words }));
  test.each(named)('$text ($clock)', ({ obligation, steps, clock, words: [text, unit, desk] }) => {
    expect(see(obligation, steps, clock)).toMatchObject({ text, unit, desk });
  });

  test('before the period one reads when it begins', () => {
    const found = see(half, [], '2019-12-20 08:00');
    // The plan of 2020 was issued on 10/01/2020, after the period's first day.
    expect(half.opensOn).toBe('2020-01-10');
    expect(found).toMatchObject({
      text: 'Chưa đến kỳ',
      unit: 'Chưa đến kỳ báo cáo. Dự kiến bắt đầu nhập từ ngày 10/01/2020.',
      desk: 'Chưa đến kỳ',
    });
  });

  test('a draft tells how far it is, and never hides that the date is near or past', () => {
    const draft = { filled: 14, total: 20 };
    expect(see(half, [], '2020-05-20 08:00', draft)).toMatchObject({
      text: 'Đang nhập',
      unit: 'Đã nhập 14/20 nội dung. Báo cáo chưa được gửi.',
      desk: 'Đang nhập (14/20)',
    });
    expect(see(half, [], '2020-06-06 08:00', draft)).toMatchObject({
      text: 'Quá hạn',
      unit: expect.stringMatching(
        /^Đã quá thời hạn 02 ngày .* Đã nhập 14\/20 nội dung; báo cáo chưa được gửi\.$/,
      ) as string,
    });
  });
});

describe('a unit that owes nothing', () => {
  const agencies = directory(
    agenciesOf(
      { id: 'th-a', names: 'Trường Tiểu học A' },
      { id: 'th-b', closed: '2020-03-01', mergedInto: 'th-a' },
      { id: 'th-c', closed: '2020-03-01' },
      { id: 'th-d', opened: '2020-09-01' },
    ),
  );
  test.each([
    [
      'th-b',
      'Đã sáp nhập',
      'Đơn vị đã sáp nhập vào Trường Tiểu học A từ ngày 01/3/2020; báo cáo do Trường Tiểu học A thực hiện.',
    ],
    ['th-c', 'Ngừng hoạt động', 'Đơn vị ngừng hoạt động từ ngày 01/3/2020; không phải báo cáo kỳ này.'],
    ['th-d', 'Chưa thuộc diện', 'Đơn vị thành lập ngày 01/9/2020, chưa phải báo cáo kỳ này.'],
  ])('%s is %s', (id, text, unit) => {
    const view = agencies.at(id, '2020-06-04')!;
    expect(agencyBadge(view, view.heir && agencies.at(view.heir, '2020-06-04')?.name)).toMatchObject({ text, unit });
  });
  test('is not one that is open', () => {
    expect(agencyBadge(agencies.at('th-a', '2020-06-04')!)).toBeUndefined();
  });
});
