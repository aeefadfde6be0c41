import { describe, expect, it } from 'vitest';
import { testApp } from '../testing/app.ts';
import { problemOf } from './problem.ts';
import { detailOf, problems, type ProblemCode } from './problems.ts';

const codes = Object.keys(problems) as readonly ProblemCode[]; // keys of an object literal

const forbidden = /(?<!\p{L})(?:bạn|nộp|deadline|lỗi|sai|vi phạm)(?!\p{L})|!/iu;

describe.each(codes)('the problem %s', (code) => {
  it('has a code of small letters and hyphens, and a status that says whose business it is', () => {
    expect(code).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
    expect(problems[code].status).toBeGreaterThanOrEqual(400);
    expect(problems[code].status).toBeLessThan(600);
  });

  it('tells in Vietnamese what happened and what to do, with and without names', () => {
    const params = { what: 'Kế hoạch x', limit: '1 MB', seconds: 60, allowed: ['GET', 'HEAD'], unit: 'x', person: 'x' };
    for (const text of [problems[code].title, detailOf(code), detailOf(code, params)]) {
      expect(text).toBe(text.normalize('NFC'));
      expect(text).not.toMatch(forbidden);
      expect(text).not.toMatch(/undefined|\[object|NaN/);
      expect(text).toMatch(/^\p{Lu}/u);
    }
    expect(detailOf(code)).toMatch(/\.$/);
    expect(detailOf(code).split(/\s+/).length).toBeGreaterThan(5);
  });
});

describe('a problem', () => {
  it('has the members of RFC 9457, and each finding at its place in the body', () => {
    const problem = problemOf(
      {
        code: 'act-refused',
        at: ['submission'],
        findings: [{ rule: 'text.blank', severity: 'error', where: ['answers', 'a/b~c', 0], params: { key: '0' } }],
        more: { stored: { rev: 3 }, status: 'not the status', code: 'not the code' },
      },
      'request-1',
    );
    expect(problem).toMatchObject({
      type: '/docs#act-refused',
      status: 409,
      code: 'act-refused',
      requestId: 'request-1',
      stored: { rev: 3 },
      errors: [{ pointer: '/submission/answers/a~1b~0c/0', rule: 'text.blank', severity: 'error' }],
    });
  });

  it('has no errors where nothing was found, whatever else is told', () => {
    const problem = problemOf({ code: 'draft-changed', more: { stored: null, errors: ['x'] } }, 'request-1');
    expect(problem).toMatchObject({ stored: null });
    expect(problem).not.toHaveProperty('errors');
  });

  it('is explained on the page that its type leads to', async () => {
    const t = await testApp({ office: null });
    const docs = await (await t.ask('/docs')).text();
    for (const code of codes) expect(docs).toContain(`id="${code}"`);
    await t.close();
  });
});
