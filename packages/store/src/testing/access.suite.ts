import { describe, expect, it } from 'vitest';
import type { Grants, Token } from '../types.ts';
import type { Bench } from './conformance.ts';
import { actor, at, later, linkOf, sessionOf, tokenOf } from './story.ts';

export const accessSuite = (bench: Bench): void => {
  let version = 0;
  const grant = async (grants: Grants) => {
    version = ((await bench.store.heads(['office'])).get('office')?.version ?? 0) + 1;
    const kind = grants.revoke === undefined ? 'grant' : 'revoke';
    const data = kind === 'grant' ? { granted: [] } : { credentials: [...(grants.revoke ?? [])] };
    const contents = [{ stream: 'office', version, at: later, actor, kind, data }];
    expect(await bench.store.append({ contents, effects: () => ({ grants }) })).toMatchObject({ ok: true });
  };

  describe('access', () => {
    it('is found by the hash of its secret, each kind for itself', async () => {
      const token: Token = tokenOf('tok-1');
      await grant({ tokens: [token], links: [linkOf('lnk-1', 5)] });
      await bench.store.enrol(sessionOf('ses-1', 'lnk-1'));
      expect(await bench.store.tokenOf('hash-tok-1')).toEqual(token);
      expect(await bench.store.linkOf('hash-lnk-1')).toEqual(linkOf('lnk-1', 4));
      expect(await bench.store.sessionOf('hash-ses-1')).toEqual(sessionOf('ses-1', 'lnk-1'));
      expect(await bench.store.tokenOf('hash-lnk-1')).toBeUndefined();
      expect(await bench.store.sessionOf('hash-tok-1')).toBeUndefined();
      expect(await bench.store.linkOf('tok-1')).toBeUndefined();
    });

    it('is listed, of all or of one unit', async () => {
      await grant({ tokens: [tokenOf('tok-1')], links: [linkOf('lnk-1', 5), linkOf('lnk-2', 5, { unit: 'b' })] });
      await bench.store.enrol(sessionOf('ses-1', 'lnk-1'));
      expect((await bench.store.tokens()).map(({ credential }) => credential)).toEqual(['tok-1']);
      expect((await bench.store.links()).map(({ credential }) => credential)).toEqual(['lnk-1', 'lnk-2']);
      expect((await bench.store.links('b')).map(({ credential }) => credential)).toEqual(['lnk-2']);
      expect(await bench.store.sessions('b')).toEqual([]);
    });

    it('is revoked at the instant of the act, once', async () => {
      await grant({ tokens: [tokenOf('tok-1'), tokenOf('tok-2', { revokedAt: at })], links: [linkOf('lnk-1', 5)] });
      await bench.store.enrol(sessionOf('ses-1', 'lnk-1'));
      await grant({ revoke: ['tok-1', 'tok-2', 'lnk-1'] });
      expect((await bench.store.tokens()).map(({ revokedAt }) => revokedAt)).toEqual([later, at]);
      expect((await bench.store.linkOf('hash-lnk-1'))?.revokedAt).toBe(later);
      expect((await bench.store.sessionOf('hash-ses-1'))?.revokedAt).toBeUndefined();
    });

    it('of a link’s sessions ends with it where that is said', async () => {
      await grant({ links: [linkOf('lnk-1', 5), linkOf('lnk-2', 5)] });
      for (const link of ['lnk-1', 'lnk-2']) await bench.store.enrol(sessionOf(`ses-of-${link}`, link));
      await grant({ revoke: ['lnk-1'], sessionsOfLinks: true });
      expect((await bench.store.sessions()).map(({ revokedAt }) => revokedAt)).toEqual([later, undefined]);
    });

    it('of a link’s sessions ends with all that hangs on them, even where the link itself has ended', async () => {
      await grant({ links: [linkOf('lnk-1', 5), linkOf('lnk-2', 5)] });
      for (const link of ['lnk-1', 'lnk-2']) await bench.store.enrol(sessionOf(`ses-of-${link}`, link));
      await grant({ links: [linkOf('lnk-1-1', 5, { link: 'lnk-1' }), linkOf('lnk-2-1', 5, { link: 'lnk-2' })] });
      for (const link of ['lnk-1-1', 'lnk-2-1']) await bench.store.enrol(sessionOf(`ses-of-${link}`, link));
      await grant({ links: [linkOf('lnk-1-1-1', 5, { link: 'lnk-1-1' })] });
      await bench.store.enrol(sessionOf('ses-of-lnk-1-1-1', 'lnk-1-1-1'));
      expect((await bench.store.linkOf('hash-lnk-1-1'))?.link).toBe('lnk-1');
      await grant({ revoke: ['lnk-1'] });
      await grant({ revoke: ['lnk-1'], sessionsOfLinks: true });
      const ended = [...(await bench.store.links()), ...(await bench.store.sessions())].filter((c) => c.revokedAt);
      expect(ended.map(({ credential }) => credential).toSorted()).toEqual([
        'lnk-1',
        'lnk-1-1',
        'lnk-1-1-1',
        'ses-of-lnk-1',
        'ses-of-lnk-1-1',
        'ses-of-lnk-1-1-1',
      ]);
    });

    it('is enrolled as often as a link has uses, at once or one after another', async () => {
      await grant({ links: [linkOf('lnk-1', 3)] });
      const enrolled = await Promise.all(
        ['1', '2', '3', '4', '5'].map((n) => bench.store.enrol(sessionOf(`ses-${n}`, 'lnk-1'))),
      );
      expect(enrolled.filter(Boolean)).toHaveLength(3);
      expect((await bench.store.linkOf('hash-lnk-1'))?.usesLeft).toBe(0);
      expect(await bench.store.sessions()).toHaveLength(3);
      expect(await bench.store.enrol(sessionOf('ses-6', 'lnk-1'))).toBe(false);
    });

    it.each([
      { name: 'unknown', link: {}, by: 'lnk-0' },
      { name: 'revoked', link: { revokedAt: at }, by: 'lnk-1' },
      // Exclusive: at its last instant it has expired.
      { name: 'expired', link: { expiresAt: at }, by: 'lnk-1' },
      { name: 'no link at all', link: {}, by: 'tok-1' },
    ])('is not enrolled by what is $name', async ({ link, by }) => {
      await grant({ links: [linkOf('lnk-1', 5, link)], tokens: [tokenOf('tok-1')] });
      expect(await bench.store.enrol(sessionOf('ses-1', by))).toBe(false);
      expect(await bench.store.sessions()).toEqual([]);
      expect((await bench.store.linkOf('hash-lnk-1'))?.usesLeft).toBe(5);
    });

    it('ends with signing out, and links and tokens do not', async () => {
      await grant({ links: [linkOf('lnk-1', 5)] });
      await bench.store.enrol(sessionOf('ses-1', 'lnk-1'));
      for (const credential of ['ses-1', 'lnk-1']) await bench.store.endSession(credential, later);
      expect((await bench.store.sessionOf('hash-ses-1'))?.revokedAt).toBe(later);
      expect((await bench.store.linkOf('hash-lnk-1'))?.revokedAt).toBeUndefined();
    });

    it('is forgotten once it is long over', async () => {
      const over = '2020-02-01T00:00:00.000Z';
      await grant({
        tokens: [tokenOf('tok-old', { expiresAt: over })],
        links: [
          linkOf('lnk-expired', 5, { expiresAt: over }),
          linkOf('lnk-revoked', 5, { revokedAt: over }),
          linkOf('lnk-used', 0, { createdAt: over }),
          linkOf('lnk-used-today', 0),
          linkOf('lnk-good', 5),
        ],
      });
      await bench.store.enrol(sessionOf('ses-ended', 'lnk-good', { expiresAt: over }));
      await bench.store.enrol(sessionOf('ses-good', 'lnk-good'));
      await bench.store.tidy({ answers: at, access: '2020-03-01T00:00:00.000Z' });
      expect((await bench.store.links()).map(({ credential }) => credential)).toEqual(['lnk-good', 'lnk-used-today']);
      expect((await bench.store.sessions()).map(({ credential }) => credential)).toEqual(['ses-good']);
      expect(await bench.store.tokens()).toHaveLength(1);
    });

    it('of a link is kept as long as a device is signed in by it, or by a link made on such a device', async () => {
      const over = '2020-07-01T00:00:00.000Z';
      const links = ['lnk-1', 'lnk-2', 'lnk-3', 'lnk-4'];
      await grant({ links: links.map((link) => linkOf(link, 5, { expiresAt: over })) });
      await grant({ links: [linkOf('lnk-2-1', 1, { link: 'lnk-2', expiresAt: over })] });
      await bench.store.enrol(sessionOf('ses-1', 'lnk-1'));
      await bench.store.enrol(sessionOf('ses-2-1', 'lnk-2-1'));
      await bench.store.enrol(sessionOf('ses-3', 'lnk-3'));
      await bench.store.endSession('ses-3', later);
      await bench.store.tidy({ answers: at, access: '2020-09-01T00:00:00.000Z' });
      const kept = async () => (await bench.store.links()).map(({ credential }) => credential).toSorted();
      expect(await kept()).toEqual(['lnk-1', 'lnk-2', 'lnk-2-1']);
      // The sessions of 1 December are over by then.
      await bench.store.tidy({ answers: at, access: '2021-01-01T00:00:00.000Z' });
      await bench.store.tidy({ answers: at, access: '2021-01-01T00:00:00.000Z' });
      expect([await kept(), await bench.store.sessions()]).toEqual([[], []]);
    });
  });
};
