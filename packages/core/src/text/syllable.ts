// A Vietnamese syllable is onset + rhyme + tone. The rhymes are written as nucleus:codas ('.' is no coda), with the
// spelling of old and new schools alike: where the tone mark sits (hòa, hoà) and i or y are free, as no rule of
// administrative writing settles them (Decree 30/2020/NĐ-CP, Annex II, is silent).
const unfold = (table: string): ReadonlySet<string> =>
  new Set(
    table.split(' ').flatMap((row) => {
      const [nucleus = '', codas = ''] = row.split(':');
      return codas.split(',').map((coda) => (coda === '.' ? nucleus : nucleus + coda));
    }),
  );

const RHYMES = unfold(
  'a:.,c,ch,i,m,n,ng,nh,o,p,t,u,y ă:c,m,n,ng,p,t â:c,m,n,ng,p,t,u,y e:.,c,m,n,ng,o,p,t ê:.,ch,m,n,nh,p,t,u ' +
    'i:.,a,ch,m,n,nh,p,t,u iê:c,m,n,ng,p,t,u o:.,c,i,m,n,ng,p,t oa:.,c,ch,i,m,n,ng,nh,o,p,t,y oă:c,m,n,ng,t oe:.,n,o,t ' +
    'oo:c,ng ô:.,c,i,m,n,ng,p,t ơ:.,i,m,n,p,t u:.,a,c,i,m,n,ng,p,t uâ:n,ng,t,y uê:.,ch,nh uô:c,i,m,n,ng,t uơ:. ' +
    'uy:.,a,ch,n,nh,p,t,u uyê:n,t ư:.,a,c,i,m,n,ng,t,u ươ:c,i,m,n,ng,p,t,u y:. yê:m,n,ng,t,u',
);
/** After 'qu', whose u is the glide. */
const RHYMES_AFTER_QU = unfold(
  'a:.,c,ch,i,m,n,ng,nh,o,t,u,y ă:c,m,n,ng,p,t â:n,ng,t,y e:.,n,o,t ê:.,ch,n,nh,t,u i:.,ch,nh,t,n ô:c ơ:.,n,t y:.,ch,nh,t,n,u yê:n,t',
);
/** After 'g' read as 'gi', whose i is the nucleus too: gì, gìn, giếng. */
const RHYMES_AFTER_G = unfold('i:.,n iê:c,m,n,ng,t');

const ONSET = /^(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnprstvx])?/;
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
/** Sắc and nặng, the only tones before a stop. */
const STOP_TONES = /[\u0301\u0323]/;

const fits = (onset: string, rhyme: string): boolean => {
  const front = /^[ieêy]/.test(rhyme);
  switch (onset) {
    case 'qu':
      return RHYMES_AFTER_QU.has(rhyme);
    case 'k':
    case 'gh':
    case 'ngh':
      return front && !rhyme.startsWith('yê') && RHYMES.has(rhyme);
    case 'g':
      return front ? RHYMES_AFTER_G.has(rhyme) : RHYMES.has(rhyme);
    case 'c':
      return !front && !/^(?:o[aăe]|u[âêơy])/.test(rhyme) && RHYMES.has(rhyme);
    case 'ng':
      return !front && RHYMES.has(rhyme);
    case 'gi':
      return !/^[iy]/.test(rhyme) && RHYMES.has(rhyme);
    case '':
      return !rhyme.startsWith('iê') && RHYMES.has(rhyme);
    default:
      return (rhyme === 'y' ? /[hklmstv]$/.test(onset) : !rhyme.startsWith('y')) && RHYMES.has(rhyme);
  }
};

/** A syllable's onset; undefined where the letters make no syllable. */
const onsetOf = (word: string): string | undefined => {
  const spelt = word.toLowerCase().normalize('NFD');
  const tones = spelt.match(TONES) ?? [];
  if (tones.length > 1) return undefined;
  const base = spelt.replaceAll(TONES, '').normalize('NFC');
  if (/[cpt]$|ch$/.test(base) && !STOP_TONES.test(tones[0] ?? '')) return undefined;
  const onset = ONSET.exec(base)?.[0] ?? '';
  const shorter = onset === 'gi' ? ['gi', 'g'] : [onset];
  return shorter.find((start) => fits(start, base.slice(start.length)));
};

/** Tells whether a word is spelt as one Vietnamese syllable: any case, composed or not, tone mark in either place. */
export const isSyllable = (word: string): boolean => onsetOf(word) !== undefined;

const LONGEST_SYLLABLE = 7;

interface Split {
  readonly cost: number;
  readonly pieces: readonly string[];
}

/**
 * Splits letters of one case (or with one capital in front) into syllables: as few as can be, then those that begin
 * with a consonant (Nhà|nước, not Nhàn|ước), then the first as long as can be. Undefined where they make none.
 */
export const splitSyllables = (letters: string): readonly string[] | undefined => {
  const best: (Split | undefined)[] = [{ cost: 0, pieces: [] }];
  for (let to = 1; to <= letters.length; to += 1) {
    for (let from = Math.max(0, to - LONGEST_SYLLABLE); from < to; from += 1) {
      const before = best[from];
      const piece = letters.slice(from, to);
      const onset = before === undefined ? undefined : onsetOf(piece);
      if (before === undefined || onset === undefined) continue;
      const cost = before.cost + (onset === '' ? 101 : 100);
      if (cost <= (best[to]?.cost ?? Number.POSITIVE_INFINITY)) best[to] = { cost, pieces: [...before.pieces, piece] };
    }
  }
  return letters === '' ? undefined : best[letters.length]?.pieces;
};
