const MARK = /\p{M}/u;
// East Asian wide and full-width letters, and emoji: two cells of a terminal.
const WIDE =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|[\u{1F300}-\u{1FAFF}]|[\u{20000}-\u{3FFFD}]/u;
// oxlint-disable-next-line no-control-regex -- colours are control sequences
const COLOUR = /\u001B\[[0-9;]*m/g;

/** Counts the terminal cells of a text: marks none, wide letters two, colours none. */
export function widthOf(text: string): number {
  let cells = 0;
  for (const letter of text.replaceAll(COLOUR, '').normalize('NFC'))
    cells += MARK.test(letter) ? 0 : WIDE.test(letter) ? 2 : 1;
  return cells;
}

/** Pads a text with spaces to a number of cells; a longer one stays as it is. */
export function pad(text: string, cells: number, align: 'left' | 'right' = 'left'): string {
  const room = ' '.repeat(Math.max(0, cells - widthOf(text)));
  return align === 'left' ? text + room : room + text;
}

/** Breaks a text into lines of at most so many cells, at spaces where there are any. Never gives an empty list. */
export function wrap(text: string, cells: number): readonly string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const word of paragraph.split(' ')) {
      if (line !== '' && widthOf(line) + 1 + widthOf(word) > cells) {
        lines.push(line);
        line = '';
      }
      line = line === '' ? word : `${line} ${word}`;
      while (widthOf(line) > cells) {
        let head = '';
        for (const letter of line) {
          if (head !== '' && widthOf(head + letter) > cells) break;
          head += letter;
        }
        lines.push(head);
        line = line.slice(head.length);
      }
    }
    lines.push(line);
  }
  return lines;
}
