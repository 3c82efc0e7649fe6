import type { Documents } from './engine/documents'

/**
 * Reads a document, decides what is stored next, and stores it; whoever loses the race reads and decides
 * again. Answers the decision that stands. A decision without `next`, or with the document as it was read,
 * writes nothing. Every other one raises `rev`.
 */
export async function saving<
  Doc extends { _id: string },
  Decided extends object & { next?: Doc | undefined },
>(
  documents: Documents<Doc>,
  id: string,
  decide: (stored: Doc | undefined) => Decided | Promise<Decided>,
): Promise<Decided> {
  for (;;) {
    const stored = await documents.get(id)
    const decided = await decide(stored)
    const { next } = decided
    if (!next || next === stored) return decided
    if (stored ? await documents.rewrite(stored, next) : await documents.insert(next)) return decided
  }
}
