/**
 * The aria attributes bound on WeChat, by component. Taro binds none, so an attribute that is missing here
 * never reaches a screen reader. Each pair costs about 150 bytes of package, so name only what a component
 * can use. Keys are in kebab case; JSX writes them in camel case (`ariaLabel`).
 */
const name = { 'aria-label': '' }
const state = { 'aria-disabled': '', 'aria-hidden': '' }
const choice = { 'aria-checked': '', 'aria-selected': '', 'aria-expanded': '' }
const field = { ...name, ...state, 'aria-required': '', 'aria-invalid': '' }

export type AriaAttributes = Record<string, Record<string, string>>

export const ariaAttributes: AriaAttributes = {
  View: { 'aria-role': '', ...name, ...state, ...choice, 'aria-live': '', 'aria-modal': '' },
  Text: { 'aria-role': '', ...name, 'aria-hidden': '', 'aria-live': '' },
  Button: { 'aria-role': '', ...name, ...state, ...choice },
  Image: { 'aria-role': '', ...name, 'aria-hidden': '' },
  Input: field,
  Textarea: field,
  Picker: { 'aria-role': '', ...field },
  Switch: { ...name, ...state },
  ScrollView: { 'aria-role': '', ...name, 'aria-hidden': '' },
}
