import { useState } from 'react'
import type { Dependent } from '#contract/member'
import { useCommand } from '../../cloud/useCommand'
import { dependentsText } from '../../text/member'
import { Confirm } from '../../ui/Confirm'
import { LineButton } from '../../ui/LineButton'
import { Place } from '../../ui/Place'
import { Row, Rows } from '../../ui/Row'

export interface DependentRowsProps {
  dependents: readonly Dependent[]
  onRemoved: (dependent: Dependent) => void
}

/** The relatives, each with the way to take them off the list. */
export function DependentRows({ dependents, onRemoved }: DependentRowsProps) {
  const [leaving, setLeaving] = useState<Dependent>()
  const remove = useCommand('member.removeDependent')

  async function confirm({ dependentId }: Dependent) {
    if (!(await remove.run({ dependentId }))) return
    const gone = leaving
    setLeaving(undefined)
    if (gone) onRemoved(gone)
  }

  return (
    <>
      <Rows>
        {dependents.map((dependent) => (
          <Row
            key={dependent.dependentId}
            title={dependent.name}
            detail={dependent.relation}
            end={
              <LineButton
                label={dependentsText.removeOf(dependent.name)}
                onPress={() => setLeaving(dependent)}
              >
                {dependentsText.remove}
              </LineButton>
            }
          />
        ))}
      </Rows>
      <Place>
        {leaving && (
          <Confirm
            title={dependentsText.removeTitle(leaving.name)}
            text={dependentsText.removeText}
            action={dependentsText.remove}
            keep={dependentsText.removeKeep}
            busy={remove.busy}
            failure={remove.failure?.message}
            onConfirm={() => confirm(leaving)}
            onClose={() => setLeaving(undefined)}
          />
        )}
      </Place>
    </>
  )
}
