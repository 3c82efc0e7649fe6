/**
 * The pair's id in what the mini-program code carries: `d=<pairId>`, percent-encoded as WeChat hands it over.
 * Undefined for anything else.
 */
export function pairIdOf(scene: string | undefined): string | undefined {
  return /^d(?:=|%3D)([A-Za-z][\w-]{0,63})$/i.exec(scene ?? '')?.[1]
}
