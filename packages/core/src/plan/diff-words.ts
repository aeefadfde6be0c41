import type { Json } from '../ledger/types.ts';
import { planChangeWords as words } from '../text/catalogue/plan-change.ts';
import type { PlanChange } from './diff.ts';
import { twoValues, valueWords } from './diff-values.ts';

const LONGEST = 80;

/** Cuts after the last whole word that fits; placeholders, which are ids, are left out. */
const cut = (text: string): string => {
  const line = text
    .replaceAll(/\{[a-z0-9-]+\}/g, '…')
    .replaceAll(/\s+/g, ' ')
    .trim();
  if (line.length <= LONGEST) return line;
  const space = line.lastIndexOf(' ', LONGEST);
  return `${line.slice(0, space > 0 ? space : LONGEST)}…`;
};

/** Cuts two long texts to the words from which they differ. */
const cutBoth = (before: string, after: string): readonly [string, string] => {
  if (before.length <= LONGEST && after.length <= LONGEST) return [cut(before), cut(after)];
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  // A few words that they share, to find the place by.
  const space = before.lastIndexOf(' ', start - LONGEST / 4);
  const from = space > 0 ? space + 1 : 0;
  const ellipsis = from > 0 ? '…' : '';
  return [`${ellipsis}${cut(before.slice(from))}`, `${ellipsis}${cut(after.slice(from))}`];
};

const capitalised = (sentence: string): string => sentence.charAt(0).toLocaleUpperCase('vi') + sentence.slice(1);

interface Step {
  /** Key of the list, or of what holds its `items`. */
  readonly list: string;
  readonly name: string;
}

/** The items of lists on the way, each with what its list is called by. */
const stepsOf = ({ path, of }: PlanChange): readonly Step[] => {
  const steps: Step[] = [];
  let list = '';
  for (const key of path) {
    if (typeof key === 'number') steps.push({ list, name: of[steps.length] ?? '' });
    else if (key !== 'items') list = key;
  }
  return steps;
};

const itemWords = ({ list, name }: Step): string => words.item(list, cut(name));

/** A group of tasks and a section of a form are left out where something in them is named. */
const subjectOf = (steps: readonly Step[]): string =>
  steps
    .filter(({ list }, index) => index === steps.length - 1 || (list !== 'groups' && list !== 'sections'))
    .map(itemWords)
    .join(', ');

const isOrder = (before: Json | undefined, after: Json | undefined): boolean =>
  Array.isArray(before) &&
  Array.isArray(after) &&
  before.every((one) => typeof one === 'string') &&
  before.toSorted().join('\n') === after.toSorted().join('\n');

/** What a member is called, with what it belongs to where that is no item of a list: 'tiêu đề phần mục đích'. */
const memberWords = (path: PlanChange['path']): string => {
  const keys = path.slice(path.findLastIndex((key) => typeof key === 'number') + 1).map(String);
  const named = keys.filter((key) => key !== 'items');
  return words.member(named.length === 0 ? keys : named, keys.length === path.length);
};

const sayChanged = (change: PlanChange, member: string, what: string): string => {
  const { before, after } = change;
  if (isOrder(before, after)) return words.reordered(what);
  if (before === undefined || after === undefined) return words.changed(what);
  const values = twoValues(member, { before, after });
  const [was, is] = values === undefined ? [] : cutBoth(...values);
  return was === undefined || is === undefined || was === is ? words.changed(what) : words.changedFrom(what, was, is);
};

const sayMember = (change: PlanChange): string => {
  const { kind, path } = change;
  const member = String(path.findLast((key) => key !== 'items'));
  const what = memberWords(path);
  if (kind === 'changed') return sayChanged(change, member, what);
  const value = kind === 'added' ? change.after : change.before;
  const told = value === undefined ? undefined : valueWords(member, value);
  return kind === 'added' ? words.added(what, told && cut(told)) : words.removed(what, told && cut(told));
};

/**
 * Describes a change of a plan in one Vietnamese sentence: 'Báo cáo kết quả … (kỳ 6 tháng đầu năm): thời hạn đổi từ
 * “trước ngày 05/6” thành “trước ngày 10/6”.' Long texts are cut to where they differ; ids are not told.
 */
export const describePlanChange = (change: PlanChange): string => {
  const steps = stepsOf(change);
  const isItem = typeof change.path.at(-1) === 'number';
  const subject = subjectOf(isItem ? steps.slice(0, -1) : steps);
  const last = steps.at(-1);
  const said =
    isItem && last !== undefined
      ? words[change.kind === 'removed' ? 'removed' : 'added'](itemWords(last))
      : sayMember(change);
  return `${capitalised(subject === '' ? said : `${subject}: ${said}`)}.`;
};
