// A busy machine is slow, not wrong: a test that waits for processes and browsers is ended late.
jest.setTimeout(60_000)
