import { createHash } from 'node:crypto'
import { evidenceFileBytes } from '@throughline/contract/value'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { Refusal } from '@throughline/contract/wire'
import type { Incoming } from '../../http/index.ts'

export type TakenIn = { readonly bytes: Uint8Array; readonly sha256: string }

/** Takes a file in as it comes. More than `limit` bytes are refused: at once where the sender announces them, else as soon as they have come. */
export async function takeIn({ bytes: incoming, announced }: Incoming, fileName: string, limit: number = evidenceFileBytes): Promise<Result<TakenIn, Refusal<'evidence_file_too_large' | 'evidence_file_empty'>>> {
  const tooLarge = (found: number | string) => refuse({ code: 'evidence_file_too_large' as const, values: { fileName, found, limit } })
  if (announced !== undefined && announced > limit) return tooLarge(announced)
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of incoming) {
    size += part.length
    if (size > limit) return tooLarge(`more than ${limit}`)
    parts.push(part)
  }
  if (size === 0) return refuse({ code: 'evidence_file_empty', values: { fileName } })
  const bytes = new Uint8Array(Buffer.concat(parts))
  return ok({ bytes, sha256: digestOf(bytes) })
}

export const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** The name of a file alone, in one line and one direction: no folder, and nothing that makes it look like another. */
export const plainName = (given: string): string => given.normalize('NFC').replace(/^.*[/\\]/, '').replaceAll(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '').trim() || 'evidence'
