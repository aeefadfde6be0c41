import { describe, expect, test } from 'vitest';
import { fittedWidth } from './table.ts';

describe('the width of a column of figures', () => {
  test('is what its longest word needs, in head or cells, within its bounds', () => {
    const of = (head: string, ...cells: readonly string[]) => fittedWidth({ head, cells }, [14, 30]);
    expect(of('Kỳ báo cáo', '12')).toBe(14);
    expect(of('Kỳ báo cáo', '1.234.567')).toBeGreaterThan(of('Kỳ báo cáo', '12.345'));
    expect(of('Nghiêng', '1')).toBeGreaterThan(of('Kỳ báo cáo', '1'));
    // Words stand under each other; only one of them has to fit.
    expect(of('Kỳ báo cáo', 'chưa có số liệu')).toBe(14);
    expect(of('A'.repeat(40))).toBe(30);
    const cells = ['159/BC-TH&THCSTHB'];
    const wide = fittedWidth({ head: '', cells }, [14, 90]);
    expect(fittedWidth({ head: '', cells, narrow: true }, [14, 90])).toBeLessThan(wide);
  });
});
