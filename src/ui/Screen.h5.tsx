import Taro, { useDidShow } from '@tarojs/taro'
import { useRef } from 'react'
import { routes } from '../routes'
import { uiText } from '../text/ui'
import { BrandSeal } from './BrandSeal'
import { goBack } from './go'
import { Icon } from './Icon'
import { Pressable } from './Pressable'
import type { ScreenProps } from './Screen'
import './Screen.scss'
import './Navigation.scss'

const tabs = ['home', 'hall', 'me'] as const
let pagesShown = 0

/**
 * The frame of a page: bar, main landmark, first heading. The tabs stand at the bottom of a phone
 * and at the top of a computer. After the first page, the focus moves to the heading of each page shown.
 */
export function Screen({ title, tab, masthead, children }: ScreenProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useDidShow(() => {
    void Taro.setNavigationBarTitle({ title: `${title} · ${uiText.brand}` })
    if (pagesShown++ > 0) heading.current?.focus({ preventScroll: true })
  })
  return (
    <div className={`screen ${tab ? 'screen-tab' : ''}`}>
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
              <span className='bar-brand-place'>{uiText.community}</span>
            </span>
          </Pressable>
          <nav className='tabs' aria-label={uiText.mainNavigation}>
            {tabs.map((name) => (
              <a
                key={name}
                className={`tab ${name === tab ? 'tab-here' : ''}`}
                href={`#${routes[name]}`}
                aria-current={name === tab ? 'page' : undefined}
                onClick={(event) => {
                  event.preventDefault()
                  void Taro.switchTab({ url: routes[name] })
                }}
              >
                <Icon name={name} />
                <span>{uiText.tabs[name]}</span>
              </a>
            ))}
          </nav>
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
        <div className='screen-body'>{children}</div>
      </main>
    </div>
  )
}
