import { accessSync, constants, mkdirSync } from 'node:fs'

/** Makes the data folder where there is none. Throws one sentence where it cannot be written to. */
export function prepareFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Error(`The data folder ${folder} cannot be written: ${why}.`)
  }
}
