/** True for the content of a text that asks to be replaced, as quick fixes leave them. */
export const isPlaceholder = (content: string): boolean => content.startsWith('…');

/** True for the content of a text that says nothing: one that is still to be written, or blank. */
export const isUnsaid = (content: string): boolean => isPlaceholder(content) || content.trim() === '';
