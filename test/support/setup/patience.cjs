// A busy machine is slow, not wrong: a test that waits for processes and browsers is ended when it hangs, not
// when it is late.
jest.setTimeout(900_000)
