import { type ReactNode, useState } from 'react'
import { mustAgree } from '#ui/device/privacySetting'
import { AgreeSheet } from './AgreeSheet'

/** Something that WeChat's guideline names. */
interface Declared {
  /** What it is for, and what works without it. */
  why: string
  /** The words of the button that goes on without it. */
  refuse: string
  go: () => unknown
  /** Called when the person does not agree. */
  otherwise?: () => unknown
}

/**
 * Asks the person to agree to WeChat's guideline before it does something that the guideline names. Somebody who has
 * agreed, or need not agree, is not asked. Put `sheet` into a `Maybe`.
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
