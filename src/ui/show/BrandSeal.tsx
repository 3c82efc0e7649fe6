import { uiText } from '#text/shared/ui'
import { Box } from './Box'
import { Words } from './Words'
import './BrandSeal.scss'

/** The name as a square stamp of four characters. */
export function BrandSeal() {
  return (
    <Box className='brand-seal' silent>
      {uiText.brandSeal.map((character) => (
        <Words key={character} className='brand-seal-character'>
          {character}
        </Words>
      ))}
    </Box>
  )
}
