import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { BrokenPart, maxContainerBytes, partBytes, readDirectory, type Part } from '../zip/index.ts'
import { compareKeys, type ArchiveRow, type Json } from './canonical.ts'
import { BrokenLine, rowsOfLines } from './lines.ts'
import { archiveFormat, archiveVersion, manifestPath, parseManifest, type ArchiveFile, type Manifest } from './manifest.ts'
import type { ArchiveRefusal } from './refusal.ts'
import { sha256 } from './sha256.ts'

/** An archive that was found whole: its manifest, and its rows as they are asked for. */
export type Archive = {
  readonly manifest: Manifest
  /** The rows of a table in the order of its key; none for a table that the archive does not have. One row is held at a time. */
  readonly rows: (table: string) => Iterable<ArchiveRow>
}

/** Most bytes of a manifest. */
const maxManifestBytes = 16 * 1024 * 1024

/**
 * Opens an archive and verifies all of it before a row is given out: format and version, that it holds the files of its manifest
 * and no others, each file's checksum, number of rows and order. What is wrong first is refused by name; nothing is repaired.
 */
export function openArchive(bytes: Uint8Array, fileName: string): Result<Archive, ArchiveRefusal> {
  const directory = readDirectory(bytes, fileName, maxContainerBytes)
  if (!directory.ok) return refuse({ code: 'NOT_A_CONTAINER', because: directory.refusal })
  const parts = new Map(directory.value.map((part) => [part.path, part]))
  const read = readManifest(bytes, parts, fileName)
  if (!read.ok) return read
  const manifest = read.value
  const refusal = namesDiffer(manifest, parts, fileName)
  if (refusal) return refuse(refusal)
  for (const file of manifest.files) {
    const part = parts.get(file.name)
    const wrong = part ? verify(bytes, part, file, fileName) : undefined
    if (wrong) return refuse(wrong)
  }
  return ok({
    manifest,
    rows: (table) => {
      const part = parts.get(`${table}.jsonl`)
      return part ? rowsOfLines(partBytes(bytes, part)) : []
    },
  })
}

function readManifest(bytes: Uint8Array, parts: ReadonlyMap<string, Part>, fileName: string): Result<Manifest, ArchiveRefusal> {
  const part = parts.get(manifestPath)
  if (!part) return refuse({ code: 'NO_MANIFEST', fileName, files: [...parts.keys()] })
  if (part.inflatedBytes > maxManifestBytes) return refuse({ code: 'MANIFEST_UNREADABLE', fileName, wrong: `it has ${part.inflatedBytes} bytes, at most ${maxManifestBytes} are read` })
  const json = parseJson(bytes, part)
  if (!json.ok) return refuse({ code: 'MANIFEST_UNREADABLE', fileName, wrong: json.refusal })
  const { format, version } = (json.value ?? {}) as { readonly format?: unknown; readonly version?: unknown }
  if (format !== archiveFormat) return refuse({ code: 'NOT_AN_ARCHIVE', fileName, found: String(format), expected: archiveFormat })
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1 || version > archiveVersion) return refuse({ code: 'VERSION_UNKNOWN', fileName, found: Number(version), newest: archiveVersion })
  const manifest = parseManifest(json.value)
  return 'wrong' in manifest ? refuse({ code: 'MANIFEST_UNREADABLE', fileName, wrong: manifest.wrong }) : ok(manifest)
}

function parseJson(bytes: Uint8Array, part: Part): Result<Json, string> {
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true })
    const text = [...partBytes(bytes, part)].map((piece) => decoder.decode(piece, { stream: true })).join('') + decoder.decode()
    return ok(JSON.parse(text) as Json)
  } catch (error) {
    return refuse(error instanceof BrokenPart ? error.message : 'it is not JSON in UTF-8')
  }
}

function namesDiffer(manifest: Manifest, parts: ReadonlyMap<string, Part>, fileName: string): ArchiveRefusal | undefined {
  const listed = new Set<string>()
  for (const { name } of manifest.files) {
    if (listed.has(name)) return { code: 'FILE_TWICE', fileName, name }
    if (!parts.has(name)) return { code: 'FILE_MISSING', fileName, name }
    listed.add(name)
  }
  const other = [...parts.keys()].find((name) => name !== manifestPath && !listed.has(name))
  return other === undefined ? undefined : { code: 'FILE_UNEXPECTED', fileName, name: other }
}

/** One pass over a file: its checksum first, since a file that was changed has no rows to speak of. */
function verify(bytes: Uint8Array, part: Part, file: ArchiveFile, fileName: string): ArchiveRefusal | undefined {
  const named = { fileName, name: file.name }
  const hash = sha256()
  let order: ArchiveRefusal | undefined
  let rows = 0
  let broken: BrokenLine | undefined
  try {
    let before: ArchiveRow | undefined
    const pieces = hashed(partBytes(bytes, part), hash)
    try {
      for (const row of rowsOfLines(pieces)) {
        rows++
        if (before !== undefined && compareKeys(before, row, file.key) >= 0) order ??= { code: 'ROWS_OUT_OF_ORDER', ...named, row: rows, key: file.key }
        before = row
      }
    } catch (error) {
      if (!(error instanceof BrokenLine)) throw error
      broken = error
    }
    if (broken) return checksumOfRest(partBytes(bytes, part), file, named) ?? { code: 'ROW_UNREADABLE', ...named, row: broken.row, reason: broken.message }
  } catch (error) {
    if (error instanceof BrokenPart) return { code: 'FILE_DAMAGED', ...named, reason: error.message }
    throw error
  }
  const found = hash.digest()
  if (found !== file.sha256) return { code: 'CHECKSUM_DIFFERS', ...named, found, expected: file.sha256 }
  if (rows !== file.rows) return { code: 'ROW_COUNT_DIFFERS', ...named, found: rows, expected: file.rows }
  return order
}

function* hashed(pieces: Iterable<Uint8Array>, hash: ReturnType<typeof sha256>): Generator<Uint8Array, void, undefined> {
  for (const piece of pieces) {
    hash.add(piece)
    yield piece
  }
}

function checksumOfRest(pieces: Iterable<Uint8Array>, file: ArchiveFile, named: { readonly fileName: string; readonly name: string }): ArchiveRefusal | undefined {
  const hash = sha256()
  for (const piece of pieces) hash.add(piece)
  const found = hash.digest()
  return found === file.sha256 ? undefined : { code: 'CHECKSUM_DIFFERS', ...named, found, expected: file.sha256 }
}
