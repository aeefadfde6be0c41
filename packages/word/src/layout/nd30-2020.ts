// Layout of official paper as data: Decree 30/2020/NĐ-CP of 05/3/2020, Annex I, part I. Where the Decree gives a
// range, `value` is the choice made here and `allowed` the range; tests hold every value within its range.

/** A measure in millimetres, points or lines with the range that the rule allows, both ends inclusive. */
export interface Measure {
  readonly value: number;
  readonly allowed: readonly [least: number, most: number];
}

/** How one component of a document ('ô' of the placement diagram) is set. */
export interface Component {
  /** Number of the cell in the placement diagram; absent: not a numbered cell. */
  readonly cell?: string;
  readonly source: string;
  readonly size: Measure;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly align: 'left' | 'center' | 'both';
}

const ANNEX = 'Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I';
const within = (value: number, least: number, most: number): Measure => ({ value, allowed: [least, most] });
const exactly = (value: number): Measure => within(value, value, value);

interface Setting {
  readonly cell?: string;
  readonly at: string;
  readonly size: Measure;
  readonly set?: 'bold' | 'italic' | 'bold italic';
  readonly align: Component['align'];
}

const component = ({ cell, at, size, set = '' as never, align }: Setting): Component => ({
  ...(cell === undefined ? {} : { cell }),
  source: `${ANNEX}, ${at}`,
  size,
  bold: set.includes('bold'),
  italic: set.includes('italic'),
  align,
});

/**
 * The ruleset `ND30-2020`: paper and margins in millimetres, sizes in points.
 *
 * @see Decree 30/2020/NĐ-CP, Annex I, part I (in force since 05/3/2020)
 */
export const nd30 = {
  id: 'ND30-2020',
  source: ANNEX,
  inForceFrom: '2020-03-05',
  font: 'Times New Roman',
  /** A4, portrait; landscape for tables that stand in an annex of their own. */
  paper: { width: 210, height: 297 },
  margins: {
    top: within(25, 20, 25),
    bottom: within(20, 20, 25),
    left: within(30, 30, 35),
    right: within(15, 15, 20),
  },
  /** Centred in the top margin, Arabic, from 1, hidden on the first page. */
  pageNumber: component({ at: 'Mục I.8', size: within(13, 13, 14), align: 'center' }),
  /** Running text: first-line indent 1 cm or 1.27 cm; gap between paragraphs at least 6 pt; single to 1.5 lines. */
  body: { indent: 12.7, gap: within(6, 6, 12), line: within(1.1, 1, 1.5) },
  /** Lines under headings, as a share of the text's length: 'dài bằng từ 1/3 đến 1/2 độ dài của dòng chữ'. */
  rule: { share: within(0.4, 1 / 3, 1 / 2) },
  components: {
    motto1: component({ cell: '1', at: 'Mục II.1', size: within(12, 12, 13), set: 'bold', align: 'center' }),
    motto2: component({ cell: '1', at: 'Mục II.1', size: within(13, 13, 14), set: 'bold', align: 'center' }),
    superior: component({ cell: '2', at: 'Mục II.2', size: within(12, 12, 13), align: 'center' }),
    agency: component({ cell: '2', at: 'Mục II.2', size: within(12, 12, 13), set: 'bold', align: 'center' }),
    number: component({ cell: '3', at: 'Mục II.3', size: exactly(13), align: 'center' }),
    placeAndDate: component({ cell: '4', at: 'Mục II.4', size: within(13, 13, 14), set: 'italic', align: 'center' }),
    type: component({ cell: '5a', at: 'Mục II.5', size: within(14, 13, 14), set: 'bold', align: 'center' }),
    subject: component({ cell: '5a', at: 'Mục II.5', size: within(14, 13, 14), set: 'bold', align: 'center' }),
    letterSubject: component({ cell: '5b', at: 'Mục II.5', size: within(12, 12, 13), align: 'center' }),
    basis: component({ cell: '6', at: 'Mục II.6', size: within(14, 13, 14), set: 'italic', align: 'both' }),
    text: component({ cell: '6', at: 'Mục II.6', size: within(14, 13, 14), align: 'both' }),
    part: component({ cell: '6', at: 'Mục II.6', size: within(14, 13, 14), set: 'bold', align: 'both' }),
    clause: component({ cell: '6', at: 'Mục II.6', size: within(14, 13, 14), set: 'bold', align: 'both' }),
    capacity: component({ cell: '7a', at: 'Mục II.7', size: within(14, 13, 14), set: 'bold', align: 'center' }),
    signer: component({ cell: '7b', at: 'Mục II.7', size: within(14, 13, 14), set: 'bold', align: 'center' }),
    addressee: component({ cell: '9a', at: 'Mục II.9', size: within(14, 13, 14), align: 'left' }),
    recipientsLabel: component({ cell: '9b', at: 'Mục II.9', size: exactly(12), set: 'bold italic', align: 'left' }),
    recipients: component({ cell: '9b', at: 'Mục II.9', size: exactly(11), align: 'left' }),
    /** Boxed; also used for the mark of invented data and of working papers. */
    circulation: component({ cell: '11', at: 'Mục III.2', size: within(13, 13, 14), set: 'bold', align: 'center' }),
    annexLabel: component({ at: 'Mục III.1', size: exactly(14), set: 'bold', align: 'center' }),
    annexTitle: component({ at: 'Mục III.1', size: within(13, 13, 14), set: 'bold', align: 'center' }),
    annexReference: component({ at: 'Mục III.1', size: within(13, 13, 14), set: 'italic', align: 'center' }),
  },
} as const;

/** Width between the margins in millimetres, upright or turned. */
export const textWidth = (turned: boolean): number =>
  (turned ? nd30.paper.height : nd30.paper.width) - nd30.margins.left.value - nd30.margins.right.value;

/** Columns of the letterhead: agency, then national name and motto. Together the width of the text. */
export const letterheadColumns = [70, 95] as const;

/** Columns of the closing block: recipients, then signature. */
export const closingColumns = [80, 85] as const;
