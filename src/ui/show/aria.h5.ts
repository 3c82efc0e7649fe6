import type { Aria } from './aria'

/** The attributes as a browser reads them: `role` and `aria-*`. An attribute that is not given is left out. */
export function aria(given: Aria): Record<string, string> {
  const attributes: Record<string, string> = {}
  for (const [key, value] of Object.entries(given)) {
    if (value !== undefined) attributes[key === 'role' ? 'role' : `aria-${key}`] = String(value)
  }
  return attributes
}
