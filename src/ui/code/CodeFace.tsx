import { useMemo } from 'react'
import { phoneNow } from '#clock'
import { fromBase32, scanCode, typedCode } from '#contract/shared/attendanceCode'
import { secondMs } from '#contract/shared/time'
import { attendanceCodeText } from '#text/booking/attendance'
import { useBrightScreen } from '#ui/device/useBrightScreen'
import { Picture } from '#ui/picture/Picture'
import { Box } from '#ui/show/Box'
import { Words } from '#ui/show/Words'
import { codePicture } from './codePicture'
import { type AttendanceSecret, useCodeStep } from './useCodeStep'
import './CodeFace.scss'

/**
 * The attendance code that counts now: digits to read out, a square to scan, and a bar that empties until the next
 * code comes. It renews itself, and nothing around it is drawn again. The style sheet moves the bar.
 */
export function CodeFace({ secret }: { secret: AttendanceSecret }) {
  const { stepSeconds, aheadMs } = secret
  const step = useCodeStep(secret)
  useBrightScreen()
  const { digits, picture } = useMemo(() => {
    const key = fromBase32(secret.secret)
    return { digits: typedCode(key, step), picture: codePicture(scanCode(key, step)) }
  }, [secret.secret, step])
  const elapsedMs = Math.max(0, phoneNow() + aheadMs - step * stepSeconds * secondMs)

  return (
    <Box className='code'>
      <Box className='code-digits' role='img' label={attendanceCodeText.spoken(digits)}>
        <Words className='code-group' silent>
          {digits.slice(0, 3)}
        </Words>
        <Words className='code-group' silent>
          {digits.slice(3)}
        </Words>
      </Box>
      <Box className='code-plate'>
        <Picture className='code-picture' src={picture} alt={attendanceCodeText.picture} />
      </Box>
      <Box className='code-bar' silent>
        <Box
          key={step}
          className='code-bar-left'
          style={{ animationDuration: `${stepSeconds}s`, animationDelay: `-${Math.round(elapsedMs)}ms` }}
        />
      </Box>
      <Box className='code-renews'>{attendanceCodeText.renews(stepSeconds)}</Box>
    </Box>
  )
}
