/** Shorter ones are tried out too quickly, whatever scrypt costs. */
const shortest = 12

/**
 * The passphrase of BACKUP_PASSPHRASE, or the one that is typed at the terminal, which does not show it. A new
 * one is asked for twice. Throws one sentence where there is none, or a new one is too short.
 */
export async function passphraseFor(env: NodeJS.ProcessEnv, purpose: 'new' | 'known'): Promise<string> {
  const given = env.BACKUP_PASSPHRASE ?? (await typed('Passphrase of the backup: '))
  if (purpose === 'known') return given
  if ([...given].length < shortest)
    throw new Error(`The passphrase of a backup needs at least ${shortest} characters.`)
  if (env.BACKUP_PASSPHRASE === undefined && (await typed('Once more: ')) !== given)
    throw new Error('The two passphrases differ; nothing was written.')
  return given
}

/** Reads a line from the terminal without showing it. */
function typed(prompt: string): Promise<string> {
  const { stdin, stderr } = process
  if (!stdin.isTTY)
    throw new Error('There is no terminal to ask for the passphrase; set BACKUP_PASSPHRASE instead.')
  stderr.write(prompt)
  stdin.setRawMode(true).setEncoding('utf8').resume()
  return new Promise((resolve, reject) => {
    let line = ''
    const end = (finish: () => void) => {
      stdin.off('data', hear).setRawMode(false).pause()
      stderr.write('\n')
      finish()
    }
    const hear = (text: string) => {
      for (const char of text) {
        if (char === '\r' || char === '\n') return end(() => resolve(line))
        if (char === '\u0003') return end(() => reject(new Error('Stopped; nothing was written.')))
        line = char === '\u007f' || char === '\b' ? [...line].slice(0, -1).join('') : line + char
      }
    }
    stdin.on('data', hear)
  })
}
