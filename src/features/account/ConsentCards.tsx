import { useRef, useState } from 'react'
import { useCommand } from '#cloud/call/useCommand'
import { lastSaidOf } from '#contract/consent'
import type { ConsentKind, Me } from '#contract/member'
import type { MemberId } from '#contract/shared/scalars'
import { memberPaperAt, routes } from '#routes'
import { consentsText as words } from '#text/account/account'
import { fullDateWords } from '#text/shared/time'
import { Button } from '#ui/button/Button'
import { showFirstFault } from '#ui/field/showFirstFault'
import { TextField } from '#ui/field/TextField'
import { Failure } from '#ui/form/Failure'
import { go } from '#ui/go/go'
import { Confirm } from '#ui/sheet/Confirm'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Maybe } from '#ui/show/Maybe'
import { SealChip } from '#ui/show/SealChip'

const kinds = ['service', 'sensitive', 'leaderboard'] as const

/** Consents that nothing else depends on. The page does not urge people to give them. */
const optional: ReadonlySet<ConsentKind> = new Set<ConsentKind>(['leaderboard'])

export interface ConsentCardsProps {
  consents: Me['consents']
  /** The version that a consent given now names. */
  version: string
  /** The paper member for whom a worker writes it down. */
  actingFor?: MemberId | undefined
  /** Called with a sentence about what was done. */
  onSaid: (sentence: string) => void
}

/** Shows the state of each consent. Each can be withdrawn and given again. */
export function ConsentCards({ consents, version: now, actingFor, onSaid }: ConsentCardsProps) {
  const [leaving, setLeaving] = useState<ConsentKind>()
  const say = useCommand('member.consent', { actingFor })
  const word = useRef('')
  const [wordMissing, setWordMissing] = useState(false)

  /** At the counter nothing is written down before it is said how the person has said it. */
  const isSaid = () => {
    const missing = actingFor !== undefined && word.current.trim().length < 2
    setWordMissing(missing)
    if (missing) showFirstFault()
    return !missing
  }

  async function sayIt(kind: ConsentKind, given: boolean) {
    if (!isSaid()) return setLeaving(undefined)
    const latest = lastSaidOf(consents, kind)
    const version = given ? now : (latest?.version ?? now)
    if (!(await say.run({ kind, version, given, ...(actingFor && { word: word.current.trim() }) }))) return
    setLeaving(undefined)
    onSaid(given ? words.givenNow : words.withdrawnNow)
  }

  return (
    <>
      {actingFor && (
        <TextField
          label={words.word}
          hint={words.wordHint}
          maxLength={200}
          error={wordMissing ? words.wordMissing : undefined}
          onText={(text) => {
            word.current = text
          }}
        />
      )}
      {kinds.map((kind) => {
        const latest = lastSaidOf(consents, kind)
        const name = words.names[kind]
        return (
          <Card key={kind} title={name} {...edgeOf(kind, latest)}>
            <SealChip tone={latest?.given ? 'going' : 'off'}>
              {latest ? (latest.given ? words.given : words.withdrawn) : words.never}
            </SealChip>
            {latest && <Box className='soft'>{words.since(fullDateWords(latest.at), latest.version)}</Box>}
            <Box>{words.means[kind]}</Box>
            {latest?.given && !actingFor && isOlder(latest, now) && !optional.has(kind) && (
              <>
                <Box className='strong'>{words.older}</Box>
                <Button busy={say.busy} label={words.giveOf(name)} onPress={() => sayIt(kind, true)}>
                  {words.give}
                </Button>
              </>
            )}
            {latest?.given ? (
              <Button look='quiet' label={words.withdrawOf(name)} onPress={() => setLeaving(kind)}>
                {words.withdraw}
              </Button>
            ) : (
              <Button
                look={optional.has(kind) ? 'quiet' : 'primary'}
                busy={say.busy}
                label={latest ? words.giveOf(name) : words.agreeTo(name)}
                onPress={() => sayIt(kind, true)}
              >
                {latest ? words.give : words.agree}
              </Button>
            )}
          </Card>
        )
      })}
      <Failure>{!leaving && say.failure}</Failure>
      <Maybe>
        {leaving && (
          <Confirm
            title={words[`${leaving}Title`]}
            text={words[`${leaving}Text`]}
            action={
              leaving !== 'service' ? words.withdraw : actingFor ? words.closeAtCounter : words.serviceNext
            }
            keep={words.keep}
            busy={say.busy}
            failure={say.failure}
            onConfirm={() => {
              if (leaving !== 'service') return void sayIt(leaving, false)
              setLeaving(undefined)
              go(actingFor ? memberPaperAt(actingFor) : routes.close)
            }}
            onClose={() => setLeaving(undefined)}
          />
        )}
      </Maybe>
    </>
  )
}

/** Whether it was given to an earlier wording, or to another body. */
const isOlder = ({ version }: Me['consents'][number], now: string) => version !== now

const edgeOf = (kind: ConsentKind, latest: Me['consents'][number] | undefined) =>
  latest?.given ? { edge: 'pine' as const } : optional.has(kind) ? {} : { edge: 'ochre' as const }
