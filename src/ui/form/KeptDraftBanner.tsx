import { useState } from 'react'
import { foundText as words } from '#text/shared/found'
import { LineButton } from '#ui/button/LineButton'
import { Banner } from '#ui/page/Banner'
import { Confirm } from '#ui/sheet/Confirm'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'

export interface KeptDraftBannerProps {
  onEmpty: () => void
  /** What is lost. */
  text?: string
}

/** Says that the form holds an earlier draft, and offers to empty it. */
export function KeptDraftBanner({ onEmpty, text = words.emptyText }: KeptDraftBannerProps) {
  const [asking, setAsking] = useState(false)
  return (
    <Box>
      <Banner tone='plain'>{words.found}</Banner>
      <LineButton onPress={() => setAsking(true)}>{words.empty}</LineButton>
      <Maybe>
        {asking && (
          <Confirm
            title={words.empty}
            text={text}
            action={words.emptyAction}
            look='danger'
            busy={false}
            failure={undefined}
            onConfirm={onEmpty}
            keep={words.keep}
            onClose={() => setAsking(false)}
          />
        )}
      </Maybe>
    </Box>
  )
}
