import { formatDate, lateWords, overdueWords } from '@dondoc/core';
import { csv } from '../http/csv.ts';
import type { Board, ObligationRow } from './obligations.schema.ts';

const heads = [
  'TT',
  'Đơn vị',
  'Thời hạn',
  'Trạng thái',
  'Diễn giải',
  'Ngày nhận',
  'Kết quả',
  'Số lần nhắc',
  'Số lần đôn đốc',
  'Người theo dõi',
] as const;

const resultOf = ({ timeliness, overdueBy, relief }: ObligationRow['status']): string => {
  if (relief === 'waived' || relief === 'not-applicable') return 'Không tính';
  if (timeliness.is === 'on-time') return 'Đúng hạn';
  const { days = 0, workingDays = 0, minutes } = timeliness;
  if (timeliness.is === 'late') {
    return `Chậm ${lateWords({ days, workingDays, ...(minutes === undefined ? {} : { minutes }) })}`;
  }
  if (timeliness.is === 'not-judged') return 'Không tính hạn';
  if (overdueBy === undefined) return 'Chưa nhận';
  const { minutes: past, ...over } = overdueBy;
  return `Chưa nhận, quá hạn ${overdueWords({ ...over, ...(past === undefined ? {} : { minutes: past }) })}`;
};

/** Writes a board as a table for a spreadsheet: a row a unit, in the office's order. */
export const boardCsv = ({ rows }: Board): string =>
  csv([
    heads,
    ...rows.map(({ unit, due, effectiveDue, badge, facts, status, followedBy }, index) => [
      index + 1,
      unit.name,
      (effectiveDue ?? due).phrase,
      badge.text,
      badge.desk ?? badge.sentence,
      facts.firstArrival === undefined ? '' : formatDate(facts.firstArrival.day),
      resultOf(status),
      facts.reminders,
      facts.urgings,
      followedBy?.name ?? '',
    ]),
  ]);
