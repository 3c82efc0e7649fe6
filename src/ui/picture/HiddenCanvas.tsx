import { Canvas } from '@tarojs/components'
import { Box } from '#ui/show/Box'
import { canvasId } from './canvasFile'
import './HiddenCanvas.scss'

/** The canvas from which `pictureFile` makes pictures; one on a page, where nobody sees it. */
export function HiddenCanvas() {
  return (
    <Box className='hidden-canvas' silent>
      <Canvas type='2d' id={canvasId} className='hidden-canvas-sheet' />
    </Box>
  )
}
