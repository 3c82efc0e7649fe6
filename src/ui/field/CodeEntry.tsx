import { useRef, useState } from 'react'
import type { Instant } from '#contract/shared/scalars'
import { Button } from '#ui/button/Button'
import { canScan, scan as scanSquare } from '#ui/device/scan'
import { Banner } from '#ui/page/Banner'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { TextField } from './TextField'
import './CodeEntry.scss'

/** What is said around the field of one code. */
export interface CodeWords {
  /** Whose code is asked for, and where the person finds it. */
  ask: string
  label: string
  hint?: string | undefined
  /** Said where nothing was typed, or something that is no code. */
  missing: string
  /** Said where the scanned square is not an attendance code. */
  notACode: string
  action: string
  scan: string
  unsent: (at: Instant, now: Instant) => string
  resend: string
}

export interface CodeEntryProps {
  words: CodeWords
  isCode: (text: string) => boolean
  /** How many characters the field takes: the digits and the spaces between them. */
  maxLength: number
  report: (code: string) => Promise<void>
  /** The report that has not been sent yet. */
  unsent: { at: Instant } | undefined
  resend: () => Promise<void>
  busy: boolean
  failure: string | undefined
}

/** Where somebody types or scans a code to say that they are there. A report that could not be sent waits here. */
export function CodeEntry(props: CodeEntryProps) {
  const { words, isCode, maxLength, report, unsent, resend, busy, failure } = props
  const now = Date.now()
  const [fault, setFault] = useState<string>()
  const typed = useRef('')

  function submit() {
    // The digits of a slip stand in two groups.
    const said = typed.current.replace(/\s/g, '')
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
      <Maybe>{failure && !unsent && <Banner tone='bad'>{failure}</Banner>}</Maybe>
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
