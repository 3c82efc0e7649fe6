/**
 * How the system and SQLite say that nothing more can be written: a full disk, a quota, or a limit of a file's
 * size. SQLite knows the full disk only, and calls the others a failed write.
 */
const codes = ['ENOSPC', 'EDQUOT', 'EFBIG', 'SQLITE_FULL', 'SQLITE_IOERR_WRITE']

/** Whether a write failed since there is no room for it. It has changed nothing, and may be tried again. */
export const isNoRoom = (fault: unknown): boolean =>
  fault instanceof Error && 'code' in fault && codes.includes(String(fault.code))

export const noRoomWords = 'The disk is full and nothing was written; make room and try again.'
