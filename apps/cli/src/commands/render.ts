import { buildRouteMap } from '@stricli/core';
import { renderFollowUpBookCommand } from '../render/follow-up-book.ts';
import { renderPlanCommand, renderUnitPlanCommand } from '../render/plans.ts';
import { renderReminderCommand } from '../render/reminder.ts';
import { renderRequestCommand } from '../render/request.ts';
import { renderReturnSlipCommand } from '../render/return-slip.ts';
import { renderUnitReportCommand } from '../render/unit-report.ts';

/** `dondoc render …`: the Word files. */
export const renderCommands = buildRouteMap({
  routes: {
    plan: renderPlanCommand,
    unitPlan: renderUnitPlanCommand,
    request: renderRequestCommand,
    unitReport: renderUnitReportCommand,
    reminder: renderReminderCommand,
    returnSlip: renderReturnSlipCommand,
    followUpBook: renderFollowUpBookCommand,
  },
  docs: {
    brief: 'Tạo văn bản Word: kế hoạch, công văn, báo cáo, sổ theo dõi',
    fullDescription:
      'Tạo văn bản Word theo thể thức của Nghị định số 30/2020/NĐ-CP. Văn bản là dự thảo: số và ngày để trống đến khi văn thư cấp. Tệp ghi vào thư mục out của cơ quan, hoặc theo -o.',
  },
});
