/**
 * What is wrong with a form, part by part, in sentences for the person. `whole` is wrong with no part of its own; the
 * form's foot says it.
 */
export type Faults<Part extends string> = { readonly [P in Part | 'whole']?: string | undefined }

/** What a form makes of its draft: the input to send, or what still has to be mended. */
export interface Checked<Input, Part extends string> {
  input?: Input | undefined
  faults?: Faults<Part> | undefined
}

/** The faults of `before` that `now` still has; `before` itself where none is gone. */
export function stillWrong<Found extends { readonly [part: string]: string | undefined }>(
  before: Found,
  now: Found,
): Found {
  const left = { ...before }
  let mended = false
  for (const part in before) {
    if (!before[part] || now[part]) continue
    delete left[part]
    mended = true
  }
  return mended ? left : before
}
