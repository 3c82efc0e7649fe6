import type { ReactNode } from 'react'
import type { RefusalCode } from '#contract/shared/refusal'
import { routes } from '#routes'
import { uiText } from '#text/shared/ui'
import { Button } from '#ui/button/Button'
import { Box } from '#ui/show/Box'
import { Heading } from '#ui/show/Heading'
import { Skeleton } from './Skeleton'
import './StateView.scss'

/** What a screen holds of something it reads. `cloud/call/useRead` gives it. */
export type Loadable<Data> =
  | { state: 'loading' }
  | { state: 'ready'; data: Data }
  | { state: 'empty'; data: Data }
  | { state: 'failed'; code: RefusalCode | 'unreachable'; message: string }

export interface StateViewProps<Data> {
  of: Loadable<Data>
  onRetry: () => void
  /** Shown when there is nothing. It says so and offers a way on. */
  empty?: ReactNode
  children: (data: Data) => ReactNode
}

type Words<Word> = { readonly [Code in RefusalCode | 'unreachable']?: Word }
const failedTitles: Words<string> = {
  not_found: uiText.notFoundTitle,
  setting_up: uiText.settingUpTitle,
}
const failedDrawings: Words<EmptyDrawing> = { unreachable: 'wire', setting_up: 'lantern' }

/** Shows loading, ready, empty or failed, whichever is true. A failure offers a way out. */
export function StateView<Data>({ of, onRetry, empty, children }: StateViewProps<Data>) {
  switch (of.state) {
    case 'loading':
      return <Skeleton />
    case 'failed':
      return (
        <Empty
          title={failedTitles[of.code] ?? uiText.loadFailedTitle}
          text={of.message}
          drawing={failedDrawings[of.code] ?? 'gate'}
          alarm
        >
          {of.code === 'not_registered' ? (
            <Button to={routes.register}>{uiText.goRegister}</Button>
          ) : of.code === 'not_found' ? (
            <Button look='quiet' to={routes.home}>
              {uiText.goHome}
            </Button>
          ) : (
            <Button look='quiet' onPress={onRetry}>
              {uiText.retry}
            </Button>
          )}
        </Empty>
      )
    case 'empty':
      return empty === undefined ? children(of.data) : empty
    case 'ready':
      return children(of.data)
  }
}

/** What an empty place would hold, as a small drawing. */
export type EmptyDrawing = 'knot' | 'lantern' | 'tools' | 'bell' | 'hill' | 'ledger' | 'gate' | 'wire'

export interface EmptyProps {
  title: string
  drawing?: EmptyDrawing | undefined
  text?: string | undefined
  /** Whether a screen reader reads it at once. */
  alarm?: boolean
  /** The way on: a Button. */
  children?: ReactNode
}

/** Says that there is nothing here, why, and what to do instead. */
export function Empty({ title, text, drawing = 'knot', alarm = false, children }: EmptyProps) {
  return (
    <Box className='empty' role={alarm ? 'alert' : undefined}>
      <Box className={`empty-drawing empty-${drawing}`} silent />
      <Heading>{title}</Heading>
      {text && <Box className='empty-text'>{text}</Box>}
      {children && <Box className='empty-way'>{children}</Box>}
    </Box>
  )
}
