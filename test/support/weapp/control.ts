import type { Placed, Screen } from './screen'

/** Something a person can tap. */
export class Control {
  constructor(
    private readonly placed: Placed,
    private readonly screen: Screen,
    /** Taps it and waits until the page is still. Throws where it is disabled or has no handler. */
    readonly tap: () => Promise<void>,
  ) {}

  get name(): string {
    return this.screen.name(this.placed.node)
  }

  get disabled(): boolean {
    return this.screen.isDisabled(this.placed.node)
  }

  get selected(): boolean {
    return this.screen.flag(this.placed.node, 'aria-selected')
  }

  get checked(): boolean {
    return this.screen.flag(this.placed.node, 'aria-checked') || this.screen.flag(this.placed.node, 'checked')
  }

  get expanded(): boolean {
    return this.screen.flag(this.placed.node, 'aria-expanded')
  }
}
