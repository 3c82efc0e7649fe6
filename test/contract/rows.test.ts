import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import ts from 'typescript'

/** The tables that must have every operation, each with the line that the test takes out. */
const tables = {
  'cloudfunctions/app/member/operations.ts': /^ {2}'member\.me': .*\n/m,
  'test/app/gate/policy.test.ts': /^ {2}'member\.me': .*\n/m,
  'test/support/ownership.ts': /^ {2}'member\.me': .*\n/m,
  'test/support/validInputs.ts': /^ {2}'member\.me': .*\n/m,
}

it('an operation without its row in a table of roles does not compile', () => {
  const { config } = ts.readConfigFile('tsconfig.json', (path) => readFileSync(path, 'utf8'))
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, resolve('.'))
  const host = ts.createCompilerHost({ ...options, noEmit: true })
  const read = host.readFile.bind(host)
  const places = Object.entries(tables).map(([file, row]) => ({ path: resolve(file), row }))
  host.readFile = (path) => {
    const text = read(path)
    const place = places.find((each) => each.path === resolve(path))
    if (!place || text === undefined) return text
    const without = text.replace(place.row, '')
    expect(without).not.toBe(text)
    return without
  }
  const program = ts.createProgram(
    places.map(({ path }) => path),
    { ...options, noEmit: true },
    host,
  )
  for (const { path } of places) {
    const source = program.getSourceFile(path)
    // Without a file the compiler would report the whole program.
    if (!source) throw new Error(`${path} is not there`)
    const said = program
      .getSemanticDiagnostics(source)
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '))
    // The missing row is the only error in the file.
    expect(said).toEqual([expect.stringMatching(/^Property '"member\.me"' is missing/)])
  }
})
