import { describe, expect, test } from 'vitest';
import { directory } from '../agency/directory.ts';
import { defineOffice, definePlan } from './define.ts';
import { smallOffice, smallPlan } from './fixtures/small.ts';
import type { Task } from './schema.ts';
import { paperDay, planParagraphs, planText, recipientLines } from './paper.ts';

const plan = definePlan(smallPlan);
const agencies = directory(defineOffice(smallOffice).agencies);

describe('planParagraphs', () => {
  test('lays the plan out in the order of its paper, with numbers, marks and citations in the text', () => {
    expect(planParagraphs(plan).map(({ style, text }) => `${style}: ${text}`)).toEqual([
      'opening: Thực hiện Kế hoạch số 2121/KH-SGDĐT ngày 23/8/2019 của Sở Giáo dục và Đào tạo Long An về hoạt động thông tin đối ngoại năm 2019, Phòng Giáo dục và Đào tạo xây dựng Kế hoạch năm 2019 như sau:',
      'heading-1: I. MỤC ĐÍCH, YÊU CẦU',
      'heading-2: 1. Mục đích',
      'paragraph: Nâng cao nhận thức.',
      'heading-2: 2. Yêu cầu',
      'bullet: - Bám sát nhiệm vụ năm học 2019-2020.',
      'bullet: - Chấp hành Luật Bảo vệ bí mật nhà nước.',
      'heading-1: II. NỘI DUNG VÀ HÌNH THỨC',
      'heading-2: 1. Nội dung',
      'paragraph: Chủ trương, chính sách.',
      'heading-2: 2. Hình thức',
      'bullet: - Các loại hình khác:',
      'sub-bullet: + Hoạt động ngoại khóa.',
      'heading-1: III. NHIỆM VỤ',
      'heading-2: 1. Quản lý nhà nước',
      'paragraph: Xây dựng kế hoạch. Đơn vị chủ trì: Phòng Giáo dục và Đào tạo. Đơn vị phối hợp: các trường; Văn phòng. Thời gian thực hiện: Quý I năm 2019. Sản phẩm, kết quả: Kế hoạch.',
      'heading-2: 2. Nhiệm vụ cơ bản',
      'bullet: - Tuyên truyền Quyết định số 930/QĐ-TTg ngày 28/7/2018.',
      'bullet: - Tổ chức hội thi trước ngày 20/11/2019. Thời gian thực hiện: trước ngày 20/11/2019.',
      'heading-1: IV. TỔ CHỨC THỰC HIỆN',
      'paragraph: 1. Các trường xây dựng kế hoạch.',
      'paragraph: 2. Báo cáo trước ngày 05/6.',
      'closing: Trên đây là Kế hoạch năm 2019./.',
    ]);
  });

  test('ends a task’s text before its lead follows, and leaves one alone that nothing follows', () => {
    const taskLine = (task: Partial<Task>) => {
      const [group] = plan.tasks.groups;
      const tasks = { ...plan.tasks, groups: [{ ...group!, tasks: [{ id: 'a', text: 'Mở lớp tập huấn', ...task }] }] };
      return planParagraphs({ ...plan, tasks }).find(({ text }) => text.startsWith('Mở lớp'))?.text;
    };
    expect(taskLine({ lead: 'Văn phòng' })).toBe('Mở lớp tập huấn. Đơn vị chủ trì: Văn phòng.');
    expect(taskLine({ text: 'Mở lớp tập huấn.', deliverable: '02 lớp.' })).toBe(
      'Mở lớp tập huấn. Sản phẩm, kết quả: 02 lớp.',
    );
    expect(taskLine({})).toBe('Mở lớp tập huấn');
  });

  test('starts a paragraph at each line break of a text', () => {
    const broken = { ...plan, opening: 'Căn cứ A;\nCăn cứ B;\n\nPhòng ban hành Kế hoạch:' };
    expect(planParagraphs(broken).slice(0, 3)).toEqual([
      { style: 'opening', text: 'Căn cứ A;' },
      { style: 'opening', text: 'Căn cứ B;' },
      { style: 'opening', text: 'Phòng ban hành Kế hoạch:' },
    ]);
  });
});

describe('planText', () => {
  test('leaves room for a number and a day that are still blank', () => {
    const text = planText({ plan, directory: agencies });
    expect(text).toContain('Số:      /KH-PGDĐT\nThủ Thừa, ngày      tháng      năm 2019\n');
  });

  test('writes number, date, recipients and signatory', () => {
    const issued = definePlan({ ...smallPlan, number: '05', date: '5/9/2019' });
    const text = planText({ plan: issued, directory: agencies });
    expect(text).toContain('Số: 05/KH-PGDĐT\nThủ Thừa, ngày 05 tháng 9 năm 2019\nKẾ HOẠCH\n');
    expect(text.endsWith('Nơi nhận:\n- Sở GD&ĐT (để b/c);\n- Lưu: VT.\nTRƯỞNG PHÒNG\nNguyễn Văn A')).toBe(true);
  });
});

test('the paper carries the names of its date, or of the latest day that it could have', () => {
  expect(paperDay({ ...plan, date: '2019-09-05' })).toBe('2019-09-05');
  expect(paperDay(plan)).toBe('2019-08-23');
  expect(paperDay({ ...plan, documents: [] })).toBe('2019-01-01');
});

test('a plan without recipients has no lines of them', () => {
  expect(recipientLines({ recipients: [] })).toEqual([]);
});
