/** What assistive technology is told about an element. */
export interface Aria {
  role?: string | undefined
  label?: string | undefined
  hidden?: boolean | undefined
  live?: 'polite' | 'assertive' | undefined
  checked?: boolean | undefined
  expanded?: boolean | undefined
  disabled?: boolean | undefined
  modal?: boolean | undefined
  invalid?: boolean | undefined
  required?: boolean | undefined
}

/**
 * The attributes as WeChat binds them: camelCase, `role` as `ariaRole`, values as text.
 * An attribute that is not given is left out. config/ariaAttributes.ts says which component binds which attribute.
 */
export function aria(given: Aria): Record<string, string> {
  const attributes: Record<string, string> = {}
  for (const [key, value] of Object.entries(given)) {
    if (value !== undefined) attributes[`aria${key.charAt(0).toUpperCase()}${key.slice(1)}`] = String(value)
  }
  return attributes
}
