import { vietnamInstant, type Submission } from '@dondoc/core';
import { arrives, periodPath, sends } from './filings.ts';
import type { Desk } from './people.ts';
import type { Happening } from './replay.ts';
import type { School } from './schools.ts';
import { between } from './seed.ts';

const EVENT = 'ky-niem-130-nam';
const PERIOD = `on-${EVENT}`;
const PLAN = 'requests-2020';
const DAY = '2020-05-15';
const DUE = 16 * 60;

// Two that send nothing, one that is late by minutes, one that telephones its figures through.
const silent = new Set(['thcs-thanh-loi', 'mg-son-ca']);
const late: Readonly<Record<string, number>> = { 'th-vinh-phuoc': DUE + 12 };
const byChat = new Set(['mn-huong-duong']);

/** A school's report, its paper dated on the day it is sent. */
const reportOf = ({ id, symbol }: School, day: string): Submission => ({
  format: 'dondoc.submission/1',
  plan: PLAN,
  planVersion: 1,
  report: EVENT,
  period: PERIOD,
  unit: id,
  signedDocument: {
    number: `${String(between(`${id}/${EVENT}`, 40, 120))}/BC-${symbol}`,
    date: day,
    signerTitle: 'Hiệu trưởng',
  },
  gates: {},
  answers: {},
});

/** This morning's request of May 2020, due at an hour: asked, answered by most schools, urged at the end. */
export function adHocRequest(schools: readonly School[], desk: Desk): readonly Happening[] {
  const { clerk } = desk;
  const asked: Happening = {
    at: vietnamInstant('2020-05-13', 9 * 60 + 20),
    as: clerk,
    run: (ask) =>
      ask('POST', '/v1/events', {
        event: EVENT,
        title: 'Báo cáo việc tổ chức các hoạt động kỷ niệm 130 năm Ngày sinh Chủ tịch Hồ Chí Minh',
        due: { rule: 'date', on: DAY, time: '16:00' },
      }),
  };
  const answers = schools
    .filter(({ id }) => !silent.has(id))
    .map((school): Happening => {
      if (byChat.has(school.id)) {
        const told: Submission = {
          ...reportOf(school, DAY),
          receivedOn: `${DAY}T15:35`,
          channel: 'chat',
          note: 'Nhận qua nhóm Zalo.',
        };
        return arrives(told, desk);
      }
      const soon = between(`${school.id}/${EVENT}/day`, 0, 3) === 0;
      const minute = late[school.id] ?? between(`${school.id}/${EVENT}/at`, 8 * 60 + 10, DUE - 8);
      const day = soon && late[school.id] === undefined ? '2020-05-14' : DAY;
      return sends({ ...reportOf(school, day), receivedOn: day }, { minute });
    });
  const urged: Happening = {
    at: vietnamInstant(DAY, DUE + 35),
    as: clerk,
    run: (ask) =>
      ask('POST', `${periodPath({ plan: PLAN, report: EVENT, period: PERIOD })}/acts`, {
        act: 'urge',
        units: [...silent],
        channel: 'điện thoại',
        text: 'Đề nghị gửi ngay báo cáo, đã quá 16 giờ 00 ngày 15/5/2020.',
      }),
  };
  return [asked, ...answers, urged];
}
