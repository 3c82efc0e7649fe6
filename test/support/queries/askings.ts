import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import ts from 'typescript'

/** What a query says of one field: one value, null, or a word of conditions.ts. */
export interface Said {
  readonly field: string
  readonly word: Word
}
const words = [
  'oneOf',
  'noneOf',
  'not',
  'above',
  'atLeast',
  'below',
  'atMost',
  'between',
  'missing',
  'present',
] as const
export type Word = (typeof words)[number] | 'value' | 'null'

/** One way in which a line of the product asks a collection for what an index finds. */
export interface Asking {
  /** The file, the method and the index: `booking/hall.ts: bookings.find byTeam`. */
  readonly place: string
  readonly collection: string
  readonly index: string
  readonly method: Method
  readonly where: readonly Said[]
  /** It may begin behind what has been read before. */
  readonly goesOn: boolean
}
const methods = [
  'find',
  'finding',
  'page',
  'pageNamed',
  'pagingNamed',
  'count',
  'counting',
  'updateAll',
  'removeAll',
] as const
type Method = (typeof methods)[number]

/** Stands for conditions that the compiler cannot name. No index has such a field. */
export const anything = 'anything'

const root = resolve('cloudfunctions')

/**
 * Every query by an index that stands in the source of the functions, as the compiler understands it; one with
 * optional conditions several times: without them, with each, and with all. `replaced`: files with other text.
 */
export function askingsInSource(replaced: Readonly<Record<string, string>> = {}): Asking[] {
  const program = programOf(replaced)
  const checker = program.getTypeChecker()
  return program
    .getSourceFiles()
    .filter(({ fileName }) => fileName.startsWith(`${root}/`))
    .flatMap((source) =>
      callsIn(source)
        .map((call) => queryIn(call, checker))
        .filter((query) => query !== undefined)
        .flatMap((query) => askingsOf(source, query, checker)),
    )
}

function programOf(replaced: Readonly<Record<string, string>>): ts.Program {
  const { config } = ts.readConfigFile('tsconfig.json', (path) => readFileSync(path, 'utf8'))
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, resolve('.'))
  const host = ts.createCompilerHost(options)
  const read = host.readFile.bind(host)
  const texts = new Map(Object.entries(replaced).map(([file, text]) => [resolve(root, file), text]))
  host.readFile = (path) => texts.get(resolve(path)) ?? read(path)
  return ts.createProgram([`${root}/api/index.ts`, `${root}/jobs/index.ts`, ...texts.keys()], options, host)
}

function callsIn(node: ts.Node): ts.CallExpression[] {
  const found: ts.CallExpression[] = []
  const visit = (child: ts.Node) => {
    if (ts.isCallExpression(child)) found.push(child)
    ts.forEachChild(child, visit)
  }
  visit(node)
  return found
}

interface QueryCall {
  readonly collection: string
  readonly method: Method
  readonly index: ts.Expression
  readonly where: ts.Expression
  readonly goesOn: boolean
}

const isMethod = (name: string): name is Method => methods.some((method) => method === name)

/** The call as a query, where its receiver has the methods of a collection. */
function queryIn(call: ts.CallExpression, checker: ts.TypeChecker): QueryCall | undefined {
  const { expression: called, arguments: given } = call
  if (!ts.isPropertyAccessExpression(called) || !isMethod(called.name.text)) return undefined
  if (!checker.getTypeAtLocation(called.expression).getProperty('updateAll')) return undefined
  const [index, where, reading] = given
  if (!index || !where) throw new Error(`what is this: ${call.getText()}`)
  const read = reading && checker.getTypeAtLocation(reading)
  const goesOn = ['after', 'cursor'].some((word) => read?.getProperty(word) !== undefined)
  return { collection: called.expression.getText(), method: called.name.text, index, where, goesOn }
}

function askingsOf(source: ts.SourceFile, query: QueryCall, checker: ts.TypeChecker): Asking[] {
  const { collection, method, goesOn } = query
  const index = ts.isStringLiteral(query.index) ? query.index.text : query.index.getText()
  const place = `${source.fileName.slice(root.length + 1)}: ${collection}.${method} ${index}`
  const asked = checker.getTypeAtLocation(query.where)
  const kinds = asked.isUnion() ? asked.types : [asked]
  return kinds
    .flatMap((kind) => choicesOf(conditionsOf(kind, query.where, checker)))
    .map((where) => ({ place, collection, index, method, where, goesOn }))
}

interface Condition extends Said {
  readonly optional: boolean
}

function choicesOf(conditions: readonly Condition[]): Said[][] {
  const required = conditions.filter(({ optional }) => !optional)
  const optional = conditions.filter((condition) => condition.optional)
  const several = optional.length > 1 ? [optional] : []
  return [[], ...optional.map((each) => [each]), ...several].map((chosen) => [...required, ...chosen])
}

/** The conditions of a query; all that have no line of their own, or are alternatives, are one: `anything`. */
function conditionsOf(kind: ts.Type, at: ts.Node, checker: ts.TypeChecker): Condition[] {
  const named = kind.getProperties().flatMap((property): Condition[] => {
    const said = property.declarations?.[0]
    if (!said || !isLine(said) || ['anyOf', 'allOf'].includes(property.name)) return []
    const type = checker.getTypeOfSymbolAtLocation(property, at)
    const optional = (property.flags & ts.SymbolFlags.Optional) !== 0
    return [{ field: property.name, word: wordOf(type, said, checker), optional }]
  })
  const all = named.length === kind.getProperties().length && checker.getIndexInfosOfType(kind).length === 0
  return all ? named : [...named, { field: anything, word: 'value', optional: false }]
}

type Line = ts.PropertyAssignment | ts.ShorthandPropertyAssignment | ts.PropertySignature
const isLine = (said: ts.Declaration): said is Line =>
  ts.isPropertyAssignment(said) || ts.isShorthandPropertyAssignment(said) || isOwnSignature(said)
/** A field of a parameter's type that somebody wrote out; the table's `Where` is made by the compiler. */
const isOwnSignature = (said: ts.Declaration): said is ts.PropertySignature =>
  ts.isPropertySignature(said) && said.getSourceFile().fileName.startsWith(`${root}/app/`)

function wordOf(type: ts.Type, said: Line, checker: ts.TypeChecker): Word {
  const kinds = type.isUnion() ? type.types : [type]
  const names = kinds.map((kind) => kind.symbol?.name)
  if (names.includes('OneOf')) return 'oneOf'
  if (names.includes('Test'))
    return (ts.isPropertySignature(said) ? undefined : wordIn(said, checker)) ?? 'between'
  return kinds.every((kind) => (kind.flags & ts.TypeFlags.Null) !== 0) ? 'null' : 'value'
}

/** The word of conditions.ts with which a condition was written, here or where its name was given its value. */
function wordIn(said: ts.Node, checker: ts.TypeChecker): Word | undefined {
  if (ts.isShorthandPropertyAssignment(said)) {
    const symbol = checker.getShorthandAssignmentValueSymbol(said)
    return symbol?.valueDeclaration && wordIn(symbol.valueDeclaration, checker)
  }
  if (ts.isPropertyAssignment(said)) return wordIn(said.initializer, checker)
  if (ts.isVariableDeclaration(said)) return said.initializer && wordIn(said.initializer, checker)
  if (ts.isCallExpression(said)) return wordIn(said.expression, checker)
  if (!ts.isIdentifier(said)) return undefined
  const declared = checker.getSymbolAtLocation(said)?.valueDeclaration
  return words.find((word) => word === said.text) ?? (declared && wordIn(declared, checker))
}
