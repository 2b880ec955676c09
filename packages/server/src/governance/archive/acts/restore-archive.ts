import { randomBytes } from 'node:crypto'
import { canonicalJson, describeArchiveRefusal, openArchive, type Archive, type ArchiveRow } from '@throughline/exchange/archive'
import type { Restored } from '@throughline/contract/governance'
import type { Refusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { continueFrom, newId, writeAs, type Actor, type Db, type Tx } from '../../../database/index.ts'
import { accountWithEmail, insertAccount, insertMembership, readOrganisation, updateOrganisation } from '../../../people/index.ts'
import { evidenceTables, ownTables, type OwnTable } from '../catalogue-store.ts'
import { beginRestoring, endRestoring, isPast, openStage, restoreBeginning, stageLines, strangeFields, writeStage } from '../restore-store.ts'

type Refused = Refusal<'archive_unreadable' | 'archive_unfit' | 'archive_needs_empty'>
/** Tells whether the organisation has work of its own. */
type HoldsWork = (tx: Tx) => Promise<boolean>

/** Restores an archive into an empty organisation, in one transaction: all of it, its past and its revisions, or nothing. */
export async function restoreArchive(db: Db, actor: Actor, bytes: Uint8Array, holdsWork: HoldsWork): Promise<Result<Restored, Refused>> {
  const opened = openArchive(bytes, 'The archive')
  if (!opened.ok) return refuse({ code: 'archive_unreadable', values: { message: describeArchiveRefusal(opened.refusal) } })
  const archive = opened.value
  return writeAs(db, actor, 'governance.restore-archive', async (tx, record) => {
    if (await holdsWork(tx)) return refuse({ code: 'archive_needs_empty' })
    const tables = await ownTables(tx)
    const strange = archive.manifest.files.find(({ name }) => name !== 'account.jsonl' && !tables.some((table) => `${table.name}.jsonl` === name))
    if (strange) return unfit(`a table ${strange.name.replace('.jsonl', '')}`, 'the tables that this version knows')
    await beginRestoring(tx)
    await openStage(tx)
    const people = await restorePeople(tx, archive)
    const ids = new Map([[archive.manifest.organisation.id, actor.orgId], ...people.ids])
    for (const table of tables.filter(({ name }) => !evidenceTables.has(name))) {
      const wrong = await restoreTable(tx, table, archive, { ids, orgId: actor.orgId })
      if (wrong) return wrong
    }
    await endRestoring(tx, archive.manifest.exportedAt)
    const head = oldHead(archive)
    if (head !== undefined) await continueFrom(tx, head)
    const restored: Restored = { organisation: archive.manifest.organisation.name, savedAt: archive.manifest.exportedAt, tables: archive.manifest.files.length, rows: archive.manifest.files.reduce((sum, { rows }) => sum + rows, 0), people: people.unknown }
    await record({ room: 'governance', kind: 'archive', id: actor.orgId, before: null, after: restored })
    return ok(restored)
  })
}

const unfit = (found: string, expected: string): Result<never, Refused> => refuse({ code: 'archive_unfit', values: { found, expected } })

/** The head of the chain that the archive was saved with: `<organisation> <number> <hash>`. */
function oldHead({ manifest, rows }: Archive): string | undefined {
  for (const row of rows('chain_head')) return `${manifest.organisation.id} ${String(row['seq'])} ${String(row['hash']).slice(2)}`
  return undefined
}

type Translation = { readonly ids: ReadonlyMap<string, string>; readonly orgId: string }

/** How many rows are staged at once, and how many characters of them at most: rows may hold bytes. */
const most = { rows: 2_000, characters: 8 * 1024 * 1024 } as const

async function restoreTable(tx: Tx, table: OwnTable, archive: Archive, { ids, orgId }: Translation): Promise<Result<never, Refused> | undefined> {
  const special = specials[table.name]
  let lines: string[] = []
  let [staged, waiting] = [0, 0]
  for (const row of archive.rows(table.name)) {
    const line = translated(canonicalJson(row), ids)
    if (special) await special(tx, JSON.parse(line) as ArchiveRow, orgId)
    else lines.push(line)
    staged += 1
    waiting += line.length
    if (lines.length === most.rows || waiting > most.characters) {
      await stageLines(tx, lines)
      lines = []
      waiting = 0
    }
  }
  if (special || staged === 0) return undefined
  if (lines.length > 0) await stageLines(tx, lines)
  const fields = await strangeFields(tx, table)
  if (fields.length > 0) return unfit(`${fields.join(', ')} in the table ${table.name}`, table.columns.filter((column) => column !== 'org_id').join(', '))
  await writeStage(tx, table, isPast(table))
  return undefined
}

/** Wherever an id of the organisation or the people that it was saved from stands, the one that it has here takes its place. */
function translated(line: string, ids: ReadonlyMap<string, string>): string {
  let text = line
  for (const [from, to] of ids) if (from !== to) text = text.replaceAll(from, to)
  return text
}

/** Tables that are not empty in an empty organisation. */
const specials: Readonly<Record<string, (tx: Tx, row: ArchiveRow, orgId: string) => Promise<unknown>>> = {
  organisation: async (tx, row) => {
    const here = await readOrganisation(tx)
    const calendar = { startMonth: Number(row['fiscal_start_month']), startDay: Number(row['fiscal_start_day']), label: row['fiscal_label'] as typeof here.calendar.label }
    await updateOrganisation(tx, { ...here, name: String(row['name']), currency: String(row['currency']), calendar })
    await restoreBeginning(tx, String(row['created_at']), String(row['believed_from']))
  },
  membership: (tx, row, orgId) => insertMembership(tx, { org_id: orgId, account_id: String(row['account_id']), role: row['role'] as Actor['role'], service: row['service'] === true }),
}

/** The people of the archive by what their ids become. Who has an account here by email keeps it; the others get one that nobody can sign in to. */
async function restorePeople(tx: Tx, archive: Archive): Promise<{ readonly ids: readonly (readonly [string, string])[]; readonly unknown: number }> {
  const ids: (readonly [string, string])[] = []
  let unknown = 0
  for (const row of archive.rows('account')) {
    const [id, email, name] = [String(row['id']), String(row['email']).toLowerCase(), String(row['name'])]
    const known = await accountWithEmail(tx, email)
    ids.push([id, known ?? (await unknownPerson(tx, { id, email, name }))])
    if (known === undefined) unknown += 1
  }
  return { ids, unknown }
}

/** Adds somebody's account, with another id where theirs is somebody else's here. */
async function unknownPerson(tx: Tx, person: { readonly id: string; readonly email: string; readonly name: string }): Promise<string> {
  if (await insertAccount(tx, { ...person, passwordHash: nobodysPassword() })) return person.id
  const id = newId()
  await insertAccount(tx, { ...person, id, passwordHash: nobodysPassword() })
  return id
}

/** The hash of a password that nobody knows; whoever gives access to the account gives it its first one. */
const nobodysPassword = (): string => ['locked', 131_072, 8, 1, randomBytes(16).toString('base64url'), randomBytes(32).toString('base64url')].join('$')
