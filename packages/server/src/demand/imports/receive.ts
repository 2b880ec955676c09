import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { Refusal } from '@throughline/contract/wire'

/** A file that has come in: small ones in memory, larger ones in a temporary file of this computer. */
export type Received = { readonly bytes: number; readonly sha256: string; readonly inMemory: Uint8Array | undefined; pieces(): AsyncIterable<Uint8Array>; discard(): Promise<void> }
export type Incoming = { readonly bytes: AsyncIterable<Uint8Array>; readonly announced: number | undefined }
type TooLarge = Refusal<'file_too_large'>

/** Files of at most so many bytes are read at once; larger ones as a job. */
export const smallBytes = 1024 * 1024

/**
 * Takes a file in as it comes. More than `limit` bytes are refused: at once where the sender announces them, else when they have
 * come; no more than a small file is ever held in memory.
 */
export async function receive({ bytes: incoming, announced }: Incoming, fileName: string, limit: number): Promise<Result<Received, TooLarge>> {
  const tooLarge = (found: number | string) => refuse({ code: 'file_too_large', values: { fileName, found, limit } } as const)
  if (announced !== undefined && announced > limit) return tooLarge(announced)
  const hash = createHash('sha256')
  const held: Uint8Array[] = []
  const spool = newSpool()
  let bytes = 0
  try {
    for await (const piece of incoming) {
      bytes += piece.length
      if (bytes > limit) {
        await spool.discard()
        return tooLarge(`more than ${limit}`)
      }
      hash.update(piece)
      if (bytes <= smallBytes) held.push(piece)
      else {
        for (const early of held.splice(0)) await spool.write(early)
        await spool.write(piece)
      }
    }
  } catch (error) {
    await spool.discard()
    throw error
  }
  const inMemory = bytes <= smallBytes ? new Uint8Array(Buffer.concat(held)) : undefined
  await spool.close()
  return ok({ bytes, sha256: hash.digest('hex'), inMemory, pieces: () => (inMemory ? only(inMemory) : spool.read()), discard: spool.discard })
}

async function* only(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}

function newSpool() {
  const path = join(tmpdir(), `throughline-import-${randomUUID()}`)
  let file: Awaited<ReturnType<typeof open>> | undefined
  const close = async () => {
    await file?.close()
    file = undefined
  }
  return {
    write: async (piece: Uint8Array) => {
      file ??= await open(path, 'wx', 0o600)
      await file.writeFile(piece)
    },
    close,
    read: (): AsyncIterable<Uint8Array> => createReadStream(path, { highWaterMark: smallBytes }) as AsyncIterable<Uint8Array>,
    discard: async () => {
      await close()
      await rm(path, { force: true })
    },
  }
}
