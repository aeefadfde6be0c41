import { expect, test } from 'vitest';
import { asSentence } from './sentence.ts';

test.each([
  ['Bận thi', 'Bận thi.'],
  ['Bận thi. ', 'Bận thi.'],
  ['Bận thi…', 'Bận thi…'],
  ['Vì sao?', 'Vì sao?'],
  ['', ''],
])('“%s” becomes “%s”', (text, sentence) => {
  expect(asSentence(text)).toBe(sentence);
});
