// Bundled into one script and run in the browser's page: the view, controlled from outside by its name.
import type { CompiledView } from './compileView'
import { GlassView } from './glassView'

declare global {
  interface Window {
    view: GlassView
    openView(compiled: CompiledView): void
    /** Given from outside: receives an event for the logic. */
    receiveEvent(page: number, handler: string, event: Record<string, unknown>): void
  }
}

window.openView = (compiled) => {
  window.view = new GlassView(compiled, (page, handler, event) => window.receiveEvent(page, handler, event))
}
