import { useRef, useState } from 'react'
import { useNow } from '#clock'
import type { Instant } from '#contract/shared/scalars'
import { plainNumber } from '#contract/shared/text'
import { Button } from '#ui/button/Button'
import { canScan, scan as scanSquare } from '#ui/device/scan'
import { Failure } from '#ui/form/Failure'
import { Banner } from '#ui/page/Banner'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { TextField } from './TextField'
import './CodeEntry.scss'

/** What is said around the field of one code. */
interface CodeWords {
  /** Whose code, and where it stands. */
  ask: string
  label: string
  hint?: string | undefined
  /** Nothing, or no code, was typed. */
  missing: string
  /** The square that was scanned is another. */
  notACode: string
  action: string
  scan: string
  unsent: (at: Instant, now: Instant) => string
  resend: string
}

export interface CodeEntryProps {
  words: CodeWords
  isCode: (text: string) => boolean
  /** Digits and the spaces between them. */
  maxLength: number
  report: (code: string) => Promise<void>
  /** What no network has taken yet. */
  unsent: { at: Instant } | undefined
  resend: () => Promise<void>
  busy: boolean
  failure: string | undefined
}

/** Where a code is typed or scanned to say that one is there; what could not be sent waits here and is sent later. */
export function CodeEntry(props: CodeEntryProps) {
  const { words, isCode, maxLength, report, unsent, resend, busy, failure } = props
  const now = useNow()
  const [fault, setFault] = useState<string>()
  const typed = useRef('')

  function submit() {
    // a slip's digits stand in two groups
    const said = plainNumber(typed.current)
    const fits = isCode(said)
    setFault(fits ? undefined : words.missing)
    if (fits) void report(said)
  }
  async function scan() {
    const held = await scanSquare()
    if (held === undefined) return
    setFault(isCode(held) ? undefined : words.notACode)
    if (isCode(held)) await report(held)
  }

  return (
    <>
      <Box className='stack-tight'>
        <Maybe>
          {unsent && <Banner tone='plain'>{words.unsent(unsent.at, now)}</Banner>}
          {unsent && (
            <Button look='pine' busy={busy} onPress={resend}>
              {words.resend}
            </Button>
          )}
        </Maybe>
        <Box>{words.ask}</Box>
      </Box>
      <Box className='code-entry-digits'>
        <TextField
          label={words.label}
          hint={words.hint}
          keyboard='digits'
          maxLength={maxLength}
          error={fault}
          onEnter={submit}
          onText={(text) => {
            typed.current = text
          }}
        />
      </Box>
      <Failure>{!unsent && failure}</Failure>
      <Button look={unsent ? 'quiet' : 'pine'} busy={busy} onPress={submit}>
        {words.action}
      </Button>
      {canScan && (
        <Button look='quiet' onPress={scan}>
          {words.scan}
        </Button>
      )}
    </>
  )
}
