import { type Rows, registered } from '#app/call/row'
import type { activityOperations } from '#contract/activity'
import * as celebrants from './celebrants'
import * as edit from './edit'
import * as pages from './pages'
import * as photos from './photos'
import { runners } from './running'
import * as templates from './templates'

export const rows: Rows<keyof typeof activityOperations> = {
  'activity.saveDraft': { kind: 'write', who: runners, run: registered(edit.saveDraft) },
  'activity.publish': { kind: 'write', who: runners, run: registered(edit.publish) },
  'activity.edit': { kind: 'write', who: runners, run: registered(edit.edit) },
  'activity.copy': { kind: 'write', who: runners, run: registered(edit.copy) },
  'activity.cancel': { kind: 'write', who: runners, run: registered(edit.cancel) },
  'activity.list': {
    kind: 'read',
    who: 'anyone',
    onBehalf: true,
    alike: ({ when }) => when !== 'drafts',
    run: pages.list,
  },
  'activity.get': { kind: 'read', who: 'anyone', onBehalf: true, run: pages.get },
  'activity.templates': { kind: 'read', who: runners, run: templates.list },
  'activity.birthdays': { kind: 'write', who: ['coordinator'], pace: 'reveal', run: celebrants.birthdays },
  'activity.invite': { kind: 'write', who: ['coordinator'], run: celebrants.inviteCelebrants },
  'activity.addPhotos': { kind: 'write', who: runners, run: registered(photos.addPhotos) },
  'activity.removePhoto': { kind: 'write', who: runners, run: registered(photos.removePhoto) },
}
