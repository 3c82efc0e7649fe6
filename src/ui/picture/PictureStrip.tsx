import { pictureText as words } from '#text/shared/picture'
import { Pressable } from '#ui/button/Pressable'
import { Box } from '#ui/show/Box'
import { Picture } from './Picture'
import { useViewer } from './useViewer'
import './PictureStrip.scss'

/** A picture that somebody has sent. It has no address while the address is being asked for. */
export interface ShownPicture {
  key: string
  address?: string
  /** The reader may not see it any more, or it is gone. */
  gone?: boolean
}

/** Pictures beside each other. A tap enlarges one. */
export function PictureStrip({
  pictures,
  label = words.shown,
}: {
  pictures: readonly ShownPicture[]
  label?: string
}) {
  const addresses = pictures.flatMap(({ address }) => (address === undefined ? [] : [address]))
  const { show, viewer } = useViewer(addresses)
  return (
    <Box className='picture-strip' role='group' label={label}>
      {pictures.map(({ key, address, gone }, at) =>
        address === undefined ? (
          <Box key={key} className='picture-shown picture-missing'>
            {gone ? words.gone : ''}
          </Box>
        ) : (
          <Pressable
            key={key}
            className='picture-shown'
            label={words.open(at + 1)}
            onPress={() => show(address)}
          >
            <Picture className='picture-filling' src={address} alt={words.nth(at + 1)} />
          </Pressable>
        ),
      )}
      {viewer}
    </Box>
  )
}
