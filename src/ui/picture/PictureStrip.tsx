import { picturesText as words } from '#text/shared/pictures'
import { Pressable } from '#ui/button/Pressable'
import { Box } from '#ui/show/Box'
import { Picture } from './Picture'
import { showPictures } from './showPictures'
import './PictureStrip.scss'

/** A picture somebody has sent; without an address while that is asked for. */
export interface ShownPicture {
  key: string
  address?: string
  /** It may not, or cannot, be seen any more. */
  gone?: boolean
}

/** Pictures beside each other; a tap shows one large. */
export function PictureStrip({
  pictures,
  label = words.shown,
}: {
  pictures: readonly ShownPicture[]
  label?: string
}) {
  const addresses = pictures.flatMap(({ address }) => (address === undefined ? [] : [address]))
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
            onPress={() => showPictures(addresses, address)}
          >
            <Picture className='picture-filling' src={address} alt={words.nth(at + 1)} />
          </Pressable>
        ),
      )}
    </Box>
  )
}
