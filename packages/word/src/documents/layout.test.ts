import { beforeAll, describe, expect, test } from 'vitest';
import { measure } from '../layout/metrics.ts';
import { nd30 } from '../layout/nd30-2020.ts';
import { styles, type ParagraphStyle } from '../layout/styles.ts';
import { samples } from '../testing/samples.ts';
import { all, child, readDocument, textOf, val, type Document, type Node } from '../testing/xml.ts';

// What a reader of the file finds, held against the Decree: nothing here asks the code that wrote it.

const documents = new Map<string, Document>();
beforeAll(async () => {
  for (const [name, make] of Object.entries(samples)) documents.set(name, readDocument(await make()));
});
const open = (name: string): Document => documents.get(name)!;

// 'hostile' has no words to hold against the Decree; it is read and validated like the others.
const names = Object.keys(samples).filter((name) => name !== 'hostile');
const slips = new Set(['return-slip', 'follow-up-book']);
const official = names.filter((name) => !slips.has(name));
const millimetres = (node: Node | undefined, side: string): number =>
  (Number(node?.attributes[`w:${side}`]) / 1440) * 25.4;

describe.each(names)('%s', (name) => {
  test('is on A4 with margins within their ranges, upright or turned', () => {
    for (const section of open(name).sections) {
      const size = child(section, 'w:pgSz');
      const sides = [Math.round(millimetres(size, 'w')), Math.round(millimetres(size, 'h'))];
      expect(sides).toEqual(size?.attributes['w:orient'] === 'landscape' ? [297, 210] : [210, 297]);
      const margins = child(section, 'w:pgMar');
      for (const side of ['top', 'bottom', 'left', 'right'] as const) {
        const [least, most] = nd30.margins[side].allowed;
        expect(millimetres(margins, side)).toBeGreaterThanOrEqual(least - 0.05);
        expect(millimetres(margins, side)).toBeLessThanOrEqual(most + 0.05);
      }
    }
  });

  test('numbers its pages in the header, centred, not on the first page of a section, each section from 1', () => {
    const document = open(name);
    const relationships = all(document.part('word/_rels/document.xml.rels'), 'Relationship');
    const header = (section: Node, type: string): Node | undefined => {
      const id = section.children.find((one) => one.name === 'w:headerReference' && one.attributes['w:type'] === type)
        ?.attributes['r:id'];
      const target = relationships.find(({ attributes }) => attributes['Id'] === id)?.attributes['Target'];
      return target === undefined ? undefined : document.part(`word/${target}`);
    };
    const fields = (part: Node | undefined) =>
      part === undefined
        ? []
        : all(part, 'w:p').filter((p) => all(p, 'w:instrText').some((one) => one.text.trim() === 'PAGE'));
    const [first] = document.sections;
    expect(fields(header(first!, 'default')).map((p) => val(child(child(p, 'w:pPr'), 'w:pStyle')))).toEqual([
      'SoTrang',
    ]);
    expect(header(first!, 'first')).toBeDefined();
    expect(fields(header(first!, 'first'))).toEqual([]);
    for (const section of document.sections) {
      expect(child(section, 'w:titlePg')).toBeDefined();
      expect(child(section, 'w:pgNumType')?.attributes['w:start']).toBe('1');
    }
  });

  test('formats by named styles only: no run or paragraph carries letters of its own', () => {
    const document = open(name);
    const known = new Set(
      all(document.part('word/styles.xml'), 'w:style').map(({ attributes }) => attributes['w:styleId']),
    );
    for (const { style } of document.paragraphs) expect(known).toContain(style);
    for (const properties of all(document.body, 'w:rPr'))
      expect(properties.children.map((one) => one.name)).toEqual(['w:rStyle']);
    const own = new Set(all(document.body, 'w:pPr').flatMap(({ children }) => children.map((one) => one.name)));
    own.delete('w:pStyle');
    own.delete('w:sectPr');
    // The indents of a drawn line are as long as its text is.
    own.delete('w:ind');
    expect([...own]).toEqual([]);
    expect(
      document.paragraphs
        .filter(({ node }) => child(child(node, 'w:pPr'), 'w:ind') !== undefined)
        .every(({ style }) => style === 'DuongKe'),
    ).toBe(true);
  });

  test('draws its lines: nothing is underlined', () => {
    const document = open(name);
    expect([...all(document.body, 'w:u'), ...all(document.part('word/styles.xml'), 'w:u')]).toEqual([]);
    expect(
      all(document.part('word/styles.xml'), 'w:style')
        .filter((one) => one.attributes['w:styleId'] === 'DuongKe')
        .flatMap((one) => all(one, 'w:top')),
    ).toHaveLength(1);
  });

  test('is set in Times New Roman throughout', () => {
    const part = open(name).part('word/styles.xml');
    expect(new Set(all(part, 'w:rFonts').flatMap(({ attributes }) => Object.values(attributes)))).toEqual(
      new Set(['Times New Roman']),
    );
    expect(all(part, 'w:docDefaults')).toHaveLength(1);
  });

  test('has tables no wider than the text, with a head that repeats and rows that stay whole', () => {
    const document = open(name);
    const widest = Math.round(((nd30.paper.width - nd30.margins.left.value - nd30.margins.right.value) / 25.4) * 1440);
    const turned = Math.round(((nd30.paper.height - nd30.margins.left.value - nd30.margins.right.value) / 25.4) * 1440);
    let section = 0;
    for (const node of document.body.children) {
      if (all(node, 'w:sectPr').length > 0) section += 1;
      if (node.name !== 'w:tbl') continue;
      const landscape = child(document.sections[section], 'w:pgSz')?.attributes['w:orient'] === 'landscape';
      const grid = all(node, 'w:gridCol').map(({ attributes }) => Number(attributes['w:w']));
      expect(grid.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual((landscape ? turned : widest) + grid.length);
      const rows = all(node, 'w:tr');
      // Units' own paragraphs, in working papers, may be longer than a page.
      const whole = rows.every((row) => child(child(row, 'w:trPr'), 'w:cantSplit') !== undefined);
      expect(whole || name === 'consolidated-internal').toBe(true);
      for (const row of rows) {
        const spans = row.children
          .filter((one) => one.name === 'w:tc')
          .map((cell) => Number(val(child(child(cell, 'w:tcPr'), 'w:gridSpan')) ?? 1));
        expect(spans.reduce((sum, one) => sum + one, 0)).toBe(grid.length);
      }
      const ruled = val(child(child(node, 'w:tblPr'), 'w:tblStyle')) === 'BangKe';
      expect(child(child(rows[0], 'w:trPr'), 'w:tblHeader') !== undefined).toBe(ruled);
    }
  });
});

describe.each(official)('%s, a document that goes out', (name) => {
  test('bears national name and motto, number and date in their places', () => {
    const by = (style: string) =>
      open(name)
        .paragraphs.filter((one) => one.style === style)
        .map(({ text }) => text);
    expect(by('QuocHieu')).toEqual(['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM']);
    expect(by('TieuNgu')).toEqual(['Độc lập - Tự do - Hạnh phúc']);
    expect(by('SoKyHieu')[0]).toMatch(/^Số: (?:\d{2,}|\u00A0+)\/[A-ZĐ&]+(?:-[A-ZĐ&]+)*$/);
    expect(by('DiaDanhThoiGian')[0]).toMatch(
      /^\p{Lu}.*, ngày(?: \d{2} |\u00A0+)tháng(?: \d{1,2} |\u00A0+)năm[ \u00A0]\d{4}$/u,
    );
  });

  test("ends its text with './.', once", () => {
    const { paragraphs } = open(name);
    expect(paragraphs.filter(({ text }) => text.endsWith('./.')).map(({ style }) => style)).toEqual(['KetThuc']);
  });

  test('lists recipients, the last one ending with a full stop', () => {
    const list = open(name)
      .paragraphs.filter(({ style }) => style === 'NoiNhan')
      .map(({ text }) => text);
    expect(list.length).toBeGreaterThan(0);
    for (const [i, line] of list.entries())
      expect(line).toMatch(i === list.length - 1 ? /^- .*[^;.]\.$/u : /^- .*[^;.];$/u);
    const addressed = open(name).paragraphs.some(({ text }) => text.startsWith('Kính gửi'));
    expect(list[0] === '- Như trên;').toBe(addressed);
  });

  test('is in NFC, with no word that does not belong on paper', () => {
    const { text } = open(name);
    expect(text).toBe(text.normalize('NFC'));
    expect(text).not.toMatch(/undefined|null|NaN|\[object|deadline|\bbạn\b|!|\{|\}/u);
  });
});

describe('text that holds anything', () => {
  test('is read back as text: the reader refuses what XML forbids, and markup is no markup', () => {
    const { text } = open('hostile');
    expect(text).toContain('<w:p>&amp; "quoted"');
    expect(text).toContain('一');
  });
});

describe('named styles', () => {
  const style = (id: string): Node =>
    all(open('plan').part('word/styles.xml'), 'w:style').find((one) => one.attributes['w:styleId'] === id)!;

  // Sizes in half-points: [least, most] of Annex I, part I of the Decree.
  test.each([
    ['QuocHieu', 24, 26, true, false, 'center'],
    ['TieuNgu', 26, 28, true, false, 'center'],
    ['CoQuanChuQuan', 24, 26, false, false, 'center'],
    ['CoQuanBanHanh', 24, 26, true, false, 'center'],
    ['SoKyHieu', 26, 26, false, false, 'center'],
    ['DiaDanhThoiGian', 26, 28, false, true, 'center'],
    ['TenLoai', 26, 28, true, false, 'center'],
    ['TrichYeu', 26, 28, true, false, 'center'],
    ['TrichYeuCongVan', 24, 26, false, false, 'center'],
    ['CanCu', 26, 28, false, true, 'both'],
    ['NoiDung', 26, 28, false, false, 'both'],
    ['Muc', 26, 28, true, false, 'both'],
    ['Khoan', 26, 28, true, false, 'both'],
    ['KinhGuiDong', 26, 28, false, false, 'left'],
    ['QuyenHan', 26, 28, true, false, 'center'],
    ['HoTen', 26, 28, true, false, 'center'],
    ['NoiNhanNhan', 24, 24, true, true, 'left'],
    ['NoiNhan', 22, 22, false, false, 'left'],
    ['PhuLuc', 28, 28, true, false, 'center'],
    ['TenPhuLuc', 26, 28, true, false, 'center'],
    ['ThamChieu', 26, 28, false, true, 'center'],
    ['SoTrang', 26, 28, false, false, 'center'],
  ] as const)('%s is %i to %i half-points, bold %s, italic %s, %s', (id, least, most, bold, italic, align) => {
    const found = style(id);
    const size = Number(val(all(found, 'w:sz')[0]));
    expect(size).toBeGreaterThanOrEqual(least);
    expect(size).toBeLessThanOrEqual(most);
    expect([all(found, 'w:b').length > 0, all(found, 'w:i').length > 0]).toEqual([bold, italic]);
    expect(val(all(found, 'w:jc')[0])).toBe(align);
  });

  test('running text is indented by 1,27 cm with at least 6 pt between paragraphs and single to 1,5 lines', () => {
    const found = style('NoiDung');
    expect(all(found, 'w:ind')[0]?.attributes['w:firstLine']).toBe('720');
    const spacing = all(found, 'w:spacing')[0]?.attributes ?? {};
    expect(Number(spacing['w:before'])).toBeGreaterThanOrEqual(120);
    expect(Number(spacing['w:line'])).toBeGreaterThanOrEqual(240);
    expect(Number(spacing['w:line'])).toBeLessThanOrEqual(360);
  });

  test('all are in the file, each once', () => {
    const ids = all(open('plan').part('word/styles.xml'), 'w:style').map(({ attributes }) => attributes['w:styleId']);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id } of [...styles.paragraph, ...styles.character]) expect(ids).toContain(id);
  });
});

const partsOf = (document: Document, kind: 'header' | 'footer'): readonly string[] =>
  document.paths
    .filter((path) => new RegExp(`^word/${kind}\\d+\\.xml$`, 'u').test(path))
    .map((path) => textOf(document.part(path)));

describe('marks on every page', () => {
  test('invented data says so in the foot of every page, the first one included; other papers never', () => {
    for (const name of names) {
      const demo = !['plan-commune', 'plan-province', 'request-without-form', 'consolidated-half-year'].includes(name);
      const document = open(name);
      expect(partsOf(document, 'footer')).toEqual(demo ? ['DỮ LIỆU MINH HỌA', 'DỮ LIỆU MINH HỌA'] : []);
      // Sections without feet of their own have those of the first.
      const feet = document.sections.map((section) =>
        section.children
          .filter((one) => one.name === 'w:footerReference')
          .map(({ attributes }) => attributes['w:type']),
      );
      expect(feet[0]?.toSorted()).toEqual(demo ? ['default', 'first'] : []);
      expect(feet.slice(1).flat()).toEqual([]);
      expect(partsOf(document, 'header').join('')).not.toContain('MINH HỌA');
    }
  });

  test('working annexes say so in headers of their own, and only where they are', () => {
    const marked = (name: string) =>
      partsOf(open(name), 'header').filter((text) => text.includes('TÀI LIỆU LÀM VIỆC')).length;
    expect(marked('consolidated-internal')).toBe(2);
    expect(marked('consolidated')).toBe(0);
  });
});

describe('the end of the text', () => {
  const keeps = (document: Document): ReadonlySet<string> => {
    const nodes = all(document.part('word/styles.xml'), 'w:style');
    return new Set(
      nodes
        .filter((one) => all(one, 'w:keepNext').length > 0)
        .flatMap(({ attributes }) => attributes['w:styleId'] ?? []),
    );
  };
  const written = official.filter((name) => !name.startsWith('plan'));

  test.each(written)('of %s stays with its last sentence: no page holds that and the signature alone', (name) => {
    const document = open(name);
    const kept = keeps(document);
    const nodes = document.body.children;
    const at = nodes.findIndex((node) => val(child(child(node, 'w:pPr'), 'w:pStyle')) === 'KetThuc');
    // A reference to an annex alone is not text enough.
    const lines = [nodes[at - 1]!, ...(textOf(nodes[at - 1]!).startsWith('(') ? [nodes[at - 2]!] : [])].flatMap(
      (node) => (node.name === 'w:tbl' ? all(all(node, 'w:tr').at(-1)!, 'w:p') : [node]),
    );
    for (const line of lines) expect(kept).toContain(val(child(child(line, 'w:pPr'), 'w:pStyle')));
    expect(kept).toContain('KetThuc');
  });
});

describe('the first sheet of figures by unit', () => {
  const points = (mm: number) => (mm / 25.4) * 72;
  const found = new Map<string, ParagraphStyle>(styles.paragraph.map((one) => [one.id, one]));
  const style = (id: string): ParagraphStyle => {
    const own = found.get(id)!;
    return own.basedOn === undefined ? own : { ...style(own.basedOn), ...own };
  };
  const lines = (text: string, { width, ...set }: { width: number; size: number; bold: boolean }): number => {
    let count = 1;
    let line = '';
    for (const word of text.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (measure(longer, set) > width) count += 1;
      line = measure(longer, set) > width ? word : longer;
    }
    return count;
  };
  /** In points; `width` in millimetres. A line of Times New Roman is 1,15 times its size. */
  const height = ({ style: id, text }: { style: string | undefined; text: string }, width: number): number => {
    const { size = 14, bold = false, before = 0, after = 0 } = style(id!);
    return lines(text, { width, size, bold }) * size * 1.15 + before + after;
  };

  test('of 24 units stands on one turned page with its head, its total and a note', () => {
    const { body } = open('consolidated');
    const text = (node: Node) => ({ style: val(child(child(node, 'w:pPr'), 'w:pStyle')), text: textOf(node) });
    const at = body.children.findIndex((node) => textOf(node).startsWith('Biểu 1.'));
    const start = body.children.findLastIndex((node, i) => i < at && text(node).style === 'PhuLuc');
    const [table, ...above] = [body.children[at + 1]!, ...body.children.slice(start, at + 1)];
    const widths = all(table, 'w:gridCol').map(({ attributes }) => (Number(attributes['w:w']) / 1440) * 25.4 - 2.4);
    const rows = all(table, 'w:tr');
    expect(rows).toHaveLength(1 + 24 + 1);
    const tall = rows.map((row) => Math.max(...all(row, 'w:p').map((node, i) => height(text(node), widths[i]!))) + 0.5);
    const note = height({ style: 'GhiChuBangHep', text: '' }, 200);
    const sum = [...above.map((node) => height(text(node), 250)), ...tall, note].reduce((a, b) => a + b, 0);
    expect(sum).toBeLessThan(points(nd30.paper.width - nd30.margins.top.value - nd30.margins.bottom.value));
  });
});

describe('annexes', () => {
  const orientations = (name: string) =>
    open(name).sections.map((section) => child(section, 'w:pgSz')?.attributes['w:orient'] === 'landscape');
  const labels = (name: string) =>
    open(name)
      .paragraphs.filter(({ style }) => style === 'PhuLuc')
      .map(({ text }) => text);

  test('of the annual report are six, the one by unit turned', () => {
    expect(labels('consolidated')).toEqual([
      'Phụ lục I',
      'Phụ lục II',
      'Phụ lục III',
      'Phụ lục IV',
      'Phụ lục V',
      'Phụ lục VI',
    ]);
    expect(orientations('consolidated')).toEqual([false, false, false, true, false, false, false]);
  });

  test('of the half-year report leave out the figures of the school year', () => {
    expect(labels('consolidated-half-year')).toHaveLength(5);
    expect(open('consolidated-half-year').text).not.toContain('SỐ LIỆU PHÁT TRIỂN GIÁO DỤC');
  });

  test('have no numeral where there is one only', () => {
    expect(labels('reminder')).toEqual(['Phụ lục']);
    expect(labels('reminder-few')).toEqual([]);
  });

  test('name the document they belong to', () => {
    expect(open('unit-report').text.replaceAll(/[\n\u00A0]/g, ' ')).toContain(
      '(Kèm theo Báo cáo số 05/BC-THSM ngày 30 tháng 10 năm 2019 của Trường Tiểu học Sao Mai)',
    );
  });

  test('the follow-up book is turned', () => {
    expect(orientations('follow-up-book')).toEqual([true]);
  });
});
