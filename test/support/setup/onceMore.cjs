// A browser on a busy machine may be late once; a test that fails twice fails. The first failure is printed.
jest.retryTimes(1, { logErrorsBeforeRetry: true })
