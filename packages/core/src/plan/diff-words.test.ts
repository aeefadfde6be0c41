import { describe, expect, test } from 'vitest';
import { smallFormInput } from '../report/fixtures/small-form.ts';
import { definePlan } from './define.ts';
import { describePlanChange } from './diff-words.ts';
import { diffPlans } from './diff.ts';
import { smallPlan } from './fixtures/small.ts';
import type { Plan } from './schema.ts';

const plan: Plan = definePlan({
  ...smallPlan,
  forms: [smallFormInput],
  upward: [{ report: 'half-year', to: ['so-gddt'] }],
});

const told = (edit: (plan: Plan) => unknown): readonly string[] => {
  const later = structuredClone(plan);
  edit(later);
  return diffPlans(plan, later).map(describePlanChange);
};

const halfYear = 'Báo cáo kết quả hoạt động thông tin đối ngoại (kỳ 6 tháng đầu năm)';
const form = 'Biểu mẫu “Kết quả thực hiện”';
type Rule = Plan['reports'][number]['due'];

describe('a change of a plan in words', () => {
  test.each<[string, Rule, string]>([
    [
      'the plan’s own words',
      { rule: 'date', reading: 'before', on: '10/6', yearOffset: 0, words: 'trước ngày 10/6' },
      'trước ngày 10/6',
    ],
    ['a rule without words', { rule: 'date', reading: 'before', on: '10/6', yearOffset: 0 }, 'trước ngày 10/6'],
    ['the day included', { rule: 'date', reading: 'by', on: '05/6', yearOffset: 0 }, 'đến hết ngày 05/6'],
    [
      'an hour',
      { rule: 'date', reading: 'before', on: '05/6', time: '16:00', yearOffset: 0 },
      'trước 16 giờ 00 ngày 05/6',
    ],
    ['the next year', { rule: 'date', reading: 'before', on: '05/01', yearOffset: 1 }, 'trước ngày 05/01 năm sau'],
    ['one whole day', { rule: 'date', reading: 'by', on: '2019-06-10', yearOffset: 0 }, 'đến hết ngày 10/6/2019'],
    [
      'a day of the month',
      { rule: 'day-of-month', reading: 'by', day: 5, monthOffset: 1 },
      'đến hết ngày 05 của tháng liền sau kỳ báo cáo',
    ],
    ['the last working day', { rule: 'last-working-day', monthOffset: 0 }, 'ngày làm việc cuối cùng của tháng cuối kỳ'],
    ['a quarter', { rule: 'within-quarter', quarter: 2 }, 'trong Quý II'],
    [
      'days after something',
      { rule: 'working-days-after', days: 5, event: 'hoi-thi' },
      'trong 05 ngày làm việc kể từ khi phát sinh',
    ],
    ['no day', { rule: 'none' }, 'không ấn định thời hạn'],
  ])('a due rule that became %s', (_, due, words) => {
    expect(told((p) => (p.reports[0]!.due = due))).toEqual([
      `${halfYear}: thời hạn đổi từ “trước ngày 05/6” thành “${words}”.`,
    ]);
  });

  test('a rule read otherwise under the same words is told by its reading', () => {
    expect(told((p) => (p.reports[0]!.due = { ...p.reports[0]!.due, reading: 'by' } as Rule))).toEqual([
      `${halfYear}: thời hạn đổi từ “trước ngày 05/6” thành “đến hết ngày 05/6”.`,
    ]);
  });

  test.each<[string, (plan: Plan) => unknown, readonly string[]]>([
    ['the number of a plan', (p) => (p.number = '12'), ['Ghi thêm số của kế hoạch “12”.']],
    ['the day of a plan', (p) => (p.date = '2019-09-02'), ['Ghi thêm ngày ban hành “02/9/2019”.']],
    [
      'the title, lines joined',
      (p) => (p.title = ['Hoạt động', 'đối ngoại']),
      ['Tên kế hoạch đổi từ “Hoạt động thông tin đối ngoại năm 2019” thành “Hoạt động đối ngoại”.'],
    ],
    ['whom it binds', (p) => (p.units = [{ kinds: ['thcs'] }]), ['Đơn vị phải báo cáo có thay đổi.']],
    [
      'who signs',
      (p) =>
        (p.signatory = { authority: ['KT'], headTitle: 'TRƯỞNG PHÒNG', ownTitle: 'PHÓ TRƯỞNG PHÒNG', name: 'Lê B' }),
      ['Người ký đổi từ “TRƯỞNG PHÒNG, Nguyễn Văn A” thành “KT. TRƯỞNG PHÒNG, PHÓ TRƯỞNG PHÒNG, Lê B”.'],
    ],
    [
      'the contact of the desk',
      (p) => (p.desk.contact = 'Cô Oanh'),
      ['Ghi thêm thông tin liên hệ của đầu mối theo dõi, tổng hợp “Cô Oanh”.'],
    ],
    [
      'a heading',
      (p) => (p.aims.purpose.heading = 'Mục tiêu'),
      ['Tiêu đề phần mục đích đổi từ “Mục đích” thành “Mục tiêu”.'],
    ],
    ['an aim dropped', (p) => p.aims.purpose.items.pop(), ['Bỏ mục đích “Nâng cao nhận thức.”.']],
    [
      'a paragraph below a channel',
      (p) => p.content.channels.items[0]!.items!.push({ id: 'x', text: 'Báo tường.' }),
      ['Hình thức thực hiện “Các loại hình khác:”: thêm hình thức thực hiện “Báo tường.”.'],
    ],
    [
      'a task’s time',
      (p) => (p.tasks.groups[0]!.tasks[0]!.schedule = { rule: 'within-quarter', quarter: 2 }),
      ['Nhiệm vụ “Xây dựng kế hoạch.”: thời gian thực hiện đổi từ “Quý I năm 2019” thành “trong Quý II”.'],
    ],
    [
      'a task’s time withdrawn',
      (p) => delete p.tasks.groups[0]!.tasks[0]!.schedule,
      ['Nhiệm vụ “Xây dựng kế hoạch.”: bỏ thời gian thực hiện (trước đây ghi “Quý I năm 2019”).'],
    ],
    [
      'a task more, in its group',
      (p) => p.tasks.groups[0]!.tasks.push({ id: 'x', text: 'Sơ kết.' }),
      ['Nhóm nhiệm vụ “Quản lý nhà nước”: thêm nhiệm vụ “Sơ kết.”.'],
    ],
    [
      'who takes part',
      (p) => (p.tasks.groups[0]!.tasks[0]!.supporting = ['các trường']),
      ['Nhiệm vụ “Xây dựng kế hoạch.”: đơn vị phối hợp đổi từ “các trường; Văn phòng” thành “các trường”.'],
    ],
    ['documents, ids untold', (p) => (p.implements = []), ['Kế hoạch cấp trên được triển khai có thay đổi.']],
    [
      'a document’s day',
      (p) => (p.documents[0]!.date = '2019-08-25'),
      ['Căn cứ “Kế hoạch số 2121/KH-SGDĐT”: ngày đổi từ “23/8/2019” thành “25/8/2019”.'],
    ],
    [
      'a placeholder, whose id is no word',
      (p) => (p.tasks.groups[1]!.tasks[0]!.text = 'Tuyên truyền {luat}.'),
      ['Nhiệm vụ “Tuyên truyền ….”: nội dung có thay đổi.'],
    ],
    ['a recipient', (p) => p.recipients.push({ text: 'Các trường' }), ['Thêm nơi nhận “Các trường”.']],
    [
      'a report more',
      (p) => p.reports.push({ ...p.reports[0]!, id: 'year', frequency: 'year' }),
      ['Thêm báo cáo kết quả hoạt động thông tin đối ngoại (kỳ năm).'],
    ],
    [
      'the data window',
      (p) =>
        (p.reports[0]!.window = { rule: 'stated', from: '15/12', fromYearOffset: -1, to: '14/6', toYearOffset: 0 }),
      [`${halfYear}: ghi thêm thời gian chốt số liệu “từ ngày 15/12 năm trước đến hết ngày 14/6”.`],
    ],
    [
      'which arrival decides',
      (p) => (p.reports[0]!.timelinessBasis = 'signed-document'),
      [`${halfYear}: căn cứ tính đúng hạn đổi từ “ngày nhận số liệu” thành “ngày nhận bản có chữ ký”.`],
    ],
    ['whom the office owes', (p) => (p.upward = []), [`Bỏ báo cáo gửi cấp trên “${halfYear}”.`]],
    [
      'a field’s label',
      (p) => (p.forms[0]!.sections[0]!.fields[3]!.label = 'Số cuộc họp'),
      [`${form}, nội dung “Số cuộc họp”: tên gọi đổi từ “Cuộc họp” thành “Số cuộc họp”.`],
    ],
    [
      'a choice of a field',
      (p) => p.forms[0]!.sections[5]!.fields[0]!.choices!.push({ id: '2020-2021', label: '2020-2021' }),
      [`${form}, nội dung “Năm học”: thêm lựa chọn “2020-2021”.`],
    ],
    [
      'a field’s type',
      (p) => (p.forms[0]!.sections[0]!.fields[3]!.type = 'money'),
      [`${form}, nội dung “Cuộc họp”: loại đổi từ “số lượng” thành “số tiền”.`],
    ],
    [
      'the order of fields',
      ({ forms: [one] }) => (one!.sections[2]!.fields = one!.sections[2]!.fields.toReversed()),
      [`${form}, mục “II.1 Tuyên truyền”: thứ tự các nội dung có thay đổi.`],
    ],
    ['a check, which has no name', (p) => p.forms[0]!.checks.pop(), [`${form}: bỏ ràng buộc số liệu.`]],
  ])('%s', (_, edit, words) => {
    expect(told(edit)).toEqual(words);
  });

  test('long texts are cut to where they differ', () => {
    const long = 'Tiếp tục nâng cao chất lượng, hiệu quả hoạt động thông tin, tuyên truyền đối ngoại '.repeat(5);
    const before = definePlan({ ...smallPlan, opening: `${long}năm 2019 của huyện.` });
    const after = definePlan({ ...smallPlan, opening: `${long}năm 2020 của tỉnh.` });
    expect(diffPlans(before, after).map(describePlanChange)).toEqual([
      'Đoạn mở đầu đổi từ “…truyền đối ngoại năm 2019 của huyện.” thành “…truyền đối ngoại năm 2020 của tỉnh.”.',
    ]);
  });
});
