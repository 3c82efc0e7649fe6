import * as v from 'valibot'
import { type ContractRow, reply } from './shared/operation'
import { id } from './shared/scalars'

/** What a poster can be made for. */
export const posterSubjects = ['activity', 'team', 'publication'] as const
export type PosterSubject = (typeof posterSubjects)[number]

/** The mini-program code that leads to what a poster is for. */
export const posterCode = v.object({ of: v.picklist(posterSubjects), id })

/** Why WeChat gave no code: too many were asked for within minutes, it does not know the page, or it could not be asked. */
export type CodeLacking = 'quota' | 'page' | 'unreached'

export interface PosterCode {
  /** The code as a data URL; absent where WeChat gave none. */
  picture?: string
  lacking?: CodeLacking
}

export const posterOperations = {
  'poster.code': { input: posterCode, reply: reply<PosterCode>() },
} as const satisfies Record<string, ContractRow>
