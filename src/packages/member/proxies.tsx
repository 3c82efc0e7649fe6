import { useState } from 'react'
import { strangersAreKnown } from '#cloud/call/session'
import { useRead } from '#cloud/call/useRead'
import type { Me } from '#contract/member'
import type { AppointedProxy } from '#contract/proxy'
import { RegistrationStateCard } from '#features/member/own/RegistrationStateCard'
import { registrationStateOf } from '#features/member/own/registrationState'
import { AppointSheet } from '#features/member/proxy/AppointSheet'
import { AskedToAct } from '#features/member/proxy/AskedToAct'
import { PrincipalRows } from '#features/member/proxy/PrincipalRows'
import { ProxyCodeCard } from '#features/member/proxy/ProxyCodeCard'
import { ProxyRows } from '#features/member/proxy/ProxyRows'
import { proxyText as words } from '#text/member/proxy'
import { titles } from '#text/shared/titles'
import { Button } from '#ui/button/Button'
import { Banner } from '#ui/page/Banner'
import { Screen } from '#ui/page/Screen'
import { StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'
import { Heading } from '#ui/show/Heading'
import { Maybe } from '#ui/show/Maybe'

/** The viewer's proxies, the viewer's principals, and the viewer's proxy code. */
export default function Proxies() {
  const [me, refresh] = useRead('member.me', {})
  return (
    <Screen title={titles.proxies}>
      <StateView of={me} onRetry={refresh}>
        {(person) => {
          const registration = registrationStateOf(person, strangersAreKnown())
          if (!person.member || registration !== 'verified') {
            return (
              <RegistrationStateCard registration={registration === 'verified' ? 'visitor' : registration} />
            )
          }
          return <MyProxies member={person.member} onChanged={refresh} />
        }}
      </StateView>
    </Screen>
  )
}

interface MyProxiesProps {
  member: NonNullable<Me['member']>
  onChanged: () => Promise<void>
}

function MyProxies({ member, onChanged }: MyProxiesProps) {
  const { memberId, proxies, askedToAct = [] } = member
  const [appointing, setAppointing] = useState(false)
  const [done, setDone] = useState<string>()

  const finish = async (sentence: string) => {
    setAppointing(false)
    await onChanged()
    setDone(sentence)
  }
  const endedProxy = ({ name, asksUntil }: AppointedProxy) =>
    finish(asksUntil === undefined ? words.dismissed(name) : words.withdrawn(name))
  return (
    <Box className='stack'>
      <Maybe>{done && <Banner tone='good'>{done}</Banner>}</Maybe>
      <Maybe>
        {askedToAct.length > 0 && (
          <Box className='stack'>
            {askedToAct.map((principal) => (
              <AskedToAct key={principal.memberId} principal={principal} onAnswered={finish} />
            ))}
          </Box>
        )}
      </Maybe>
      <Box tag='section' className='stack-tight'>
        <Heading>{words.mineTitle}</Heading>
        <Box>{words.mineLead}</Box>
        <Maybe>
          {proxies.length > 0 ? (
            <ProxyRows proxies={proxies} onDismissed={endedProxy} />
          ) : (
            <Box className='soft'>{words.mineEmpty}</Box>
          )}
        </Maybe>
        <Button
          onPress={() => {
            setDone(undefined)
            setAppointing(true)
          }}
        >
          {words.appoint}
        </Button>
      </Box>
      <Theirs actsFor={member.actsFor} onStopped={({ name }) => finish(words.stopped(name))} />
      <ProxyCodeCard memberId={memberId} />
      <Maybe>
        {appointing && (
          <AppointSheet
            memberId={memberId}
            onAppointed={(now, appointed) => {
              const name = now.find((proxy) => proxy.memberId === appointed)?.name
              void finish(name ? words.appointed(name) : words.appointedSomebody)
            }}
            onClose={() => setAppointing(false)}
          />
        )}
      </Maybe>
    </Box>
  )
}

interface TheirsProps {
  actsFor: readonly AppointedProxy[]
  onStopped: (principal: AppointedProxy) => void
}

function Theirs({ actsFor, onStopped }: TheirsProps) {
  return (
    <Box tag='section' className='stack-tight'>
      <Heading>{words.theirsTitle}</Heading>
      <Maybe>
        {actsFor.length > 0 ? (
          <PrincipalRows actsFor={actsFor} onStopped={onStopped} />
        ) : (
          <Box className='soft'>{words.theirsEmpty}</Box>
        )}
      </Maybe>
    </Box>
  )
}
