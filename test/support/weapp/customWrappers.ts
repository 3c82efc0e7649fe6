import type { PageInstance, PageStack } from './pageStack'
import { applySetData, type SetDataLog } from './setDataLog'
import type { ViewNode, ViewTemplate } from './viewTemplate'

/**
 * Taro's `<CustomWrapper>` updates through a component of its own. This stands in for those components:
 * one for each node drawn, attached as the view would, so that their updates are counted as theirs.
 */
export class CustomWrappers {
  private readonly attached = new Map<string, { data: Record<string, unknown> }>()

  constructor(
    private readonly template: ViewTemplate,
    private readonly setDataLog: SetDataLog,
  ) {}

  /** To be called after every setData of a page. */
  attachNew(page: PageInstance, stack: PageStack): void {
    const root = page.data.r as ViewNode | undefined
    for (const node of wrappersIn(root?.c ?? [], this.template)) {
      const known = this.attached.get(String(node.s ?? ''))
      if (known) known.data.i = node
      else this.attach(node, stack)
    }
  }

  private attach(node: ViewNode, stack: PageStack): void {
    const definition = stack.definition('custom-wrapper') as {
      lifetimes?: { attached?: () => void }
      attached?: () => void
    }
    const instance = {
      data: { i: node as unknown },
      props: {},
      setData: (changes: Record<string, unknown>, done?: () => void) => {
        applySetData(instance.data, this.setDataLog.add('custom-wrapper', changes))
        done?.()
      },
    }
    this.attached.set(String(node.s ?? ''), instance)
    const attached = definition.lifetimes?.attached ?? definition.attached
    attached?.call(instance)
  }
}

function* wrappersIn(nodes: ViewNode[], template: ViewTemplate): Generator<ViewNode> {
  for (const node of nodes) {
    if (template.of(node)?.tag === 'custom-wrapper') yield node
    yield* wrappersIn(node.c ?? [], template)
  }
}
