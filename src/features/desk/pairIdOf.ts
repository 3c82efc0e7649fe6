/**
 * Reads a pair's id from the scene of a mini-program code: `d=<pairId>`, which WeChat percent-encodes. Undefined for
 * other text.
 */
export function pairIdOf(scene: string | undefined): string | undefined {
  return /^d(?:=|%3D)([A-Za-z][\w-]{0,63})$/i.exec(scene ?? '')?.[1]
}
