import { createContext, type ReactNode, useContext, useLayoutEffect } from 'react'
import { Box } from '#ui/show/Box'

/** What Enter does in a field of one line: the first step of the sheet. Its foot says so; outside of sheets it is absent. */
export const SheetEnter = createContext<{ current: (() => unknown) | undefined } | undefined>(undefined)

/** The buttons of a sheet. They stay in sight while what is above them is scrolled. */
export function SheetFoot({ onEnter, children }: { onEnter?: () => unknown; children: ReactNode }) {
  const enter = useContext(SheetEnter)
  useLayoutEffect(() => {
    if (!enter) return
    enter.current = onEnter
    return () => {
      enter.current = undefined
    }
  }, [enter, onEnter])
  return <Box className='sheet-foot'>{children}</Box>
}
