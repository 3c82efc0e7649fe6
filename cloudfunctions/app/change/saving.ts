import type { Documents } from '#store/engine/documents'

/**
 * Reads a document that has no past of commands, makes the next one of it, and saves that; whoever loses the race reads
 * again. `next` gives nothing where nothing is to be done.
 */
export async function saving<Doc extends { _id: string; rev: number }>(
  documents: Documents<Doc>,
  id: string,
  next: (stored: Doc | undefined) => Doc | undefined | Promise<Doc | undefined>,
): Promise<void> {
  for (;;) {
    const stored = await documents.get(id)
    const after = await next(stored)
    if (!after || (stored ? await documents.save(stored, after) : await documents.insert(after))) return
  }
}
