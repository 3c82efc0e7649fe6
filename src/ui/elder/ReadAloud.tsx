/** A mini-program has no voice of its own; its words are read by the phone's screen reader. */
export function ReadAloud(): null {
  return null
}
