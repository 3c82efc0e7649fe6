import type { WholeCommunity } from '#contract/community'
import type { RefusalCode } from '#contract/shared/refusal'

export type CommunityParts = Omit<WholeCommunity, 'rev'>

/** Something that an edit removes while other documents may still point to it. */
export type Removal =
  | { what: 'estate' | 'grid' | 'team' | 'service'; id: string }
  | { what: 'building'; id: string; estateId: string }
  | { what: 'kind'; id: string; service: string }

/** The refusal for each kind of thing that is still in use. */
export const inUse: Record<Removal['what'], RefusalCode> = {
  estate: 'estate_in_use',
  building: 'building_in_use',
  grid: 'grid_in_use',
  team: 'team_in_use',
  service: 'service_in_use',
  kind: 'kind_in_use',
}

function gone<Each>(before: readonly Each[], after: readonly Each[], idOf: (each: Each) => string): Each[] {
  const staying = new Set(after.map(idOf))
  return before.filter((each) => !staying.has(idOf(each)))
}

/**
 * What the edit removes. Resident groups, projects and categories of requests are not listed: what points to
 * them still works without them.
 */
export function removals(before: CommunityParts, after: CommunityParts): Removal[] {
  const estates = gone(before.estates, after.estates, ({ estateId }) => estateId)
  const services = gone(before.services, after.services, ({ service }) => service)
  return [
    ...estates.map(({ estateId: id }): Removal => ({ what: 'estate', id })),
    ...after.estates.flatMap(({ estateId, buildings }) => {
      const known = before.estates.find((estate) => estate.estateId === estateId)?.buildings ?? []
      return gone(known, buildings, (name) => name).map((id): Removal => ({ what: 'building', id, estateId }))
    }),
    ...gone(before.grids, after.grids, ({ gridId }) => gridId).map(
      ({ gridId: id }): Removal => ({ what: 'grid', id }),
    ),
    ...gone(before.teams, after.teams, ({ teamId }) => teamId).map(
      ({ teamId: id }): Removal => ({ what: 'team', id }),
    ),
    ...services.map(({ service: id }): Removal => ({ what: 'service', id })),
    ...after.services.flatMap(({ service, kinds }) => {
      const known = before.services.find((offered) => offered.service === service)?.kinds ?? []
      return gone(known, kinds, ({ kind }) => kind).map(
        ({ kind: id }): Removal => ({ what: 'kind', id, service }),
      )
    }),
  ]
}

/** The first grid that covers what another one before it covers as well. */
function coveredTwice({ grids }: CommunityParts): { path: string; message: string }[] {
  const covered = new Set<string>()
  const at = grids.findIndex(({ covers = [] }) => {
    const own = covers.flatMap(({ estateId, buildings = [''] }) =>
      buildings.map((each) => `${estateId} ${each}`),
    )
    const again = own.some((each) => covered.has(each))
    for (const each of own) covered.add(each)
    return again
  })
  return at < 0 ? [] : [{ path: `grids.${at}.covers`, message: 'covers what another grid covers' }]
}

/** Where the edited community contradicts itself: a path and the fault; undefined where it does not. */
export function contradiction(after: CommunityParts): { path: string; message: string } | undefined {
  const twice = (path: string, ids: readonly string[]) => {
    const at = ids.findIndex((id, index) => ids.indexOf(id) !== index)
    return at < 0 ? [] : [{ path: `${path}.${at}`, message: 'stands there twice' }]
  }
  const orphan = after.services.findIndex(({ teamId }) => !after.teams.some((team) => team.teamId === teamId))
  return [
    ...twice(
      'estates',
      after.estates.map(({ estateId }) => estateId),
    ),
    ...after.estates.flatMap(({ buildings }, index) => twice(`estates.${index}.buildings`, buildings)),
    ...twice(
      'grids',
      after.grids.map(({ gridId }) => gridId),
    ),
    ...after.grids.flatMap(({ covers = [] }, index) =>
      twice(
        `grids.${index}.covers`,
        covers.map(({ estateId }) => estateId),
      ),
    ),
    ...coveredTwice(after),
    ...twice(
      'groups',
      after.groups.map(({ groupId }) => groupId),
    ),
    ...twice(
      'teams',
      after.teams.map(({ teamId }) => teamId),
    ),
    ...twice(
      'services',
      after.services.map(({ service }) => service),
    ),
    ...after.services.flatMap(({ kinds }, index) =>
      twice(
        `services.${index}.kinds`,
        kinds.map(({ kind }) => kind),
      ),
    ),
    ...twice(
      'requestCategories',
      after.requestCategories.map(({ category }) => category),
    ),
    ...after.requestCategories.flatMap(({ fields }, index) =>
      twice(
        `requestCategories.${index}.fields`,
        fields.map(({ field }) => field),
      ),
    ),
    ...twice(
      'projects',
      after.projects.map(({ projectId }) => projectId),
    ),
    ...(orphan < 0
      ? []
      : [{ path: `services.${orphan}.teamId`, message: 'is not a team of this community' }]),
  ][0]
}
