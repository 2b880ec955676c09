import type { StrategyRefusal } from '@throughline/contract/strategy'
import type { WireRefusal } from '@throughline/contract/wire'
import { refuse, type Result } from '@throughline/engine/kernel'
import type { Actor, Tx } from '../../database/index.ts'
import { firstStrategy } from '../first-strategy.ts'
import { readStored, type StoredStrategy } from '../store.ts'
import { readVersionRow, type VersionRow } from './store.ts'
import { readWholeVersion, type WholeVersion } from './whole.ts'

type Missing = { readonly ok: false; readonly refusal: { readonly code: 'not_found'; readonly values: { readonly what: string; readonly id: string } } }
export const missing = (id: string): Missing => refuse({ code: 'not_found', values: { what: 'strategy version', id } })

export type ReadVersion<T> = (tx: Tx, whole: WholeVersion, stored: StoredStrategy) => Promise<Result<T, StrategyRefusal | WireRefusal>>

/** Reads something of one version. Before anything was written, the version in force is the one that is shown to a new organisation. */
export async function ofVersion<T>(tx: Tx, actor: Actor, id: string, read: ReadVersion<T>): Promise<Result<T, StrategyRefusal | WireRefusal>> {
  const stored = (await readStored(tx)) ?? firstStrategy(actor.orgId)
  const row = (await readVersionRow(tx, id)) ?? (stored.inForce.id === id ? headOf(stored) : undefined)
  return row ? read(tx, await readWholeVersion(tx, stored, row), stored) : missing(id)
}

/** The head of a version that nobody has written yet. */
export const headOf = ({ inForce }: StoredStrategy): VersionRow => ({
  title: '', reason: '', signal_on: null, drafted_at: null, drafted_by_id: null, drafted_by: null, changed_at: null, changed_by: null, sent_at: null, sent_by_id: null, sent_by: null, remark: '', approved_at: null, approved_by: null, decision_id: null, superseded_at: null, removed_at: null, ...inForce,
})
