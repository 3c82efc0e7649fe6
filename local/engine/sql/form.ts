import { type Sql, sql } from './sql'

/**
 * A document is kept as JSON text, and a large one as SQLite's JSONB, of which SQLite reads and changes a part
 * without going through the rest. A change that makes it large, or small again, brings it into the other form.
 * https://www.sqlite.org/jsonb.html
 */

/** From so many bytes on a document is large. It is also read in parts, where parts are asked for. */
export const LARGE = 8192

/** The text of a document in either form. */
export const documentText = "(CASE WHEN typeof(doc) = 'blob' THEN json(doc) ELSE doc END)"

/** The place for a whole document in a write. */
export const newDocument = (text: string): Sql =>
  text.length < LARGE ? sql('?', text) : sql('jsonb(?)', text)
