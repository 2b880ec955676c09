import { createHash } from 'node:crypto'
import type { StoredStrategy } from './store.ts'

/** The perspectives that a new organisation begins with; it renames, adds and removes them as it likes. */
export const firstPerspectives = ['People we serve', 'Money', 'Ways of working', 'Capabilities'] as const

/**
 * What an organisation that has written nothing yet is shown: a strategy without objectives. Its ids depend on the
 * organisation alone, so that the first write can create exactly what was shown.
 */
export function firstStrategy(orgId: string): StoredStrategy {
  const owned = { org_id: orgId, version: 1 }
  const perspectives = firstPerspectives.map((name, ord) => ({ ...owned, id: idOf(orgId, `perspective ${ord}`), strategy_version_id: idOf(orgId, 'version'), name, ord, removed_at: null }))
  return {
    strategy: { ...owned, id: idOf(orgId, 'strategy'), name: 'Strategy', mission: '', vision: '', origin: 'entered', source_note: '' },
    inForce: { org_id: orgId, id: idOf(orgId, 'version'), strategy_id: idOf(orgId, 'strategy'), no: 1, status: 'in_force', version: 1, units: [], waivers: [], unit_strategies: [] },
    perspectives, objectives: [], measures: [], unitMeasures: [], measureLinks: [], actuals: [], contributions: [],
  }
}

/** Under which ids vision and mission of an organisation are read from documents: they stand in every version of its strategy. */
export const statementIds = (orgId: string): { readonly vision: string; readonly mission: string } => ({ vision: idOf(orgId, 'vision'), mission: idOf(orgId, 'mission') })

/** A UUID of version 8 (RFC 9562, 5.8) from the organisation and a word. */
function idOf(orgId: string, word: string): string {
  const bytes = createHash('sha256').update(`${orgId} ${word}`).digest().subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
