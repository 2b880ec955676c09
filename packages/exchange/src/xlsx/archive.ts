import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { Inflate } from 'fflate'
import type { Refusal } from '../sheet/index.ts'

/** Bytes that all parts of a workbook may inflate to, together: refused before anything is inflated. */
export const maxInflatedBytes = 256 * 1024 * 1024

type Entry = { readonly path: string; readonly method: number; readonly packed: number; readonly inflated: number; readonly offset: number }

/**
 * Looks into an XLSX container before it is handed to the reader: whole, within bounds (declared and true sizes),
 * without encryption and without XML entities. Returns the paths of its parts.
 */
export function inspectArchive(bytes: Uint8Array, fileName: string): Result<readonly string[], Refusal> {
  const directory = readDirectory(bytes, fileName)
  if (!directory.ok) return directory
  const declared = directory.value.reduce((sum, entry) => sum + entry.inflated, 0)
  if (declared > maxInflatedBytes) return refuse({ code: 'TOO_LARGE', fileName, measure: 'inflated bytes', found: declared, limit: maxInflatedBytes })
  for (const entry of directory.value) {
    const refusal = inspectEntry(bytes, entry, fileName)
    if (refusal) return refuse(refusal)
  }
  return ok(directory.value.map((entry) => entry.path))
}

/** The central directory at the end of the file (PKWARE APPNOTE 4.3.12, 4.3.16). */
function readDirectory(bytes: Uint8Array, fileName: string): Result<readonly Entry[], Refusal> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOfDirectory(view)
  if (end === undefined) return refuse({ code: 'TRUNCATED_ARCHIVE', fileName, bytes: bytes.length })
  const entries: Entry[] = []
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) {
      return refuse({ code: 'DAMAGED_ARCHIVE', fileName, reason: `its directory breaks off at part ${entries.length + 1}` })
    }
    const nameLength = view.getUint16(at + 28, true)
    if ((view.getUint16(at + 8, true) & 1) === 1) return refuse({ code: 'ENCRYPTED_FILE', fileName })
    entries.push({
      path: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      inflated: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return ok(entries)
}

/** The end record lies in the last 64 KB: it is the last thing but a comment. */
function endOfDirectory(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at
  }
  return undefined
}

function inspectEntry(bytes: Uint8Array, entry: Entry, fileName: string): Refusal | undefined {
  const damaged = (reason: string): Refusal => ({ code: 'DAMAGED_ARCHIVE', fileName, reason: `part '${entry.path}' ${reason}` })
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entry.offset + 30 > bytes.length) return damaged('lies outside the file')
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
  if (start + entry.packed > bytes.length) return damaged('lies outside the file')
  const packed = bytes.subarray(start, start + entry.packed)
  const head = entry.method === 0 ? { bytes: packed.subarray(0, 4096), size: packed.length } : inflateWithin(packed, entry.inflated)
  if (head === undefined) return damaged('cannot be inflated')
  if (head.size > entry.inflated) return damaged('is larger than its directory says')
  const declaresEntities = /\.(xml|rels|vml)$/i.test(entry.path) && /<!(DOCTYPE|ENTITY)/i.test(withoutNuls(head.bytes))
  return declaresEntities ? { code: 'XML_ENTITIES', fileName, part: entry.path } : undefined
}

/** A declaration in UTF-16 shows its letters once the NULs between them are gone. */
const withoutNuls = (bytes: Uint8Array): string => new TextDecoder('windows-1252').decode(bytes).replaceAll('\0', '')

/** The first 4 KB and the true size of a deflated part; stops as soon as it exceeds `limit`. Undefined if it is broken. */
function inflateWithin(packed: Uint8Array, limit: number): { readonly bytes: Uint8Array; readonly size: number } | undefined {
  let head: Uint8Array = new Uint8Array(0)
  let size = 0
  const inflate = new Inflate((chunk) => {
    if (head.length < 4096) head = concat(head, chunk.subarray(0, 4096 - head.length))
    size += chunk.length
  })
  try {
    for (let at = 0; at < packed.length && size <= limit; at += 65_536) inflate.push(packed.subarray(at, at + 65_536), at + 65_536 >= packed.length)
  } catch {
    return undefined
  }
  return { bytes: head, size }
}

function concat(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}
