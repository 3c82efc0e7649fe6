/**
 * Runs in the page before anything else: what a person would see, reach and hear there. `Probe` in page.ts
 * describes its functions; none changes the page.
 */
;(() => {
  const controlSelector = [
    'a[href]',
    'button',
    'input:not([type="hidden"])',
    'select',
    'textarea',
    '[tabindex]:not([tabindex="-1"])',
    ...['button', 'link', 'radio', 'checkbox', 'switch', 'tab', 'menuitem', 'textbox'].map(
      (role) => `[role="${role}"]`,
    ),
  ].join(', ')

  /** The sheet over the page, else the page in front: Taro keeps the pages behind it in the document. */
  function view() {
    const sheet = document.querySelector('[role="dialog"]')
    if (sheet && drawn(sheet)) return sheet
    const pages = [...document.querySelectorAll('.taro_page')].filter(drawn)
    return pages.pop() ?? document.body
  }

  function drawn(element) {
    const box = element.getBoundingClientRect()
    return box.width > 1 && box.height > 1 && getComputedStyle(element).visibility !== 'hidden'
  }

  const controls = () => [...view().querySelectorAll(controlSelector)].filter(drawn)

  /** How a fault names an element. */
  function nameOf(element) {
    if (!element || element === document.body) return 'the body'
    const words =
      element.getAttribute('aria-label') || element.labels?.[0]?.textContent || element.textContent
    return `${element.tagName.toLowerCase()}.${String(element.className).trim().replaceAll(/\s+/g, '.')} “${(words ?? '').trim().slice(0, 24)}”`
  }

  /** The area that a finger hits; for a radio or checkbox it includes the label around it. */
  function target(control) {
    const label = /^(radio|checkbox)$/.test(control.type ?? '') ? control.closest('label') : null
    return (label ?? control).getBoundingClientRect()
  }

  function small(least) {
    return controls()
      .map((control) => ({ control, box: target(control) }))
      .filter(({ box }) => box.width < least - 0.5 || box.height < least - 0.5)
      .map(({ control, box }) => `${nameOf(control)} is ${box.width.toFixed(0)} × ${box.height.toFixed(0)}`)
  }

  /** Text as it is drawn: each node with the element that styles it. */
  function texts() {
    const found = []
    const walker = document.createTreeWalker(view(), NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement
      if (!node.data.trim() || !element || !drawn(element) || element.closest('.only-heard')) continue
      found.push({ node, element })
    }
    return found
  }

  /** Text below a size or with lines too close. The brand's stamp is a drawing and does not count. */
  function tight({ size, line }) {
    const words = texts().map(({ element }) => element)
    const faults = [...new Set([...words, ...view().querySelectorAll('input, textarea')])]
      .filter((element) => drawn(element) && !element.closest('.brand-seal'))
      .filter((element) => !/^(radio|checkbox)$/.test(element.type ?? ''))
      .flatMap((element) => {
        const style = getComputedStyle(element)
        const px = Number.parseFloat(style.fontSize)
        const ratio = Number.parseFloat(style.lineHeight) / px
        if (px < size - 0.01) return [`${nameOf(element)} is written ${px} px`]
        return ratio < line - 0.005 ? [`${nameOf(element)} has lines of ${ratio.toFixed(2)}`] : []
      })
    return [...new Set(faults)]
  }

  const writtenPx = () => Number.parseFloat(getComputedStyle(document.querySelector('.screen')).fontSize)

  /**
   * Whether something around the box hides a part of it; what is outside of a scroller can be scrolled to.
   */
  function isClipped(box, element) {
    let across = true
    let down = true
    for (let around = element; around && (across || down); around = around.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(around)
      const edge = around.getBoundingClientRect()
      const hides = (overflow) => /hidden|clip/.test(overflow)
      if (across && hides(overflowX) && (box.right > edge.right + 1 || box.left < edge.left - 1)) return true
      if (down && hides(overflowY) && (box.bottom > edge.bottom + 1 || box.top < edge.top - 1)) return true
      if (/auto|scroll/.test(overflowX)) across = false
      if (/auto|scroll/.test(overflowY)) down = false
    }
    return false
  }

  /** What does not fit the width: sideways scrolling, text outside the window or cut by what is around it. */
  function cut() {
    const faults = []
    const scrollers = [document.documentElement, document.body, ...view().querySelectorAll('*'), view()]
    for (const element of scrollers) {
      const scrolls = /auto|scroll|visible/.test(getComputedStyle(element).overflowX)
      const isRoot = element === document.documentElement
      if (
        (isRoot || (scrolls && element.matches('.taro_page, .sheet'))) &&
        element.scrollWidth > element.clientWidth + 1
      )
        faults.push(`${nameOf(element)} scrolls sideways: ${element.scrollWidth} in ${element.clientWidth}`)
    }
    for (const { node, element } of texts()) {
      const range = document.createRange()
      range.selectNodeContents(node)
      for (const box of range.getClientRects()) {
        if (box.right > innerWidth + 1 || box.left < -1) faults.push(`${nameOf(element)} leaves the window`)
        else if (isClipped(box, element)) faults.push(`${nameOf(element)} is cut`)
      }
    }
    for (const input of view().querySelectorAll('input[type="date"], input[type="time"]')) {
      if (drawn(input) && input.scrollWidth > input.clientWidth + 1) faults.push(`${nameOf(input)} is cut`)
    }
    return [...new Set(faults)]
  }

  function hasHandler(element) {
    const props = Object.keys(element).find((key) => key.startsWith('__reactProps$'))
    return Boolean(element.onclick || (props && element[props]?.onClick))
  }

  /** Elements that react to a mouse and are no keyboard controls. */
  function mouseOnly() {
    return [...view().querySelectorAll('*')]
      .filter(
        (element) =>
          drawn(element) && (hasHandler(element) || getComputedStyle(element).cursor === 'pointer'),
      )
      .filter((element) => !element.closest(controlSelector) && !element.closest('label'))
      .map(nameOf)
  }

  /**
   * The focused element: its index in `controls()`, how it shows the focus, and whether something lies over
   * it.
   */
  function focused() {
    const here = document.activeElement
    const style = here ? getComputedStyle(here) : undefined
    const box = here?.getBoundingClientRect()
    const points = box
      ? [0.1, 0.5, 0.9].map((part) => [box.left + box.width / 2, box.top + box.height * part])
      : []
    const seen = points.some(([x, y]) => {
      const top = document.elementFromPoint(x, y)
      return top && (here.contains(top) || top.closest('label')?.contains(here))
    })
    return {
      index: controls().indexOf(here),
      name: nameOf(here),
      tag: here?.tagName ?? '',
      type: here?.getAttribute('type') ?? '',
      onBody: here === document.body || here === null,
      inSheet: Boolean(here?.closest('[role="dialog"]')),
      outlinePx: style && style.outlineStyle !== 'none' ? Number.parseFloat(style.outlineWidth) : 0,
      covered: !seen,
    }
  }

  const stops = () =>
    controls().map((control) => ({
      name: nameOf(control),
      tag: control.tagName,
      type: control.getAttribute('type') ?? '',
      group: control.type === 'radio' ? control.name : '',
      checked: Boolean(control.checked),
    }))

  // a dry run: clicks and typing are noted with the key that made them, and have no effect; so is where the focus
  // has come, before the next key does anything to it
  let dry
  let pressed = ''
  let been
  let looked
  function look() {
    if (!dry || document.activeElement === looked) return
    looked = document.activeElement
    been.push(focused())
  }
  addEventListener(
    'keydown',
    ({ code }) => {
      look()
      pressed = code
    },
    true,
  )
  function note(event) {
    if (!dry) return
    dry.push({ control: event.target.closest(controlSelector), key: pressed })
    if (event.type === 'click') event.preventDefault()
    event.stopImmediatePropagation()
  }
  addEventListener('click', note, true)
  addEventListener('input', note, true)
  function dryRun(on) {
    const noted = dry ?? []
    if (on && !dry) looked = document.activeElement
    dry = on ? [] : undefined
    been = []
    const all = noted.length > 0 ? controls() : []
    return noted.map(({ control, key }) => ({ index: all.indexOf(control), key }))
  }
  function step() {
    look()
    return { been, noted: dryRun(true) }
  }

  // a group of radios: which of them is chosen after each arrow
  let arrowed
  const radiosOf = (group) =>
    [...view().querySelectorAll('input[type="radio"]')].filter(
      (radio) => radio.name === group && drawn(radio),
    )
  function enter(group) {
    const radios = radiosOf(group)
    const stop = radios.find(({ checked }) => checked) ?? radios[0]
    stop?.focus()
    arrowed = { group, chosen: new Set() }
    return radios.map(nameOf)
  }
  addEventListener(
    'keyup',
    ({ code }) => {
      if (!arrowed || code !== 'ArrowDown') return
      arrowed.chosen.add(radiosOf(arrowed.group).findIndex(({ checked }) => checked))
    },
    true,
  )
  function chosen() {
    const found = [...(arrowed?.chosen ?? [])]
    arrowed = undefined
    return found
  }

  // announcements to a screen reader: text that changes in a region that was there before, and each new alert
  const regions =
    '[aria-live="polite"], [aria-live="assertive"], [role="status"], [role="alert"], [role="log"]'
  const known = new WeakSet()
  const heard = []
  const learn = () => {
    for (const region of document.querySelectorAll(regions)) known.add(region)
  }
  new MutationObserver((changes) => {
    for (const { target: place, addedNodes } of changes) {
      const element = place instanceof Element ? place : place.parentElement
      const region = element?.closest(regions)
      if (region && known.has(region) && region.textContent.trim()) heard.push(region.textContent.trim())
      for (const added of addedNodes) {
        if (!(added instanceof Element)) continue
        const alerts = [added, ...added.querySelectorAll('*')].filter((each) =>
          each.matches('[role="alert"]'),
        )
        for (const alert of alerts) heard.push(alert.textContent.trim())
      }
    }
    learn()
  }).observe(document, { childList: true, subtree: true, characterData: true })

  // said aloud, and not kept, since a reload would take it along; policy.ts hears it
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
    console.error(`kept away by the policy: ${effectiveDirective} ${blockedURI}`),
  )

  /** A sheet takes at most this part of the window. */
  const partOfSheet = 0.88

  /** The whole height of the page in front, and of the sheet over it, so that a window may be made as high. */
  const height = () => {
    const whole = view().scrollHeight
    const sheet = view().getAttribute('role') === 'dialog' ? Math.ceil(whole / partOfSheet) + 1 : whole
    return Math.max(sheet, document.querySelector('.screen')?.scrollHeight ?? 0)
  }

  window.probe = {
    ...{ small, tight, writtenPx, cut, mouseOnly, focused, stops, dryRun, step, enter, chosen, height },
    heard: () => heard.splice(0),
  }
})()
