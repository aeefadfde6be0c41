import { describe, expect, test } from 'vitest';
import { datesRules } from './dates.ts';

const said = (rule: keyof typeof datesRules, received: string) =>
  datesRules[rule].message({ received: `“${received}”` });

describe('what is said of a day that cannot be read', () => {
  test.each([
    ['date.not-a-date', '31/02/2020', 'Ngày 31/02/2020 không có trong lịch.'],
    ['date.not-a-date', 'cuối tháng', 'Cần ghi ngày, tháng, năm, hiện ghi “cuối tháng”.'],
    ['date.not-a-month-day', '31/4', 'Ngày 31/4 không có trong lịch.'],
    ['date.not-a-month-day', '31⁄4', 'Ngày 31⁄4 không có trong lịch.'],
    ['date.not-a-month-day', 'đầu tháng 6', 'Cần ghi ngày và tháng, hiện ghi “đầu tháng 6”.'],
    ['date.not-a-time', '25:00', 'Cần ghi giờ và phút, hiện ghi “25:00”.'],
    ['date.not-an-arrival', 'hôm qua', 'Cần ghi ngày nhận báo cáo, hiện ghi “hôm qua”.'],
  ] as const)('%s of %s', (rule, received, sentence) => {
    expect(said(rule, received)).toBe(sentence);
  });

  test('it is a whole sentence where nothing is known of what was written', () => {
    expect(datesRules['date.not-a-date'].message({})).toBe('Cần ghi ngày, tháng, năm.');
  });
});
