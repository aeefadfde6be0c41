import { expect, test } from 'vitest';
import { reportInSentence, reportTitle } from './report-name.ts';

test.each([
  ['kết quả hoạt động thông tin đối ngoại', 'periodic', 'Báo cáo kết quả hoạt động thông tin đối ngoại'],
  ['Kết quả hoạt động', 'periodic', 'Báo cáo kết quả hoạt động'],
  ['báo cáo kết quả hoạt động', 'thematic', 'Báo cáo kết quả hoạt động'],
  ['Báo cáo nhanh', 'ad-hoc', 'Báo cáo nhanh'],
  ['THCS ngoài công lập', 'ad-hoc', 'Báo cáo THCS ngoài công lập'],
  ['Kế hoạch của đơn vị', 'unit-plan', 'Kế hoạch của đơn vị'],
])('the report “%s” (%s) is called “%s”', (name, kind, title) => {
  expect(reportTitle({ name, kind })).toBe(title);
  expect(reportInSentence({ name, kind })).toBe(title.charAt(0).toLowerCase() + title.slice(1));
});
