import type { Community, CommunityTeam } from '../community'

/** What a community needs before anybody may register, in the order in which it is asked for. */
export const setUpSteps = ['about', 'homes', 'grids', 'offers', 'privacy'] as const
export type SetUpStep = (typeof setUpSteps)[number]

type SetUp = Pick<
  Community,
  'name' | 'phone' | 'estates' | 'grids' | 'services' | 'requestCategories' | 'controller'
> & { teams: readonly CommunityTeam[] }

/** Whether each step is done. */
export const isSetUp: Record<SetUpStep, (community: SetUp) => boolean> = {
  about: ({ name, phone }) => name !== '' && phone !== '',
  // somebody registers with an estate, a building and a grid
  homes: ({ estates }) => estates.some(({ buildings }) => buildings.length > 0),
  grids: ({ grids }) => grids.length > 0,
  offers: ({ teams, services, requestCategories }) =>
    teams.length > 0 || services.length > 0 || requestCategories.length > 0,
  privacy: ({ controller }) => controller !== undefined,
}

/** The first step that is not done; undefined where the community can open. */
export const firstUnfinished = (community: SetUp): SetUpStep | undefined =>
  setUpSteps.find((step) => !isSetUp[step](community))
