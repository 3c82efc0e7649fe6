/** A person of the sample community. A cloud on one's own machine lets a developer enter as this person. */
export interface OfferedPerson {
  openid: string
  name: string
  /** Who this is, and what one sees as this person. */
  note: string
}

/** The sample people; undefined where the cloud is a real one and has none. Never throws. */
export async function offeredPeople(): Promise<OfferedPerson[] | undefined> {
  try {
    const reply = await fetch('/local/people')
    const people: unknown = reply.ok ? await reply.json() : undefined
    return Array.isArray(people) ? (people as OfferedPerson[]) : undefined
  } catch {
    return undefined
  }
}

/** The token of a sample person's session; undefined where the cloud was not reached. Never throws. */
export async function enterAs(openid: string): Promise<string | undefined> {
  try {
    const reply = await fetch('/local/login', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ openid }),
    })
    const { token } = (await reply.json()) as { token?: string }
    return token
  } catch {
    return undefined
  }
}
