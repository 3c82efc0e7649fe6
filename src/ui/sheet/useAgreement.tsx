import { type ReactNode, useState } from 'react'
import { mustAgree } from '#ui/device/privacySetting'
import { AgreeSheet } from './AgreeSheet'

/** Something that WeChat's guideline names. */
export interface Declared {
  /** What it is for, and what works without it. */
  why: string
  /** The words of going on without. */
  refuse: string
  go: () => unknown
  /** After a no. */
  otherwise?: () => unknown
}

/**
 * Asks for the person's word on WeChat's guideline before it does what that names; who has given it, or need not, is not
 * asked. Put `sheet` into a Place.
 */
export function useAgreement(): { ask: (declared: Declared) => Promise<void>; sheet: ReactNode } {
  const [asked, setAsked] = useState<Declared>()
  const answer = async (agreed: boolean) => {
    setAsked(undefined)
    await (agreed ? asked?.go() : asked?.otherwise?.())
  }
  return {
    ask: async (declared) => {
      if (await mustAgree()) setAsked(declared)
      else await declared.go()
    },
    sheet: asked && <AgreeSheet why={asked.why} refuse={asked.refuse} onAnswer={answer} />,
  }
}
