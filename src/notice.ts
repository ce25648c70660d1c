/** A text for a notification, which makes links of `[text](command:…)`: names of files and messages of others make none. */
export const notice = (text: string): string => text.replace(/\](?=\()/g, '] ');
