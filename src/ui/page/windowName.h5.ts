import { createContext, useContext, useEffect } from 'react'

/** How a part of a page tells its frame what the page is about. */
export const WindowName = createContext<(names: string | undefined) => void>(() => {})

/** Titles the browser's window with what the page is about, once that is known: of many tabs each then says its own. */
export function useWindowName(names: string | undefined): void {
  const tell = useContext(WindowName)
  useEffect(() => tell(names), [tell, names])
}
