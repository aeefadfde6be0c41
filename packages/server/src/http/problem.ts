import { describeFinding, type Finding, type Json, type Path, type Severity } from '@dondoc/core';
import type { Failure } from './outcome.ts';
import { detailOf, problems, type ProblemCode, type ProblemStatus } from './problems.ts';

/** One thing that was found in what was sent. */
export type ProblemError = {
  /** JSON pointer into the request's body (RFC 6901); absent: the finding is about no place in it. */
  readonly pointer?: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** What to do, where the rule says it apart from the message. */
  readonly mend?: string;
};

/** Findings of one problem that are told: those of a hundred units, two of each. */
const MOST_ERRORS = 200;

/** RFC 9457, with a stable `code`. */
export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: ProblemStatus;
  readonly detail: string;
  readonly code: ProblemCode;
  readonly requestId: string;
  readonly errors?: readonly ProblemError[];
};

/** Writes a path as a JSON pointer: `['submission', 'a/b']` gives `/submission/a~1b`. */
export const jsonPointer = (path: Path): string =>
  path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** Describes a finding with its place in the request's body below `at`: in a problem, or as a warning beside an answer. */
export const errorOf = (finding: Finding, at: Path = []): ProblemError => {
  const { message, mend } = describeFinding(finding);
  const path = [...at, ...finding.where];
  return {
    ...(path.length === 0 ? {} : { pointer: jsonPointer(path) }),
    rule: finding.rule,
    severity: finding.severity,
    message,
    ...(mend === undefined ? {} : { mend }),
  };
};

/** Turns a failure into the problem that is told: the one place where reasons become HTTP. Of many findings it tells the first. */
export const problemOf = (failure: Failure, requestId: string): Problem => {
  const { code, params, findings = [], at = [], more = {} } = failure;
  const { status, title } = problems[code];
  // `more` holds members of their own names: a problem's own members win, also those that this one has not.
  const { errors: _, ...extra }: Readonly<Record<string, Json>> = more;
  return {
    ...extra,
    type: `/docs#${code}`,
    title,
    status,
    detail: detailOf(code, params),
    code,
    requestId,
    ...(findings.length === 0 ? {} : { errors: findings.slice(0, MOST_ERRORS).map((finding) => errorOf(finding, at)) }),
  };
};
