import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const copies: string[] = []

/** A copy of the compiled mini-program for a test to change; `removeCopies` removes it. */
export function copyOf(dist: string): string {
  const copy = mkdtempSync(path.join(tmpdir(), 'weapp-copy-'))
  copies.push(copy)
  cpSync(dist, copy, { recursive: true })
  return copy
}

/** A copy with one changed file. Throws where the file does not have the text to change. */
export function brokenCopy(dist: string, file: string, change: (text: string) => string): string {
  const copy = copyOf(dist)
  rewrite(copy, file, change)
  return copy
}

export function rewrite(copy: string, file: string, change: (text: string) => string): void {
  const place = path.join(copy, file)
  const text = readFileSync(place, 'utf8')
  const changed = change(text)
  if (changed === text) throw new Error(`${file} does not hold what this case changes.`)
  writeFileSync(place, changed)
}

export function removeCopies(): void {
  for (const copy of copies.splice(0)) rmSync(copy, { recursive: true, force: true })
}
