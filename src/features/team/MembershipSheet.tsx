import { useState } from 'react'
import { call } from '#cloud/call/call'
import { useCommand } from '#cloud/call/useCommand'
import { useRead } from '#cloud/call/useRead'
import type { LicenceView, TeamMember } from '#contract/team'
import { probationOfWords, licenceText as words } from '#text/team/licence'
import { Button } from '#ui/button/Button'
import { LineButton } from '#ui/button/LineButton'
import { DeclineSheet } from '#ui/form/DeclineSheet'
import { Banner } from '#ui/page/Banner'
import { PictureStrip } from '#ui/picture/PictureStrip'
import { Sheet } from '#ui/sheet/Sheet'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { LicenceLine } from './LicenceLine'

export interface MembershipSheetProps {
  teamId: string
  person: TeamMember
  onDone: (sentence: string) => void
  onClose: () => void
}

/** Shows a volunteer's licences to the leader, who decides on them and may end the probation. Each look is recorded. */
export function MembershipSheet({ teamId, person, onDone, onClose }: MembershipSheetProps) {
  const { memberId, name, licences, shown, probation } = person
  const [photo, setPhoto] = useState<{ licence: string; url: string }>()
  const [failure, setFailure] = useState<string>()
  const [declining, setDeclining] = useState<LicenceView>()
  const [revoking, setRevoking] = useState<LicenceView>()
  const [me] = useRead('member.me', {})
  // until it is known who looks, nothing is offered that is refused to oneself
  const decides = me.state === 'ready' && me.data.member?.memberId !== memberId
  const own = me.state === 'ready' && !decides
  const decide = useCommand('team.decideLicence')
  const end = useCommand('team.endProbation')
  const revoke = useCommand('team.revokeLicence')

  async function look({ licence, photoId = '' }: LicenceView) {
    const outcome = await call('file.url', { fileId: photoId })
    setFailure(outcome.ok ? undefined : outcome.message)
    if (outcome.ok) setPhoto({ licence, url: outcome.data.url })
  }
  async function answer({ licence }: LicenceView, accept: boolean, reason?: string) {
    if (await decide.run({ teamId, memberId, licence, accept, ...(reason && { reason }) }))
      onDone(accept ? words.accepted : words.declined)
  }
  const way = (one: LicenceView) =>
    one.photoId ? (
      <LineButton label={words.seePhotoOf(one.licence)} onPress={() => look(one)}>
        {words.seePhoto}
      </LineButton>
    ) : (
      <Box className='soft small'>{words.noPhoto}</Box>
    )
  if (declining)
    return (
      <DeclineSheet
        name={declining.licence}
        words={words}
        busy={decide.busy}
        failure={decide.failure}
        onDecline={(reason) => answer(declining, false, reason)}
        onClose={() => setDeclining(undefined)}
      />
    )
  if (revoking)
    return (
      <DeclineSheet
        name={revoking.licence}
        words={words.revokeWords}
        busy={revoke.busy}
        failure={revoke.failure}
        onDecline={async (reason) => {
          const { licence } = revoking
          if (await revoke.run({ teamId, memberId, licence, reason })) onDone(words.revoked)
        }}
        onClose={() => setRevoking(undefined)}
      />
    )

  return (
    <Sheet title={words.detailsTitle(name)} onClose={onClose}>
      <Maybe>
        {failure && <Banner tone='bad'>{failure}</Banner>}
        {decide.failure && <Banner tone='bad'>{decide.failure}</Banner>}
        {end.failure && <Banner tone='bad'>{end.failure}</Banner>}
      </Maybe>
      <Maybe>
        {photo && (
          <Box className='stack-tight'>
            <PictureStrip
              label={words.photoOf(photo.licence)}
              pictures={[{ key: photo.url, address: photo.url }]}
            />
            <Box className='soft small'>{words.looked}</Box>
          </Box>
        )}
      </Maybe>
      {licences.length + shown.length === 0 && <Box>{words.none}</Box>}
      <Box tag='ul' className='stack-tight'>
        {shown.map((one) => (
          <LicenceLine key={`${one.licence}-`} shown={one} waits>
            {way(one)}
            {decides && (
              <LineButton look='pine' label={words.acceptOf(one.licence)} onPress={() => answer(one, true)}>
                {words.accept}
              </LineButton>
            )}
            {decides && (
              <LineButton label={words.declineOf(one.licence)} onPress={() => setDeclining(one)}>
                {words.decline}
              </LineButton>
            )}
          </LicenceLine>
        ))}
        {licences.map((one) => (
          <LicenceLine key={one.licence} shown={one}>
            {one.photoId && way(one)}
            {decides && (
              <LineButton label={words.revokeOf(one.licence)} onPress={() => setRevoking(one)}>
                {words.revoke}
              </LineButton>
            )}
          </LicenceLine>
        ))}
      </Box>
      {probation && (
        <Box className='stack-tight'>
          <Box>{probationOfWords(probation)}</Box>
          {decides && (
            <Button
              look='quiet'
              busy={end.busy}
              onPress={async () => {
                if (await end.run({ teamId, memberId })) onDone(words.probationEnded)
              }}
            >
              {words.endProbation}
            </Button>
          )}
        </Box>
      )}
      <Maybe>{own && <Box className='soft'>{words.own}</Box>}</Maybe>
    </Sheet>
  )
}
