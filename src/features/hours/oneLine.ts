/** What was written over several lines, on one. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
