import { useState } from 'react'
import { useNow } from '#clock'
import { useCommand } from '#cloud/call/useCommand'
import { usePages } from '#cloud/call/usePages'
import { useRead } from '#cloud/call/useRead'
import type { Community } from '#contract/community'
import type { FoundMember } from '#contract/member'
import { memberPaperAt } from '#routes'
import { waitedWords, residentText as words } from '#text/member/resident'
import { dateWords } from '#text/shared/time'
import { LineButton } from '#ui/button/LineButton'
import { Banner } from '#ui/page/Banner'
import { Pager } from '#ui/page/Pager'
import { Empty, StateView } from '#ui/page/StateView'
import { Confirm } from '#ui/sheet/Confirm'
import { ReasonSheet } from '#ui/sheet/ReasonSheet'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { useStillRows } from '#ui/still/useStillRows'
import { ResidentCard } from './ResidentCard'
import { RevealSheet } from './RevealSheet'

/** A card has three buttons. WeChat does not draw more cards and a sheet smoothly. */
const cardsAtOnce = 10

interface Asked {
  what: 'accept' | 'reject' | 'reveal'
  resident: FoundMember
}

/** The registrations that wait for a worker, the oldest first. The worker verifies or rejects each. */
export function PendingResidents({ community }: { community: Community | undefined }) {
  const now = useNow()
  const { paging, older, newer } = usePages(cardsAtOnce)
  const [waiting, refresh] = useRead('member.pending', paging)
  const [asked, setAsked] = useState<Asked>()
  const [news, setNews] = useState<{ tone: 'good' | 'bad'; text: string }>()
  const verify = useCommand('member.verify')
  const press = useStillRows(
    (waiting.state === 'ready' ? waiting.data.items : []).map(({ memberId }) => ({
      key: memberId,
      face: '',
    })),
    { above: news?.text },
  )

  const ask = (what: Asked['what'], resident: FoundMember) =>
    press(resident.memberId, () => {
      verify.clear()
      setNews(undefined)
      setAsked({ what, resident })
    })
  const close = () => setAsked(undefined)

  async function answer({ memberId, name }: FoundMember, accept: boolean, reason?: string) {
    const outcome = await verify.attempt({ memberId, accept, ...(reason && { reason }) })
    if (outcome?.ok) {
      setNews({ tone: 'good', text: accept ? words.accepted(name) : words.rejected(name) })
    } else if (outcome?.code === 'already_decided') {
      setNews({ tone: 'bad', text: outcome.message })
    } else {
      return
    }
    close()
    await refresh()
  }

  return (
    <>
      <Maybe>{news && <Banner tone={news.tone}>{news.text}</Banner>}</Maybe>
      <StateView of={waiting} onRetry={refresh} empty={<Empty {...words.pendingEmpty} />}>
        {({ items, nextCursor }) => (
          <Box className='stack'>
            <Box>{words.pendingLead}</Box>
            <Box tag='ul' className='pair'>
              {items.map((resident) => (
                <ResidentCard
                  key={resident.memberId}
                  resident={resident}
                  community={community}
                  since={words.waiting(
                    dateWords(resident.registeredAt),
                    waitedWords(resident.registeredAt, now),
                  )}
                >
                  <Ways resident={resident} onAsk={(what) => ask(what, resident)} />
                </ResidentCard>
              ))}
            </Box>
            <Pager onNewer={newer} onOlder={nextCursor ? () => older(nextCursor) : undefined} />
          </Box>
        )}
      </StateView>
      <Maybe>
        {asked?.what === 'accept' && (
          <Confirm
            title={words.acceptTitle(asked.resident.name)}
            text={
              asked.resident.office
                ? words.acceptStaff
                : asked.resident.movedFrom
                  ? words.acceptMoved
                  : words.acceptText
            }
            action={words.accept}
            look='pine'
            keep={words.acceptKeep}
            busy={verify.busy}
            failure={verify.failure}
            onConfirm={() => answer(asked.resident, true)}
            onClose={close}
          />
        )}
        {asked?.what === 'reject' && (
          <ReasonSheet
            title={words.rejectTitle(asked.resident.name)}
            text={asked.resident.movedFrom ? words.rejectMoved : words.rejectText}
            label={words.rejectLabel}
            reasons={words.rejectReasons}
            action={words.reject}
            busy={verify.busy}
            failure={verify.failure}
            onReason={(reason) => answer(asked.resident, false, reason)}
            onClose={close}
          />
        )}
        {asked?.what === 'reveal' && <RevealSheet resident={asked.resident} onClose={close} />}
      </Maybe>
    </>
  )
}

/** What a worker can do about one registration. */
interface WaysProps {
  resident: FoundMember
  onAsk: (what: Asked['what']) => void
}

function Ways({ resident: { name, paperTwin }, onAsk }: WaysProps) {
  return (
    <>
      {paperTwin && (
        <LineButton look='pine' label={words.openTwinOf(name)} to={memberPaperAt(paperTwin)}>
          {words.openTwin}
        </LineButton>
      )}
      <LineButton look='pine' label={words.acceptOf(name)} onPress={() => onAsk('accept')}>
        {words.accept}
      </LineButton>
      <LineButton label={words.rejectOf(name)} onPress={() => onAsk('reject')}>
        {words.reject}
      </LineButton>
      <LineButton label={words.revealOf(name)} onPress={() => onAsk('reveal')}>
        {words.reveal}
      </LineButton>
    </>
  )
}
