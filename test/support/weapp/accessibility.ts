import { longNames } from './longNames'
import type { Placed, Screen } from './screen'
import type { ViewNode } from './viewTemplate'

/** Roles that VoiceOver and TalkBack announce as controls. */
const worked = [
  'button',
  'link',
  'tab',
  'switch',
  'checkbox',
  'radio',
  'option',
  'menuitem',
  'textbox',
  'slider',
]
/** Components that announce their role themselves. */
const speaking = ['button', 'input', 'textarea', 'switch', 'slider', 'checkbox', 'radio', 'navigator']
/** Inside one of these a name is heard after the name of the group. */
const grouping = ['radiogroup', 'group', 'dialog', 'list', 'region']

/**
 * Faults for a person who listens to the page, one sentence for each: a control without a name or a role, two
 * controls of one name, a picture without text. It reads what the WXML binds, not the source.
 */
export function unheardOn(screen: Screen): string[] {
  const heard = [...screen.visible()].filter((placed) => !screen.isUnheard(placed))
  const controls = heard.filter((placed) => isControl(screen, placed))
  return [
    ...controls.flatMap(({ node }) => faultsOf(screen, node)),
    ...ambiguous(screen, controls),
    ...heard.flatMap(({ node }) => pictureFaults(screen, node)),
    ...[...screen.visible()].flatMap((placed) => hiddenControls(screen, placed)),
  ]
}

/** The page's nodes that a finger or a switch control can operate. */
export function controlsOn(screen: Screen): Placed[] {
  return [...screen.visible()].filter((placed) => !screen.isUnheard(placed) && isControl(screen, placed))
}

function isControl(screen: Screen, { node }: Placed): boolean {
  const tag = screen.tag(node)
  return (
    listensToTap(screen, node) ||
    worked.includes(screen.role(node) ?? '') ||
    speaking.includes(tag) ||
    tag === 'picker'
  )
}

function faultsOf(screen: Screen, node: ViewNode): string[] {
  const name = nameOf(screen, node)
  const [tag, role] = [screen.tag(node), screen.attribute(node, 'aria-role')]
  const shown = `<${tag}>${name ? ` 「${name}」` : ` of class ${longNames(node.cl)}`}`
  const faults: string[] = []
  if (name === '') faults.push(`${shown} has no name`)
  if (!speaking.includes(tag) && !worked.includes(String(role))) faults.push(`${shown} has no role`)
  return faults
}

/** A field's name is its label; typed or suggested text is no name. */
function nameOf(screen: Screen, node: ViewNode): string {
  const label = screen.attribute(node, 'aria-label')
  if (typeof label === 'string' && label.trim() !== '') return label
  return ['input', 'textarea', 'picker', 'switch'].includes(screen.tag(node)) ? '' : heardText(screen, node)
}

/** The text inside, without parts that are hidden from screen readers. */
function heardText(screen: Screen, node: ViewNode): string {
  if (screen.flag(node, 'aria-hidden')) return ''
  const label = screen.attribute(node, 'aria-label')
  if (typeof label === 'string' && label.trim() !== '') return label
  const words = screen.words(node)
  if (words !== undefined) return words.trim()
  const parts = (node.c ?? []).map((child) => heardText(screen, child))
  return parts.filter((part) => part !== '').join(' ')
}

/**
 * Whether a node is meant to be tapped. A veil that keeps the page behind it from scrolling binds every
 * touch, so does a list that knows whether a hand is on it, and so does Taro for every canvas; nobody taps these.
 */
function listensToTap(screen: Screen, node: ViewNode): boolean {
  if (screen.tag(node) === 'canvas') return false
  if (longNames(node.cl).split(' ').includes('hand-list')) return false
  return screen.binding(node, 'tap') !== undefined && !screen.binding(node, 'touchmove')?.stops
}

/** Two controls of one role and name that no groups of different names tell apart. */
function ambiguous(screen: Screen, controls: Placed[]): string[] {
  const seen = new Map<string, number>()
  for (const placed of controls) {
    const group = placed.ancestors.find((node) => grouping.includes(screen.role(node) ?? ''))
    const context = group ? String(screen.attribute(group, 'aria-label') ?? '') : ''
    const key = `${screen.role(placed.node) ?? screen.tag(placed.node)} 「${nameOf(screen, placed.node)}」${context && ` in ${context}`}`
    seen.set(key, (seen.get(key) ?? 0) + 1)
  }
  return [...seen].filter(([, count]) => count > 1).map(([key, count]) => `${count} times ${key}`)
}

function pictureFaults(screen: Screen, node: ViewNode): string[] {
  if (screen.tag(node) !== 'image' || screen.attribute(node, 'aria-label')) return []
  return [`<image> ${String(screen.attribute(node, 'src')).slice(0, 40)} has no words`]
}

/** Controls that can be tapped but are hidden from screen readers. */
function hiddenControls(screen: Screen, placed: Placed): string[] {
  if (!screen.isUnheard(placed) || !listensToTap(screen, placed.node)) return []
  return [`<${screen.tag(placed.node)}> of class ${longNames(placed.node.cl)} can be tapped and is not heard`]
}
