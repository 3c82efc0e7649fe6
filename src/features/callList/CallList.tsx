import { useState } from 'react'
import { useNow } from '#clock'
import { useCommand } from '#cloud/call/useCommand'
import { usePages } from '#cloud/call/usePages'
import { useRead } from '#cloud/call/useRead'
import type { RawInputOf } from '#contract/operations'
import type { Instant } from '#contract/shared/scalars'
import { routes } from '#routes'
import { callListText as words } from '#text/callList/callList'
import { momentWords } from '#text/shared/time'
import { Button } from '#ui/button/Button'
import { LineButton } from '#ui/button/LineButton'
import { Failure } from '#ui/form/Failure'
import { Banner } from '#ui/page/Banner'
import { Pager } from '#ui/page/Pager'
import { Empty, StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Heading } from '#ui/show/Heading'
import { Maybe } from '#ui/show/Maybe'
import { SealChip } from '#ui/show/SealChip'
import { useStillRows } from '#ui/still/useStillRows'
import { byEvent, type EventToCall, type PersonToCall } from './byEvent'
import { CallSheet } from './CallSheet'
import './CallList.scss'

type Outcome = NonNullable<RawInputOf<'notice.toldByPhone'>['outcome']>
type Matter = Pick<RawInputOf<'notice.unreached'>, 'activityId' | 'bookingId' | 'requestId'>

/** Whom the viewer has to telephone, by event, what is most at stake first. */
export function CallList({ matter }: { matter: Matter }) {
  const now = useNow()
  const { paging, older, newer } = usePages()
  const [read, refresh] = useRead('notice.unreached', { ...matter, ...paging })
  const note = useCommand('notice.toldByPhone')
  const [calling, setCalling] = useState<PersonToCall>()
  const [news, setNews] = useState<{ text: string; undo?: PersonToCall }>()
  const events = read.state === 'ready' ? byEvent(read.data.items) : []
  const press = useStillRows(
    events.flatMap(({ people }) => people.map(({ key }) => ({ key, face: '' }))),
    { above: news?.text },
  )

  /** A person is told everything of an event at once. */
  async function say(person: PersonToCall, outcome: Outcome, text: string) {
    setNews(undefined)
    for (const { noticeId } of person.notices) if (!(await note.run({ noticeId, outcome }))) return refresh()
    setNews({ text, ...(outcome === 'told' && { undo: person }) })
    await refresh()
  }
  const { undo } = news ?? {}
  return (
    <Box className='stack'>
      <Box>{words.lead}</Box>
      <Maybe>{news && <Banner tone='good'>{news.text}</Banner>}</Maybe>
      <Maybe>
        {undo && (
          <LineButton onPress={() => say(undo, 'taken_back', words.undone(undo.first.name))}>
            {words.undo}
          </LineButton>
        )}
      </Maybe>
      <Failure>{note.failure}</Failure>
      <StateView of={read} onRetry={refresh} empty={<NobodyToCall />}>
        {({ nextCursor }) => (
          <Box className='stack'>
            {events.map((event) => (
              <EventCard
                key={event.key}
                event={event}
                now={now}
                busy={note.busy}
                onCall={(person) => press(person.key, () => setCalling(person))}
                onTold={(person) =>
                  press(person.key, () => void say(person, 'told', words.toldNews(person.first.name)))
                }
                onNoAnswer={(person) =>
                  press(
                    person.key,
                    () => void say(person, 'no_answer', words.noAnswerNews(person.first.name)),
                  )
                }
              />
            ))}
            <Pager onNewer={newer} onOlder={nextCursor ? () => older(nextCursor) : undefined} />
          </Box>
        )}
      </StateView>
      <Maybe>{calling && <CallSheet person={calling} onClose={() => setCalling(undefined)} />}</Maybe>
    </Box>
  )
}

function NobodyToCall() {
  return (
    <Empty title={words.empty.title} text={words.empty.text}>
      <Button look='quiet' to={routes.home}>
        {words.emptyAction}
      </Button>
    </Empty>
  )
}

interface EventCardProps {
  event: EventToCall
  now: Instant
  busy: boolean
  onCall: (person: PersonToCall) => void
  onTold: (person: PersonToCall) => void
  onNoAnswer: (person: PersonToCall) => void
}

function EventCard({ event, now, ...ways }: EventCardProps) {
  const { about, windowFrom } = event.first
  return (
    <Card title={event.key ? (about ?? words.entry) : words.other} edge='cinnabar'>
      {event.key && windowFrom !== undefined && <Box className='soft'>{momentWords(windowFrom, now)}</Box>}
      <Box tag='ul'>
        {event.people.map((person) => (
          <PersonRow key={person.key} person={person} now={now} {...ways} />
        ))}
      </Box>
    </Card>
  )
}

type PersonRowProps = Omit<EventCardProps, 'event'> & { person: PersonToCall }

function PersonRow({ person, now, busy, onCall, onTold, onNoAnswer }: PersonRowProps) {
  const { name, why, until, hasPhone, callInstead, tried } = person.first
  return (
    <Box tag='li' className='call-person'>
      <Box className='call-head'>
        <Heading level={3}>{name}</Heading>
        <SealChip tone='needs'>{words.why[why]}</SealChip>
      </Box>
      {person.notices.map(({ noticeId, title, text }) => (
        <Box key={noticeId}>{`${title}：${text}`}</Box>
      ))}
      <Box className='strong'>{words.before(until, now)}</Box>
      {!hasPhone && <Box>{callInstead ? words.instead(callInstead.name) : words.noPhone}</Box>}
      {tried.map((call) => (
        <Box key={call.at} className='soft small'>
          {words.tried(call, now)}
        </Box>
      ))}
      <Box className='call-ways'>
        {(hasPhone || callInstead) && (
          <Button look='pine' label={words.callOf(name)} onPress={() => onCall(person)}>
            {words.call}
          </Button>
        )}
        <Button look='quiet' busy={busy} label={words.toldOf(name)} onPress={() => onTold(person)}>
          {words.told}
        </Button>
        {(hasPhone || callInstead) && (
          <Button look='quiet' busy={busy} label={words.noAnswerOf(name)} onPress={() => onNoAnswer(person)}>
            {words.noAnswer}
          </Button>
        )}
      </Box>
    </Box>
  )
}
