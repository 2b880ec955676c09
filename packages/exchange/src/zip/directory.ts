import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { Refusal } from '../sheet/index.ts'

/** Bytes that all parts of a container may inflate to, together: refused before anything is inflated. */
export const maxInflatedBytes = 256 * 1024 * 1024

/** Most parts that a container may have. */
export const maxParts = 20_000

/** One part of a container, its bytes still packed. */
export type Part = {
  readonly path: string
  readonly method: number
  readonly crc: number
  readonly packedBytes: number
  readonly inflatedBytes: number
  /** Where the packed bytes begin. */
  readonly start: number
}

/**
 * The parts of a ZIP container by its central directory (PKWARE APPNOTE 4.3.12, 4.3.16), held to what a spreadsheet program writes:
 * whole, without encryption, each path once, no part inside another, and not larger than `limit` when inflated.
 */
export function readDirectory(bytes: Uint8Array, fileName: string, limit = maxInflatedBytes): Result<readonly Part[], Refusal> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const damaged = (reason: string) => refuse<Refusal>({ code: 'DAMAGED_ARCHIVE', fileName, reason })
  const end = endOfDirectory(view)
  if (end === undefined) return refuse({ code: 'TRUNCATED_ARCHIVE', fileName, bytes: bytes.length })
  const count = view.getUint16(end + 10, true)
  if (count > maxParts) return refuse({ code: 'TOO_LARGE', fileName, measure: 'parts', found: count, limit: maxParts })
  const parts: Part[] = []
  const paths = new Set<string>()
  let at = view.getUint32(end + 16, true)
  for (let left = count; left > 0; left--) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return damaged(`its directory breaks off at part ${parts.length + 1}`)
    if ((view.getUint16(at + 8, true) & 1) === 1) return refuse({ code: 'ENCRYPTED_FILE', fileName })
    const nameLength = view.getUint16(at + 28, true)
    const path = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll('\\', '/').replace(/^\/+/, '')
    const local = view.getUint32(at + 42, true)
    if (local + 30 > bytes.length || view.getUint32(local, true) !== 0x04034b50) return damaged(`part '${path}' lies outside the file`)
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    const part: Part = { path, method: view.getUint16(at + 10, true), crc: view.getUint32(at + 16, true), packedBytes: view.getUint32(at + 20, true), inflatedBytes: view.getUint32(at + 24, true), start }
    if (start + part.packedBytes > bytes.length) return damaged(`part '${path}' lies outside the file`)
    if (paths.has(path.toLowerCase())) return damaged(`part '${path}' is there twice`)
    paths.add(path.toLowerCase())
    parts.push(part)
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  const declared = parts.reduce((sum, part) => sum + part.inflatedBytes, 0)
  if (declared > limit) return refuse({ code: 'TOO_LARGE', fileName, measure: 'inflated bytes', found: declared, limit })
  const inside = overlapping(parts)
  return inside ? damaged(`part '${inside.path}' lies inside another`) : ok(parts)
}

/** A part that begins before the one in front of it ends: bombs share their bytes (Fifield, 2019), spreadsheets do not. */
function overlapping(parts: readonly Part[]): Part | undefined {
  const inOrder = [...parts].sort((a, b) => a.start - b.start)
  return inOrder.find((part, index) => {
    const before = inOrder[index - 1]
    return before !== undefined && part.start < before.start + before.packedBytes
  })
}

/** The end record lies in the last 64 KB: it is the last thing but a comment. */
function endOfDirectory(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at
  }
  return undefined
}
