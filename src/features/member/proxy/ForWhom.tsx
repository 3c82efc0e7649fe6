import { useRouter } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { useRead } from '#cloud/call/useRead'
import type { Me } from '#contract/member'
import type { MemberId } from '#contract/shared/scalars'
import { isResidentStaff } from '#features/member/own/rolesHeld'
import { routes } from '#routes'
import { behalfText as words } from '#text/member/behalf'
import { Button } from '#ui/button/Button'
import { Banner } from '#ui/page/Banner'
import { Empty, StateView } from '#ui/page/StateView'
import { Maybe } from '#ui/show/Maybe'

/** Whom a page acts for. */
export interface Principal {
  memberId: MemberId
  name: string
  /** Where they live, of somebody on paper. */
  home?: { gridId: string; estateId: string | undefined }
}

export interface ForWhomProps {
  /** The viewer, where the page has read them already. */
  me?: Me | undefined
  /** Draws the page; without a principal it is the viewer's own. */
  children: (principal?: Principal) => ReactNode
}

/**
 * Finds whom a page acts for, by the `for` of its path: nobody, somebody who has appointed the viewer, or a resident of
 * the worker's grid. The page says above all else that it acts, and for whom.
 */
export function ForWhom({ me, children }: ForWhomProps) {
  const { for: memberId } = useRouter().params
  return (
    <>
      {memberId ? (
        <Acting memberId={memberId} me={me}>
          {children}
        </Acting>
      ) : (
        children()
      )}
    </>
  )
}

function Acting({ memberId, me: known, children }: ForWhomProps & { memberId: MemberId }) {
  const [me, retry] = useRead('member.me', {}, { wait: known !== undefined })
  const shown = (principal: Principal) => (
    <>
      <Banner tone='plain'>{words.acting(principal.name)}</Banner>
      <Maybe>{children(principal)}</Maybe>
    </>
  )
  return (
    <StateView of={known ? { state: 'ready', data: known } : me} onRetry={retry}>
      {(person) => {
        const principal = person.member?.actsFor.find((each) => each.memberId === memberId)
        if (principal) return shown(principal)
        return isResidentStaff(person) ? (
          <GridResident memberId={memberId}>{shown}</GridResident>
        ) : (
          <NoPrincipal />
        )
      }}
    </StateView>
  )
}

interface GridResidentProps {
  memberId: MemberId
  children: (principal: Principal) => ReactNode
}

/** Reads the name of a resident of the worker's grid. A paper member's own page tells it; any other is looked up. */
function GridResident({ memberId, children }: GridResidentProps) {
  const [paper, retry] = useRead('member.me', {}, { actingFor: memberId })
  const [found, refresh] = useRead('member.search', { q: memberId }, { wait: paper.state !== 'failed' })
  if (paper.state === 'failed' && paper.code === 'forbidden')
    return (
      <StateView of={found} onRetry={refresh} empty={<NoPrincipal />}>
        {({ items }) => (items[0] ? children(items[0]) : null)}
      </StateView>
    )
  return (
    <StateView of={paper} onRetry={retry}>
      {({ member, household }) =>
        member && children({ ...member, home: { gridId: member.gridId, estateId: household?.estateId } })
      }
    </StateView>
  )
}

function NoPrincipal() {
  const { title, text, action } = words.none
  return (
    <Empty title={title} text={text}>
      <Button look='quiet' to={routes.me}>
        {action}
      </Button>
    </Empty>
  )
}
