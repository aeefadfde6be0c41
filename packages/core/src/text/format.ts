// How figures stand on Vietnamese official paper. Days have two digits; months only January, February and those of
// two digits anyway (Decree 30/2020/NĐ-CP, Annex I, part I, section II.4: 'ngày dưới 10 và tháng 1, 2').

const two = (n: number | string) => String(n).padStart(2, '0');
const monthText = (month: number): string => (month < 3 ? two(month) : String(month));

/** Writes a day and a month of no stated year: `05/6`. */
export const formatMonthDay = (day: number, month: number): string => `${two(day)}/${monthText(month)}`;

/** Writes a month as in '05/6' or 'tháng 02': two digits only for 1 and 2 (and 10 to 12). */
export const formatMonth = monthText;

/** Writes an ISO day as on screen and in sentences: `05/6/2019`. */
export const formatDate = (iso: string): string =>
  `${formatMonthDay(Number(iso.slice(8, 10)), Number(iso.slice(5, 7)))}/${iso.slice(0, 4)}`;

/** Writes an ISO day in full, as beside the place name on paper: `ngày 05 tháng 6 năm 2019`. */
export const formatDateLong = (iso: string): string =>
  `ngày ${iso.slice(8, 10)} tháng ${monthText(Number(iso.slice(5, 7)))} năm ${iso.slice(0, 4)}`;

const WEEKDAYS = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'] as const;

/** Names a weekday (0 is Sunday) as in a sentence: 'thứ Năm', 'Chủ nhật'. */
export const formatWeekday = (weekday: number): string => WEEKDAYS[weekday] ?? '';

/** Writes a time of day: `16:00` → `16 giờ 00`. */
export const formatTime = (time: string): string => `${time.slice(0, 2)} giờ ${time.slice(3, 5)}`;

/** Writes the time of a minute of the day, 0 to 1439: 920 → `15 giờ 20`. */
export const formatMinute = (minute: number): string => `${two(Math.floor(minute / 60))} giờ ${two(minute % 60)}`;

/** Writes a number with '.' between thousands and ',' before decimals, at most `decimals` of them (default 3), none trailing. */
export const formatNumber = (value: number, decimals = 3): string => {
  const fixed = Math.abs(value).toFixed(decimals);
  const [whole = '0', fraction = ''] = fixed.split('.');
  const grouped = whole.replaceAll(/\B(?=(?:\d{3})+$)/g, '.');
  const kept = fraction.replace(/0+$/, '');
  const text = kept === '' ? grouped : `${grouped},${kept}`;
  return value < 0 && text !== '0' ? `-${text}` : text;
};

/** Writes a count inside a sentence: whole numbers below 10 have a leading zero (`05`, but `0` stays `0`). */
export const proseCount = (value: number): string =>
  Number.isInteger(value) && value > 0 && value < 10 ? `0${value}` : formatNumber(value);

/** Writes an amount of VND as a number of millions ('triệu đồng' stands in the column's head): 1234500 → `1,235`. */
export const formatMillions = (vnd: number): string => {
  // Rounded in whole thousands of dong: 1,0005 million is not a sum that binary fractions hold.
  const thousands = Math.sign(vnd) * Math.round(Math.abs(vnd) / 1000);
  return formatNumber(thousands / 1000);
};

/**
 * Writes a share with one decimal: `92,7%`. A share of nothing is `–`.
 * Rounding never makes all of what is not all: 9.999 of 10.000 is `99,9%`, 1 of 10.000 is `0,1%`.
 */
export const formatPercent = (part: number, whole: number): string => {
  if (whole === 0) return '–';
  const tenths = Math.round((part * 1000) / whole);
  if (part < whole && tenths >= 1000) return '99,9%';
  if (part > 0 && tenths <= 0) return '0,1%';
  return `${formatNumber(tenths / 10, 1)}%`;
};

/** Writes how many units a figure runs over: `38/41 đơn vị (92,7%)`; `0/0 đơn vị` where there are none. */
export const formatCoverage = (answered: number, expected: number): string =>
  expected === 0
    ? `${answered}/0 đơn vị`
    : `${formatNumber(answered)}/${formatNumber(expected)} đơn vị (${formatPercent(answered, expected)})`;
