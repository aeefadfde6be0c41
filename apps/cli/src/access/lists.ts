import { proseCount } from '@dondoc/core';
import { command } from '../commands/command.ts';
import { serviceFlags } from '../commands/flags.ts';
import { say, tell, type CliContext, type ExitCode } from '../context.ts';
import type { LocatedFinding, Read } from '../files/source.ts';
import { table, type Column } from '../print/table.ts';
import { allOf, officeNow } from '../service/api.ts';
import { notDone, notRead } from '../service/findings.ts';
import { withService } from '../service/connect.ts';
import type { ConnectFlags, Service } from '../service/service.ts';
import { word } from '../text/parse.ts';
import { credentialCells, credentialColumns, type Credential } from './credentials.ts';

interface Flags extends ConnectFlags {
  readonly json?: boolean;
}

/** A page of a list. */
type PageOf<T> = (
  service: Service,
  query: { readonly limit: string; readonly cursor?: string },
) => Promise<Read<{ readonly items: readonly T[]; readonly next: string | null }>>;

interface Listing<T> {
  readonly page: PageOf<T>;
  /** What it lists: 'mã truy cập'. */
  readonly words: string;
  readonly brief: string;
  /** A column of its own, after the common ones. */
  readonly column?: Column;
  readonly cell?: (one: T) => string;
}

/** Makes the command that lists one kind of access. */
const listCommand = <T extends Credential>({ page, words, brief, column, cell }: Listing<T>) =>
  command<Flags, readonly []>({
    run: (context: CliContext, flags: Flags): Promise<ExitCode> =>
      withService(context, { ...flags, role: 'admin', reads: true }, async (service) => {
        const listed = await allOf<T>((query) => page(service, query));
        if (!listed.ok) return notRead(context, listed.findings, flags);
        if (flags.json === true) {
          say(context, JSON.stringify(listed.value, null, 2));
          return 0;
        }
        const now = await officeNow(service);
        if (!now.ok) return notRead(context, now.findings, flags);
        const columns = column === undefined ? credentialColumns : [...credentialColumns, column];
        const rows = listed.value.map((one) => [
          ...credentialCells(now.value, one),
          ...(cell === undefined ? [] : [cell(one)]),
        ]);
        if (rows.length > 0) say(context, table(columns, rows, context.terminal.columns));
        tell(context, `${proseCount(rows.length)} ${words}.`);
        return 0;
      }),
    brief,
    parameters: { flags: serviceFlags, positional: { kind: 'tuple', parameters: [] } },
  });

/** Makes the pair of commands that list one kind of access and take it away. */
export const listAndRevoke = <T extends Credential>({
  words,
  list,
  revoke,
}: {
  /** What it is: 'mã truy cập'. */
  readonly words: string;
  readonly list: Omit<Listing<T>, 'words'> & { readonly words?: string };
  readonly revoke: Omit<Revoking, 'words'>;
}) => ({ list: listCommand({ words, ...list }), revoke: revokeCommand({ words, ...revoke }) });

interface RevokeFlags extends Flags {
  readonly sessions?: boolean;
}

interface Revoking {
  readonly revoke: (
    service: Service,
    credential: string,
    query: { readonly sessions?: 'true' },
  ) => Promise<Read<unknown>>;
  readonly words: string;
  readonly brief: string;
  /** Takes the devices that signed in with it too. */
  readonly withSessions?: boolean;
}

/** Makes the command that takes access away: one or several at once, each by its id. */
const revokeCommand = ({ revoke, words, brief, withSessions = false }: Revoking) =>
  command<RevokeFlags, readonly string[]>({
    run: (context: CliContext, flags: RevokeFlags, ids: readonly string[]): Promise<ExitCode> =>
      withService(context, { ...flags, role: 'admin' }, async (service) => {
        const findings: LocatedFinding[] = [];
        const done: string[] = [];
        for (const id of ids) {
          const answer = await revoke(service, id, flags.sessions === true ? { sessions: 'true' } : {});
          if (answer.ok) done.push(id);
          else findings.push(...answer.findings.map((one) => ({ ...one, file: id })));
        }
        if (flags.json === true && findings.length === 0) say(context, JSON.stringify({ revoked: done }, null, 2));
        else if (done.length > 0) tell(context, `Đã thu hồi ${words}: ${done.join(', ')}.`);
        return findings.length === 0 ? 0 : notDone(context, findings, flags);
      }),
    brief,
    parameters: {
      flags: {
        ...(withSessions
          ? {
              sessions: {
                kind: 'boolean' as const,
                optional: true as const,
                withNegated: false,
                brief: 'Đăng xuất cả các thiết bị đã dùng đường dẫn này',
              },
            }
          : {
              sessions: {
                kind: 'boolean' as const,
                optional: true as const,
                withNegated: false,
                hidden: true,
                brief: '',
              },
            }),
        ...serviceFlags,
      },
      positional: {
        kind: 'array',
        minimum: 1,
        parameter: { parse: word, placeholder: 'ID', brief: 'Mã trong danh sách (list)' },
      },
    },
  });
