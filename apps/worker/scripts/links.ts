import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { setUp } from './setup.ts';

export interface DemoLink {
  readonly who: string;
  readonly link: string;
}

interface Kept {
  readonly token: string;
  readonly links: readonly DemoLink[];
}

interface Demo {
  readonly url: string;
  readonly setup: string;
  /** File in which token and links stand for the next time: the demo's own, on this machine. */
  readonly keep: string;
}

/** Asks the API as the demo's admin; throws with what it answered where that is no success. */
const ask = async <T>(url: string, token: string, json?: unknown): Promise<T> => {
  const answer = await fetch(url, {
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(json === undefined ? {} : { method: 'POST', body: JSON.stringify(json) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${url}: ${String(answer.status)} ${text}`);
  return JSON.parse(text) as T; // the API's own shape, as asked for
};

interface Row {
  readonly unit: { readonly id: string; readonly shortName: string };
}

/** A unit that has something to send, so that there is something to see. */
const unitToShow = async (url: string, token: string): Promise<Row['unit'] | undefined> => {
  const { items } = await ask<{ readonly items: readonly Row[] }>(
    `${url}/v1/obligations?report=half-year&limit=1`,
    token,
  );
  return items[0]?.unit;
};

interface Person {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
}

interface Settings {
  readonly settings: { readonly people: readonly Person[] };
}

const desk = [
  { role: 'officer', who: 'Người theo dõi' },
  { role: 'registrar', who: 'Văn thư phát hành' },
  { role: 'leader', who: 'Lãnh đạo duyệt' },
] as const;

const make = async (url: string, token: string): Promise<readonly DemoLink[]> => {
  const { settings } = await ask<Settings>(`${url}/v1/settings`, token);
  const unit = await unitToShow(url, token);
  const wanted = [
    ...desk.flatMap(({ role, who }) => {
      const person = settings.people.find(({ roles }) => roles.includes(role));
      return person === undefined ? [] : [{ who: `${who}: ${person.name} (${role})`, link: { person: person.id } }];
    }),
    ...(unit === undefined
      ? []
      : [
          { who: `Người lập báo cáo, ${unit.shortName} (filer)`, link: { unit: unit.id, roles: ['filer'] } },
          { who: `Thủ trưởng, ${unit.shortName} (unit-head)`, link: { unit: unit.id, roles: ['unit-head'] } },
        ]),
  ];
  const { links } = await ask<{ readonly links: readonly { readonly url: string }[] }>(
    `${url}/v1/sign-in-links`,
    token,
    { links: wanted.map(({ link }) => link) },
  );
  return wanted.map(({ who }, index) => ({ who, link: links[index]?.url ?? '' }));
};

/** Whether links lead to where the server is now, and still let in. */
const isGood = async ({ links }: Kept, url: string): Promise<boolean> => {
  const [first] = links;
  return first !== undefined && first.link.startsWith(`${url}/`) && (await fetch(first.link)).ok;
};

/** Gives the sign-in links of the demo's people: those made before while they are good, else new ones. */
export const demoLinks = async ({ url, setup, keep }: Demo): Promise<readonly DemoLink[]> => {
  const kept = existsSync(keep) ? (JSON.parse(readFileSync(keep, 'utf8')) as Kept) : undefined; // written below
  if (kept !== undefined && (await isGood(kept, url))) return kept.links;
  const made =
    kept === undefined
      ? await setUp({ url, secret: setup, label: 'Chạy thử' })
      : ({ ok: true, token: kept.token } as const);
  if (!made.ok) throw new Error(`POST /v1/setup: ${String(made.status)} ${made.detail}`);
  const links = await make(url, made.token);
  writeFileSync(keep, JSON.stringify({ token: made.token, links } satisfies Kept));
  return links;
};
