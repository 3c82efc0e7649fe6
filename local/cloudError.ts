/**
 * A refusal in CloudBase's words: the protocol answers HTTP 200 with `{code, message, requestId}`.
 *
 * wx-server-sdk 4.0.2 turns most codes into errCode −501001 without more, so callers tell refusals apart by
 * the message; the texts below are therefore part of the contract. No real account has confirmed them: every
 * text that imitates CloudBase stands in this file only.
 */
export class CloudError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
    this.name = 'CloudError'
  }
}

export const invalidParam = (why: string) => new CloudError('INVALID_PARAM', `[InvalidParameter] ${why}`)

export const requestFailed = (why: string) =>
  new CloudError('DATABASE_REQUEST_FAILED', `[FailedOperation] ${why}`)

export const unknownCollection = (name: string) =>
  new CloudError(
    'DATABASE_COLLECTION_NOT_EXIST',
    `[ResourceNotFound] Db or Table not exist: ${name}. Please check your request, but if the problem cannot be solved, contact us.`,
  )

export const collectionExists = (name: string) =>
  new CloudError('DATABASE_COLLECTION_ALREADY_EXIST', `[ResourceExist] Table exist: ${name}`)

/** `key` is the offending key as JSON, for example `{"source":"b1"}`. */
export const duplicateKey = (collection: string, index: string, key: string) =>
  requestFailed(
    `multiple write errors: [{write errors: [{E11000 duplicate key error collection: ${collection} index: ${index} dup key: ${key}}]}, {<nil>}]`,
  )

export const transactionConflict = () =>
  new CloudError(
    'DATABASE_TRANSACTION_CONFLICT',
    '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. Please check your request, but if the problem persists, contact us.',
  )

export const transactionBusy = () =>
  new CloudError(
    'DATABASE_TRANSACTION_FAIL',
    '[ResourceUnavailable.TransactionBusy] Transaction is busy. Please check your request, but if the problem persists, contact us.',
  )

export const transactionNotExist = () =>
  new CloudError(
    'DATABASE_TRANSACTION_FAIL',
    '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds. Please check your request, but if the problem persists, contact us.',
  )

export const unknownFunction = (name: string) =>
  new CloudError('FUNCTION_NOT_FOUND', `[ResourceNotFound.Function] FunctionName ${name} could not be found.`)

export const functionTimedOut = (seconds: number) =>
  new CloudError('FUNCTIONS_TIME_LIMIT_EXCEEDED', `Invoking task timed out after ${seconds} seconds`)

export const functionFailed = (why: string) => new CloudError('FUNCTIONS_EXECUTE_FAIL', why)

/** The disk is full; nothing was written. */
export const noRoomLeft = () =>
  requestFailed('[ResourceInsufficient] There is no room left; nothing was written.')
