import { uiText } from '#text/shared/ui'
import { Box } from '#ui/show/Box'
import './Skeleton.scss'

/** Shows where the content will be while it loads. A screen reader reads one sentence. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  return (
    <Box className='skeleton' role='status' label={uiText.loading}>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are alike and never move
        <Box key={line} className='skeleton-line' silent />
      ))}
    </Box>
  )
}
