import type { CompiledView } from './compileView'

/** A component of glass-easel's, as far as the stand-ins use it. */
interface Built {
  data: Record<string, unknown>
  getBackendElement(): HTMLElement
  triggerEvent(type: string, detail: unknown): void
}

interface Behaviour {
  attached?(component: Built, element: HTMLElement): void
  /** Called once in the document and after each change of an attribute. */
  update?(component: Built, element: HTMLElement): void
}

/** What a test can do with a stand-in. */
export interface Worked extends HTMLElement {
  /** Only for a picker: chooses what its wheels would give. Throws where the WXML does not offer it. */
  choose?(value: string): void
}

const camel = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

/**
 * Stand-ins for WeChat's components: each attribute of the WXML becomes a property, accessibility attributes
 * go to the document, and components for input use the browser's own.
 */
export function defineBuiltins(
  space: {
    defineComponent(definition: object): { general(): unknown }
    setGlobalUsingComponent(name: string, definition: unknown): void
  },
  components: CompiledView['components'],
): void {
  for (const [tag, attributes] of Object.entries(components)) {
    const names = attributes.map(camel)
    const { attached, update } = behaviours[tag] ?? {}
    const refresh = (component: Built) => {
      const element = component.getBackendElement()
      if (!fields.includes(tag)) tellAria(element, component.data, tag === 'button' ? 'button' : undefined)
      update?.(component, element)
    }
    let ready = new WeakSet<object>()
    const definition = space.defineComponent({
      is: `builtin/${tag}`,
      properties: Object.fromEntries(names.map((name) => [name, { type: null, value: undefined }])),
      observers: {
        ...(names.length > 0 && {
          [names.join(', ')](this: Built) {
            if (ready.has(this)) refresh(this)
          },
        }),
      },
      lifetimes: {
        attached(this: Built) {
          attached?.(this, this.getBackendElement())
          ready.add(this)
          refresh(this)
        },
        detached(this: Built) {
          ready.delete(this)
        },
      },
    })
    ready = new WeakSet()
    space.setGlobalUsingComponent(`wx-${tag}`, definition.general())
  }
}

const fields = ['input', 'textarea']

/** `aria-label` and its kin on the document's element, and `aria-role` as the role that a browser knows. */
function tellAria(element: HTMLElement, data: Record<string, unknown>, role?: string): void {
  for (const [name, value] of Object.entries(data)) {
    if (!name.startsWith('aria')) continue
    const attribute =
      name === 'ariaRole' ? 'role' : name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    const given = value === undefined || value === null || value === '' ? undefined : String(value)
    const shown = given ?? (attribute === 'role' ? role : undefined)
    if (shown === undefined) element.removeAttribute(attribute)
    else element.setAttribute(attribute, shown)
  }
}

const inner = new WeakMap<HTMLElement, HTMLInputElement | HTMLTextAreaElement>()

function field(kind: 'input' | 'textarea'): Behaviour {
  return {
    attached(component, element) {
      const control = document.createElement(kind)
      control.className = 'inner'
      element.appendChild(control)
      inner.set(element, control)
      const tell = (type: string) => (event: Event) => {
        event.stopPropagation()
        component.triggerEvent(type, {
          value: control.value,
          cursor: control.value.length,
          height: 0,
          keyCode: 0,
        })
      }
      for (const type of ['input', 'focus', 'blur']) control.addEventListener(type, tell(type))
      control.addEventListener('keydown', (event) => {
        if (kind === 'input' && (event as KeyboardEvent).key === 'Enter') tell('confirm')(event)
      })
    },
    update({ data }, element) {
      const control = inner.get(element)
      if (!control) return
      const given = data.value
      if (given !== undefined && given !== null && String(given) !== control.dataset.given) {
        control.dataset.given = String(given)
        control.value = String(given)
      }
      control.placeholder = String(data.placeholder ?? '')
      control.disabled = data.disabled === true || data.disabled === 'true'
      const longest = Number(data.maxlength)
      if (longest >= 0) control.maxLength = longest
      if (data.type === 'number') control.inputMode = 'numeric'
      tellAria(control, data)
    },
  }
}

/** The mode of a date or time wheel bounds its values; in a list a value is chosen by its text. */
const picker: Behaviour = {
  attached(component, element: Worked) {
    element.choose = (value) => {
      const { mode, range, start, end } = component.data as Record<string, string | undefined> & {
        range?: string[]
      }
      if (mode === 'date' || mode === 'time') {
        if ((start && value < start) || (end && value > end))
          throw new Error(`${value} is not within ${start} … ${end}`)
        return component.triggerEvent('change', { value })
      }
      const index = (range ?? []).indexOf(value)
      if (index < 0) throw new Error(`The picker does not offer ${value}: ${range}`)
      component.triggerEvent('change', { value: index })
    }
  },
}

const behaviours: Record<string, Behaviour> = {
  input: field('input'),
  textarea: field('textarea'),
  picker,
  button: {
    update({ data }, element) {
      element.toggleAttribute('disabled', data.disabled === true)
    },
  },
  image: {
    attached(_, element) {
      element.appendChild(document.createElement('img'))
    },
    update({ data }, element) {
      const picture = element.querySelector('img')
      if (!picture) return
      picture.alt = ''
      if (data.src) picture.src = String(data.src)
    },
  },
}
