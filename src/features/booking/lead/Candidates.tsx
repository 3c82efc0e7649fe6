import { useState } from 'react'
import { useNow } from '#clock'
import { useRead } from '#cloud/call/useRead'
import type { BookingCandidate, BookingCard } from '#contract/booking'
import type { Community } from '#contract/community'
import { overtaken, useBookingStep } from '#features/booking/detail/bookingCourse'
import { dispatchText as words } from '#text/booking/dispatch'
import { particularsText } from '#text/booking/particulars'
import { windowWords } from '#text/shared/time'
import { Button } from '#ui/button/Button'
import { Failure } from '#ui/form/Failure'
import { Banner } from '#ui/page/Banner'
import { Empty, StateView } from '#ui/page/StateView'
import { Confirm } from '#ui/sheet/Confirm'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Heading } from '#ui/show/Heading'
import { Maybe } from '#ui/show/Maybe'
import type { News } from '#ui/show/news'
import { CandidateCard } from './CandidateCard'

export interface CandidatesProps {
  bookingId: string
  community: Community | undefined
}

/** The volunteers of a booking's team, the best match first. The leader may invite or dispatch them. */
export function Candidates({ bookingId, community }: CandidatesProps) {
  const [read, refresh] = useRead('booking.candidates', { bookingId })
  const [news, setNews] = useState<News>()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [sending, setSending] = useState<BookingCandidate>()
  const course = { bookingId, actingFor: undefined, refresh, tell: setNews }
  const invite = useBookingStep('booking.invite', course)
  const dispatch = useBookingStep('booking.dispatch', course)

  async function ask() {
    if (chosen.length === 0) return
    const memberIds = [...chosen]
    const outcome = await invite.take({ bookingId, memberIds }, () => words.askDone(memberIds.length))
    if (outcome?.ok) setChosen([])
  }
  async function send({ memberId, name }: BookingCandidate) {
    const outcome = await dispatch.take({ bookingId, memberId }, () => words.sent(name))
    if (outcome && (outcome.ok || overtaken.includes(outcome.code))) setSending(undefined)
  }

  return (
    <StateView of={read} onRetry={refresh} empty={<Empty title={words.emptyTitle} text={words.emptyText} />}>
      {({ booking, items }) => {
        const open = booking.state === 'open'
        return (
          <Box className='stack'>
            <Maybe>{news && <Banner tone={news.tone}>{news.text}</Banner>}</Maybe>
            <WhatItIs booking={booking} community={community} />
            <Maybe>
              {open ? (
                <Box className='stack-tight'>
                  <Heading>{words.list}</Heading>
                  <Box>{words.lead}</Box>
                  <Box tag='ul' className='pair'>
                    {items.map((candidate) => (
                      <CandidateCard
                        key={candidate.memberId}
                        from={booking.window.from}
                        candidate={candidate}
                        chosen={chosen.includes(candidate.memberId)}
                        onChoose={(on) =>
                          setChosen((before) =>
                            on
                              ? [...before, candidate.memberId]
                              : before.filter((id) => id !== candidate.memberId),
                          )
                        }
                        onSend={() => {
                          dispatch.clear()
                          setSending(candidate)
                        }}
                      />
                    ))}
                  </Box>
                  <Failure>{invite.failure}</Failure>
                  <Button look='pine' busy={invite.busy} onPress={ask}>
                    {words.askAction(chosen.length)}
                  </Button>
                </Box>
              ) : (
                <Box>{words.over}</Box>
              )}
            </Maybe>
            <Maybe>
              {sending && (
                <Confirm
                  title={words.sendTitle(sending.name)}
                  text={words.sendText}
                  action={words.sendAction}
                  look='pine'
                  busy={dispatch.busy}
                  failure={dispatch.failure}
                  onConfirm={() => send(sending)}
                  keep={words.sendKeep}
                  onClose={() => setSending(undefined)}
                />
              )}
            </Maybe>
          </Box>
        )
      }}
    </StateView>
  )
}

function WhatItIs({ booking, community }: { booking: BookingCard; community: Community | undefined }) {
  const { serviceTitle, kindTitle, window, place, estateId, needsLicence } = booking
  const estate = community?.estates.find((each) => each.estateId === estateId)?.name
  const now = useNow()
  return (
    <Card title={particularsText.kind(serviceTitle, kindTitle)}>
      <Box>{windowWords(window, now)}</Box>
      <Box>{particularsText.whereOf(particularsText.place[place], estate)}</Box>
      {needsLicence && <Box>{words.licence(needsLicence)}</Box>}
    </Card>
  )
}
