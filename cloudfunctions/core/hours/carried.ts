/** The source of the line that takes another back because it has been carried to the member's other ledger. */
export const carriedSource = (entryId: string): string => `joined:${entryId}`

export const isCarried = ({ source }: { source: string }): boolean => source.startsWith('joined:')
