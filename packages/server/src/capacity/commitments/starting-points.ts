import type { StoredCrew, StoredGate } from '../../starts/index.ts'

/** What holds until somebody says otherwise: starts are not gated. */
export const noGate: StoredGate = { is_on: false, reason: '', said_by: '', said_at: '', version: 1 }
/** The crew of an initiative as nobody gave one yet. */
export const noCrew = (initiativeId: string): StoredCrew => ({ initiative_id: initiativeId, lines: [], version: 1 })
