import {
  AlignmentType,
  BorderStyle,
  convertToXmlComponent,
  Document,
  Footer,
  Header,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
  type IParagraphStyleOptions,
  type ISectionOptions,
} from 'docx';
import { strFromU8, unzipSync } from 'fflate';
import { nd30 } from '../layout/nd30-2020.ts';
import { styles, type ParagraphStyle } from '../layout/styles.ts';
import { twips } from './markup.ts';

/** What a section's pages are: `paper` the document itself, `annex` numbered on its own, `working` an internal annex. */
export interface SectionKind {
  readonly kind: 'paper' | 'annex' | 'working';
  readonly turned: boolean;
}

/** Everything of a package but its text: parts by path, and the properties of each section in order. */
export interface Frame {
  readonly parts: Readonly<Record<string, Uint8Array>>;
  readonly sections: readonly string[];
}

const DEMO_MARK = 'DỮ LIỆU MINH HỌA';
const WORKING_MARK = 'TÀI LIỆU LÀM VIỆC';

const ALIGN = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  both: AlignmentType.BOTH,
};
const SOLID = { style: BorderStyle.SINGLE, size: 6, space: 0, color: '000000' };
const points = (value: number) => Math.round(value * 20);

const paragraphStyle = (s: ParagraphStyle): IParagraphStyleOptions => ({
  id: s.id,
  name: s.name,
  basedOn: s.basedOn ?? 'Normal',
  quickFormat: true,
  run: {
    ...(s.size === undefined ? {} : { size: s.size * 2 }),
    ...(s.bold === true ? { bold: true } : {}),
    ...(s.italic === true ? { italics: true } : {}),
  },
  paragraph: {
    ...(s.align === undefined ? {} : { alignment: ALIGN[s.align] }),
    ...(s.before === undefined && s.after === undefined && s.line === undefined && s.exactly === undefined
      ? {}
      : {
          spacing: {
            ...(s.before === undefined ? {} : { before: points(s.before) }),
            ...(s.after === undefined ? {} : { after: points(s.after) }),
            ...(s.line === undefined ? {} : { line: Math.round(s.line * 240), lineRule: LineRuleType.AUTO }),
            ...(s.exactly === undefined ? {} : { line: points(s.exactly), lineRule: LineRuleType.EXACT }),
          },
        }),
    ...(s.firstLine === undefined && s.left === undefined
      ? {}
      : {
          indent: {
            ...(s.left === undefined ? {} : { left: twips(s.left) }),
            ...(s.firstLine === undefined ? {} : { firstLine: twips(s.firstLine) }),
            ...(s.hanging === undefined ? {} : { hanging: twips(s.hanging) }),
          },
        }),
    ...(s.keepNext === true ? { keepNext: true } : {}),
    ...(s.keepLines === true ? { keepLines: true } : {}),
    ...(s.newPage === true ? { pageBreakBefore: true } : {}),
    ...(s.outline === undefined ? {} : { outlineLevel: s.outline }),
    ...(s.border === 'top' ? { border: { top: SOLID } } : {}),
  },
});

const element = (name: string, attributes: Record<string, string | number> = {}, ...elements: Element[]): Element => ({
  type: 'element',
  name,
  attributes,
  elements,
});
interface Element {
  type: 'element';
  name: string;
  attributes: Record<string, string | number>;
  elements: Element[];
}

const sides = (value: string) =>
  ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) =>
    element(
      `w:${side}`,
      value === 'nil' ? { 'w:val': 'nil' } : { 'w:val': value, 'w:sz': 4, 'w:space': 0, 'w:color': '000000' },
    ),
  );
const cellMargins = (mm: number) =>
  element(
    'w:tblCellMar',
    {},
    ...['left', 'right'].map((side) => element(`w:${side}`, { 'w:w': twips(mm), 'w:type': 'dxa' })),
  );

// `docx` has no options for table styles; it takes the elements themselves.
const tableStyle = ({
  id,
  name,
  borders,
  margin,
}: {
  id: string;
  name: string;
  borders: string;
  margin: number;
}): Element =>
  element(
    'w:style',
    { 'w:type': 'table', 'w:customStyle': 1, 'w:styleId': id },
    element('w:name', { 'w:val': name }),
    element('w:basedOn', { 'w:val': 'TableNormal' }),
    element('w:qFormat'),
    element('w:tblPr', {}, element('w:tblBorders', {}, ...sides(borders)), cellMargins(margin)),
  );

// Given styles of one's own, `docx` leaves its defaults out: the font of the whole document and 'Normal' come first.
const fonts = Object.fromEntries(['ascii', 'hAnsi', 'eastAsia', 'cs'].map((script) => [`w:${script}`, nd30.font]));
const halfPoints = nd30.components.text.size.value * 2;
const defaults = [
  element(
    'w:docDefaults',
    {},
    element(
      'w:rPrDefault',
      {},
      element(
        'w:rPr',
        {},
        element('w:rFonts', fonts),
        element('w:sz', { 'w:val': halfPoints }),
        element('w:szCs', { 'w:val': halfPoints }),
        element('w:lang', { 'w:val': 'vi-VN' }),
      ),
    ),
    element('w:pPrDefault'),
  ),
  element(
    'w:style',
    { 'w:type': 'paragraph', 'w:default': 1, 'w:styleId': 'Normal' },
    element('w:name', { 'w:val': 'Normal' }),
    element('w:qFormat'),
  ),
  element(
    'w:style',
    { 'w:type': 'character', 'w:default': 1, 'w:styleId': 'DefaultParagraphFont' },
    element('w:name', { 'w:val': 'Default Paragraph Font' }),
    element('w:semiHidden'),
  ),
  element(
    'w:style',
    { 'w:type': 'table', 'w:default': 1, 'w:styleId': 'TableNormal' },
    element('w:name', { 'w:val': 'Normal Table' }),
    element('w:semiHidden'),
    element('w:tblPr', {}, element('w:tblInd', { 'w:w': 0, 'w:type': 'dxa' }), cellMargins(0)),
  ),
];

const importable = (imported: Element) => {
  const component = convertToXmlComponent(imported);
  return component === undefined || typeof component === 'string' ? [] : [component];
};

const documentStyles = () => ({
  paragraphStyles: styles.paragraph.map(paragraphStyle),
  characterStyles: styles.character.map(({ id, name, bold, italic }) => ({
    id,
    name,
    quickFormat: true,
    run: { ...(bold ? { bold } : {}), ...(italic ? { italics: italic } : {}) },
  })),
  importedStyles: [
    ...defaults,
    tableStyle({ id: 'KhungTrang', name: 'Khung không kẻ', borders: 'nil', margin: 0 }),
    tableStyle({ id: 'BangKe', name: 'Bảng kẻ', borders: 'single', margin: 1.2 }),
  ].flatMap(importable),
});

const mark = (style: string, text: string) => new Paragraph({ style, text });
const pageNumber = () =>
  new Paragraph({ style: 'SoTrang', children: [new TextRun({ children: [PageNumber.CURRENT] })] });

const headers = (working: boolean) => {
  const marks = () => (working ? [mark('DauLamViec', WORKING_MARK)] : []);
  return {
    default: new Header({ children: [pageNumber(), ...marks()] }),
    first: new Header({ children: working ? marks() : [new Paragraph({ style: 'SoTrang' })] }),
  };
};

// In the foot: the page number stands alone at the top.
const footers = () => ({
  default: new Footer({ children: [mark('DauMinhHoa', DEMO_MARK)] }),
  first: new Footer({ children: [mark('DauMinhHoa', DEMO_MARK)] }),
});

const section = ({ kind, turned }: SectionKind, before: SectionKind | undefined, demo: boolean): ISectionOptions => {
  const { top, bottom, left, right } = nd30.margins;
  // The Decree's margins are those of the page as it is read, upright or turned.
  const margin = {
    top: twips(top.value),
    bottom: twips(bottom.value),
    left: twips(left.value),
    right: twips(right.value),
  };
  const working = kind === 'working';
  return {
    // A section without headers or footers of its own takes those of the section before it.
    ...(before === undefined || (before.kind === 'working') !== working ? { headers: headers(working) } : {}),
    ...(demo && before === undefined ? { footers: footers() } : {}),
    properties: {
      titlePage: true,
      page: {
        size: {
          // docx exchanges width and height for landscape itself.
          width: twips(nd30.paper.width),
          height: twips(nd30.paper.height),
          orientation: turned ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: { ...margin, header: twips(10), footer: twips(10), gutter: 0 },
        pageNumbers: { start: 1 },
      },
    },
    children: [new Paragraph({ style: 'NoiDung' })],
  };
};

const build = async (sections: readonly SectionKind[], demo: boolean): Promise<Frame> => {
  const file = new Document({
    styles: documentStyles(),
    defaultTabStop: twips(nd30.body.indent),
    sections: sections.map((kind, i) => section(kind, sections[i - 1], demo)),
  });
  const parts = unzipSync(new Uint8Array(await Packer.toArrayBuffer(file)));
  const text = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  delete parts['word/document.xml'];
  delete parts['docProps/core.xml'];
  return { parts, sections: text.match(/<w:sectPr.*?<\/w:sectPr>/gs) ?? [] };
};

// A frame is the same for every document of its shape; few shapes occur in one process, and each is some 40 KB.
const frames = new Map<string, Promise<Frame>>();
const MOST_FRAMES = 16;

/** Builds with `docx` the styles, headers and sections of a document, or gives those of the last one of that shape. */
export const frameOf = ({ sections, demo }: { sections: readonly SectionKind[]; demo: boolean }): Promise<Frame> => {
  const shape = `${demo}:${sections.map(({ kind, turned }) => `${kind}${turned ? '-turned' : ''}`).join(',')}`;
  const known = frames.get(shape);
  if (known !== undefined) return known;
  if (frames.size >= MOST_FRAMES) frames.clear();
  const built = build(sections, demo);
  frames.set(shape, built);
  return built;
};
