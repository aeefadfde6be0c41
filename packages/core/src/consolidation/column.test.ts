import { expect, test } from 'vitest';
import { smallForm } from '../report/fixtures/small-form.ts';
import { add, newColumn } from './column.ts';

const field = (type: string) => smallForm.sections.flatMap(({ fields }) => fields).find((one) => one.type === type)!;

test.each(['text', 'choice'])('a %s that is the name of what every object has is no choice', (type) => {
  const column = newColumn(field(type));
  const before = { ...column.choices };
  add(column, 'constructor');
  expect(Object.getOwnPropertyNames(column.choices)).toEqual(Object.keys(before));
  expect(column).toMatchObject({ said: 1, listed: 1, choices: before });
});
