import { execFile } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const limitMs = 240_000

export interface QualityReport {
  /** WeChat's checks by name, and whether each holds. */
  checks: Record<string, boolean>
  /** Hosts that it tried to reach; if there are any, the check no longer works without a network. */
  contacted: string[]
}

/**
 * The developer tools' 代码质量, by WeChat's own `miniprogram-ci`: the check by which an upload is judged. It
 * needs a key and an appid but does not verify them, so the key is made here and thrown away.
 */
export async function codeQuality(dist: string): Promise<QualityReport> {
  const folder = mkdtempSync(path.join(tmpdir(), 'quality-'))
  try {
    const key = path.join(folder, 'private.key')
    const { privateKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'pem' },
    })
    writeFileSync(key, privateKey, { mode: 0o600 })
    const child = path.join(__dirname, 'codeQuality.cjs')
    const { stdout } = await run(process.execPath, [child, dist, key], {
      timeout: limitMs,
      env: { ...process.env, HOME: folder },
      maxBuffer: 16 * 1024 * 1024,
    })
    const { checks, contacted } = JSON.parse(stdout.trim().split('\n').at(-1) as string)
    const held = (checks as { name: string; success: boolean }[]).map(({ name, success }) => [name, success])
    return { checks: Object.fromEntries(held), contacted }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
