// Decree 30/2020/NĐ-CP, Annex I: cell 2 (the body above, not bold; the issuing body, bold) and cell 7a (who signs).
import { fold } from '../text/fold.ts';
import { valueOn, type AgencyDirectory } from './directory.ts';
import type { Signatory } from './schema.ts';
import type { AgencyView } from './types.ts';

/** The left-hand head of a document, in capitals, line by line. */
export interface Letterhead {
  /** The body above; empty for People's Committees, which print none. */
  readonly superior: readonly string[];
  readonly own: readonly string[];
}

const COMMITTEE = /^ủy ban nhân dân\s+|^uỷ ban nhân dân\s+|^ubnd\s+/iu;
const isCommittee = (kind: string) => kind.startsWith('ubnd-');
/** Departments of a People's Committee: the committee above them already says of which place they are. */
const DEPARTMENTS = new Set(['phong-gddt', 'so-gddt', 'phong-vhxh']);

/** Gives what follows 'Ủy ban nhân dân': 'huyện Thủ Thừa'. */
const territory = (committee: string) => fold(committee).replace(COMMITTEE, '');

const capitals = (s: string) => fold(s).toUpperCase();

const withoutEnding = (s: string, ending: string) =>
  ending !== '' && s.length > ending.length && s.toLowerCase().endsWith(` ${ending.toLowerCase()}`)
    ? s.slice(0, -ending.length).trim()
    : s;

/** Writes the body above as a superior: common words abbreviated, the place named. */
const superiorLine = (parent: AgencyView): string => {
  if (isCommittee(parent.kind)) return `UBND ${capitals(territory(parent.name))}`;
  const short = capitals(parent.shortName).replace('GIÁO DỤC VÀ ĐÀO TẠO', 'GD&ĐT');
  const place = DEPARTMENTS.has(parent.kind) ? capitals(parent.place ?? '') : '';
  return place === '' || short.includes(place) ? short : `${short} ${place}`;
};

const ownLines = (own: AgencyView, parent: AgencyView | undefined): readonly string[] => {
  if (isCommittee(own.kind)) return ['ỦY BAN NHÂN DÂN', capitals(territory(own.name))];
  if (!DEPARTMENTS.has(own.kind) || parent === undefined) return [capitals(own.name)];
  const place = territory(parent.name);
  // 'huyện Thủ Thừa', or 'Thủ Thừa' alone.
  const bare = place.replace(/^(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)\s+/iu, '');
  return [capitals(withoutEnding(withoutEnding(fold(own.name), place), bare))];
};

/**
 * Makes the letterhead of an agency as of an ISO day: what its name of that day states, else the body above it
 * ('UBND HUYỆN THỦ THỪA') over its own name ('PHÒNG GIÁO DỤC VÀ ĐÀO TẠO'); a People's Committee stands alone on two lines.
 * An unknown id gives empty lines.
 * @see Decree 30/2020/NĐ-CP, Annex I, part I, section II.2
 */
export const letterheadOf = (agencies: AgencyDirectory, id: string, day: string): Letterhead => {
  const own = agencies.at(id, day);
  if (own === undefined) return { superior: [], own: [] };
  const stated = valueOn(own.agency.names, day)?.letterhead;
  if (stated !== undefined) return { superior: stated.superior, own: stated.own };
  const parent = own.parent === undefined ? undefined : agencies.at(own.parent, day);
  return {
    superior: parent === undefined || isCommittee(own.kind) ? [] : [superiorLine(parent)],
    own: ownLines(own, parent),
  };
};

/**
 * Writes the capacity in which a person signs, one to three lines in capitals, without the name:
 * 'TRƯỞNG PHÒNG' · 'KT. TRƯỞNG PHÒNG', 'PHÓ TRƯỞNG PHÒNG' · 'TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'.
 * @see Decree 30/2020/NĐ-CP, article 13; Annex I, part I, section II.7
 */
export const signatureLines = ({ authority, collective, headTitle, ownTitle }: Signatory): readonly string[] => {
  const stands = (['KT', 'TL', 'TUQ', 'Q'] as const).filter((a) => authority.includes(a));
  const head = [...stands.map((a) => `${a}.`), capitals(headTitle)].join(' ');
  const first = authority.includes('TM') && collective !== undefined ? [`TM. ${capitals(collective)}`] : [];
  const own = stands.some((a) => a !== 'Q') && ownTitle !== undefined ? [capitals(ownTitle)] : [];
  return [...first, head, ...own];
};

const SCHOOLS = new Set(['mam-non', 'mau-giao', 'tieu-hoc', 'thcs', 'nhieu-cap', 'thpt', 'chuyen-biet']);
const CENTRES = new Set(['gdtx', 'so-gddt']);
const OFFICES = new Set(['phong-gddt', 'phong-vhxh']);

/** Gives the title of whoever heads an agency of a kind: 'Hiệu trưởng', 'Giám đốc', 'Chủ tịch', else 'Thủ trưởng đơn vị'. */
export const headOfKind = (kind: string): string => {
  if (isCommittee(kind)) return 'Chủ tịch';
  if (SCHOOLS.has(kind)) return 'Hiệu trưởng';
  if (CENTRES.has(kind)) return 'Giám đốc';
  return OFFICES.has(kind) ? 'Trưởng phòng' : 'Thủ trưởng đơn vị';
};

/**
 * Gives who signs for an agency of a kind unless it says otherwise: its head, for a People's Committee its chairman on
 * behalf of the committee.
 * @see Decree 30/2020/NĐ-CP, article 13
 */
export const signatoryOfKind = (kind: string): Signatory => ({
  ...(isCommittee(kind) ? { authority: ['TM'], collective: 'ỦY BAN NHÂN DÂN' } : { authority: [] }),
  headTitle: headOfKind(kind).toUpperCase(),
});
