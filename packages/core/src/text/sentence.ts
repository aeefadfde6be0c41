/** Ends a sentence with a full stop unless it ends in a mark already: a reason is written with or without one. */
export const asSentence = (text: string): string => {
  const trimmed = text.trimEnd();
  return trimmed === '' || /[.!?:;…]$/u.test(trimmed) ? trimmed : `${trimmed}.`;
};
