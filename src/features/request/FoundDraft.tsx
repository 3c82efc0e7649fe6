import { useState } from 'react'
import { foundText as words } from '../../text/requestFiling'
import { Banner } from '../../ui/Banner'
import { Box } from '../../ui/Box'
import { Confirm } from '../../ui/Confirm'
import { LineButton } from '../../ui/LineButton'
import { Place } from '../../ui/Place'

/** The form opens with what was begun before; who does not want it any more empties it. */
export function FoundDraft({ onEmpty }: { onEmpty: () => void }) {
  const [asking, setAsking] = useState(false)
  return (
    <Box>
      <Banner tone='plain'>{words.found}</Banner>
      <LineButton onPress={() => setAsking(true)}>{words.empty}</LineButton>
      <Place>
        {asking && (
          <Confirm
            title={words.empty}
            text={words.emptyText}
            action={words.emptyAction}
            look='danger'
            busy={false}
            failure={undefined}
            onConfirm={onEmpty}
            keep={words.keep}
            onClose={() => setAsking(false)}
          />
        )}
      </Place>
    </Box>
  )
}
