import type { CDPSession, Page } from 'playwright-core'
import { lineTo } from './line'

interface AxNode {
  nodeId: string
  ignored: boolean
  role?: { value: string }
  name?: { value: string }
  properties?: { name: string; value: { value: unknown } }[]
  childIds?: string[]
  parentId?: string
  backendDOMNodeId?: number
}

/** The page as assistive technology gets it. */
export interface Tree {
  /** The text of each first heading. */
  firstHeadings: string[]
  /** Landmarks in reading order: banner, navigation, main. */
  landmarks: string[]
  /** The names of the dialogs. */
  dialogs: string[]
  /** Texts that are read before a text above them or to their left. */
  misplaced: string[]
  /** Controls without a name. */
  nameless: string[]
}

const landmarkRoles = ['banner', 'navigation', 'main', 'contentinfo']
const controlRoles = [
  'button',
  'link',
  'textbox',
  'radio',
  'checkbox',
  'Date',
  'InputTime',
  'combobox',
  'switch',
]
/** Texts of one line differ in height by this at most. */
const tolerancePx = 6

interface Leaf {
  words: string
  first: Box
  last: Box
}
interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

/**
 * Reads the browser's accessibility tree. For this the window is made as high as the page, so that bars that
 * are fixed to its edges are where a person finds them: at the beginning and at the end. It `stays` so where
 * the window gets another size next, since each size is drawn.
 */
export async function readTree(page: Page, { stays = false } = {}): Promise<Tree> {
  const size = page.viewportSize() ?? { width: 390, height: 844 }
  const height = await page.evaluate(() => window.probe.height())
  await page.setViewportSize({ ...size, height: Math.max(size.height, height) })
  const session = await lineTo(page)
  try {
    const { nodes } = (await session.send('Accessibility.getFullAXTree')) as unknown as { nodes: AxNode[] }
    const inOrder = flatten(nodes)
    const seen = inOrder.filter(({ ignored }) => !ignored)
    const roleOf = (node: AxNode) => node.role?.value ?? ''
    const dialogs = seen.filter((node) => roleOf(node) === 'dialog')
    const sheet = dialogs[0]
    const within = sheet ? below(nodes, sheet) : new Set(seen)
    return {
      firstHeadings: seen.filter((node) => levelOf(node) === 1).map((node) => node.name?.value ?? ''),
      landmarks: seen.map(roleOf).filter((role) => landmarkRoles.includes(role)),
      dialogs: dialogs.map((node) => node.name?.value ?? ''),
      misplaced: misplaced(
        await leavesOf(
          session,
          seen.filter((node) => roleOf(node) === 'StaticText' && within.has(node)),
        ),
      ),
      nameless: seen
        .filter((node) => controlRoles.includes(roleOf(node)) && !node.name?.value.trim())
        .map(roleOf),
    }
  } finally {
    if (!stays) await page.setViewportSize(size)
  }
}

function levelOf(node: AxNode): unknown {
  if (node.role?.value !== 'heading') return undefined
  return node.properties?.find(({ name }) => name === 'level')?.value.value
}

/** Depth first: the order in which it is read. */
function flatten(nodes: AxNode[]): AxNode[] {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  const walk = (node: AxNode): AxNode[] => [
    node,
    ...(node.childIds ?? []).flatMap((id) => {
      const child = byId.get(id)
      return child ? walk(child) : []
    }),
  ]
  return nodes.filter(({ parentId }) => parentId === undefined).flatMap(walk)
}

function below(nodes: AxNode[], top: AxNode): Set<AxNode> {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  const found = new Set<AxNode>()
  const walk = (node: AxNode) => {
    found.add(node)
    for (const id of node.childIds ?? []) {
      const child = byId.get(id)
      if (child) walk(child)
    }
  }
  walk(top)
  return found
}

/** Where the texts are drawn; texts for screen readers only have no position. */
async function leavesOf(session: CDPSession, nodes: AxNode[]): Promise<Leaf[]> {
  const objects = await Promise.all(
    nodes
      .filter(({ backendDOMNodeId }) => backendDOMNodeId !== undefined)
      .map(({ backendDOMNodeId }) =>
        session.send('DOM.resolveNode', { backendNodeId: backendDOMNodeId as number }),
      ),
  )
  const objectIds = objects.map(({ object }) => ({ objectId: object.objectId as string }))
  if (!objectIds[0]) return []
  const { result } = await session.send('Runtime.callFunctionOn', {
    objectId: objectIds[0].objectId,
    functionDeclaration: `function (...nodes) {
      return nodes.flatMap((node) => {
        const element = node.nodeType === 3 ? node.parentElement : node
        if (!element || element.closest('.only-heard')) return []
        const range = document.createRange()
        range.selectNodeContents(node)
        const boxes = [...range.getClientRects()].filter((box) => box.width > 0 && box.height > 0)
        const plain = ({ left, right, top, bottom }) => ({ left, right, top, bottom })
        const words = (node.textContent ?? '').trim()
        return boxes.length && words ? [{ words, first: plain(boxes[0]), last: plain(boxes.at(-1)) }] : []
      })
    }`,
    arguments: objectIds,
    returnByValue: true,
  })
  return result.value as Leaf[]
}

/** Of two texts read one after the other, the second must be below the first, or beside it on the right. */
function misplaced(leaves: Leaf[]): string[] {
  return leaves.flatMap((leaf, index) => {
    const next = leaves[index + 1]
    if (!next) return []
    const from = leaf.last
    const to = next.first
    const above = to.bottom <= from.top + tolerancePx && to.left < from.right - tolerancePx
    const level = Math.min(from.bottom, to.bottom) - Math.max(from.top, to.top)
    const sameLine = level > Math.min(from.bottom - from.top, to.bottom - to.top) / 2
    const before = sameLine && to.right <= from.left + tolerancePx
    const say = (how: string) => [
      `“${next.words.slice(0, 20)}” is read after “${leaf.words.slice(0, 20)}” and stands ${how}`,
    ]
    if (above) return say('above it')
    return before ? say('on its left') : []
  })
}
