/**
 * What a mini-program code leads to, by the letter that its scene begins with. A printed code is scanned for years: a
 * letter that is no longer made stays.
 */
export const sceneLetters = { desk: 'd', activity: 'a', team: 't', publication: 'p' } as const
export type SceneKind = keyof typeof sceneLetters

/** WeChat takes so many characters of a scene. */
export const mostOfScene = 32

/**
 * The id in the scene of a code of this kind, which arrives percent-encoded. Undefined for any other text: a scene is
 * what somebody else has written.
 */
export function idInScene(kind: SceneKind, scene: string | undefined): string | undefined {
  const [, letter, id] = /^([a-z])(?:=|%3D)([A-Za-z][\w-]{0,63})$/i.exec(scene ?? '') ?? []
  return letter === sceneLetters[kind] ? id : undefined
}
