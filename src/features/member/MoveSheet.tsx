import { useRef, useState } from 'react'
import type { Community } from '#contract/community'
import type { Me, MemberState } from '#contract/member'
import { useCommand } from '../../cloud/useCommand'
import { movingText as words } from '../../text/moving'
import { Banner } from '../../ui/Banner'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Place } from '../../ui/Place'
import { Sheet } from '../../ui/Sheet'
import { showFirstFault } from '../../ui/showFirstFault'
import { DwellingFields } from './DwellingFields'
import { checkDwelling, type RegistrationFaults } from './registration'

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
      <Place>{move.failure && <Banner tone='bad'>{move.failure.message}</Banner>}</Place>
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
