import { type Command, effectGraceMs } from '#core/change/aggregate'
import { commandsKept, type Signup } from '#core/session/session'
import { signups } from '#store/collections'
import { isDuplicate } from '#store/engine/faults'
import { appended, type FieldChange, plus } from '#store/words/changes'
import { missing, not } from '#store/words/conditions'

/** The condition that nobody has written it since it was read. */
const unchanged = ({ _id, rev }: Pick<Signup, '_id' | 'rev'>) => ({ _id, rev: rev ?? missing })

const keeping = ({ key, fingerprint, at }: Command) => ({
  rev: plus(1),
  commands: appended([{ command: key, fingerprint }], commandsKept),
  dueAt: at + effectGraceMs,
})

/** What a sign-up says anew. */
export type Wish = Pick<Signup, 'size' | 'at' | 'command'> & Required<Pick<Signup, 'name' | 'names'>>

/**
 * Whoever has left asks again, for the party with this `again`. `changed`: somebody was faster; `used`: the
 * command has signed up for another session.
 */
export async function askAgain(
  read: Signup,
  { size, at, command, name, names }: Wish,
  again: number | undefined,
  by: Command,
): Promise<'asked' | 'changed' | 'used'> {
  try {
    const asked = await signups.update(unchanged(read), {
      ...keeping(by),
      ...{ size, at, command, name, names },
      ...(again !== undefined && { again }),
      over: false,
    })
    return asked ? 'asked' : 'changed'
  } catch (fault) {
    if (isDuplicate(fault)) return 'used'
    throw fault
  }
}

/** Takes up what the same command has asked before and nobody has decided yet. False where somebody was faster. */
export const goOn = (read: Signup, { at }: Command): Promise<boolean> =>
  signups.update(unchanged(read), { rev: plus(1), dueAt: at + effectGraceMs })

/** Keeps a command of the member before the session decides it. False where it is known already. */
export const keepCommand = (
  signupId: string,
  command: Command,
  change: Pick<FieldChange<Signup>, 'over'> = {},
): Promise<boolean> =>
  signups.update({ _id: signupId, 'commands.command': not(command.key) }, { ...keeping(command), ...change })

/** Keeps a command with the people who still come, as they were read. False where somebody was faster. */
export const keepFewer = (
  read: Pick<Signup, '_id' | 'rev'>,
  command: Command,
  fewer: Required<Pick<Signup, 'names' | 'size'>>,
): Promise<boolean> => signups.update(unchanged(read), { ...keeping(command), ...fewer })

/** Takes back what came to nothing, unless somebody has taken it up. `again`: of the party that has left. */
export async function takeBack(read: Signup, again: number | undefined): Promise<void> {
  const { _id, rev } = read
  if (read.again === undefined) await signups.remove(_id, { rev: rev ?? missing })
  else await signups.update(unchanged(read), { rev: plus(1), over: true, dueAt: null, again: again ?? 0 })
}

/** Puts right whether it is over, and that nothing is owed. */
export const correct = (read: Signup, over: boolean): Promise<boolean> =>
  signups.update(unchanged(read), { rev: plus(1), over, dueAt: null })
