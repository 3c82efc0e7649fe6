import * as v from 'valibot'
import {
  type MessageTemplates,
  messageTemplates,
  type TemplateFault,
  templateFaults,
} from '#contract/shared/message'
import { type Sealing, sealing } from '#store/sealing/sealing'

/** What the deployment's environment says. */
export interface Settings {
  /** The first admin; nobody becomes admin without this or another admin's grant. */
  firstAdminOpenid: string
  sealing: Sealing
  /** How long a browser stays signed in. */
  deskDays: number
  /** The templates of messages until an administrator has written the community's own. */
  messageTemplates: MessageTemplates
  /** The address of the page (H5), without a slash at its end; the square codes of certificates need it. */
  pageAddress?: string
}

/** An operator has made a mistake; the message names the setting. */
export class SettingError extends Error {}

function required(env: NodeJS.ProcessEnv, name: string): string {
  const value = env[name]
  if (!value) throw new SettingError(`The environment variable ${name} is not set; see docs/deploy.md.`)
  return value
}

function keyOf(name: string, text: string): Buffer {
  const key = Buffer.from(text, 'base64')
  if (key.length !== 32)
    throw new SettingError(`${name} must hold 32 bytes in base64; it holds ${key.length}.`)
  return key
}

/**
 * FIRST_ADMIN_OPENID, SEAL_KEYS (`id:base64,id:base64`; the first seals, all open), INDEX_KEY (base64),
 * DESK_DAYS (default 30), MESSAGE_TEMPLATES (JSON, default none), PAGE_ADDRESS (default none). Throws
 * SettingError.
 */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const keys = new Map<string, Buffer>()
  for (const pair of required(env, 'SEAL_KEYS').split(',')) {
    const colon = pair.indexOf(':')
    const id = pair.slice(0, Math.max(colon, 0)).trim()
    if (!/^[A-Za-z0-9_-]+$/.test(id))
      throw new SettingError(
        'SEAL_KEYS must read id:base64,id:base64; an id is made of letters, digits, _ and -.',
      )
    if (keys.has(id))
      throw new SettingError(
        `SEAL_KEYS has two keys under the id ${id}; give the newer one an id never used.`,
      )
    keys.set(id, keyOf('SEAL_KEYS', pair.slice(colon + 1).trim()))
  }
  const deskDays = Number(env.DESK_DAYS ?? '30')
  if (!Number.isInteger(deskDays) || deskDays < 1)
    throw new SettingError('DESK_DAYS must be a whole number of days, 1 or more.')
  return {
    firstAdminOpenid: required(env, 'FIRST_ADMIN_OPENID'),
    sealing: sealing(keys, keyOf('INDEX_KEY', required(env, 'INDEX_KEY'))),
    deskDays,
    messageTemplates: readTemplates(env.MESSAGE_TEMPLATES),
    ...readAddress(env.PAGE_ADDRESS),
  }
}

let read: Settings | undefined
/** The same settings for effects, which are not given them by an entry. */
export const environmentSettings = (): Settings => {
  read ??= readSettings(process.env)
  return read
}

/** The template of earlier editions had these fields. */
const earlierFields = { matter: 'thing1', what: 'thing2', when: 'time3' }

/** `{"booking":{"id":"…","fields":{"matter":"thing4"}}}`, or the id alone of a template of earlier editions. */
function readTemplates(text: string | undefined): MessageTemplates {
  if (!text) return {}
  const said = parsed(text)
  const given = v.safeParse(v.record(v.string(), v.unknown()), said)
  if (!given.success || Array.isArray(said)) throw new SettingError(notTemplates)
  const { bookingProgress, ...byPurpose } = given.output
  const read = v.safeParse(messageTemplates, {
    ...(bookingProgress !== undefined && { booking: { id: bookingProgress, fields: earlierFields } }),
    ...byPurpose,
  })
  if (!read.success) {
    const at = v.getDotPath(read.issues[0])
    throw new SettingError(
      `MESSAGE_TEMPLATES is wrong${at ? ` at ${at}` : ''}: ${read.issues[0].message}; see docs/deploy.md, step 8.`,
    )
  }
  const [wrong] = templateFaults(read.output)
  if (wrong) throw new SettingError(templateSentence(wrong))
  return read.output
}

const notTemplates =
  'MESSAGE_TEMPLATES must be JSON such as {"booking":{"id":"…","fields":{"matter":"thing1","when":"time3"}}}.'

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new SettingError(notTemplates)
  }
}

const faultSentences: Record<TemplateFault['fault'], string> = {
  no_words: 'names no field',
  unknown_type: 'is no field that WeChat has, such as thing4',
  nothing_fits: 'is of a type that no word fits; choose a template without it',
  unfit: 'is of a type that does not take this word',
  key_twice: 'is given to two words',
  other_fields: 'shares its id with another purpose, and has other fields than there',
}

/** Names the setting, the purpose and the field. */
const templateSentence = ({ purpose, word, key, fault }: TemplateFault) =>
  `MESSAGE_TEMPLATES: ${purpose}${word ? `.fields.${word} (${key})` : ''} ${faultSentences[fault]}.`

function readAddress(text: string | undefined): Pick<Settings, 'pageAddress'> {
  if (!text) return {}
  if (!/^https?:\/\/[^\s?#]+$/.test(text))
    throw new SettingError('PAGE_ADDRESS must be the address of the page, such as https://example.org/linli.')
  return { pageAddress: text.replace(/\/+$/, '') }
}

/** The community that is served, and the settings. */
export interface Deployment {
  communityId: string
  settings: Settings
}

/**
 * Reads COMMUNITY_ID and the settings. Only the two entries call it; whatever runs behind them takes the
 * community from its context. Throws SettingError.
 */
export const readDeployment = (env: NodeJS.ProcessEnv): Deployment => ({
  communityId: required(env, 'COMMUNITY_ID'),
  settings: readSettings(env),
})
