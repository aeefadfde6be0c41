/** Writes a size as people read it. */
export const sizeWords = (bytes: number): string => `${(bytes / 1024).toFixed(1).replace('.', ',')} KB`;
