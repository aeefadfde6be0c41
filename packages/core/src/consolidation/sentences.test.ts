import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { parsePeriod } from '../due/period.ts';
import { smallForm, smallFormInput } from '../report/fixtures/small-form.ts';
import { formSchema, type FormInput } from '../report/schema.ts';
import type { Answers, Gates } from '../report/values.ts';
import { consolidate } from './consolidate.ts';
import { totalWords } from './sentences.ts';

const expected = [
  { id: 'a', name: 'A', kind: 'thcs', order: 1 },
  { id: 'b', name: 'B', kind: 'thcs', order: 2 },
];
const run = (
  year: string,
  units: Readonly<Record<string, { answers: Answers; gates?: Gates }>>,
  { form = smallForm, yearBefore }: { form?: typeof smallForm; yearBefore?: ReturnType<typeof consolidate> } = {},
) =>
  consolidate({
    plan: { id: 'p' },
    form,
    report: { id: 'year' },
    period: parsePeriod(year)!,
    expected,
    yearBefore,
    submissions: Object.entries(units).map(([unit, { answers, gates = {} }]) => ({
      format: 'dondoc.submission/1',
      plan: 'p',
      planVersion: 1,
      report: 'year',
      period: year,
      unit,
      gates: { ...gates },
      answers,
    })),
  });
const sentences = (result: ReturnType<typeof run>, section: string) =>
  result.sections.find((one) => one.section === section)?.sentences;
const withSentences = (list: NonNullable<FormInput['sentences']>) =>
  v.parse(formSchema, { ...smallFormInput, sentences: list });

const open = { sessions: true };

describe('generated sentences', () => {
  test('fill figures with their unit of measure, below ten with a leading zero', () => {
    const result = run('2020', { a: { gates: open, answers: { sessions: 5, 'pupils-told': 1250 } } });
    expect(sentences(result, 'sessions')).toEqual([
      'Trong kỳ, các đơn vị đã tổ chức 05 buổi tuyên truyền với 1.250 em tham gia.',
    ]);
  });

  test.each<[string, number, string]>([
    ['more', 113, ', tăng 12 buổi so với cùng kỳ năm trước.'],
    ['fewer', 130, ', giảm 05 buổi so với cùng kỳ năm trước.'],
    ['the same', 125, ', bằng cùng kỳ năm trước.'],
  ])('say %s than the year before', (_what, before, ending) => {
    const yearBefore = run('2019', { a: { gates: open, answers: { sessions: before } } });
    const result = run('2020', { a: { gates: open, answers: { sessions: 125, 'pupils-told': 90 } } }, { yearBefore });
    expect(sentences(result, 'sessions')?.[0]).toBe(
      `Trong kỳ, các đơn vị đã tổ chức 125 buổi tuyên truyền với 90 em tham gia${ending}`,
    );
  });

  test('say beside the figure where its unit of measure stands twice', () => {
    const yearBefore = run('2019', { a: { answers: { 'posts-total': 4, 'posts-social': 1 } } });
    const result = run('2020', { a: { answers: { 'posts-total': 20, 'posts-social': 3 } } }, { yearBefore });
    expect(sentences(result, 'posts')).toEqual([
      'Đã đăng 20 tin (tăng 16 tin so với cùng kỳ năm trước), trong đó 03 tin trên mạng xã hội.',
    ]);
  });

  test('are left out where there is no data, and never make up a figure', () => {
    expect(sentences(run('2020', { a: { answers: {} } }), 'sessions')).toEqual([]);
    expect(sentences(run('2020', { a: { answers: { 'posts-total': 4 } } }), 'posts')).toEqual([
      'Đã đăng 04 tin, trong đó (chưa có số liệu) trên mạng xã hội.',
    ]);
  });

  test('say that nothing arose where every unit closed the gate', () => {
    expect(
      sentences(
        run('2020', { a: { gates: { sessions: false }, answers: { sessions: 0, 'pupils-told': 0 } } }),
        'sessions',
      ),
    ).toEqual(['Trong kỳ, các đơn vị đã gửi báo cáo không phát sinh nội dung này.']);
  });

  test('say over how many units a figure runs that some of those which reported left blank', () => {
    const result = run('2020', {
      a: { answers: { 'posts-total': 4, 'posts-social': 2 } },
      b: { answers: { 'posts-total': 5 } },
    });
    expect(sentences(result, 'posts')).toEqual([
      'Đã đăng 09 tin, trong đó 02 tin trên mạng xã hội (số liệu của 1/2 đơn vị).',
    ]);
  });

  test('write money in millions, shares, ratios, choices and lists in words', () => {
    const form = withSentences([
      { section: 'money', text: 'Đã vận động {cash}.' },
      { section: 'direction', text: 'Có {has-plan} ban hành kế hoạch năm {year}.' },
      { section: 'figures', text: 'Đạt chuẩn: {standard}; hoàn thành: {completion}.' },
      { section: 'sessions', text: 'Đề nghị giới thiệu {session-list}.' },
    ]);
    const result = run(
      '2020',
      {
        a: {
          gates: { money: true, sessions: true },
          answers: {
            cash: 12_500_000,
            'has-plan': true,
            standard: 'one',
            completion: { part: 385, whole: 410 },
            'session-list': [{ id: '1' }, { id: '2' }],
          },
        },
      },
      { form },
    );
    expect(['money', 'direction', 'figures', 'sessions'].map((section) => sentences(result, section)?.[0])).toEqual([
      'Đã vận động 12,5 triệu đồng.',
      'Có 1/1 đơn vị (100%) ban hành kế hoạch năm 2020.',
      'Đạt chuẩn: Chưa đạt: 0 đơn vị, Mức độ 1: 01 đơn vị; hoàn thành: 385/410 em (93,9%).',
      'Đề nghị giới thiệu 02 nội dung.',
    ]);
  });
});

test('totalWords names choices by their ids where no field is given', () => {
  expect(totalWords({ is: 'choices', counts: { one: 3 } }, { type: 'choice' })).toBe('one: 03 đơn vị');
});
