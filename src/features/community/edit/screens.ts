import type { RawInputOf } from '#contract/operations'
import type { PartName } from './partSpec'

type Edited = Exclude<keyof RawInputOf<'community.edit'>, 'rev'>

/** On which screen an administrator edits each part of the community. A part without a screen does not compile. */
export const screenOf = {
  name: 'about',
  phone: 'about',
  volunteerPrefix: 'about',
  controller: 'controller',
  estates: 'estates',
  grids: 'grids',
  groups: 'groups',
  teams: 'teams',
  womensTeamId: 'womens',
  services: 'services',
  requestCategories: 'categories',
  requestLimits: 'requestTimes',
  workCalendar: 'workdays',
  projects: 'projects',
  templates: 'templates',
  issuer: 'issuer',
  limits: 'limits',
  paces: 'paces',
  // a page of its own, since a template is tried against what it will say
  messages: 'ownPage',
} as const satisfies Record<Edited, PartName | 'ownPage'>
