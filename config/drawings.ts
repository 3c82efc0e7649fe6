import { readFileSync } from 'node:fs'
import path from 'node:path'

const source = path.resolve(__dirname, '..', 'src', 'ui', 'show', '_drawings.scss')

/** The drawings of the icons by name, each as the data of a path. They stand in a stylesheet, from which WeChat's masks are made. */
export function iconDrawings(): Record<string, string> {
  const rows = readFileSync(source, 'utf8').matchAll(/^ {2}([\w-]+): '([^']+)',$/gm)
  return Object.fromEntries([...rows].map(([, name, data]) => [name, data]))
}
