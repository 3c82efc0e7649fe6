import { execFile } from 'node:child_process'

/** `npm run hours:verify` as an operator runs it. */
export async function verifyScript(...args: string[]): Promise<{ said: string; code: number }> {
  return await new Promise((done) => {
    execFile(process.execPath, ['scripts/hours-verify.mjs', ...args], (error, stdout, stderr) => {
      done({ said: stdout + stderr, code: Number(error?.code ?? 0) })
    })
  })
}
