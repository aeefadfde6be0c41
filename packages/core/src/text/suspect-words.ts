import { nfc } from './fold.ts';
import { isSyllable, splitSyllables } from './syllable.ts';

/** A word that looks mistyped, as it stands in the text (NFC), with what was probably meant. */
export interface SuspectWord {
  /** Two or more words without a space; letters that make no Vietnamese syllable; a word often taken for another. */
  readonly kind: 'run-together' | 'not-a-syllable' | 'confusion';
  readonly word: string;
  readonly suggestion?: string;
}

/** Foreign words and names that would read as syllables run together, or that carry Vietnamese marks. Lower case. */
const ALLOWED: ReadonlySet<string> = new Set(
  (
    'campuchia vneid london saigon canton gambia common random chosen sunday monday ' +
    'ôtô môtô ôxy ôxi axít cácbon êkíp vắcxin xìtrét ôlympic ôlimpic ' +
    'đăk đắk đak lăk lắk krông pắk pắc êđê mnông hrê xtiêng sđiêng chơro ơđu mơnông'
  ).split(' '),
);

/** Phrases of administrative writing in which one syllable is often taken for another: both are syllables. */
const CONFUSIONS: readonly (readonly [written: string, meant: string])[] = [
  ['sai lệnh', 'sai lệch'],
  ['phát luật', 'pháp luật'],
  ['tuyên truyên', 'tuyên truyền'],
  ['tuyên tuyền', 'tuyên truyền'],
  ['triễn khai', 'triển khai'],
  ['vướng mắt', 'vướng mắc'],
  ['bổ xung', 'bổ sung'],
  ['sử lý', 'xử lý'],
  ['xuất xắc', 'xuất sắc'],
  ['suất sắc', 'xuất sắc'],
  ['trãi nghiệm', 'trải nghiệm'],
  ['trao dồi', 'trau dồi'],
  ['đọc lập', 'độc lập'],
  ['kế hoặch', 'kế hoạch'],
  ['chuẩn đoán', 'chẩn đoán'],
];

const CONFUSED = new RegExp(
  `(?<!\\p{L})(?:${CONFUSIONS.map(([written]) => written.replace(' ', '\\s+')).join('|')})(?!\\p{L})`,
  'giu',
);

const meantBy = (words: string): string | undefined => {
  const key = words.toLowerCase().replaceAll(/\s+/g, ' ');
  return CONFUSIONS.find(([written]) => written === key)?.[1];
};

// Placeholders, addresses, and whatever has a digit in it (dates, numbers and symbols of documents) are no words.
const NOT_WORDS =
  /\{[^{}]*\}|https?:\/\/\S+|(?<!\S)\S+@\S+|(?<![\p{L}\p{N}_.-])[\w-]+(?:\.[\w-]+)+(?![\p{L}\p{N}])|(?<![\p{L}\p{N}&_-])[\p{L}&_-]*\p{N}[\p{L}\p{N}&_-]*/gu;
const WORD = /\p{L}[\p{L}\p{M}]*/gu;

const LONGEST_WORD = 48;
const VIETNAMESE = /^[a-eg-ik-vxyàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]+$/;
const ASCII = /^[A-Za-z]+$/;
const ABBREVIATION = /^[A-ZĐ]{2,}$/;
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/;

// Where capitals meet small letters: the last capital of a run opens a word (THPT|Quốc), or belongs to it (UBND|huyện).
const PIECES = [/\p{Lu}{2,}(?=\p{Lu}\p{Ll})|\p{Lu}{2,}|\p{Lu}?\p{Ll}+|\p{Lu}/gu, /\p{Lu}{2,}|\p{Lu}?\p{Ll}+|\p{Lu}/gu];

/** Splits a word into syllables and abbreviations run together; undefined where it cannot be split so. */
const split = (word: string): readonly string[] | undefined => {
  for (const cut of PIECES) {
    const pieces = (word.match(cut) ?? []).map((piece) => (ABBREVIATION.test(piece) ? [piece] : splitSyllables(piece)));
    if (pieces.every((piece) => piece !== undefined)) return pieces.flat();
  }
  return undefined;
};

/**
 * Letters of the Latin alphabet alone may be a foreign word that happens to fall into syllables (robot, photo): only
 * two pieces of three letters and more count. One letter beside an abbreviation is part of it.
 */
const isRunTogether = (word: string, pieces: readonly string[]): boolean => {
  const words = pieces.filter((piece) => !ABBREVIATION.test(piece));
  if (pieces.length < 2 || words.length === 0) return false;
  if (ASCII.test(word)) return pieces.length === 2 && words.every((piece) => piece.length > 2);
  return words.length === pieces.length || words.every((piece) => piece.length > 1);
};

const judge = (word: string): SuspectWord | undefined => {
  const small = word.toLowerCase();
  if (
    word.length < 2 ||
    word.length > LONGEST_WORD ||
    ABBREVIATION.test(word) ||
    !VIETNAMESE.test(small) ||
    isSyllable(word)
  )
    return undefined;
  const pieces = split(word);
  if (pieces !== undefined && isRunTogether(word, pieces)) {
    return { kind: 'run-together', word, suggestion: pieces.join(' ') };
  }
  // Capitals without a tone mark are an abbreviation (BCHTƯ, QyĐ); letters without any mark may be a foreign word.
  const abbreviation =
    [...word].filter((letter) => letter !== letter.toLowerCase()).length > 1 && !TONE.test(word.normalize('NFD'));
  return ASCII.test(word) || abbreviation ? undefined : { kind: 'not-a-syllable', word };
};

/**
 * Finds the words of a text that look mistyped, each once, in order: syllables run together with the split that was
 * probably meant, letters that make no Vietnamese syllable, and phrases in which one syllable is often taken for
 * another. Abbreviations, numbers, codes, addresses and `{placeholders}` are passed over, and so are the words in
 * `allowed` (any case): foreign words and names of the office's own.
 */
export const suspectWords = (
  text: string,
  { allowed = [] }: { readonly allowed?: readonly string[] } = {},
): readonly SuspectWord[] => {
  const masked = nfc(text).replaceAll(NOT_WORDS, (found) => ' '.repeat(found.length));
  const own = new Set(allowed.map((word) => nfc(word).toLowerCase()));
  const found = new Map<string, readonly [at: number, suspect: SuspectWord]>();
  for (const match of masked.matchAll(WORD)) {
    const [word] = match;
    const small = word.toLowerCase();
    const suspect = found.has(word) || ALLOWED.has(small) || own.has(small) ? undefined : judge(word);
    if (suspect !== undefined) found.set(word, [match.index, suspect]);
  }
  for (const match of masked.matchAll(CONFUSED)) {
    const [word] = match;
    const suggestion = meantBy(word);
    if (suggestion !== undefined && !found.has(word))
      found.set(word, [match.index, { kind: 'confusion', word, suggestion }]);
  }
  return [...found.values()].toSorted(([a], [b]) => a - b).map(([, suspect]) => suspect);
};
