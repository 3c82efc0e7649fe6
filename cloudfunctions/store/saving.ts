import type { Documents } from './engine/documents'

/** Decides what is stored next. Without `next`, or with the document as it was read, nothing is written. */
type Decide<Doc, Decided> = (stored: Doc | undefined) => Decided | Promise<Decided>

/**
 * Reads a document, decides what is stored next, and stores it; whoever loses the race reads and decides
 * again, until they win it. Answers the decision that stands. Every write raises `rev`.
 */
export async function saving<
  Doc extends { _id: string },
  Decided extends object & { next?: Doc | undefined },
>(documents: Documents<Doc>, id: string, decide: Decide<Doc, Decided>): Promise<Decided> {
  for (;;) {
    const decided = await saveOnce(documents, id, decide)
    if (decided) return decided
  }
}

/** The same, given up after so many lost races: undefined then, and nothing has been written. */
export async function savingWithin<
  Doc extends { _id: string },
  Decided extends object & { next?: Doc | undefined },
>(
  tries: number,
  documents: Documents<Doc>,
  id: string,
  decide: Decide<Doc, Decided>,
): Promise<Decided | undefined> {
  for (let attempt = 0; attempt < tries; attempt++) {
    const decided = await saveOnce(documents, id, decide)
    if (decided) return decided
  }
  return undefined
}

/** Undefined where somebody else was faster. */
async function saveOnce<Doc extends { _id: string }, Decided extends object & { next?: Doc | undefined }>(
  documents: Documents<Doc>,
  id: string,
  decide: Decide<Doc, Decided>,
): Promise<Decided | undefined> {
  const stored = await documents.get(id)
  const decided = await decide(stored)
  const { next } = decided
  if (!next || next === stored) return decided
  const saved = stored ? await documents.rewrite(stored, next) : await documents.insert(next)
  return saved ? decided : undefined
}
