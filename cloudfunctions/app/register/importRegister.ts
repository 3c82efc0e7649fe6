import { CsvError, type Options, parse } from 'csv-parse/sync'
import { type Context, invalid, yes } from '#app/call/context'
import { sha256 } from '#app/call/ids'
import { householdIdOf } from '#app/member/household'
import type { memberImport, RegisterImported, RegisterRowRead } from '#contract/register'
import type { Input } from '#contract/shared/operation'
import type { Answer } from '#contract/shared/refusal'
import type { Command } from '#core/change/aggregate'
import type { Member } from '#core/member/member'
import { decideVouched } from '#core/member/workersWord'
import { type Dwelling, isRemoved, registerConfirms } from '#core/register/match'
import { removedSince } from '#core/register/removal'
import { type RegisterRow, readRegister } from '#core/register/rows'
import { dwellings, members } from '#store/collections'
import { firstSentAt } from './firstSent'
import { nameKeyOf, stated, withVoucher } from './match'
import { brokenQuotes, rowFaultWords } from './registerText'

/** So many dwellings are read and written at once; the database does not take many more. */
const readAtOnce = 100
const writeAtOnce = 20
/**
 * An import looks at so many people who wait, and verifies so many of them. For the others a worker sees in
 * the queue that the register confirms them.
 */
const manyWaiting = 200
const manyVouched = 50

/** So many rows a dry run shows as it has read them. */
const rowsShown = 3

/**
 * Imports one part of the household register. Nothing is written on a dry run, or where one row is wrong.
 * What is stored already is not written again, so an import that broke off is completed by sending the file
 * once more. Dwellings that the file does not name stay as they are.
 */
export async function importRegister(
  context: Context,
  { csv, csvBase64, dryRun, firstRow = 2 }: Input<typeof memberImport>,
): Promise<Answer<RegisterImported>> {
  const text = csv ?? decoded(Buffer.from(csvBase64 ?? '', 'base64'))
  if (text === undefined) return invalid('csvBase64', '这个文件不是文本文件。请在表格软件里另存为 CSV 再选。')
  const cells = cellsOf(text)
  if ('brokenAt' in cells)
    return yes({ rows: 0, errors: [{ row: firstRow - 2 + cells.brokenAt, message: brokenQuotes }] })
  const { count: rows, rows: read, faults } = readRegister(cells.lines, context.community, firstRow)
  const errors = faults.map(({ row, faults }) => ({ row, message: rowFaultWords(faults) }))
  const ids = read.map((row) => householdIdOf(context, row))
  if (dryRun) {
    const keys = cells.lines.slice(1).map(() => '')
    for (const [index, { row }] of read.entries()) keys[row - firstRow] = ids[index]?.slice(2) ?? ''
    return yes({ rows, errors, keys, read: read.slice(0, rowsShown).map((row) => rowRead(context, row)) })
  }
  if (errors.length > 0) return yes({ rows, errors })
  const imported = read.map((row, index) => dwellingOf(context, ids[index] as string, row))
  const { changed, standing } = await store(imported, context.command)
  return yes({ rows, errors, changed, verified: await vouchForWaiting(context, standing) })
}

function rowRead({ community }: Context, said: RegisterRow): RegisterRowRead {
  const { estates, grids, groups } = community
  const group = groups.find(({ groupId }) => groupId === said.groupId)?.name
  return {
    row: said.row,
    door: [estates.find(({ estateId }) => estateId === said.estateId)?.name, said.building, said.unit].join(
      ' ',
    ),
    grid: grids.find(({ gridId }) => gridId === said.gridId)?.name ?? '',
    ...(group !== undefined && { group }),
    residents: said.names.length,
  }
}

/** Reads UTF-8, or else GB18030, which spreadsheets write in China; undefined where it is neither. */
function decoded(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch (fault) {
      if (!(fault instanceof TypeError)) throw fault
    }
  }
  return undefined
}

const csv: Options = {
  bom: true,
  relax_column_count: true,
  skip_empty_lines: false,
  // A quotation mark within a cell is a character like any other; the rule names the cell.
  relax_quotes: true,
  record_delimiter: ['\r\n', '\n', '\r'],
}

/** Splits the text into cells. Blank lines stay, as spreadsheets count them too. `brokenAt` counts lines from 1. */
function cellsOf(text: string): { lines: string[][] } | { brokenAt: number } {
  try {
    return { lines: parse(text, csv) }
  } catch (fault) {
    if (!(fault instanceof CsvError)) throw fault
    const { records } = fault as CsvError & { records?: number }
    return { brokenAt: (records ?? 0) + 1 }
  }
}

function dwellingOf({ settings, community, command }: Context, id: string, row: RegisterRow): Dwelling {
  const { estateId, building, unit, gridId, groupId, names } = row
  return {
    _id: id,
    communityId: community._id,
    estateId,
    gridId,
    groupId,
    door: settings.sealing.seal(JSON.stringify({ building, unit }), {
      collection: 'dwellings',
      id,
      field: 'door',
    }),
    nameKeys: [...new Set(names.map((name) => nameKeyOf(settings, id, name)))].sort(),
    importedAt: command.at,
  }
}

/**
 * Writes the dwellings that differ from what is stored. Answers how many, and which stand in the register now: those
 * that were taken out after a first, lost, sending stay out.
 */
async function store(
  imported: readonly Dwelling[],
  command: Command,
): Promise<{ changed: number; standing: Dwelling[] }> {
  let changed = 0
  const standing: Dwelling[] = []
  for (let from = 0; from < imported.length; from += readAtOnce) {
    const batch = imported.slice(from, from + readAtOnce)
    const ids = batch.map(({ _id }) => _id)
    const found = await dwellings.getMany(ids)
    const known = new Map(found.map((dwelling) => [dwelling._id, dwelling]))
    const sentAt = found.some(isRemoved) ? await firstSentAt(command) : command.at
    const said = batch.filter(({ _id }) => !removedSince(known.get(_id), sentAt))
    standing.push(...said)
    const differing = said.filter((dwelling) => !sameDwelling(known.get(dwelling._id), dwelling))
    for (let at = 0; at < differing.length; at += writeAtOnce)
      await Promise.all(
        differing.slice(at, at + writeAtOnce).map((dwelling) => put(dwelling, known.has(dwelling._id))),
      )
    changed += differing.length
  }
  return { changed, standing }
}

/** Another spelling of the door is no change: its id is the same. */
const sameDwelling = (stored: Dwelling | undefined, { gridId, groupId, nameKeys }: Dwelling): boolean =>
  stored !== undefined &&
  !isRemoved(stored) &&
  stored.gridId === gridId &&
  stored.groupId === groupId &&
  stored.nameKeys.join() === nameKeys.join()

async function put(dwelling: Dwelling, known: boolean): Promise<void> {
  if (!known && (await dwellings.insert(dwelling))) return
  const { _id, gridId, groupId, nameKeys, importedAt } = dwelling
  const said = { gridId, groupId, nameKeys, importedAt }
  await dwellings.update({ _id }, { ...said, removedAt: null, removedFor: null, removedById: null })
}

/** Whether somebody waits with another name than they had before. */
const isRenamed = ({ name, movedFrom }: Member): boolean => (movedFrom?.name ?? name) !== name

/** Verifies people who wait for a worker and whom these dwellings confirm, the longest waiting first. */
async function vouchForWaiting(context: Context, imported: readonly Dwelling[]): Promise<number> {
  const { settings, community, command } = context
  if (community.limits.registerVerifies === false) return 0
  const byId = new Map(imported.map((dwelling) => [dwelling._id, dwelling]))
  const communityId = community._id
  const waiting = await members.find('byState', { communityId, state: 'pending' }, { limit: manyWaiting })
  let verified = 0
  const confirms = (member: Member) =>
    registerConfirms(byId.get(member.householdId), stated(settings, member), isRenamed(member))
  for (const waits of waiting.filter(confirms).slice(0, manyVouched)) {
    const { _id } = waits
    const key = sha256(`${command.key}:${_id}:register`).slice(0, 24)
    const vouching: Command = { key, fingerprint: key, at: command.at }
    const vouched = await withVoucher(
      context,
      { memberId: _id, home: waits, renamed: isRenamed(waits) },
      async (voucher) =>
        voucher &&
        context.change(members, _id, vouching, (member) =>
          confirms(member) ? decideVouched(member, vouching) : { refusal: 'already_decided' },
        ),
    )
    // a worker may have been faster, or the name has its account already
    if (vouched && !vouched.refusal) verified += 1
  }
  return verified
}
