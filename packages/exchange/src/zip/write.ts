import { Deflate } from 'fflate'
import { crc32 } from './crc32.ts'

/** A part to write: its bytes are taken as they come and never held together. */
export type NewPart = { readonly path: string; readonly bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array> }

type Written = { readonly path: Uint8Array; readonly crc: number; readonly packed: number; readonly inflated: number; readonly offset: number }

/** Most bytes of a container or a part: what the 32-bit fields of the format hold. */
export const maxContainerBytes = 0xffff_ffff

/** A ZIP container in pieces, deflated. Dates are fixed, so the same parts make the same bytes. A part that grows beyond `maxContainerBytes` is our fault and throws. */
export async function* writeZip(parts: AsyncIterable<NewPart> | Iterable<NewPart>, level: 0 | 1 | 6 | 9 = 6): AsyncGenerator<Uint8Array, void, undefined> {
  const written: Written[] = []
  let offset = 0
  for await (const part of parts) {
    const path = new TextEncoder().encode(part.path)
    const head = localHeader(path)
    yield head
    let [crc, inflated, packed] = [0, 0, 0]
    let ready: Uint8Array[] = []
    const deflate = new Deflate({ level }, (piece) => { if (piece.length > 0) ready.push(piece) })
    const flush = function* (): Generator<Uint8Array> {
      for (const piece of ready) {
        packed += piece.length
        yield piece
      }
      ready = []
    }
    for await (const piece of part.bytes) {
      crc = crc32(piece, crc)
      inflated += piece.length
      if (inflated > maxContainerBytes) throw new RangeError(`part ${part.path} is larger than a ZIP container holds`)
      deflate.push(piece)
      yield* flush()
    }
    deflate.push(new Uint8Array(0), true)
    yield* flush()
    yield dataDescriptor(crc, packed, inflated)
    written.push({ path, crc, packed, inflated, offset })
    offset += head.length + packed + 16
    if (offset > maxContainerBytes) throw new RangeError('a ZIP container holds at most 4 GB')
  }
  const directory = written.map(directoryEntry)
  yield* directory
  yield endRecord(written.length, directory.reduce((sum, entry) => sum + entry.length, 0), offset)
}

/** 1980-01-01, the first day that the format knows. */
const dosDate = 0x0021

function record(length: number, fill: (view: DataView) => void): Uint8Array {
  const bytes = new Uint8Array(length)
  fill(new DataView(bytes.buffer))
  return bytes
}

/** Sizes and checksum follow the bytes (flag 3); names are UTF-8 (flag 11). */
const flags = 0x0808

function localHeader(path: Uint8Array): Uint8Array {
  const bytes = record(30 + path.length, (view) => {
    view.setUint32(0, 0x04034b50, true)
    view.setUint16(4, 20, true)
    view.setUint16(6, flags, true)
    view.setUint16(8, 8, true)
    view.setUint16(12, dosDate, true)
    view.setUint16(26, path.length, true)
  })
  bytes.set(path, 30)
  return bytes
}

const dataDescriptor = (crc: number, packed: number, inflated: number): Uint8Array => record(16, (view) => {
  view.setUint32(0, 0x08074b50, true)
  view.setUint32(4, crc, true)
  view.setUint32(8, packed, true)
  view.setUint32(12, inflated, true)
})

function directoryEntry({ path, crc, packed, inflated, offset }: Written): Uint8Array {
  const bytes = record(46 + path.length, (view) => {
    view.setUint32(0, 0x02014b50, true)
    view.setUint16(4, 20, true)
    view.setUint16(6, 20, true)
    view.setUint16(8, flags, true)
    view.setUint16(10, 8, true)
    view.setUint16(14, dosDate, true)
    view.setUint32(16, crc, true)
    view.setUint32(20, packed, true)
    view.setUint32(24, inflated, true)
    view.setUint16(28, path.length, true)
    view.setUint32(42, offset, true)
  })
  bytes.set(path, 46)
  return bytes
}

const endRecord = (count: number, size: number, offset: number): Uint8Array => record(22, (view) => {
  view.setUint32(0, 0x06054b50, true)
  view.setUint16(8, count, true)
  view.setUint16(10, count, true)
  view.setUint32(12, size, true)
  view.setUint32(16, offset, true)
})
