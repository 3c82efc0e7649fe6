import * as v from 'valibot'
import { type Grant, roles, tiers } from '#contract/member'
import type { LocalCloud } from '#local/cloud'
import type { Routes } from '#local/http/localRoutes'
import { phoneToken } from '#local/http/phone'
import { sampleCommunity } from './community'
import { type Ask, askThrough, SampleRefused } from './driver'
import { login } from './login'
import { firstAdminOpenid, newcomer, phones, samplePeople } from './people'

const loginInput = v.object({
  openid: v.pipe(v.string(), v.minLength(1), v.maxLength(128)),
  name: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(20))),
  roles: v.optional(
    v.array(
      v.object({
        role: v.picklist(roles),
        scope: v.optional(
          v.object({
            teamId: v.optional(v.string()),
            gridId: v.optional(v.string()),
            tier: v.optional(v.picklist(tiers)),
          }),
        ),
      }),
    ),
  ),
})

type WantedRole = NonNullable<v.InferOutput<typeof loginInput>['roles']>[number]

/** The grant of a wanted role; empty parts of the scope are left out. */
function grantOf({ role, scope }: WantedRole): Grant {
  if (!scope) return { role }
  const { teamId, gridId, tier } = scope
  return { role, scope: { ...(teamId && { teamId }), ...(gridId && { gridId }), ...(tier && { tier }) } }
}

/** Whether it is the sample community that stands here; in any other, the sample people have no home. */
async function isSample(ask: Ask): Promise<boolean> {
  const { estates } = await ask(firstAdminOpenid, 'community.whole', {})
  return estates.some(({ estateId }) =>
    sampleCommunity.estates?.some((sample) => sample.estateId === estateId),
  )
}

/** The chooser of sample people and the sign-in behind it; they exist on this machine only. */
export function sampleRoutes(cloud: LocalCloud): Routes {
  const ask = askThrough(cloud.drive)
  return {
    'GET /local/people': async () => {
      if (!(await isSample(ask))) return { body: phones.map((phone) => ({ ...phone, roles: [] })) }
      const people = [
        ...samplePeople.map(({ openid, name, note, roles: held }) => ({
          openid,
          name,
          note,
          roles: openid === firstAdminOpenid ? [{ role: 'admin' }, ...held] : held,
        })),
        { ...newcomer, roles: [] },
      ]
      return { body: people }
    },
    'POST /local/login': async (body) => {
      const wanted = v.safeParse(loginInput, body)
      if (!wanted.success) return { status: 400, body: { message: `login: ${wanted.issues[0].message}` } }
      const { openid } = wanted.output
      const isPhone = phones.some((phone) => phone.openid === openid)
      if (openid === newcomer.openid || (isPhone && !(await isSample(ask))))
        return { body: { token: phoneToken(openid) } }
      try {
        return {
          body: await login(ask, (request) => cloud.drive(undefined, 'api', request), {
            ...wanted.output,
            roles: wanted.output.roles?.map(grantOf),
          }),
        }
      } catch (fault) {
        if (fault instanceof SampleRefused)
          return { status: 409, body: { code: fault.code, message: fault.message } }
        throw fault
      }
    },
  }
}
