import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { ArchiveManifest } from './archive'
import { backUp } from './backup'
import { passphraseFor } from './passphrase'
import { restore } from './restore'

const dataDirOf = (env: NodeJS.ProcessEnv) => resolve(env.LOCAL_DATA ?? '.local')

/** `npm run backup -- FILE`. LOCAL_DATA names the data folder; the local cloud may be running on it. */
export async function runBackup(env: NodeJS.ProcessEnv, args: readonly string[]): Promise<string> {
  const { file } = readArgs('backup', args, {})
  const manifest = backUp(dataDirOf(env), file, await passphraseFor(env, 'new'))
  const { missing } = manifest
  const gaps = missing.length === 0 ? '' : ` ${missing.length} pictures that documents name were not there.`
  return `${file} holds ${wordsFor(manifest)}; it was read back and is whole.${gaps}`
}

/** `npm run restore -- FILE`, with `--replace` into a folder that has data. */
export async function runRestore(env: NodeJS.ProcessEnv, args: readonly string[]): Promise<string> {
  const { file, replace } = readArgs('restore', args, { replace: { type: 'boolean' } })
  const dataDir = dataDirOf(env)
  const { manifest, before } = restore(file, dataDir, await passphraseFor(env, 'known'), replace)
  const old = before === undefined ? '' : ` The data of before are in ${before}.`
  return `${dataDir} has ${wordsFor(manifest)} of ${new Date(manifest.madeAt).toISOString()}.${old}`
}

function wordsFor({ documents, entries }: ArchiveManifest): string {
  const total = Object.values(documents).reduce((sum, count) => sum + count, 0)
  const pictures = entries.filter(({ name }) => name.startsWith('files/')).length
  return `${total} documents and ${pictures} pictures`
}

function readArgs(
  command: string,
  args: readonly string[],
  options: Record<string, { type: 'boolean' }>,
): { file: string; replace: boolean } {
  const { values, positionals } = parseArgs({
    args: [...args],
    options,
    allowPositionals: true,
    strict: false,
  })
  const known = Object.keys(values).every((name) => Object.hasOwn(options, name))
  const [file] = positionals
  if (!known || file === undefined || positionals.length > 1)
    throw new Error(
      `Say one file: npm run ${command} -- FILE${Object.hasOwn(options, 'replace') ? ' [--replace]' : ''}. The passphrase is asked for, or read from BACKUP_PASSPHRASE.`,
    )
  return { file: resolve(file), replace: values.replace === true }
}
