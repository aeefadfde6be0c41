import { expect } from 'vitest';
import { people, testApp, type TestApp, type TestAppOptions } from './app.ts';

export const unit = 'mn-hoa-sen';
export const origin = 'https://dondoc.example';
const DAY = 86_400_000;
const start = Date.parse('2020-06-01T01:00:00.000Z');
/** So many days after the clock of the tests begins. */
export const onDay = (days: number): string => new Date(start + days * DAY).toISOString();

/** Runs a test with an app of its own. */
export const withApp = async (test: (t: TestApp) => Promise<void>, options: TestAppOptions = {}): Promise<void> => {
  const t = await testApp(options);
  try {
    await test(t);
  } finally {
    await t.close();
  }
};

export interface MadeLink {
  readonly credential: string;
  readonly url: string;
  readonly usesLeft: number;
  readonly expiresAt: string;
}

/** Makes a sign-in link as the admin does. */
export const makeLink = async (t: TestApp, link: object = { unit }): Promise<MadeLink> => {
  const response = await t.as(people.admin)('/v1/sign-in-links', { method: 'POST', json: { links: [link] } });
  expect(response.status, await response.clone().text()).toBe(201);
  return ((await response.json()) as { readonly links: readonly [MadeLink] }).links[0];
};

/** Presses the button of a link’s page. */
export const press = (t: TestApp, url: string, headers: Record<string, string> = { origin }) =>
  t.ask(new URL(url).pathname, { method: 'POST', headers });

export const cookieOf = (response: Response): string =>
  (response.headers.get('set-cookie') ?? '').split(';', 1)[0] ?? '';

/** Signs a device in; gives its cookie. */
export const signIn = async (t: TestApp, url: string): Promise<string> => {
  const response = await press(t, url);
  expect(response.status, await response.clone().text()).toBe(303);
  return cookieOf(response);
};
