import { forwardText } from '#text/shared/forward'
import { Button } from '#ui/button/Button'
import { Box } from '#ui/show/Box'
import { ForwardButton, type ForwardButtonProps } from './ForwardButton'

interface PassOnProps extends ForwardButtonProps {
  /** The page that makes its poster; absent where there is none to make. */
  poster?: string | undefined
}

/** The two ways to tell others: to pass the page on, and to hang up its poster. */
export function PassOn({ poster, ...page }: PassOnProps) {
  return (
    <Box className='pair'>
      <ForwardButton {...page} />
      {poster && (
        <Button look='quiet' to={poster}>
          {forwardText.poster}
        </Button>
      )}
    </Box>
  )
}
