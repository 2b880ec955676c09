import { compareKeys, type Archive, type ArchiveRow, type Json } from '../archive/index.ts'
import { chainFaults, marksOf, ofChain, type Fault, type Head, type Mark } from './chain.ts'
import { bytesOf, digestOf, jsonbText } from './text.ts'

export type { Fault, Head } from './chain.ts'

/** What a check of an archive found. `absent` rows are no faults: an archive does not hold what is private to others than who saved it. */
export type Checked = { readonly faults: readonly Fault[]; readonly absent: readonly Fault[]; readonly rows: number; readonly acts: number; readonly head: { readonly seq: number; readonly hash: string } | null }

/** The tables of which an archive may hold less than there is. */
const partlyPrivate = /^(scenario|scenario_change|scenario_share|comment|revision)(_past)?$/

/** Checks an archive against its own chain, without a server: every row of every table, every link, and the head where one is given (docs/specs/evidence.md). */
export function checkEvidence(archive: Archive, head?: Head): Checked {
  const marks = marksOf(archive)
  if (marks.length === 0) return { faults: [ofChain('link_missing', 1, null)], absent: [], rows: 0, acts: 0, head: null }
  const rowsFound = [...Map.groupBy(marks, ({ table }) => table)].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([table, own]) => checkTable(archive, table, own))
  const faults = [...chainFaults(archive, marks, head), ...rowsFound.flatMap(({ faults: found }) => found)]
  const last = [...archive.rows('chain_link')].map((row) => ({ seq: Number(row['seq']), hash: String(row['hash']).slice(2) })).toSorted((one, other) => other.seq - one.seq)[0]
  return { faults: faults.filter(({ fault }) => fault !== 'absent'), absent: faults.filter(({ fault }) => fault === 'absent'), rows: rowsFound.reduce((sum, { rows }) => sum + rows, 0), acts: last?.seq ?? 0, head: last ?? null }
}

type Said = { readonly digest: string | null; readonly salt: string | null; readonly at: string }

function checkTable(archive: Archive, table: string, marks: readonly Mark[]): { readonly faults: readonly Fault[]; readonly rows: number } {
  const said = new Map<string, Said>()
  for (const { at, keys, digests, salts } of marks) for (const [index, key] of keys.entries()) said.set(key, { at, digest: digests[index] ?? null, salt: salts[index] ?? null })
  const columns = archive.manifest.files.find(({ name }) => name === `${table}.jsonl`)?.key ?? []
  const faults: Fault[] = []
  let rows = 0
  for (const row of archive.rows(table)) {
    rows += 1
    const keys = keysOf(row, columns)
    const key = keys.find((one) => said.has(one)) ?? keys[0] ?? ''
    const expected = said.get(key)
    said.delete(key)
    const fault = !expected?.digest ? 'inserted' : isAs(row, expected) ? undefined : 'changed'
    if (fault) faults.push({ fault, table, key, seq: null, at: expected?.at ?? null })
  }
  for (const [key, { digest, at }] of said) if (digest) faults.push({ fault: partlyPrivate.test(table) ? 'absent' : 'removed', table, key, seq: null, at })
  return { faults: faults.toSorted((one, other) => compareKeys(one, other, ['key'])), rows }
}

/** How the key of a row may be written: an id as it is, else a list of texts, empty for the one row of a table that has but one. */
const keysOf = (row: ArchiveRow, columns: readonly string[]): readonly string[] => {
  const values = columns.map((column) => String(row[column]))
  return [...(values.length === 1 ? values : []), jsonbText(values), '[]']
}

function isAs(row: ArchiveRow, { digest, salt }: Said): boolean {
  if (!digest || !salt) return false
  const is = (value: Json): boolean => digestOf(bytesOf(salt), jsonbText(value)) === digest.slice(2)
  return is(row) || is(Object.fromEntries(Object.entries(row).map(([name, value]) => [name, isBytes(value) ? `sha256:${digestOf(bytesOf(value))}` : value])))
}

const isBytes = (value: Json | undefined): value is string => typeof value === 'string' && /^\\x([0-9a-f]{2})*$/.test(value)
