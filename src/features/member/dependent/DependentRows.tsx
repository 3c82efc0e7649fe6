import { useState } from 'react'
import { useCommand } from '#cloud/call/useCommand'
import type { OwnDependent } from '#contract/dependent'
import type { MemberId } from '#contract/shared/scalars'
import { dependentDetail, dependentText } from '#text/member/dependent'
import { LineButton } from '#ui/button/LineButton'
import { Confirm } from '#ui/sheet/Confirm'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { ListRow, ListRows } from '#ui/show/Row'
import { ChangeDependentSheet } from './ChangeDependentSheet'

export interface DependentRowsProps {
  dependents: readonly OwnDependent[]
  /** The member whose relatives they are, when the reader acts for somebody. */
  actingFor: MemberId | undefined
  onChanged: (dependent: OwnDependent) => void
  onRemoved: (dependent: OwnDependent) => void
}

/** The member's relatives. Each can be changed and removed. */
export function DependentRows({ dependents, actingFor, onChanged, onRemoved }: DependentRowsProps) {
  const [asked, setAsked] = useState<{ what: 'change' | 'remove'; dependent: OwnDependent }>()
  const remove = useCommand('member.removeDependent', { actingFor })
  const close = () => setAsked(undefined)

  async function confirm(dependent: OwnDependent) {
    if (!(await remove.run({ dependentId: dependent.dependentId }))) return
    close()
    onRemoved(dependent)
  }

  return (
    <>
      <ListRows>
        {dependents.map((dependent) => (
          <ListRow
            key={dependent.dependentId}
            title={dependent.name}
            detail={dependentDetail(dependent)}
            end={
              <Box className='stack-tight'>
                <LineButton
                  label={dependentText.changeOf(dependent.name)}
                  onPress={() => setAsked({ what: 'change', dependent })}
                >
                  {dependentText.change}
                </LineButton>
                <LineButton
                  label={dependentText.removeOf(dependent.name)}
                  onPress={() => setAsked({ what: 'remove', dependent })}
                >
                  {dependentText.remove}
                </LineButton>
              </Box>
            }
          />
        ))}
      </ListRows>
      <Maybe>
        {asked?.what === 'remove' && (
          <Confirm
            title={dependentText.removeTitle(asked.dependent.name)}
            text={dependentText.removeText}
            action={dependentText.remove}
            keep={dependentText.removeKeep}
            busy={remove.busy}
            failure={remove.failure}
            onConfirm={() => confirm(asked.dependent)}
            onClose={close}
          />
        )}
        {asked?.what === 'change' && (
          <ChangeDependentSheet
            dependent={asked.dependent}
            actingFor={actingFor}
            onChanged={() => {
              close()
              onChanged(asked.dependent)
            }}
            onClose={close}
          />
        )}
      </Maybe>
    </>
  )
}
