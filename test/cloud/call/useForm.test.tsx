/** @jest-environment jsdom */
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { type Form, type Sender, useForm } from '#cloud/call/useForm'
import { useDraft } from '#cloud/kept/useDraft'

type Words = { words: string }

let form: Form<Words, 'words'>
let root: Root

type Pictures = Parameters<typeof useForm<Words, 'words', Words, object>>[1]['pictures']

function Page({ by, pictures }: { by: Sender<Words, object>; pictures?: Pictures }) {
  form = useForm(useDraft<Words>({ words: '' }), {
    check: (draft) => (draft.words ? { input: draft } : { faults: { words: '请写几个字。' } }),
    by,
    pictures,
  })
  return null
}

const open = (by: Sender<Words, object>, pictures?: Pictures) =>
  act(async () => root.render(<Page by={by} pictures={pictures} />))

function sender() {
  const sent: Words[] = []
  const by: Sender<Words, object> = {
    attempt: async (input) => {
      sent.push(input)
      return { ok: true, data: {} }
    },
    busy: false,
    failure: undefined,
  }
  return { by, sent }
}

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  root = createRoot(document.createElement('div'))
})
afterEach(() => act(async () => root.unmount()))

describe('A form', () => {
  it('says what is wrong beside its part and sends nothing', async () => {
    const { by, sent } = sender()
    await open(by)
    await act(() => form.submit())
    expect(form.faults).toEqual({ words: '请写几个字。' })
    expect(sent).toEqual([])
  })

  it('sends what was typed without being drawn again', async () => {
    const { by, sent } = sender()
    await open(by)
    form.write({ words: '灯不亮' })
    await act(() => form.submit())
    expect(sent).toEqual([{ words: '灯不亮' }])
  })

  it('is sent once by two taps', async () => {
    const { by, sent } = sender()
    await open(by)
    form.write({ words: '灯不亮' })
    await act(() => Promise.all([form.submit(), form.submit()]))
    expect(sent).toHaveLength(1)
  })

  it('can be sent again when what comes before the sending broke off', async () => {
    const { by, sent } = sender()
    let broken = true
    const onTap = async () => {
      if (broken) throw new Error('the question was closed by the system')
    }
    const tray = {
      deliver: (send: (fileIds: []) => unknown) => send([]),
      clear: () => {},
      notSent: undefined,
    }
    await open({ ...by, onTap }, { tray: tray as never, into: (input) => input })
    form.write({ words: '灯不亮' })
    await act(() => expect(form.submit()).rejects.toThrow('closed'))
    expect(form.busy).toBe(false)
    broken = false
    await act(() => form.submit())
    expect(sent).toHaveLength(1)
  })
})
