/**
 * The text of a fault of the SDK. The text tells its faults apart, since its codes do not (measured on
 * 4.0.2).
 */
function textOf(fault: unknown): string {
  if (fault === null || typeof fault !== 'object') return String(fault)
  const parts: unknown[] = ['code', 'errCode', 'message', 'errMsg'].map((name) => Reflect.get(fault, name))
  return parts.filter((part) => part !== undefined).join(' ')
}

/** An `_id` or a unique key exists already. */
export const isDuplicate = (fault: unknown): boolean => /E11000|duplicate key/i.test(textOf(fault))

/** The answer was lost; whether the write was done is unknown. */
export const isLostAnswer = (fault: unknown): boolean =>
  /socket hang up|ECONNRESET|ECONNREFUSED|EPIPE|ETIMEDOUT|ESOCKETTIMEDOUT|network timeout/i.test(
    textOf(fault),
  )

/** Nothing was there to be asked, so nothing was done. */
export const isUnreachable = (fault: unknown): boolean =>
  /ECONNREFUSED|ENOTFOUND|EAI_AGAIN/i.test(textOf(fault))

/** The database or the storage is full; nothing was written. */
export const isFull = (fault: unknown): boolean => /ResourceInsufficient|QuotaExceeded/i.test(textOf(fault))

/** A transaction holds the document for a moment. */
export const isBusy = (fault: unknown): boolean =>
  /TransactionConflict|TransactionBusy|TRANSACTION_CONFLICT/i.test(textOf(fault))

/** Waits between tries of one database call, in milliseconds. */
const waitsMs = [20, 80, 320]

/** Repeats a call after a lost answer or a busy document; only for calls that may be done twice. */
export async function patiently<Result>(call: () => Promise<Result>): Promise<Result> {
  for (const waitMs of waitsMs) {
    try {
      return await call()
    } catch (fault) {
      if (!isLostAnswer(fault) && !isBusy(fault)) throw fault
    }
    await new Promise((resolve) => setTimeout(resolve, waitMs * (0.5 + Math.random())))
  }
  return call()
}
