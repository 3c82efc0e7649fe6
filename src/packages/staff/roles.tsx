import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useCommand } from '#cloud/call/useCommand'
import { useRead } from '#cloud/call/useRead'
import type { Grant, RolesOnRecord } from '#contract/member'
import { GrantSheet } from '#features/member/staff/GrantSheet'
import { routes } from '#routes'
import { grantWords, memberRolesText as words } from '#text/member/memberRoles'
import { titles } from '#text/shared/titles'
import { Button } from '#ui/button/Button'
import { LineButton } from '#ui/button/LineButton'
import { Banner } from '#ui/page/Banner'
import { Screen } from '#ui/page/Screen'
import { Empty, StateView } from '#ui/page/StateView'
import { Confirm } from '#ui/sheet/Confirm'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Heading } from '#ui/show/Heading'
import { Maybe } from '#ui/show/Maybe'
import { ListRow, ListRows } from '#ui/show/Row'

/** A member's roles for an admin: who gave each and when, and the past. The admin can grant and revoke roles. */
export default function MemberRoles() {
  const memberId = useRouter().params.id
  return (
    <Screen title={titles.memberRoles}>
      {memberId ? (
        <RolesOf memberId={memberId} />
      ) : (
        <Empty title={words.noId.title} text={words.noId.text}>
          <Button to={routes.residents}>{words.noId.action}</Button>
        </Empty>
      )}
    </Screen>
  )
}

/** The role changes that are shown. Admins rarely need more. */
const pastShown = 15

function RolesOf({ memberId }: { memberId: string }) {
  const [read, refresh] = useRead('member.roles', { memberId })
  const [whole] = useRead('community.whole', {})
  const [asked, setAsked] = useState<'grant' | Grant>()
  const [news, setNews] = useState<string>()
  const grant = useCommand('member.grant')
  const revoke = useCommand('member.revoke')
  const community = whole.state === 'ready' ? whole.data : undefined
  const said = (role: Grant) => grantWords(role, community)

  const ask = (what: 'grant' | Grant) => {
    grant.clear()
    revoke.clear()
    setNews(undefined)
    setAsked(what)
  }
  async function changed(told: string) {
    setAsked(undefined)
    await refresh()
    setNews(told)
  }
  async function takeBack({ role, scope }: Grant, told: string) {
    if (await revoke.run({ memberId, role, ...(scope && { scope }) })) await changed(told)
  }

  return (
    <>
      <Maybe>{news && <Banner tone='good'>{news}</Banner>}</Maybe>
      <StateView of={read} onRetry={refresh}>
        {({ member, roles, history }: RolesOnRecord) => (
          <Box className='stack'>
            <Card title={member.name}>
              <Box className='soft'>{words.phone(member.phoneMasked)}</Box>
            </Card>
            <Box className='stack-tight'>
              <Heading>{words.held}</Heading>
              <ListRows>
                {roles.map((role) => (
                  <ListRow
                    key={JSON.stringify([role.role, role.scope])}
                    title={said(role)}
                    detail={words.since(role)}
                    end={
                      role.byConfiguration || role.role === 'resident' ? undefined : (
                        <LineButton label={words.revokeOf(said(role))} onPress={() => ask(role)}>
                          {words.revoke}
                        </LineButton>
                      )
                    }
                  />
                ))}
              </ListRows>
            </Box>
            <Button look='quiet' onPress={() => ask('grant')}>
              {words.grant}
            </Button>
            <Box className='stack-tight'>
              <Heading>{words.history}</Heading>
              <ListRows>
                {history.slice(0, pastShown).map((line) => (
                  <ListRow
                    key={`${line.at}${line.change}${JSON.stringify([line.role, line.scope])}`}
                    title={words.change(line, said(line))}
                    detail={words.when(line)}
                  />
                ))}
              </ListRows>
            </Box>
            <Maybe>
              {asked === 'grant' && community && (
                <GrantSheet
                  name={member.name}
                  community={community}
                  by={{ ...grant, attempt: (role) => grant.attempt({ memberId, ...role }) }}
                  onGranted={(role) => changed(words.given(said(role), member.name))}
                  onClose={() => setAsked(undefined)}
                />
              )}
              {asked && asked !== 'grant' && (
                <Confirm
                  title={words.revokeTitle(said(asked), member.name)}
                  text={words.revokeText}
                  action={words.revoke}
                  keep={words.revokeKeep}
                  busy={revoke.busy}
                  failure={revoke.failure}
                  onConfirm={() => takeBack(asked, words.revoked(said(asked), member.name))}
                  onClose={() => setAsked(undefined)}
                />
              )}
            </Maybe>
          </Box>
        )}
      </StateView>
    </>
  )
}
