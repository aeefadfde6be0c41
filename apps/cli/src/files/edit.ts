import { isSeq, parseDocument, type Document } from 'yaml';

/** Changes a YAML text and keeps its comments, its order and its kind of line breaks. */
export function editYaml(text: string, change: (document: Document) => void): string {
  const document: Document = parseDocument(text, { version: '1.2' });
  change(document);
  // No folding anew: only what was changed may differ.
  const written = document.toString({ lineWidth: 0 });
  return text.includes('\r\n') ? written.replaceAll(/\r?\n/g, '\r\n') : written;
}

/** Adds an item to a list of the document. */
export function append(document: Document, key: string, item: unknown): void {
  const list = document.get(key);
  if (isSeq(list)) list.add(document.createNode(item));
  else document.set(key, [item]);
}
