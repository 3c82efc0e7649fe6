import { writeSync } from 'node:fs'

/** Prints a table to the run's own output; Jest keeps `console` for faults. */
export function printTable(title: string, rows: readonly (readonly (string | number)[])[]): void {
  const columns = Math.max(...rows.map(({ length }) => length))
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => width(String(row[column] ?? '')))),
  )
  const line = (row: readonly (string | number)[]) =>
    row
      .map((cell, column) => {
        const space = ' '.repeat((widths[column] ?? 0) - width(String(cell)))
        return typeof cell === 'number' ? space + cell : cell + space
      })
      .join('  ')
      .trimEnd()
  writeSync(2, `\n${title}\n${rows.map((row) => `  ${line(row)}`).join('\n')}\n`)
}

/** The width on a screen in columns; a Chinese character takes two. */
function width(text: string): number {
  return [...text].reduce((sum, character) => sum + (character > '\u2e7f' ? 2 : 1), 0)
}
