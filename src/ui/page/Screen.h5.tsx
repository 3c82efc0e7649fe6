import Taro, { useDidShow } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { routes, sectionOf } from '#routes'
import { uiText } from '#text/shared/ui'
import { Pressable } from '#ui/button/Pressable'
import { useBookingsTab } from '#ui/elder/bookingsTab'
import { useElder } from '#ui/elder/elder'
import { ReadAloud } from '#ui/elder/ReadAloud'
import { addressInFront } from '#ui/go/addressInFront'
import { go, goBack } from '#ui/go/go'
import { useNotOpened } from '#ui/go/notOpened.h5'
import { BrandSeal } from '#ui/show/BrandSeal'
import { Icon } from '#ui/show/Icon'
import { useCommunityName } from './communityName.h5'
import { NotOpened } from './NotOpened.h5'
import type { ScreenProps } from './Screen'
import { useKeptFocus } from './useKeptFocus.h5'
import { useWide } from './useWide.h5'
import { WindowName } from './windowName.h5'
import './Screen.scss'
import './Navigation.scss'

let pagesShown = 0

/** Takes away the words that `index.html` shows until here, once they have been on the screen for a frame. */
function leaveShell(): void {
  const shell = document.getElementById('shell')
  if (shell) requestAnimationFrame(() => requestAnimationFrame(() => shell.remove()))
}

/**
 * The frame of a page: bar, main landmark, first heading. The tabs stand at the bottom of a phone and at the top of
 * a computer, and a screen reader reads them in that order. On every page but the first the focus moves to the heading.
 */
export function Screen({ title, tab, masthead, children }: ScreenProps) {
  const frame = useRef<HTMLDivElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const elder = useElder()
  const wide = useWide()
  const notOpened = useNotOpened()
  const community = useCommunityName()
  useKeptFocus(frame, heading)
  useEffect(leaveShell, [])
  // the page goes on under the address that it was opened by
  const [section] = useState(() => sectionOf(addressInFront()))
  const [names, setNames] = useState<string>()
  const windowTitle = uiText.windowTitle(title, names)
  // a page may learn its name only after it is shown; one that is covered keeps it for later
  useEffect(() => {
    if (frame.current?.offsetParent) void Taro.setNavigationBarTitle({ title: windowTitle })
  }, [windowTitle])
  useDidShow(() => {
    void Taro.setNavigationBarTitle({ title: windowTitle })
    if (pagesShown++ > 0) heading.current?.focus({ preventScroll: true })
  })
  return (
    <div ref={frame} className={`screen ${tab ? 'screen-tab' : ''} ${elder ? 'elder' : ''}`}>
      <header className='bar'>
        <div className='bar-inner'>
          {!tab && (
            <Pressable className='bar-back' onPress={goBack}>
              <Icon name='back' />
              {uiText.back}
            </Pressable>
          )}
          <Pressable className='bar-brand' to={routes.home}>
            <BrandSeal />
            <span className='bar-brand-words'>
              {uiText.brand}
              {community && <span className='bar-brand-place'>{community}</span>}
            </span>
          </Pressable>
          {wide && <Tabs section={section} here={tab} />}
          {elder && <ReadAloud />}
        </div>
      </header>
      <main>
        <div className='lattice' />
        <div className='screen-masthead'>
          <h1 ref={heading} tabIndex={-1} className={masthead ? 'only-heard' : 'screen-title'}>
            {title}
          </h1>
          {masthead}
        </div>
        <div className='screen-body'>
          <WindowName.Provider value={setNames}>{children}</WindowName.Provider>
        </div>
        <div className='voice only-heard' role='status' />
      </main>
      {!wide && tab && <Tabs section={section} here={tab} />}
      {notOpened && <NotOpened page={notOpened} />}
    </div>
  )
}

const tabs = ['home', 'activities', 'hall', 'me'] as const

/** `section`: the page of the tab bar under which the page stands; it is `here` itself on the pages of the bar. */
function Tabs({ here, section }: { here: ScreenProps['tab']; section: string }) {
  const words = useBookingsTab() ? { ...uiText.tabs, hall: uiText.bookingsTab } : uiText.tabs
  return (
    <nav className='tabs' aria-label={uiText.mainNavigation}>
      {tabs.map((name) => (
        <a
          key={name}
          className={`tab ${routes[name] === section ? 'tab-here' : ''}`}
          href={`#${routes[name]}`}
          aria-current={name === here ? 'page' : routes[name] === section ? 'true' : undefined}
          onClick={(event) => {
            event.preventDefault()
            go(routes[name])
          }}
        >
          <Icon name={name} />
          <span>{words[name]}</span>
        </a>
      ))}
    </nav>
  )
}
