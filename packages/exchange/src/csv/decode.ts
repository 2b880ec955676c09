import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { Refusal } from '../sheet/index.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** Text with the encoding it was taken to have, and why. */
export type Decoded = { readonly text: string; readonly encoding: Encoding; readonly because: string }

/** The text of the bytes. The encoding is taken from the byte order mark, else from what the bytes permit. */
export function decodeText(bytes: Uint8Array, fileName: string): Result<Decoded, Refusal> {
  const mark = byteOrderMark(bytes)
  const marked = mark ?? unmarkedUtf16(bytes)
  const odd = marked ? undefined : firstBinaryByte(bytes)
  if (odd !== undefined) return refuse({ code: 'BINARY_FILE', fileName, offset: odd, byte: bytes[odd] ?? 0 })
  const encoding = marked ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252')
  const because = mark ? 'the file begins with its byte order mark' : marked ? 'every second byte is zero' : encoding === 'utf-8' ? 'all its bytes are valid UTF-8' : 'its bytes are not valid UTF-8'
  const text = new TextDecoder(encoding).decode(bytes).toWellFormed()
  return /[^\s\0]/.test(text) ? ok({ text, encoding, because }) : refuse({ code: 'EMPTY_FILE', fileName })
}

function byteOrderMark(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf && isUtf8(bytes)) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return undefined
}

/** Western text in UTF-16 has a NUL in (nearly) every second byte, always on the same side. */
function unmarkedUtf16(bytes: Uint8Array): Encoding | undefined {
  const sample = bytes.subarray(0, 4096)
  if (sample.length < 4) return undefined
  const nuls = [0, 0]
  sample.forEach((byte, at) => { if (byte === 0) nuls[at % 2] = (nuls[at % 2] ?? 0) + 1 })
  const [even = 0, odd = 0] = nuls
  const half = sample.length / 2
  if (odd > 0.7 * half && even < 0.05 * half) return 'utf-16le'
  return even > 0.7 * half && odd < 0.05 * half ? 'utf-16be' : undefined
}

/** Position of the first byte that text does not contain, where there are more of them than slips would explain. */
function firstBinaryByte(bytes: Uint8Array): number | undefined {
  let first: number | undefined
  let count = 0
  let nuls = 0
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0
    if (byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d) continue
    if (byte === 0) nuls++
    else count++
    first ??= at
  }
  return count > bytes.length / 200 || nuls > bytes.length / 20 ? first : undefined
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
