import { Inflate } from 'fflate'
import { crc32 } from './crc32.ts'
import type { Part } from './directory.ts'

/** What a part turned out not to be: its bytes do not inflate, or not to what the directory says. */
export class BrokenPart extends Error {
  override readonly name = 'BrokenPart'
}

/** Packed bytes that are inflated at a time. */
const step = 32_768

/**
 * The bytes of a part in pieces, inflated as they are asked for. Stops with `BrokenPart` as soon as they are more than the directory
 * says, and at the end where they are fewer or their checksum differs.
 */
export function* partBytes(file: Uint8Array, part: Part): Generator<Uint8Array, void, undefined> {
  const packed = file.subarray(part.start, part.start + part.packedBytes)
  let size = 0
  let crc = 0
  for (const piece of part.method === 0 ? stored(packed) : inflated(packed, part)) {
    size += piece.length
    if (size > part.inflatedBytes) throw new BrokenPart(`part '${part.path}' is larger than its directory says`)
    crc = crc32(piece, crc)
    yield piece
  }
  if (size < part.inflatedBytes) throw new BrokenPart(`part '${part.path}' breaks off`)
  if (crc !== part.crc) throw new BrokenPart(`part '${part.path}' does not match its checksum`)
}

function* stored(packed: Uint8Array): Generator<Uint8Array, void, undefined> {
  for (let at = 0; at < packed.length; at += step) yield packed.subarray(at, at + step)
}

function* inflated(packed: Uint8Array, part: Part): Generator<Uint8Array, void, undefined> {
  if (part.method !== 8) throw new BrokenPart(`part '${part.path}' is packed by a method that spreadsheets do not use`)
  let pieces: Uint8Array[] = []
  const inflate = new Inflate((piece) => { if (piece.length > 0) pieces.push(piece) })
  for (let at = 0; at < packed.length; at += step) {
    try {
      inflate.push(packed.subarray(at, at + step), at + step >= packed.length)
    } catch {
      throw new BrokenPart(`part '${part.path}' cannot be inflated`)
    }
    yield* pieces
    pieces = []
  }
}
