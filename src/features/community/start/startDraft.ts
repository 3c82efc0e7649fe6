import * as v from 'valibot'
import type { Faults } from '#cloud/call/checked'
import { communityEdit, type WholeCommunity } from '#contract/community'
import type { RawInputOf } from '#contract/operations'
import {
  readyCategories,
  readyProjects,
  readyServices,
  readyTeams,
  readyWomensTeam,
} from '#contract/setUp/readySet'
import { isSetUp, type SetUpStep } from '#contract/setUp/steps'
import { startText } from '#text/community/start'
import { partFaults } from '../edit/partDraft'
import type { PartEntry, PartName, PartSpec } from '../edit/partSpec'
import { parts } from '../edit/parts'

/** What a step asks for. A list comes after what its entries name. */
export const askedIn = {
  about: ['about'],
  homes: ['estates'],
  grids: ['grids', 'groups'],
  offers: ['projects', 'teams', 'services', 'categories'],
  privacy: ['controller'],
} as const satisfies Record<SetUpStep, readonly PartName[]>

export type StartPart = (typeof askedIn)[SetUpStep][number]
export type OfferPart = (typeof askedIn)['offers'][number]

const aboutAsked: PartSpec = { ...parts.about, fields: parts.about.fields.slice(0, 2) }
/** The prefix of volunteer numbers can wait. */
export const specOf = (part: StartPart): PartSpec => (part === 'about' ? aboutAsked : parts[part])

/** What has been written and not saved. A part that nobody has touched is not in it. */
export interface StartDraft {
  /** The edition on which it was begun. */
  rev: number
  entries: { readonly [Part in StartPart]?: readonly PartEntry[] }
  /** What is not taken of the ready set, as `teams repair`. Absent until somebody has chosen. */
  left?: readonly string[]
}

export const newDraft = ({ rev }: WholeCommunity): StartDraft => ({ rev, entries: {} })

/** A draft that nobody has touched follows the community as it is now. */
export const revOf = (draft: StartDraft, { rev }: WholeCommunity): number =>
  draft.left || Object.keys(draft.entries).length > 0 ? draft.rev : rev

function withReady<Each>(own: readonly Each[], ready: readonly Each[], idOf: (each: Each) => string): Each[] {
  const known = new Set(own.map(idOf))
  return [...own, ...ready.filter((each) => !known.has(idOf(each)))]
}

/** The community with everything that stands ready for it. */
const offered = (whole: WholeCommunity): WholeCommunity => ({
  ...whole,
  projects: withReady(whole.projects, readyProjects, ({ projectId }) => projectId),
  teams: withReady(whole.teams, readyTeams, ({ teamId }) => teamId),
  services: withReady(whole.services, readyServices, ({ service }) => service),
  requestCategories: withReady(whole.requestCategories, readyCategories, ({ category }) => category),
})

const isOffer = (part: StartPart): part is OfferPart => askedIn.offers.some((offer) => offer === part)

/** The community by which a part's form is read. */
export const baseOf = (part: StartPart, whole: WholeCommunity): WholeCommunity =>
  isOffer(part) ? offered(whole) : whole

export const entriesOf = (part: StartPart, whole: WholeCommunity, { entries }: StartDraft) =>
  entries[part] ?? specOf(part).entries(baseOf(part, whole), '')

const nameOfOffer = (part: OfferPart, id: string) => `${part} ${id}`

/** What is not taken: at first nothing, and later what the community has not got. */
function leftIn(whole: WholeCommunity, draft: StartDraft): readonly string[] {
  if (draft.left) return draft.left
  if (!isSetUp.offers(whole)) return []
  return askedIn.offers.flatMap((part) => {
    const own = new Set(parts[part].entries(whole, '').map(({ id }) => id))
    return entriesOf(part, whole, draft).flatMap(({ id }) => (own.has(id) ? [] : nameOfOffer(part, id)))
  })
}

/** An entry of the ready set, or one of the community's own, with whether it is taken. */
export interface Offer {
  entry: PartEntry
  taken: boolean
  /** Of a service: its team is not taken, so it cannot be. */
  lacksTeam: boolean
}

export function offersOf(part: OfferPart, whole: WholeCommunity, draft: StartDraft): Offer[] {
  const left = new Set(leftIn(whole, draft))
  const taken = (of: OfferPart, id: string) => !left.has(nameOfOffer(of, id))
  return entriesOf(part, whole, draft).map((entry) => {
    const lacksTeam = part === 'services' && !taken('teams', entry.values.teamId ?? '')
    return { entry, taken: taken(part, entry.id) && !lacksTeam, lacksTeam }
  })
}

/** The draft after a tick. */
export function ticked(
  draft: StartDraft,
  whole: WholeCommunity,
  { part, id }: { part: OfferPart; id: string },
  taken: boolean,
): StartDraft {
  const name = nameOfOffer(part, id)
  const others = leftIn(whole, draft).filter((each) => each !== name)
  return { ...draft, rev: revOf(draft, whole), left: taken ? others : [...others, name] }
}

/** The draft with an entry added or changed. */
export function withEntry(
  draft: StartDraft,
  whole: WholeCommunity,
  part: StartPart,
  entry: PartEntry,
): StartDraft {
  const before = entriesOf(part, whole, draft)
  const known = before.some(({ id }) => id === entry.id)
  return withEntries(
    draft,
    whole,
    part,
    known ? before.map((each) => (each.id === entry.id ? entry : each)) : [...before, entry],
  )
}

export const withEntries = (
  draft: StartDraft,
  whole: WholeCommunity,
  part: StartPart,
  entries: readonly PartEntry[],
): StartDraft => ({
  ...draft,
  rev: revOf(draft, whole),
  // ticks are kept beside the entries they are about
  ...(isOffer(part) && { left: leftIn(whole, draft) }),
  entries: { ...draft.entries, [part]: entries },
})

/** What is left of the draft once a step is saved. */
export function afterStep(draft: StartDraft, step: SetUpStep, rev: number): StartDraft {
  const saved = new Set<string>(askedIn[step])
  const entries = Object.fromEntries(Object.entries(draft.entries).filter(([part]) => !saved.has(part)))
  return { rev, entries, ...(draft.left && step !== 'offers' && { left: draft.left }) }
}

/** What a step would save. */
function inputOf(step: SetUpStep, whole: WholeCommunity, draft: StartDraft): RawInputOf<'community.edit'> {
  if (step === 'offers') return offersInput(whole, draft)
  return Object.assign(
    {},
    ...askedIn[step].map((part: StartPart) =>
      specOf(part).input(baseOf(part, whole), entriesOf(part, whole, draft), ''),
    ),
  )
}

function offersInput(whole: WholeCommunity, draft: StartDraft): RawInputOf<'community.edit'> {
  const takenOf = (part: OfferPart) =>
    offersOf(part, whole, draft).flatMap(({ entry, taken }) => (taken ? entry : []))
  const projects = new Set(takenOf('projects').map(({ id }) => id))
  const inProject = (entry: PartEntry): PartEntry =>
    projects.has(entry.values.projectId ?? '')
      ? entry
      : { ...entry, values: { ...entry.values, projectId: '' } }
  const base = offered(whole)
  const teams = takenOf('teams').map(inProject)
  const womensTeam = teams.some(({ id }) => id === readyWomensTeam) && whole.womensTeamId === undefined
  return {
    ...parts.projects.input(base, takenOf('projects'), ''),
    ...parts.teams.input(base, teams, ''),
    ...parts.services.input(base, takenOf('services').map(inProject), ''),
    ...parts.categories.input(base, takenOf('categories'), ''),
    ...(womensTeam && { womensTeamId: readyWomensTeam }),
  }
}

type Checked =
  | { input: RawInputOf<'community.edit'>; changed: boolean; faults?: undefined; whole?: undefined }
  | { input?: undefined; faults: Faults<string>; whole?: string | undefined }

/** What leaving a step saves, and whether that changes anything; or what is wrong with it. */
export function checkStep(step: SetUpStep, whole: WholeCommunity, draft: StartDraft): Checked {
  for (const part of askedIn[step]) {
    const spec = specOf(part)
    const [entry] = spec.single ? entriesOf(part, whole, draft) : []
    const faults = entry ? partFaults(spec, whole, entry, '') : {}
    if (Object.keys(faults).length > 0) return { faults }
  }
  const input = inputOf(step, whole, draft)
  if (!isSetUp[step]({ ...whole, ...(input as Partial<WholeCommunity>) }))
    return { faults: {}, whole: startText.missing[step] }
  if (!v.is(communityEdit, input)) return { faults: {}, whole: startText.wrong }
  const changed =
    !isSetUp[step](whole) || JSON.stringify(input) !== JSON.stringify(inputOf(step, whole, newDraft(whole)))
  return { input, changed }
}
