import { Type, type Static } from 'typebox'
import { Instant, route } from '../wire/index.ts'

/** The most bytes of an archive that is restored through the server: 512 MB. */
export const archiveLimitBytes = 512 * 1024 * 1024

/** What came back from an archive. */
export const Restored = Type.Object({
  organisation: Type.String(), savedAt: Instant, tables: Type.Integer(), rows: Type.Integer(),
  /** People who were not known here: they are named in what they wrote, and cannot sign in until an owner gives them access. */
  people: Type.Integer(),
})
export type Restored = Static<typeof Restored>

export const archiveRoutes = {
  saveArchive: route({ method: 'GET', path: '/api/governance/archive', summary: 'Everything the organisation has, as one open archive: JSON lines in a zip, with checksums', access: 'archive', money: 'refused', reply: 'bytes' }),
  restoreArchive: route({ method: 'POST', path: '/api/governance/archive', summary: 'Restore an archive into this empty organisation', access: 'archive', money: 'refused', body: 'bytes', streamedUpTo: archiveLimitBytes, reply: Restored, status: 201, refusals: ['archive_unreadable', 'archive_too_large', 'archive_unfit', 'archive_needs_empty'] }),
} as const
