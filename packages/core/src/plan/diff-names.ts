import type { Json } from '../ledger/types.ts';
import { reportName } from '../text/catalogue/check-words.ts';
import type { Report } from './schema.ts';

type Item = { readonly [key: string]: Json };

const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

const nameOfReport = (report: Item): string =>
  reportName({ report: text(report['name']), reportKind: text(report['kind']), frequency: text(report['frequency']) });

/**
 * Names an item of a list of a plan as people call it; '' for what has no name. `list` is the path of its list, `reports`
 * are the plan's, for what only names a report.
 */
export const nameOfItem = (
  item: Item,
  { list, reports }: { readonly list: readonly (string | number)[]; readonly reports: readonly Report[] },
): string => {
  switch (list.at(-1)) {
    case 'reports':
      return nameOfReport(item);
    case 'upward': {
      const report = reports.find(({ id }) => id === item['report']);
      return report === undefined ? text(item['report']) : nameOfReport(report);
    }
    case 'documents':
      return item['code'] === undefined ? text(item['type']) : `${text(item['type'])} số ${text(item['code'])}`;
    case 'sections':
      return `${text(item['number'])} ${text(item['title'])}`.trim();
    default:
      return text(item['text'] ?? item['heading'] ?? item['label'] ?? item['title']);
  }
};
