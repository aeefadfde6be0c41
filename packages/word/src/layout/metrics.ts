import { nd30 } from './nd30-2020.ts';

// Advance widths of Times New Roman in thousandths of the size: what a line under a heading is measured by, and where
// a long heading is broken. Accented letters are as wide as their base letter; horned ones a little wider.

const widths = (table: string): ReadonlyMap<string, number> =>
  new Map(
    table
      .split(' ')
      .flatMap((group) =>
        Array.from(group.slice(group.indexOf(':') + 1), (letter) => [letter, Number.parseInt(group, 10)] as const),
      ),
  );

const BOLD = widths(
  '250:., 278:il/ 333:fjt:;()- 389:sI 444:cerz 500:agovxyJ0123456789–“” 556:bdđhknpquS 611:FP 667:BELTZ 722:wACDĐKNRUVXY 778:GHOQ 833:m& 944:M 1000:W',
);
const REGULAR = widths(
  '250:., 278:ijlt/:; 333:frI()- 389:sJ 444:acez“” 500:bdđghknopquvxy0123456789– 556:FPS 611:ELTZ 667:BCR 722:wADĐGHKNOQUVXY 778:m& 889:M 944:W',
);

const SPACE = 250;

const letterWidth = (letter: string, table: ReadonlyMap<string, number>): number => {
  if (letter === ' ' || letter === '\u00A0') return SPACE;
  const known = table.get(letter);
  if (known !== undefined) return known;
  const [base = letter, ...marks] = letter.normalize('NFD');
  return (table.get(base) ?? 560) + (marks.includes('\u031B') ? 70 : 0);
};

const MM_PER_POINT = 25.4 / 72;

/** Measures a line of text in millimetres, near enough for rules and line breaks. `size` in points. */
export const measure = (text: string, { size, bold }: { size: number; bold: boolean }): number => {
  const table = bold ? BOLD : REGULAR;
  let sum = 0;
  for (const letter of text.normalize('NFC')) sum += letterWidth(letter, table);
  return (sum * size * MM_PER_POINT) / 1000;
};

/** Length in millimetres of the line under a heading. */
export const ruleLength = (text: string, set: { size: number; bold: boolean }): number =>
  measure(text, set) * nd30.rule.share.value;

// Words of two syllables that agencies and headings are full of: no line ends between them.
const COMPOUNDS: ReadonlySet<string> = new Set(
  (
    'mầm non|mẫu giáo|tiểu học|trung học|cơ sở|phổ thông|dân tộc|nội trú|bán trú|chuyên biệt|trung tâm|giáo dục|' +
    'thường xuyên|nghề nghiệp|đào tạo|văn hóa|xã hội|khoa học|công nghệ|thông tin|đối ngoại|ủy ban|nhân dân|' +
    'hiệu trưởng|giám đốc|trưởng phòng|chủ tịch|thành phố|thị xã|thị trấn|hoạt động|kết quả|thực hiện|báo cáo|kế hoạch|năm học'
  ).split('|'),
);

// A number belongs to the word before it ('năm 2020', 'Quý III'), and so does the single letter that a name ends in.
const ENDS = /^(?:[\d IVX]+[.,;]?|\p{Lu})$/u;

// No-break spaces are left alone: they are room for a number or a day. A lone dash belongs to what follows, like 'và'.
const glued = (text: string): string[] => {
  const parts: string[] = [];
  let last = '';
  for (const word of text.split(/[ \t\n]+/).filter((one) => one !== '')) {
    const before = parts.at(-1);
    const pair = COMPOUNDS.has(`${last} ${word}`.toLocaleLowerCase('vi'));
    if (before === undefined) parts.push(word);
    else if (ENDS.test(word) || word === '-' || before.endsWith(' -') || before.endsWith('\u00A0-'))
      parts[parts.length - 1] = `${before}\u00A0${word}`;
    else if (pair || /^và$/iu.test(last)) parts[parts.length - 1] = `${before} ${word}`;
    else parts.push(word);
    last = word;
  }
  return parts;
};

/**
 * Breaks a heading into the fewest lines that fit `width` millimetres, of about the same length: a centred heading
 * must not end in a line of one word.
 */
export const balanced = (text: string, { width, ...set }: { width: number; size: number; bold: boolean }): string[] => {
  const parts = glued(text);
  const total = measure(parts.join(' '), set);
  if (total <= width || parts.length < 2) return [parts.join(' ')];
  for (let lines = Math.ceil(total / width); ; lines += 1) {
    // Longest line allowed, from the mean upwards, until the words fit the number of lines.
    for (let most = total / lines; most <= width; most += width / 40) {
      const broken: string[] = [];
      for (const part of parts) {
        const longer = broken.length === 0 ? part : `${broken.at(-1)} ${part}`;
        if (broken.length > 0 && measure(longer, set) <= most) broken[broken.length - 1] = longer;
        else broken.push(part);
      }
      if (broken.length <= lines) return broken;
    }
    if (lines >= parts.length) return parts;
  }
};
