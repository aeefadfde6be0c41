import type { Role } from '@dondoc/core';
import type { Store } from '@dondoc/store';
import manifest from '../../package.json' with { type: 'json' };
import { refuse } from '../commands/refuse.ts';
import { say, tell, type CliContext, type ExitCode } from '../context.ts';
import type { Read } from '../files/source.ts';
import { table } from '../print/table.ts';
import { serveOffice, type Serving } from '../service/serve.ts';
import { untilStopped } from '../service/until-stopped.ts';

const HOST = '127.0.0.1';
const USUAL_PORT = 8787;
/** How many ports are tried, one after the other. */
const TRIED = 20;

/** The school whose people may try the unit's side. */
const UNIT = 'th-phu-loc';

interface Serve {
  /** The office folder, absolute. */
  readonly folder: string;
  /** Absent: the usual one or the next that is free. */
  readonly port: number | undefined;
}

/** Serves on the port asked for, or on the first that is free. */
async function served(context: CliContext, { folder, port }: Serve): Promise<Read<Serving>> {
  for (let at = port ?? USUAL_PORT; ; at += 1) {
    const serving = await serveOffice(context, {
      folder,
      host: HOST,
      port: at,
      log: ({ level, event, ...details }) => {
        if (level === 'error') tell(context, JSON.stringify({ level, event, ...details }));
      },
    });
    const taken = !serving.ok && serving.findings.some(({ rule }) => rule === 'service.port-in-use');
    if (!taken || port !== undefined || at - USUAL_PORT + 1 >= TRIED) return serving;
    tell(context, `Cổng ${String(at)} đang được chương trình khác dùng, thử cổng ${String(at + 1)}.`);
  }
}

interface Access {
  readonly links: readonly { readonly who: string; readonly url: string }[];
  readonly token: string;
}

interface Wanted {
  readonly who: string;
  readonly person?: string;
  readonly unit?: string;
  readonly roles: readonly Role[];
}

/** Makes access to the demo's office through the app, as its admin at this machine. */
async function accessTo(context: CliContext, { store, url }: { store: Store; url: string }): Promise<Access> {
  const { createServer } = await import('@dondoc/server');
  const { settings, agencies } = await store.configuration();
  const people = settings?.people ?? [];
  const admin = people.find(({ roles }) => roles.includes('admin'));
  const unit = agencies.find(({ id }) => id === UNIT)?.names.at(-1)?.value;
  if (admin === undefined || unit === undefined) throw new Error('the demo has neither an admin nor its school');
  const app = createServer({
    database: store,
    clock: context.now,
    config: { version: manifest.version, publicUrl: url },
    authenticate: () => ({ id: admin.id, roles: admin.roles }),
    limiter: () => true,
  });
  const make = async <T>(path: string, json: unknown): Promise<T> => {
    const response = await app.request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(json),
    });
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
    // The app in this very process answers as its routes say.
    return (await response.json()) as T;
  };
  const ofOffice = (role: Role, work: string): readonly Wanted[] => {
    const person = people.find(({ roles }) => roles.includes(role));
    return person === undefined ? [] : [{ who: `${work}: ${person.name} (${role})`, person: person.id, roles: [role] }];
  };
  const wanted: readonly Wanted[] = [
    ...ofOffice('officer', 'Người theo dõi'),
    ...ofOffice('registrar', 'Văn thư phát hành'),
    ...ofOffice('leader', 'Lãnh đạo duyệt'),
    { who: `Người lập báo cáo, ${unit.short ?? unit.full} (filer)`, unit: UNIT, roles: ['filer'] },
    { who: `Thủ trưởng, ${unit.short ?? unit.full} (unit-head)`, unit: UNIT, roles: ['unit-head'] },
  ];
  const made = await make<{ readonly links: readonly { readonly url: string }[] }>('/v1/sign-in-links', {
    links: wanted.map(({ who, ...bearer }) => ({ ...bearer, label: who.slice(0, 100) })),
  });
  const { token } = await make<{ readonly token: string }>('/v1/tokens', {
    person: admin.id,
    roles: ['officer'],
    label: 'Dùng thử giao diện HTTP',
    days: 1,
  });
  return { links: wanted.map(({ who }, index) => ({ who, url: made.links[index]?.url ?? '' })), token };
}

/** Serves the demo's office on this machine until it is asked to stop, and shows the ways in. */
export async function serveDemo(context: CliContext, serve: Serve): Promise<ExitCode> {
  const stopped = context.stopped();
  const serving = await served(context, serve);
  if (!serving.ok) return refuse(context, serving.findings, { kept: '' });
  const { url, store } = serving.value;
  const ready = async (): Promise<void> => {
    const { links, token } = await accessTo(context, { store, url });
    const rows = links.map(({ who, url: link }) => [who, link]);
    tell(
      context,
      `\nCơ quan minh họa đang chạy tại ${url} (tài liệu giao diện HTTP: ${url}/docs); đồng hồ của cơ quan: từ 08 giờ 00 ngày 01/6/2020.`,
    );
    tell(context, '\nĐường dẫn đăng nhập, mỗi đường dẫn cho một vai trò:\n');
    // Not cut to the terminal: a link is to be clicked or copied whole.
    say(context, table([{ title: 'Vai trò' }, { title: 'Đường dẫn' }], rows, 400));
    tell(context, 'Mã truy cập của chương trình, vai trò officer, dùng được 01 ngày; thử trong cửa sổ lệnh khác:\n');
    say(
      context,
      `  curl -H 'Authorization: Bearer ${token}' '${url}/v1/obligations?report=half-year&period=2020-H1&limit=3'`,
    );
    tell(context, '\nNhấn Ctrl+C để dừng. Lần sau chạy lại, giữ nguyên nhật ký: dondoc serve trong thư mục van-phong.');
  };
  return untilStopped(context, serving.value, { stopped, ready });
}
