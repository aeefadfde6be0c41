import { strFromU8, unzipSync } from 'fflate';

// A small strict reader of XML, enough to read a document back: elements, attributes, text. Anything not well-formed,
// and any character outside XML 1.0's Char, throws.

export interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Node[];
  readonly text: string;
}

const CHAR = /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u;
const TAG = /<(\/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|<\?xml[^?]*\?>/gy;
const ENTITY = /&(?:(amp|lt|gt|quot|apos)|#(\d+)|#x([0-9a-f]+));/gi;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const decoded = (raw: string): string => {
  if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);)/i.test(raw))
    throw new Error(`bare ampersand: ${raw.slice(0, 60)}`);
  return raw.replaceAll(ENTITY, (_, name: string | undefined, decimal: string | undefined, hex: string | undefined) =>
    name === undefined
      ? String.fromCodePoint(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal))
      : (NAMED[name] ?? ''),
  );
};

interface Open {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: Node[];
  text: string;
}

/** Reads XML into its root element. */
export const readXml = (source: string): Node => {
  if (!CHAR.test(source)) throw new Error('a character that XML 1.0 forbids');
  const document: Open = { name: '', attributes: {}, children: [], text: '' };
  const stack: Open[] = [document];
  let at = 0;
  while (at < source.length) {
    const next = source.indexOf('<', at);
    const until = next === -1 ? source.length : next;
    const top = stack.at(-1);
    if (top === undefined) throw new Error('closed too often');
    if (until > at) top.text += decoded(source.slice(at, until));
    if (next === -1) break;
    TAG.lastIndex = next;
    const match = TAG.exec(source);
    if (match === null) throw new Error(`not a tag: ${source.slice(next, next + 80)}`);
    const [whole, closing, name, attributes, empty] = match;
    at = next + whole.length;
    if (name === undefined) continue;
    if (closing === '/') {
      if (top.name !== name) throw new Error(`</${name}> closes <${top.name}>`);
      stack.pop();
      stack.at(-1)?.children.push(top);
      continue;
    }
    const element: Open = { name, attributes: {}, children: [], text: '' };
    for (const [, key = '', value = ''] of (attributes ?? '').matchAll(/([\w:.-]+)="([^"]*)"/g)) {
      if (key in element.attributes) throw new Error(`attribute twice: ${key}`);
      element.attributes[key] = decoded(value);
    }
    if (empty === '/') top.children.push(element);
    else stack.push(element);
  }
  const [root] = document.children;
  if (stack.length !== 1 || document.children.length !== 1 || root === undefined || document.text.trim() !== '')
    throw new Error('not one closed root element');
  return root;
};

export const child = (node: Node | undefined, name: string): Node | undefined =>
  node?.children.find((one) => one.name === name);
/** Every element of that name below a node, at any depth, in order. */
export const all = (node: Node, name: string): readonly Node[] =>
  node.children.flatMap((one) => [...(one.name === name ? [one] : []), ...all(one, name)]);
export const val = (node: Node | undefined): string | undefined => node?.attributes['w:val'];

/** The text of a paragraph or a cell; tabs and line breaks as such. */
export const textOf = (node: Node): string =>
  node.name === 'w:t'
    ? node.text
    : node.name === 'w:br'
      ? '\n'
      : node.name === 'w:tab'
        ? '\t'
        : node.children.map(textOf).join('');

export interface Paragraph {
  readonly style: string | undefined;
  readonly text: string;
  readonly node: Node;
}

export interface Document {
  readonly part: (path: string) => Node;
  readonly paths: readonly string[];
  readonly body: Node;
  readonly paragraphs: readonly Paragraph[];
  /** Section properties in order. */
  readonly sections: readonly Node[];
  readonly text: string;
}

/** Reads a .docx back. */
export const readDocument = (bytes: Uint8Array): Document => {
  const parts = unzipSync(bytes);
  const part = (path: string): Node => {
    const found = parts[path];
    if (found === undefined) throw new Error(`no part ${path}`);
    return readXml(strFromU8(found));
  };
  const body = child(part('word/document.xml'), 'w:body');
  if (body === undefined) throw new Error('no body');
  const paragraphs = all(body, 'w:p').map((node): Paragraph => ({
    style: val(child(child(node, 'w:pPr'), 'w:pStyle')),
    text: textOf(node),
    node,
  }));
  return {
    part,
    paths: Object.keys(parts),
    body,
    paragraphs,
    sections: all(body, 'w:sectPr'),
    text: paragraphs.map(({ text }) => text).join('\n'),
  };
};
