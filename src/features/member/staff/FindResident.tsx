import { useRef, useState } from 'react'
import { useRead } from '#cloud/call/useRead'
import type { Community } from '#contract/community'
import type { FoundMember } from '#contract/member'
import { bookingRequestAt, memberPaperAt, memberRolesAt, routes } from '#routes'
import { guardianPaperText } from '#text/guardian/guardian'
import { enrolText, paperMemberText } from '#text/member/paper'
import { residentText as words } from '#text/member/resident'
import { dateWords } from '#text/shared/time'
import { Button } from '#ui/button/Button'
import { LineButton } from '#ui/button/LineButton'
import { TextField } from '#ui/field/TextField'
import { Banner } from '#ui/page/Banner'
import { Empty, StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { GuardianPaperSheet } from './GuardianPaperSheet'
import { ResidentCard } from './ResidentCard'
import { RevealSheet } from './RevealSheet'

export interface FindResidentProps {
  community: Community | undefined
  /** The finder gives and takes roles. */
  grants: boolean
}

/** Finds a resident by a whole name, a whole number or an id, to call on them or to book for them. */
export function FindResident({ community, grants }: FindResidentProps) {
  const typed = useRef('')
  const [asked, setAsked] = useState('')
  const [missing, setMissing] = useState(false)

  const submit = () => {
    const q = typed.current.trim()
    setMissing(!q)
    if (q) setAsked(q)
  }

  return (
    <Box className='stack'>
      <Box>{words.searchLead}</Box>
      <TextField
        label={words.searchLabel}
        maxLength={64}
        error={missing ? words.searchMissing : undefined}
        onEnter={submit}
        onText={(text) => {
          typed.current = text
        }}
      />
      <Button onPress={submit}>{words.search}</Button>
      <Button look='quiet' to={routes.enrol}>
        {enrolText.entry}
      </Button>
      <Maybe>{asked && <Found q={asked} community={community} grants={grants} />}</Maybe>
    </Box>
  )
}

function Found({ q, community, grants }: FindResidentProps & { q: string }) {
  const [found, refresh] = useRead('member.search', { q })
  const [revealing, setRevealing] = useState<FoundMember>()
  const [guarded, setGuarded] = useState<FoundMember>()
  const [news, setNews] = useState<string>()
  return (
    <>
      <Maybe>{news && <Banner tone='good'>{news}</Banner>}</Maybe>
      <Box live='polite'>{found.state === 'ready' ? words.found(found.data.items.length) : ''}</Box>
      <StateView of={found} onRetry={refresh} empty={<Empty {...words.searchEmpty(q)} alarm />}>
        {({ items }) => (
          <Box tag='ul' className='pair'>
            {items.map((resident) => (
              <ResidentCard
                key={resident.memberId}
                resident={resident}
                community={community}
                since={words.registered(dateWords(resident.registeredAt))}
              >
                {resident.state === 'verified' && !resident.closing && !resident.office && (
                  <LineButton
                    look='pine'
                    label={words.bookOf(resident.name)}
                    to={bookingRequestAt('', resident.memberId)}
                  >
                    {words.book}
                  </LineButton>
                )}
                {resident.onPaper && (
                  <LineButton
                    look='pine'
                    label={paperMemberText.openOf(resident.name)}
                    to={memberPaperAt(resident.memberId)}
                  >
                    {paperMemberText.open}
                  </LineButton>
                )}
                {resident.minor && !resident.closing && (
                  <LineButton
                    label={guardianPaperText.openOf(resident.name)}
                    onPress={() => setGuarded(resident)}
                  >
                    {guardianPaperText.open}
                  </LineButton>
                )}
                {grants && resident.state === 'verified' && (
                  <LineButton label={words.rolesOf(resident.name)} to={memberRolesAt(resident.memberId)}>
                    {words.roles}
                  </LineButton>
                )}
                {resident.state !== 'closed' && !resident.closing && (
                  <LineButton label={words.revealOf(resident.name)} onPress={() => setRevealing(resident)}>
                    {words.reveal}
                  </LineButton>
                )}
              </ResidentCard>
            ))}
          </Box>
        )}
      </StateView>
      <Maybe>
        {guarded && (
          <GuardianPaperSheet
            resident={guarded}
            onDone={async (sentence) => {
              setGuarded(undefined)
              await refresh()
              setNews(sentence)
            }}
            onClose={() => setGuarded(undefined)}
          />
        )}
        {revealing && <RevealSheet resident={revealing} onClose={() => setRevealing(undefined)} />}
      </Maybe>
    </>
  )
}
