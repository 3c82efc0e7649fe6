import type { PropsWithChildren } from 'react'
import './app.scss'

/** The root of every page on both platforms. */
export default function App({ children }: PropsWithChildren) {
  return children
}
