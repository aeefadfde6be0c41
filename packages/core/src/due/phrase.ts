import { formatDate, formatTime } from '../text/format.ts';
import type { DataWindow, Due } from './types.ts';

const undated = {
  none: 'chưa ấn định thời hạn',
  'all-year': 'thường xuyên trong năm',
  'on-occurrence': 'khi phát sinh',
  'awaiting-event': 'chưa ấn định thời hạn (chờ ghi nhận ngày bắt đầu tính)',
} as const;

/**
 * Writes a due date as the one phrase of every screen and paper: 'trước ngày 05/6/2020 (chậm nhất hết ngày 04/6/2020)',
 * 'chậm nhất hết ngày 05/6/2020', 'trước 16 giờ 00 ngày 15/5/2020', 'đến 16 giờ 00 ngày 15/5/2020', or what stands for
 * a day where there is none.
 */
export const duePhrase = (due: Due): string => {
  if (due.kind === 'undated') return undated[due.why];
  const before = due.reading === 'before';
  if (due.time !== undefined) return `${before ? 'trước' : 'đến'} ${formatTime(due.time)} ngày ${formatDate(due.date)}`;
  const last = `chậm nhất hết ngày ${formatDate(due.lastDay)}`;
  return before ? `trước ngày ${formatDate(due.date)} (${last})` : last;
};

/** Writes a data window: 'từ ngày 15/12/2019 đến hết ngày 14/6/2020'. */
export const windowPhrase = (window: Pick<DataWindow, 'from' | 'to'>): string =>
  `từ ngày ${formatDate(window.from)} đến hết ngày ${formatDate(window.to)}`;
