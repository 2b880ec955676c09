import { archiveLimitBytes, type archiveRoutes, type governanceProblems } from '@throughline/contract/governance'
import { ok, refuse } from '@throughline/engine/kernel'
import type { Handlers, Incoming } from '../../http/index.ts'
import { restoreArchive } from './acts/restore-archive.ts'
import { saveArchive } from './save.ts'

export const archiveHandlers: Handlers<typeof archiveRoutes, keyof typeof governanceProblems> = {
  saveArchive: async ({ actor, context: { db, now } }) => ok({ bytes: saveArchive(db, actor, now), contentType: 'application/zip', fileName: `throughline-${now.toISOString().slice(0, 10)}.zip` }),
  restoreArchive: async ({ actor, body, context: { db, holds } }) => {
    const bytes = await collected(body)
    return bytes ? restoreArchive(db, actor, bytes, (tx) => holds('work', tx)) : refuse({ code: 'archive_too_large', values: { found: archiveLimitBytes, expected: archiveLimitBytes } })
  },
}

/** The bytes of the archive; undefined where they are more than the server takes. */
async function collected({ bytes, announced }: Incoming): Promise<Uint8Array | undefined> {
  const pieces: Uint8Array[] = []
  let length = 0
  if (announced !== undefined && announced > archiveLimitBytes) return undefined
  for await (const piece of bytes) {
    length += piece.length
    if (length > archiveLimitBytes) return undefined
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}
