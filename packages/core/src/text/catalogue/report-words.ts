import type { FindingParams } from '../finding.ts';
import { formatMillions, formatNumber } from '../format.ts';
import { textOf } from './params.ts';

/** A number as in a table. */
export const numberOf = (params: FindingParams, name: string): string => {
  const value = params[name];
  return typeof value === 'number' ? formatNumber(value) : textOf(params, name);
};

/** A number in prose; money, which is kept in đồng, in millions. */
export const amount = (params: FindingParams, name: string): string => {
  const value = params[name];
  if (typeof value !== 'number') return textOf(params, name);
  return params['money'] === 1 ? `${formatMillions(value)} triệu đồng` : formatNumber(value);
};

/** “Lượt người tham dự” (mục II.2), and for a row its column: cột “Tên”, dòng 3. */
export const field = (params: FindingParams): string => {
  const row = params['row'] === undefined ? '' : `dòng ${textOf(params, 'row')}`;
  const column = params['column'] === undefined ? '' : `cột “${textOf(params, 'column')}”`;
  const cell = [column, row].filter((part) => part !== '').join(', ');
  const section = textOf(params, 'section');
  const place = [section === '' ? '' : `mục ${section}`, cell].filter((part) => part !== '').join(', ');
  return `“${textOf(params, 'label')}”${place === '' ? '' : ` (${place})`}`;
};

/** A section after the word 'mục': II.2 “Giới thiệu gương điển hình”. */
export const section = (params: FindingParams): string => `${textOf(params, 'section')} “${textOf(params, 'title')}”`;
