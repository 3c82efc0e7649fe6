/** A cell: words, a whole number, or money in fen. */
export type SheetCell = string | number | { fen: number }

/**
 * Makes an Excel workbook of one sheet in base64; the first row is its head. Words are cells of type text, so that no
 * name is read as a formula. Loads the library when the first workbook is made, so that no other call waits for it.
 */
export async function workbook(
  sheet: string,
  rows: readonly (readonly SheetCell[])[],
  widths: readonly number[],
): Promise<string> {
  const { default: write } = await import('write-excel-file/node')
  const cells = rows.map((row, index) => row.map((value) => cellOf(value, index === 0)))
  const columns = (rows[0] ?? []).map((_, index) => ({ width: widths[index] ?? 12 }))
  const bytes = await write(cells, { sheet, columns, stickyRowsCount: 1 }).toBuffer()
  return bytes.toString('base64')
}

function cellOf(value: SheetCell, head: boolean) {
  if (typeof value === 'number') return { value, type: Number }
  if (typeof value === 'object') return { value: value.fen / 100, type: Number, format: '0.00' }
  return { value, type: String, format: '@', wrap: true, ...(head && { fontWeight: 'bold' as const }) }
}

/** The name of a file without what a file's name may not have. */
export const fileNameOf = (title: string, rest: string): string =>
  `${title.replace(/[\\/:*?"<>|]/g, ' ')} ${rest}.xlsx`
