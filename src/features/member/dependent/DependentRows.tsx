import { useState } from 'react'
import { useCommand } from '#cloud/call/useCommand'
import type { OwnDependent } from '#contract/dependent'
import { dependentDetail, dependentsText } from '#text/member/dependents'
import { LineButton } from '#ui/button/LineButton'
import { Confirm } from '#ui/sheet/Confirm'
import { Box } from '#ui/show/Box'
import { Place } from '#ui/show/Place'
import { Row, Rows } from '#ui/show/Row'
import { ChangeDependentSheet } from './ChangeDependentSheet'

export interface DependentRowsProps {
  dependents: readonly OwnDependent[]
  onChanged: (dependent: OwnDependent) => void
  onRemoved: (dependent: OwnDependent) => void
}

/** The relatives, each with the ways to change what is known of them and to take them off the list. */
export function DependentRows({ dependents, onChanged, onRemoved }: DependentRowsProps) {
  const [asked, setAsked] = useState<{ what: 'change' | 'remove'; dependent: OwnDependent }>()
  const remove = useCommand('member.removeDependent')
  const close = () => setAsked(undefined)

  async function confirm(dependent: OwnDependent) {
    if (!(await remove.run({ dependentId: dependent.dependentId }))) return
    close()
    onRemoved(dependent)
  }

  return (
    <>
      <Rows>
        {dependents.map((dependent) => (
          <Row
            key={dependent.dependentId}
            title={dependent.name}
            detail={dependentDetail(dependent)}
            end={
              <Box className='stack-tight'>
                <LineButton
                  label={dependentsText.changeOf(dependent.name)}
                  onPress={() => setAsked({ what: 'change', dependent })}
                >
                  {dependentsText.change}
                </LineButton>
                <LineButton
                  label={dependentsText.removeOf(dependent.name)}
                  onPress={() => setAsked({ what: 'remove', dependent })}
                >
                  {dependentsText.remove}
                </LineButton>
              </Box>
            }
          />
        ))}
      </Rows>
      <Place>
        {asked?.what === 'remove' && (
          <Confirm
            title={dependentsText.removeTitle(asked.dependent.name)}
            text={dependentsText.removeText}
            action={dependentsText.remove}
            keep={dependentsText.removeKeep}
            busy={remove.busy}
            failure={remove.failure?.message}
            onConfirm={() => confirm(asked.dependent)}
            onClose={close}
          />
        )}
        {asked?.what === 'change' && (
          <ChangeDependentSheet
            dependent={asked.dependent}
            onChanged={() => {
              close()
              onChanged(asked.dependent)
            }}
            onClose={close}
          />
        )}
      </Place>
    </>
  )
}
