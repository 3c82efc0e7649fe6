import type { CallOutcome } from '#cloud/call/call'
import { sendLater } from '#cloud/kept/sendLater'

interface Entry {
  commandId: string
}
const taken: CallOutcome<object> = { ok: true, data: {} }
const no = (code: 'conflict' | 'unreachable' | 'internal') => ({ ok: false as const, code, message: code })

/** A queue with these entries and the cloud's answer to each. `heard` lists what was sent. */
function queueOf(ids: readonly string[], answer: (id: string) => Promise<CallOutcome<object> | 'later'>) {
  const shelf = { waiting: ids.map((commandId) => ({ commandId })), heard: [] as string[] }
  const send = sendLater<Entry, object>({
    waiting: () => shelf.waiting,
    send: async ({ commandId }) => {
      shelf.heard.push(commandId)
      return answer(commandId)
    },
    settle: (entry) => {
      shelf.waiting = shelf.waiting.filter((each) => each.commandId !== entry.commandId)
    },
  })
  return { shelf, send }
}

describe('What is sent later', () => {
  it('goes out in its order, and waits no longer once it is decided, also by a no', async () => {
    const { shelf, send } = queueOf(['a', 'b', 'c'], async (id) => (id === 'b' ? no('conflict') : taken))
    await expect(send()).resolves.toBe(true)
    expect(shelf).toEqual({ waiting: [], heard: ['a', 'b', 'c'] })
  })

  it.each(['unreachable', 'internal', 'later'] as const)(
    'stays with everything behind it where the answer is %s',
    async (answer) => {
      const { shelf, send } = queueOf(['a', 'b', 'c'], async (id) =>
        id === 'b' ? (answer === 'later' ? answer : no(answer)) : taken,
      )
      await expect(send()).resolves.toBe(false)
      expect(shelf.heard).toEqual(['a', 'b'])
      expect(shelf.waiting.map(({ commandId }) => commandId)).toEqual(['b', 'c'])
    },
  )

  it('is sent once, however often it is asked for while it is under way', async () => {
    const { shelf, send } = queueOf(['a', 'b'], async () => taken)
    await Promise.all([send(), send(), send()])
    expect(shelf.heard).toEqual(['a', 'b'])
  })

  it('is not sent where it was taken back meanwhile, and what is put there meanwhile waits for the next time', async () => {
    const { shelf, send } = queueOf(['a', 'b', 'c'], async (id) => {
      if (id === 'a') shelf.waiting = ['a', 'c', 'd'].map((commandId) => ({ commandId }))
      return taken
    })
    await send()
    expect(shelf.heard).toEqual(['a', 'c'])
    await send()
    expect(shelf.heard).toEqual(['a', 'c', 'd'])
  })
})
