import type { Client } from '@dondoc/server/client';
import type { AnswerOf } from './api.ts';

// What the app answers with: the routes' own types, so that a change of theirs is seen here.

type V1 = Client['v1'];
type OfReport = V1['plans'][':plan']['reports'][':report']['periods'][':period'];
type OfIssue = OfReport['consolidation']['issues'][':issue'];

export type PlanSummary = AnswerOf<V1['plans']['$get']>['items'][number];
export type PlanAnswer = AnswerOf<V1['plans'][':plan']['$get']>;
export type PlanDifference = AnswerOf<V1['plans'][':plan']['diff']['$get']>;

export type Board = AnswerOf<OfReport['obligations']['$get']>;
export type ObligationRow = Board['rows'][number];
export type Rates = Board['rates'];

export type Reminders = AnswerOf<V1['reminders']['$get']>;
export type Adoption = AnswerOf<V1['adoptions']['$post']>;
export type EntryRead = AnswerOf<V1['ledger']['$get']>['items'][number];

type ManyBody = Parameters<OfReport['acts']['$post']>[0]['json'];
type WithoutUnits<T> = T extends unknown ? Omit<T, 'units'> : never;
/** One act of the desk on many units, but for the units. */
export type ManyAct = WithoutUnits<ManyBody>;

/** What the app answers to one act on one report. */
export type ActDone = AnswerOf<OfReport['submissions'][':unit']['acts']['$post']>;
/** One unit of an act on many. */
export type UnitDone = AnswerOf<OfReport['acts']['$post']>['units'][number];
export type Imported = AnswerOf<OfReport['import']['$post']>;
/** What the app answers to a signed copy: the act, or that the same one is there. */
export type Attached = AnswerOf<OfReport['submissions'][':unit']['signed-copy']['$put']>;

export type LiveConsolidation = AnswerOf<OfReport['consolidation']['$get']>;
export type IssuedFile = AnswerOf<OfIssue['signed-copy']['$put']>;

export type SignInLink = AnswerOf<V1['sign-in-links']['$get']>['items'][number];
export type MadeLink = AnswerOf<V1['sign-in-links']['$post']>['links'][number];
