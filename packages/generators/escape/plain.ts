// Characters that change how text is read: controls, line and paragraph separators, bidirectional overrides, BOM.
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\u200b\ufeff]+/gu;

/** Lone surrogates become U+FFFD, so that the text survives UTF-8. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');

/** Text from outside as one line: control characters and runs of white space become one space. */
export const oneLine = (text: string): string => wellFormed(text).replace(UNSEEN, ' ').replace(/\s+/g, ' ').trim();
