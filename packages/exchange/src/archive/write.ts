import { invariant } from '@throughline/engine/kernel'
import { writeZip, type NewPart } from '../zip/index.ts'
import { canonicalJson, compareKeys, type ArchiveRow } from './canonical.ts'
import { archiveFormat, archiveVersion, isTableName, manifestPath, type ArchiveFile, type ArchiveHeader, type ArchiveTable, type Manifest } from './manifest.ts'
import { sha256 } from './sha256.ts'

/** Bytes of lines that are packed at a time. */
const batch = 65_536

/**
 * Writes an archive in pieces: each table as it is read, the manifest last. No more than a batch of rows is held. Rows that are not
 * sorted by their key, a name twice or a key twice are our fault and throw.
 */
export async function* writeArchive(header: ArchiveHeader, tables: AsyncIterable<ArchiveTable> | Iterable<ArchiveTable>): AsyncGenerator<Uint8Array, void, undefined> {
  yield* writeZip(partsOf(header, tables))
}

async function* partsOf(header: ArchiveHeader, tables: AsyncIterable<ArchiveTable> | Iterable<ArchiveTable>): AsyncGenerator<NewPart, void, undefined> {
  const files: ArchiveFile[] = []
  for await (const table of tables) {
    const name = `${table.name}.jsonl`
    invariant(isTableName(table.name) && !files.some((file) => file.name === name), `a table of an archive has a plain name of its own: ${table.name}`)
    invariant(table.key.length > 0, `a table of an archive has a key: ${table.name}`)
    const written = { rows: 0, bytes: 0, hash: sha256() }
    yield { path: name, bytes: linesOf(table, written) }
    files.push({ name, rows: written.rows, bytes: written.bytes, sha256: written.hash.digest(), key: table.key })
  }
  const manifest: Manifest = { format: archiveFormat, version: archiveVersion, ...header, files }
  yield { path: manifestPath, bytes: [new TextEncoder().encode(`${JSON.stringify(manifest, undefined, 2)}\n`)] }
}

async function* linesOf(table: ArchiveTable, written: { rows: number; bytes: number; readonly hash: ReturnType<typeof sha256> }): AsyncGenerator<Uint8Array, void, undefined> {
  const encoder = new TextEncoder()
  let before: ArchiveRow | undefined
  let lines: string[] = []
  let size = 0
  const packed = (): Uint8Array => {
    const bytes = encoder.encode(lines.join(''))
    written.bytes += bytes.length
    written.hash.add(bytes)
    lines = []
    size = 0
    return bytes
  }
  for await (const row of table.rows) {
    invariant(before === undefined || compareKeys(before, row, table.key) < 0, `rows of an archive are sorted by their key, each once: ${table.name}, row ${written.rows + 1}`)
    before = row
    const line = `${canonicalJson(row)}\n`
    lines.push(line)
    size += line.length
    written.rows++
    if (size >= batch) yield packed()
  }
  if (lines.length > 0) yield packed()
}
