import type { Activity } from '#core/activity/activity'
import type { Booking } from '#core/booking/booking'
import type { NoShow } from '#core/booking/noShow'
import type { Certificate } from '#core/certificate/certificate'
import type { Diary } from '#core/diary/diary'
import type { Guardianship } from '#core/guardian/guardianship'
import type { Digest } from '#core/hours/digest'
import type { Honour, Reversal } from '#core/hours/honour'
import type { HoursEntry } from '#core/hours/ledger'
import type { Dependent, Household, Member } from '#core/member/member'
import type { Post } from '#core/member/post'
import type { Proxyship } from '#core/proxy/proxyship'
import type { Dwelling } from '#core/register/match'
import type { ServiceRequest } from '#core/request/request'
import type { Door } from '#core/session/door'
import type { Feedback } from '#core/session/feedback'
import type { Session, Signup } from '#core/session/session'
import type { Shift } from '#core/shift/shift'
import type { ShiftPlace } from '#core/shift/shiftPlace'
import type { Membership } from '#core/team/membership'
import { documents } from './documents'
import type {
  Allowance,
  Closing,
  CommunityDocument,
  DeskDocument,
  FileDocument,
  FilePart,
  HourSums,
  Intent,
  Lookups,
  NoticeDocument,
  Opening,
  Pair,
  Rotation,
  Support,
  Tally,
  VolunteerNumber,
} from './shapes'

export const communities = documents<CommunityDocument>('communities')
export const members = documents<Member>('members')
export const households = documents<Household>('households')
export const dwellings = documents<Dwelling>('dwellings')
export const proxyships = documents<Proxyship>('proxyships')
export const guardianships = documents<Guardianship>('guardianships')
export const dependents = documents<Dependent>('dependents')
export const memberships = documents<Membership>('memberships')
export const volunteerNumbers = documents<VolunteerNumber>('volunteerNumbers')
export const pairs = documents<Pair>('pairs')
export const desks = documents<DeskDocument>('desks')
export const activities = documents<Activity>('activities')
export const noShows = documents<NoShow>('noShows')
export const bookings = documents<Booking>('bookings')
export const sessions = documents<Session>('sessions')
export const signups = documents<Signup>('signups')
export const doors = documents<Door>('doors')
export const feedbacks = documents<Feedback>('feedbacks')
export const shiftPlaces = documents<ShiftPlace>('shiftPlaces')
export const shifts = documents<Shift>('shifts')
export const requests = documents<ServiceRequest>('requests')
export const supports = documents<Support>('supports')
export const tallies = documents<Tally>('tallies')
export const posts = documents<Post>('posts')
export const intents = documents<Intent>('intents')
export const lookups = documents<Lookups>('lookups')
export const diaries = documents<Diary>('diaries')
export const honours = documents<Honour>('honours')
export const reversals = documents<Reversal>('reversals')
export const certificates = documents<Certificate>('certificates')
export const digests = documents<Digest>('digests')
export const hourSums = documents<HourSums>('hourSums')
export const entries = documents<HoursEntry>('entries')
export const notices = documents<NoticeDocument>('notices')
export const closings = documents<Closing>('closings')
export const allowances = documents<Allowance>('allowances')
export const files = documents<FileDocument>('files')
export const fileParts = documents<FilePart>('fileParts')
export const rotations = documents<Rotation>('rotations')
export const openings = documents<Opening>('openings')
