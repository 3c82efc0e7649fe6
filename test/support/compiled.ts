/** Compiled functions are shared by all tests of one run: a worker that begins with them starts sooner. */
export const compiled = { codeDir: process.env.COMPILED_FUNCTIONS }
