import type { Archive, ArchiveRow } from '../archive/index.ts'
import { digestOf, hexOf } from './text.ts'

/** The head of a chain as it is kept elsewhere. */
export type Head = { readonly organisation: { readonly id: string }; readonly seq: number; readonly hash: string }

/** One fault, named as the server names it; `absent` is a row that is not in the archive, which keeps what is private to others out. */
export type Fault = { readonly fault: 'changed' | 'removed' | 'inserted' | 'absent' | 'link_changed' | 'marks_changed' | 'link_missing' | 'act_without_revision' | 'unlinked' | 'head_differs' | 'head_missing'; readonly table: string | null; readonly key: string | null; readonly seq: number | null; readonly at: string | null }

export type Mark = { readonly at: string; readonly no: number; readonly table: string; readonly keys: readonly string[]; readonly digests: readonly (string | null)[]; readonly salts: readonly (string | null)[] }
type Link = { readonly seq: number; readonly at: string; readonly account: string; readonly act: string; readonly origin: string | null; readonly content: string; readonly before: string; readonly hash: string }

export const ofChain = (fault: Fault['fault'], seq: number | null, at: string | null, table: string | null = null): Fault => ({ fault, table, key: null, seq, at })

/** The marks of an archive in the order in which acts made them. */
export function marksOf(archive: Archive): readonly Mark[] {
  const marks = Array.from(archive.rows('chain_mark'), (row): Mark => ({
    at: instant(row['at']), no: Number(row['no']), table: String(row['table_name']), keys: row['keys'] as readonly string[], digests: row['digests'] as readonly (string | null)[], salts: row['salts'] as readonly (string | null)[],
  }))
  return marks.toSorted((one, other) => (one.at === other.at ? one.no - other.no : one.at < other.at ? -1 : 1))
}

const instant = (value: ArchiveRow[string]): string => new Date(String(value)).toISOString()
const hex = (value: ArchiveRow[string]): string => hexOf(String(value))

/** What is wrong with the chain of an archive itself, every link computed again, and whether it leads to the head. */
export function chainFaults(archive: Archive, marks: readonly Mark[], head: Head | undefined): readonly Fault[] {
  const org = archive.manifest.organisation.id
  const links = Array.from(archive.rows('chain_link'), (row): Link => ({ seq: Number(row['seq']), at: instant(row['at']), account: String(row['account_id']), act: String(row['act']), origin: row['origin'] === null ? null : String(row['origin']), content: hex(row['content']), before: hex(row['before']), hash: hex(row['hash']) })).toSorted((one, other) => one.seq - other.seq)
  const written = Map.groupBy(marks, ({ at }) => at)
  const faults: Fault[] = []
  let last = { seq: 0, hash: digestOf(`throughline-chain-1\n${org}`) }
  for (const link of links) {
    const made = written.get(link.at) ?? []
    const found = (fault: Fault['fault']) => faults.push(ofChain(fault, link.seq, link.at))
    if (link.hash !== digestOf(linkText(org, link))) found('link_changed')
    if (link.content !== contentOf(made)) found('marks_changed')
    if (link.seq !== last.seq + 1 || link.before !== last.hash) found('link_missing')
    if (!link.act.startsWith('schema.') && !made.some(({ table }) => table === 'revision')) found('act_without_revision')
    last = link
  }
  const linked = new Set(links.map(({ at }) => at))
  for (const { at, table } of marks) if (!linked.has(at)) faults.push(ofChain('unlinked', null, at, table))
  return [...faults, ...(head ? headFaults(org, links, head) : [])]
}

function headFaults(org: string, links: readonly Link[], head: Head): readonly Fault[] {
  const link = links.find(({ seq }) => seq === head.seq)
  if (head.organisation.id !== org || (link && link.hash !== head.hash)) return [ofChain('head_differs', head.seq, link?.at ?? null)]
  return link ? [] : [ofChain('head_missing', head.seq, null)]
}

const linkText = (org: string, { seq, at, account, act, origin, content, before }: Link): string => ['throughline-link-1', org, seq, at, account, JSON.stringify(act), origin ?? '-', content, before].join('\n')

function contentOf(marks: readonly Mark[]): string {
  const digests = marks.map(({ table, keys, digests }) => digestOf(table + keys.map((key, at) => `\n${key} ${digests[at] ? hexOf(digests[at]) : '-'}`).join('')))
  return digestOf(Uint8Array.from(digests.flatMap((digest) => digest.match(/../g) ?? []), (byte) => Number.parseInt(byte, 16)))
}
