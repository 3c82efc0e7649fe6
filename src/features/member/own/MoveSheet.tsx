import { useRef, useState } from 'react'
import { useCommand } from '#cloud/call/useCommand'
import type { Community } from '#contract/community'
import type { Me, MemberState } from '#contract/member'
import { DwellingFields } from '#features/member/registration/DwellingFields'
import { checkDwelling, type RegistrationFaults } from '#features/member/registration/registration'
import { movingText as words } from '#text/member/moving'
import { Button } from '#ui/button/Button'
import { showFirstFault } from '#ui/field/showFirstFault'
import { Banner } from '#ui/page/Banner'
import { Sheet } from '#ui/sheet/Sheet'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'

export interface MoveSheetProps {
  community: Community
  me: Me
  onMoved: (state: MemberState) => void
  onClose: () => void
}

/** Where somebody lives now: what stands is there to begin with, except the door, which is not shown whole. */
export function MoveSheet({ community, me, onMoved, onClose }: MoveSheetProps) {
  const unit = useRef('')
  const [chosen, setChosen] = useState({
    estateId: me.household?.estateId,
    building: me.household?.building,
    gridId: me.member?.gridId,
  })
  const [faults, setFaults] = useState<RegistrationFaults>({})
  const move = useCommand('member.move')

  async function submit() {
    const checked = checkDwelling({ ...chosen, unit: unit.current })
    setFaults(checked.faults)
    if (!checked.input) return showFirstFault()
    const moved = await move.run(checked.input)
    if (moved) onMoved(moved.state)
  }
  return (
    <Sheet title={words.moveTitle} onClose={onClose}>
      <Consequences lines={words.consequences} />
      <DwellingFields
        community={community}
        chosen={chosen}
        unit=''
        faults={faults}
        onChoose={(part) => setChosen((now) => ({ ...now, ...part }))}
        onUnit={(text) => {
          unit.current = text
        }}
      />
      <Maybe>{move.failure && <Banner tone='bad'>{move.failure.message}</Banner>}</Maybe>
      <Button busy={move.busy} onPress={submit}>
        {words.move}
      </Button>
    </Sheet>
  )
}

/** What a change means, each in a sentence. */
export function Consequences({ lines }: { lines: readonly string[] }) {
  return (
    <Box tag='ul' className='stack-tight'>
      {lines.map((line) => (
        <Box tag='li' key={line}>
          {line}
        </Box>
      ))}
    </Box>
  )
}
