import type { ArchiveRow, Json } from './canonical.ts'

/** The name of the format, as the manifest says it. */
export const archiveFormat = 'throughline-archive'

/** The version of the format that is written, and the newest that is read. It rises only where an older reader would misread. */
export const archiveVersion = 1

/** Where the manifest stands in the container; it is the last part, since it tells of the others. */
export const manifestPath = 'manifest.json'

/** One table in an archive. */
export type ArchiveFile = {
  /** Its path in the container: the table's name and `.jsonl`. */
  readonly name: string
  readonly rows: number
  /** Bytes of the file, unpacked. */
  readonly bytes: number
  /** SHA-256 of the unpacked bytes, in hexadecimal. */
  readonly sha256: string
  /** The names of the fields that the rows are sorted by; together they occur once. */
  readonly key: readonly string[]
}

/** What the writer says about an archive. */
export type ArchiveHeader = {
  readonly product: { readonly name: string; readonly version: string }
  readonly organisation: { readonly id: string; readonly name: string }
  /** An instant in UTC, as `2026-03-31T12:00:00Z`. */
  readonly exportedAt: string
}

export type Manifest = { readonly format: typeof archiveFormat; readonly version: number; readonly files: readonly ArchiveFile[] } & ArchiveHeader

/** A table to write: rows come sorted by `key` (see `compareKeys`), one at a time. */
export type ArchiveTable = { readonly name: string; readonly key: readonly string[]; readonly rows: AsyncIterable<ArchiveRow> | Iterable<ArchiveRow> }

/** Names that a table may have, so that a path says nothing else. */
export const isTableName = (name: string): boolean => /^[a-z][a-z0-9_]{0,62}$/.test(name)

/** The manifest as read, or what is wrong with it. */
export function parseManifest(json: Json): Manifest | { readonly wrong: string } {
  if (!isObject(json)) return { wrong: 'it is not an object' }
  const { product, organisation, files, exportedAt, version } = json
  if (!isObject(product) || !isText(product['name']) || !isText(product['version'])) return { wrong: "'product' has no name and version" }
  if (!isObject(organisation) || !isText(organisation['id']) || !isText(organisation['name'])) return { wrong: "'organisation' has no id and name" }
  if (!isText(exportedAt) || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(exportedAt)) return { wrong: "'exportedAt' is not an instant in UTC" }
  if (typeof version !== 'number' || !Array.isArray(files)) return { wrong: "'version' or 'files' is missing" }
  const read = files.map(parseFile)
  const odd = read.findIndex((file) => file === undefined)
  if (odd >= 0) return { wrong: `file ${odd + 1} has no name, rows, bytes, sha256 and key` }
  const named = { name: product['name'], version: product['version'] }
  return { format: archiveFormat, version, product: named, organisation: { id: organisation['id'], name: organisation['name'] }, exportedAt, files: read.filter((file) => file !== undefined) }
}

function parseFile(json: Json): ArchiveFile | undefined {
  if (!isObject(json)) return undefined
  const { name, rows, bytes, sha256, key } = json
  if (!isText(name) || !name.endsWith('.jsonl') || !isTableName(name.slice(0, -'.jsonl'.length)) || !isCount(rows) || !isCount(bytes)) return undefined
  if (!isText(sha256) || !/^[0-9a-f]{64}$/.test(sha256) || !Array.isArray(key) || key.length === 0 || !key.every(isText)) return undefined
  return { name, rows, bytes, sha256, key }
}

const isObject = (json: Json | undefined): json is { readonly [key: string]: Json | undefined } => typeof json === 'object' && json !== null && !Array.isArray(json)
const isText = (json: unknown): json is string => typeof json === 'string'
const isCount = (json: Json | undefined): json is number => typeof json === 'number' && Number.isSafeInteger(json) && json >= 0
