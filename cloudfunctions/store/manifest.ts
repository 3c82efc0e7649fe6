/** Ascending or descending. */
export type Direction = 1 | -1

export interface Index {
  name: string
  keys: readonly (readonly [field: string, direction: Direction])[]
  /** A missing field counts as null. */
  unique?: boolean
}

/**
 * Every collection and index, for the deployment and for the local cloud. All collections deny clients both reading
 * and writing: only the functions touch them.
 */
export const manifest = {
  communities: { indexes: [] },
  members: {
    indexes: [
      {
        name: 'byBirthMonth',
        keys: [
          ['communityId', 1],
          ['birthMonthKey', 1],
          ['_id', 1],
        ],
      },
      {
        name: 'byState',
        keys: [
          ['communityId', 1],
          ['state', 1],
          ['registeredAt', 1],
          ['_id', 1],
        ],
      },
      {
        name: 'byName',
        keys: [
          ['communityId', 1],
          ['name', 1],
          ['registeredAt', 1],
          ['_id', 1],
        ],
      },
      {
        name: 'byHours',
        keys: [
          ['communityId', 1],
          ['hoursLines', 1],
          ['_id', 1],
        ],
      },
      { name: 'phoneKey', keys: [['phoneKey', 1]] },
      {
        name: 'due',
        keys: [
          ['dueAt', 1],
          ['_id', 1],
        ],
      },
    ],
  },
  proxyships: {
    indexes: [
      {
        name: 'byMember',
        keys: [
          ['memberId', 1],
          ['since', -1],
          ['_id', -1],
        ],
      },
      {
        name: 'byProxy',
        keys: [
          ['proxyId', 1],
          ['since', -1],
          ['_id', -1],
        ],
      },
      {
        name: 'due',
        keys: [
          ['dueAt', 1],
          ['_id', 1],
        ],
      },
    ],
  },
  guardianships: {
    indexes: [
      {
        name: 'byGuardian',
        keys: [
          ['guardianId', 1],
          ['since', -1],
          ['_id', -1],
        ],
      },
      {
        name: 'due',
        keys: [
          ['dueAt', 1],
          ['_id', 1],
        ],
      },
    ],
  },
  households: {
    indexes: [
      {
        name: 'byEstate',
        keys: [
          ['communityId', 1],
          ['estateId', 1],
          ['_id', 1],
        ],
      },
    ],
  },
  dwellings: {
    indexes: [
      {
        name: 'byCommunity',
        keys: [
          ['communityId', 1],
          ['_id', 1],
        ],
      },
    ],
  },
  dependents: {
    indexes: [
      {
        name: 'byBirthMonth',
        keys: [
          ['communityId', 1],
          ['birthMonthKey', 1],
          ['_id', 1],
        ],
      },
      {
        name: 'byMember',
        keys: [
          ['memberId', 1],
          ['addedAt', 1],
          ['_id', 1],
        ],
      },
    ],
  },
  memberships: {
    indexes: [
      {
        name: 'byState',
        keys: [
          ['communityId', 1],
          ['state', 1],
          ['_id', 1],
        ],
      },
      {
        name: 'byTeam',
        keys: [
          ['teamId', 1],
          ['since', -1],
          ['_id', -1],
        ],
      },
      {
        name: 'byMember',
        keys: [
          ['memberId', 1],
          ['since', -1],
          ['_id', -1],
        ],
      },
      {
        name: 'due',
        keys: [
          ['dueAt', 1],
          ['_id', 1],
        ],
      },
    ],
  },
  volunteerNumbers: {
    indexes: [{ name: 'member', keys: [['memberId', 1]], unique: true }],
  },
  pairs: {
    indexes: [
      {
        name: 'expires',
        keys: [
          ['expiresAt', 1],
          ['_id', 1],
        ],
      },
    ],
  },
  desks: {
    indexes: [
      {
        name: 'expires',
        keys: [
          ['expiresAt', 1],
          ['_id', 1],
        ],
      },
      {
        name: 'byMember',
        keys: [
          ['memberId', 1],
          ['since', -1],
          ['_id', -1],
        ],
      },
    ],
  },
  bookings: {
    indexes: [
      {
        name: 'open',
        keys: [
          ['communityId', 1],
          ['state', 1],
          ['windowFrom', 1],
          ['_id', 1],
        ],
      },
      {
        name: 'mine',
        keys: [
          ['requesterId', 1],
          ['createdAt', -1],
          ['_id', -1],
        ],
      },
      {
        name: 'created',
        keys: [
          ['communityId', 1],
          ['createdAt', 1],
          ['_id', 1],
        ],
      },
      {
        name: 'claimed',
        keys: [
          ['claimerId', 1],
          ['windowFrom', -1],
          ['_id', -1],
        ],
      },
      {
        name: 'team',
        keys: [
          ['communityId', 1],
          ['windowFrom', -1],
          ['_id', -1],
        ],
      },
      {
        name: 'due',
        keys: [
          ['dueAt', 1],
          ['_id', 1],
        ],
      },
    ],
  },
  noShows: {
    indexes: [
      {
        name: 'booking',
        keys: [
          ['bookingId', 1],
          ['claim', 1],
          ['_id', 1],
        ],
      },
      {
        name: 'accused',
        keys: [
          ['accusedId', 1],
          ['saidAt', -1],
          ['_id', -1],
        ],
      },
      {
        name: 'sayer',
        keys: [
          ['saidById', 1],
          ['saidAt', -1],
          ['_id', -1],
        ],
      },
      {
        name: 'team',
        keys: [
          ['teamId', 1],
          ['saidAt', -1],
          ['_id', -1],
        ],
      },
      {
        name: 'due',
        keys: [
          ['dueAt', 1],
          ['_id', 1],
        ],
      },
    ],
  },
  requests: {
    indexes: [
      {
        name: 'mine',
        keys: [
          ['requesterId', 1],
          ['filedAt', -1],
          ['_id', -1],
        ],
      },
      {
        name: 'alike',
        keys: [
          ['communityId', 1],
          ['category', 1],
          ['gridId', 1],
          ['unfinished', 1],
          ['filedAt', -1],
          ['_id', -1],
        ],
      },
      {
        name: 'queue',
        keys: [
          ['communityId', 1],
          ['queue', 1],
          ['unfinished', 1],
          ['sortAt', 1],
          ['_id', 1],
        ],
      },
      {
        name: 'board',
        keys: [
          ['communityId', 1],
          ['onBoard', 1],
          ['filedAt', -1],
          ['_id', -1],
        ],
      },
      {
        name: 'byDay',
        keys: [
          ['communityId', 1],
          ['filedDay', 1],
          ['_id', 1],
        ],
      },
      {
        name: 'due',
        keys: [
          ['dueAt', 1],
          ['_id', 1],
        ],
      },
    ],
  },
  supports: {
    indexes: [
      {
        name: 'byMember',
        keys: [
          ['memberId', 1],
          ['at', -1],
          ['_id', -1],
        ],
      },
    ],
  },
  tallies: {
    indexes: [
      {
        name: 'byDay',
        keys: [
          ['communityId', 1],
          ['day', 1],
          ['_id', 1],
        ],
      },
    ],
  },
  posts: {
    indexes: [
      {
        name: 'byQueue',
        keys: [
          ['queue', 1],
          ['held', 1],
          ['since', 1],
          ['_id', 1],
        ],
      },
      {
        name: 'byMember',
        keys: [
          ['memberId', 1],
          ['_id', 1],
        ],
      },
      {
        name: 'due',
        keys: [
          ['dueAt', 1],
          ['_id', 1],
        ],
      },
    ],
  },
  activities: {
    indexes: [
      {
        name: 'ahead',
        keys: [
          ['communityId', 1],
          ['ahead', 1],
          ['firstFrom', 1],
          ['_id', 1],
        ],
      },
      {
        name: 'past',
        keys: [
          ['communityId', 1],
          ['published', 1],
          ['lastTo', -1],
          ['_id', -1],
        ],
      },
      {
        name: 'drafts',
        keys: [
          ['communityId', 1],
          ['state', 1],
          ['createdAt', -1],
          ['_id', -1],
        ],
      },
      {
        name: 'due',
        keys: [
          ['dueAt', 1],
          ['_id', 1],
        ],
      },
    ],
  },
  intents: {
    indexes: [
      {
        name: 'at',
        keys: [
          ['at', 1],
          ['_id', 1],
        ],
      },
    ],
  },
  lookups: {
    indexes: [
      {
        name: 'at',
        keys: [
          ['at', 1],
          ['_id', 1],
        ],
      },
    ],
  },
  rotations: { indexes: [] },
  diaries: { indexes: [] },
  sessions: {
    indexes: [
      {
        name: 'ofActivities',
        keys: [
          ['activityId', 1],
          ['_id', 1],
        ],
      },
      {
        name: 'byActivity',
        keys: [
          ['activityId', 1],
          ['from', 1],
          ['_id', 1],
        ],
      },
      {
        name: 'due',
        keys: [
          ['dueAt', 1],
          ['_id', 1],
        ],
      },
    ],
  },
  signups: {
    indexes: [
      {
        name: 'mine',
        keys: [
          ['memberId', 1],
          ['over', 1],
          ['at', -1],
          ['_id', -1],
        ],
      },
      { name: 'command', keys: [['command', 1]], unique: true },
    ],
  },
  doors: {
    indexes: [
      {
        name: 'due',
        keys: [
          ['dueAt', 1],
          ['_id', 1],
        ],
      },
    ],
  },
  feedbacks: {
    indexes: [
      {
        name: 'bySession',
        keys: [
          ['sessionId', 1],
          ['at', -1],
          ['_id', -1],
        ],
      },
    ],
  },
  shiftPlaces: {
    indexes: [
      {
        name: 'byShift',
        keys: [
          ['shiftId', 1],
          ['_id', 1],
        ],
      },
      {
        name: 'byMember',
        keys: [
          ['memberId', 1],
          ['from', -1],
          ['_id', -1],
        ],
      },
      {
        name: 'due',
        keys: [
          ['dueAt', 1],
          ['_id', 1],
        ],
      },
    ],
  },
  shifts: {
    indexes: [
      {
        name: 'byActivity',
        keys: [
          ['activityId', 1],
          ['_id', 1],
        ],
      },
      {
        name: 'bySession',
        keys: [
          ['sessionId', 1],
          ['_id', 1],
        ],
      },
      {
        name: 'due',
        keys: [
          ['dueAt', 1],
          ['_id', 1],
        ],
      },
    ],
  },
  honours: {
    indexes: [
      {
        name: 'byTeam',
        keys: [
          ['teamId', 1],
          ['proposedAt', -1],
          ['_id', -1],
        ],
      },
      {
        name: 'due',
        keys: [
          ['dueAt', 1],
          ['_id', 1],
        ],
      },
    ],
  },
  reversals: {
    indexes: [
      {
        name: 'due',
        keys: [
          ['dueAt', 1],
          ['_id', 1],
        ],
      },
    ],
  },
  certificates: {
    indexes: [
      {
        name: 'byMember',
        keys: [
          ['memberId', 1],
          ['issuedAt', -1],
          ['_id', -1],
        ],
      },
      {
        name: 'due',
        keys: [
          ['dueAt', 1],
          ['_id', 1],
        ],
      },
    ],
  },
  digests: {
    indexes: [
      {
        name: 'byDay',
        keys: [
          ['communityId', 1],
          ['day', 1],
          ['_id', 1],
        ],
      },
    ],
  },
  hourSums: {
    indexes: [
      {
        name: 'byDay',
        keys: [
          ['communityId', 1],
          ['day', 1],
          ['_id', 1],
        ],
      },
    ],
  },
  entries: {
    indexes: [
      {
        name: 'byDay',
        keys: [
          ['communityId', 1],
          ['day', 1],
          ['_id', 1],
        ],
      },
      {
        name: 'credited',
        keys: [
          ['communityId', 1],
          ['creditedAt', 1],
          ['_id', 1],
        ],
      },
      {
        name: 'firsts',
        keys: [
          ['communityId', 1],
          ['seq', 1],
          ['_id', 1],
        ],
      },
      {
        name: 'year',
        keys: [
          ['memberId', 1],
          ['day', 1],
          ['_id', 1],
        ],
      },
      {
        name: 'bySeq',
        keys: [
          ['memberId', 1],
          ['seq', -1],
          ['_id', -1],
        ],
      },
      {
        name: 'source',
        keys: [
          ['memberId', 1],
          ['source', 1],
        ],
        unique: true,
      },
    ],
  },
  notices: {
    indexes: [
      {
        name: 'byAge',
        keys: [
          ['at', 1],
          ['_id', 1],
        ],
      },
      {
        name: 'inbox',
        keys: [
          ['memberId', 1],
          ['at', -1],
          ['_id', -1],
        ],
      },
      {
        name: 'unread',
        keys: [
          ['memberId', 1],
          ['read', 1],
        ],
      },
      {
        name: 'due',
        keys: [
          ['dueAt', 1],
          ['_id', 1],
        ],
      },
    ],
  },
  closings: {
    indexes: [
      {
        name: 'due',
        keys: [
          ['dueAt', 1],
          ['_id', 1],
        ],
      },
    ],
  },
  allowances: { indexes: [] },
  files: {
    indexes: [
      {
        name: 'byOwner',
        keys: [
          ['ownerId', 1],
          ['beganAt', -1],
          ['_id', -1],
        ],
      },
      {
        name: 'due',
        keys: [
          ['dueAt', 1],
          ['_id', 1],
        ],
      },
    ],
  },
  fileParts: {
    indexes: [
      {
        name: 'byFile',
        keys: [
          ['fileId', 1],
          ['index', 1],
          ['_id', 1],
        ],
      },
    ],
  },
  openings: {
    indexes: [
      {
        name: 'subject',
        keys: [
          ['subjectId', 1],
          ['at', -1],
          ['_id', -1],
        ],
      },
      {
        name: 'at',
        keys: [
          ['at', 1],
          ['_id', 1],
        ],
      },
    ],
  },
} as const satisfies Record<string, { indexes: readonly Index[] }>

export type CollectionName = keyof typeof manifest
