import { useState } from 'react'
import { useCommand } from '#cloud/call/useCommand'
import type { Ward } from '#contract/guardian'
import { guardianText as words } from '#text/guardian/guardian'
import { Button } from '#ui/button/Button'
import { LineButton } from '#ui/button/LineButton'
import { Failure } from '#ui/form/Failure'
import { Sheet } from '#ui/sheet/Sheet'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { ListRow, ListRows } from '#ui/show/Row'

export interface WardRowsProps {
  wards: readonly Ward[]
  onAnswered: (sentence: string) => void
}

/** The minors who have named the viewer as guardian, each with the given answer and a way to change it. */
export function WardRows({ wards, onAnswered }: WardRowsProps) {
  const [answering, setAnswering] = useState<Ward>()
  const answer = useCommand('guardian.answer')

  async function say(ward: Ward, given: boolean) {
    const reply = await answer.run({ memberId: ward.memberId, given, version: words.version })
    if (!reply) return
    setAnswering(undefined)
    if (reply.state !== 'asked') onAnswered(words[reply.state](ward.name))
  }
  const open = (ward: Ward | undefined) => {
    answer.clear()
    setAnswering(ward)
  }
  if (wards.length === 0) return <Box className='soft'>{words.wardsEmpty}</Box>
  return (
    <>
      <ListRows>
        {wards.map((ward) => {
          const asks = ward.state === 'asked'
          return (
            <ListRow
              key={ward.memberId}
              title={ward.name}
              detail={words.wardDetail(ward.relation, ward.state)}
              end={
                <LineButton
                  label={asks ? words.openOf(ward.name) : words.changeOf(ward.name)}
                  onPress={() => open(ward)}
                >
                  {asks ? words.open : words.change}
                </LineButton>
              }
            />
          )
        })}
      </ListRows>
      <Maybe>
        {answering && (
          <Sheet title={words.answerTitle(answering.name)} onClose={() => open(undefined)}>
            <Box>{words.answerText(answering.name, answering.relation)}</Box>
            <Box tag='ul' className='stack-tight'>
              {words.consequences.map((sentence) => (
                <Box tag='li' key={sentence}>
                  {sentence}
                </Box>
              ))}
            </Box>
            <Failure>{answer.failure}</Failure>
            <Box className='stack-tight'>
              {answering.state !== 'given' && (
                <Button busy={answer.busy} onPress={() => say(answering, true)}>
                  {words.give}
                </Button>
              )}
              {(answering.state === 'asked' || answering.state === 'given') && (
                <Button look='quiet' busy={answer.busy} onPress={() => say(answering, false)}>
                  {answering.state === 'given' ? words.withdraw : words.decline}
                </Button>
              )}
              <Button look='quiet' onPress={() => open(undefined)}>
                {answering.state === 'asked' ? words.later : words.close}
              </Button>
            </Box>
          </Sheet>
        )}
      </Maybe>
    </>
  )
}
