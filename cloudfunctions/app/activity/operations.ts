import type { Rows } from '#app/call/row'
import type { activityOperations } from '#contract/activity'
import * as celebrants from './celebrants'
import * as edit from './edit'
import * as pages from './pages'
import * as photos from './photos'
import * as templates from './templates'

export const rows: Rows<keyof typeof activityOperations> = {
  'activity.saveDraft': { kind: 'write', who: ['coordinator'], run: edit.saveDraft },
  'activity.publish': { kind: 'write', who: ['coordinator'], run: edit.publish },
  'activity.edit': { kind: 'write', who: ['coordinator'], run: edit.edit },
  'activity.copy': { kind: 'write', who: ['coordinator'], run: edit.copy },
  'activity.cancel': { kind: 'write', who: ['coordinator'], run: edit.cancel },
  'activity.list': {
    kind: 'read',
    who: 'anyone',
    onBehalf: true,
    alike: ({ when }) => when !== 'drafts',
    run: pages.list,
  },
  'activity.get': { kind: 'read', who: 'anyone', onBehalf: true, run: pages.get },
  'activity.templates': { kind: 'read', who: ['coordinator'], run: templates.list },
  'activity.birthdays': { kind: 'write', who: ['coordinator'], pace: 'reveal', run: celebrants.birthdays },
  'activity.invite': { kind: 'write', who: ['coordinator'], run: celebrants.inviteCelebrants },
  'activity.addPhotos': { kind: 'write', who: ['coordinator'], run: photos.addPhotos },
  'activity.removePhoto': { kind: 'write', who: ['coordinator'], run: photos.removePhoto },
}
