// The Vietnamese lunisolar calendar: months begin on the day of the new moon and the eleventh month holds the winter
// solstice, both reckoned on the clock of UTC+7 (China reckons on UTC+8, so Tết differs in some years, as in 2007 and
// 2030). The method is the one that Ho Ngoc Duc published; the astronomy is Jean Meeus, 'Astronomical Algorithms':
// the mean new moon with its periodic terms, and the apparent longitude of the sun.
import { dayNumberOf, isoDay } from './day.ts';

const ZONE_DAYS = 7 / 24;
/** Julian date of midnight UTC on 1970-01-01. */
const EPOCH = 2_440_587.5;
const RADIANS = Math.PI / 180;
/** Mean length of a lunar month in days, and the Julian date of the mean new moon of 1 January 1900, number 0. */
const SYNODIC = 29.530588853;
const FIRST_NEW_MOON = 2_415_021.076998695;

const sin = (degrees: number) => Math.sin(degrees * RADIANS);

/** Gives the day number, in Vietnam, on which new moon `k` falls (k = 0: January 1900). */
const newMoonDay = (k: number): number => {
  const t = k / 1236.85;
  const t2 = t * t;
  const t3 = t2 * t;
  const mean =
    2_415_020.75933 +
    29.53058868 * k +
    0.0001178 * t2 -
    0.000000155 * t3 +
    0.00033 * sin(166.56 + 132.87 * t - 0.009173 * t2);
  const sun = 359.2242 + 29.10535608 * k - 0.0000333 * t2 - 0.00000347 * t3;
  const moon = 306.0253 + 385.81691806 * k + 0.0107306 * t2 + 0.00001236 * t3;
  const latitude = 21.2964 + 390.67050646 * k - 0.0016528 * t2 - 0.00000239 * t3;
  const correction =
    (0.1734 - 0.000393 * t) * sin(sun) +
    0.0021 * sin(2 * sun) -
    0.4068 * sin(moon) +
    0.0161 * sin(2 * moon) -
    0.0004 * sin(3 * moon) +
    0.0104 * sin(2 * latitude) -
    0.0051 * sin(sun + moon) -
    0.0074 * sin(sun - moon) +
    0.0004 * sin(2 * latitude + sun) -
    0.0004 * sin(2 * latitude - sun) -
    0.0006 * sin(2 * latitude + moon) +
    0.001 * sin(2 * latitude - moon) +
    0.0005 * sin(sun + 2 * moon);
  // Dynamical time less universal time, in days; good to a few seconds in this century.
  const clockError = -0.000278 + 0.000265 * t + 0.000262 * t2;
  return Math.floor(mean + correction - clockError + ZONE_DAYS - EPOCH);
};

/** Gives in which of the twelve signs, from the March equinox (0) on, the sun stands at midnight in Vietnam. */
const sunSign = (day: number): number => {
  const t = (day + EPOCH - ZONE_DAYS - 2_451_545) / 36_525;
  const t2 = t * t;
  const anomaly = 357.5291 + 35_999.0503 * t - 0.0001559 * t2 - 0.00000048 * t * t2;
  const mean = 280.46645 + 36_000.76983 * t + 0.0003032 * t2;
  const centre =
    (1.9146 - 0.004817 * t - 0.000014 * t2) * sin(anomaly) +
    (0.019993 - 0.000101 * t) * sin(2 * anomaly) +
    0.00029 * sin(3 * anomaly);
  const longitude = mean + centre;
  return Math.floor((longitude - 360 * Math.floor(longitude / 360)) / 30);
};

/** Gives the number of the new moon that begins the month with the winter solstice (sign 9 begins) of a year. */
const eleventhMonth = (year: number): number => {
  const k = Math.floor((dayNumberOf(year, 12, 31) + EPOCH - FIRST_NEW_MOON) / SYNODIC);
  // A month that begins with the sun already past the solstice is the twelfth.
  return sunSign(newMoonDay(k)) >= 9 ? k - 1 : k;
};

/** Gives after which new moon from `first` on (1 to 12) the leap month comes: the first month in which the sun changes no sign. */
const leapIndex = (first: number): number => {
  let index = 1;
  let sign = sunSign(newMoonDay(first + 1));
  for (; index < 14; index++) {
    const next = sunSign(newMoonDay(first + index + 1));
    if (next === sign) return index;
    sign = next;
  }
  return index;
};

/**
 * Gives the ISO day of a day of the Vietnamese lunar calendar: year 2030, month 1, day 1 → `2030-02-02`.
 * A day 30 in a month of 29 gives the first of the next month. Of a doubled month the first is meant, not the leap one.
 */
export const lunarToSolar = ({
  year,
  month,
  day,
}: {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}): string => {
  // Months 11 and 12 of a lunar year stand after the eleventh month of that solar year, the others after the one before.
  const start = eleventhMonth(month >= 11 ? year : year - 1);
  const next = eleventhMonth(month >= 11 ? year + 1 : year);
  const steps = (month + 1) % 12;
  const hasLeap = next - start === 13;
  const shift = hasLeap && steps >= leapIndex(start) ? 1 : 0;
  return isoDay(newMoonDay(start + steps + shift) + day - 1);
};

/** Gives the ISO day of the first day of Tết in a year. */
export const lunarNewYear = (year: number): string => lunarToSolar({ year, month: 1, day: 1 });
