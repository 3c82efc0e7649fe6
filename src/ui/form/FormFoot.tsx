import { type ReactNode, useContext } from 'react'
import { Button, type ButtonLook } from '#ui/button/Button'
import { SheetEnter, SheetFoot } from '#ui/sheet/SheetFoot'
import { Box } from '#ui/show/Box'
import { Failure } from './Failure'
import './FormFoot.scss'

export interface FormFootProps {
  form: { busy: boolean; failure: string | undefined; submit: () => unknown }
  /** The verb on the button. */
  action: string
  look?: ButtonLook | undefined
  /** It stays in sight at the lower edge of the window, on a page that is longer. */
  pinned?: boolean | undefined
  /** Other ways on or out, below the button. */
  children?: ReactNode
}

/** The end of a form: why it was not done, and the button that sends it. In a sheet it is the sheet's foot. */
export function FormFoot({ form, action, look = 'primary', pinned, children }: FormFootProps) {
  const { busy, failure, submit } = form
  const inSheet = useContext(SheetEnter) !== undefined
  const button = (
    <Button look={look} busy={busy} onPress={submit}>
      {action}
    </Button>
  )
  if (inSheet)
    return (
      <SheetFoot onEnter={submit}>
        <Failure>{failure}</Failure>
        {button}
        {children}
      </SheetFoot>
    )
  const foot = (
    <>
      <Failure>{failure}</Failure>
      {children ? (
        <Box className='stack-tight'>
          {button}
          {children}
        </Box>
      ) : (
        button
      )}
    </>
  )
  return pinned ? <Box className='form-foot'>{foot}</Box> : foot
}
