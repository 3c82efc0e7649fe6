import { useState } from 'react'
import { useRead } from '#cloud/call/useRead'
import { type StepCourse, useStep } from '#cloud/call/useStep'
import type { MemberId } from '#contract/shared/scalars'
import type { MySubsidy, SubsidyLine } from '#contract/subsidy'
import { mySubsidyText as words } from '#text/subsidy/mine'
import { ownLineState, yuanWords } from '#text/subsidy/subsidy'
import { Button } from '#ui/button/Button'
import { Failure } from '#ui/form/Failure'
import { Banner } from '#ui/page/Banner'
import { Confirm } from '#ui/sheet/Confirm'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Maybe } from '#ui/show/Maybe'
import type { News } from '#ui/show/news'
import { Cell } from '#ui/show/Row'
import { ClaimSheet } from './ClaimSheet'

export interface MySubsidyCardProps {
  activityId: string
  /** The member on whose behalf the page is open. */
  actingFor?: MemberId | undefined
}

/**
 * What a trainee gets for the way: why they claim it, what was computed, and that the money has come. Nothing for who
 * has no place and no claim.
 */
export function MySubsidyCard({ activityId, actingFor }: MySubsidyCardProps) {
  const [read, refresh] = useRead('subsidy.mine', { activityId }, { actingFor, visitor: true })
  const [news, tell] = useState<News>()
  const own = read.state === 'ready' ? read.data.items[0] : undefined
  const shown = own && (own.mayClaim || own.claim || own.lines.length > 0)
  return (
    <Maybe>
      {shown && (
        <Card title={words.title} edge='ochre'>
          <Box>{words.rate(own.rateFen, own.per)}</Box>
          <Maybe>{news && <Banner tone={news.tone}>{news.text}</Banner>}</Maybe>
          <Claimed own={own} course={{ actingFor, refresh, tell }} />
        </Card>
      )}
    </Maybe>
  )
}

interface ClaimedProps {
  own: MySubsidy
  course: StepCourse
}

function Claimed({ own, course }: ClaimedProps) {
  const { activityId, claim, mayClaim, lines, owedFen, paidFen } = own
  const [asking, setAsking] = useState<'claim' | 'withdraw'>()
  const state = useStep('subsidy.claim', course, [])
  const withdraw = useStep('subsidy.withdrawClaim', course, [])
  const close = () => setAsking(undefined)
  const standing = claim && !claim.withdrawn
  const open = (what: 'claim' | 'withdraw') => () => {
    state.clear()
    withdraw.clear()
    setAsking(what)
  }
  return (
    <>
      <Maybe>{claim && <Box className='soft'>{standing ? words.said(own) : words.withdrew}</Box>}</Maybe>
      <Maybe>
        {lines.length > 0 && (
          <>
            <Box>
              <Cell name={words.owed}>{yuanWords(owedFen)}</Cell>
              <Cell name={words.paid}>{yuanWords(paidFen)}</Cell>
              {lines.map((line) => (
                <OwnLine key={line.lineId} line={line} course={course} />
              ))}
            </Box>
            <Box className='soft small'>{words.doubt}</Box>
          </>
        )}
      </Maybe>
      <Maybe>
        {mayClaim && !standing && <Button onPress={open('claim')}>{words.claim}</Button>}
        {standing && (
          <Button look='quiet' onPress={open('withdraw')}>
            {words.withdraw}
          </Button>
        )}
      </Maybe>
      <Maybe>
        {asking === 'claim' && (
          <ClaimSheet
            activityId={activityId}
            groundDays={own.groundDays}
            forAnother={course.actingFor !== undefined}
            by={state.saying(() => words.claimed)}
            onDone={close}
            onClose={close}
          />
        )}
        {asking === 'withdraw' && (
          <Confirm
            title={words.withdrawTitle}
            text={words.withdrawText}
            action={words.withdrawAction}
            busy={withdraw.busy}
            failure={withdraw.failure}
            keep={words.keep}
            onConfirm={async () => {
              if ((await withdraw.take({ activityId }, () => words.withdrawn))?.ok) close()
            }}
            onClose={close}
          />
        )}
      </Maybe>
    </>
  )
}

interface OwnLineProps {
  line: SubsidyLine
  course: StepCourse
}

/** A line, and the tap that says that the money has come; nobody says that for another. */
function OwnLine({ line, course }: OwnLineProps) {
  const { lineId, fen, state } = line
  const receive = useStep('subsidy.receive', course, ['subsidy_moot', 'subsidy_unpaid'])
  const waits = state === 'paid' && course.actingFor === undefined
  return (
    <Cell name={yuanWords(fen)}>
      {ownLineState(line)}
      <Maybe>
        {waits && (
          <>
            <Failure>{receive.failure}</Failure>
            <Button
              busy={receive.busy}
              label={fen < 0 ? words.returnedOf(fen) : words.receivedOf(fen)}
              onPress={() => void receive.take({ lineId }, () => words.thanks)}
            >
              {fen < 0 ? words.returned : words.received}
            </Button>
          </>
        )}
      </Maybe>
    </Cell>
  )
}
