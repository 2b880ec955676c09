import { sql } from 'kysely'
import type { Tx } from '../../database/index.ts'

/** A state of a row, and from when until when it was believed; null is until now. */
type Believed = { readonly believedFrom: string; readonly replacedAt: string | null }
export type ObjectiveState = Believed & { readonly id: string; readonly key: string; readonly perspectiveId: string; readonly versionId: string; readonly statement: string; readonly weight: string; readonly removed: boolean }
export type VersionState = Believed & { readonly id: string; readonly no: number; readonly title: string; readonly inForce: boolean }
export type ContributionState = Believed & { readonly id: string; readonly initiativeId: string; readonly objectiveId: string; readonly contribution: string; readonly rationale: string; readonly origin: 'entered' | 'our_reading'; readonly superseded: boolean }

/** What objectives, versions and the contributions of some initiatives ever were, as far as is known at the moment of the transaction. */
export type StrategyHistory = { readonly objectives: readonly ObjectiveState[]; readonly versions: readonly VersionState[]; readonly contributions: readonly ContributionState[] }

const when = sql.raw(`believed_from as "believedFrom"`)

export async function readStrategyHistory(tx: Tx, initiativeIds: readonly string[]): Promise<StrategyHistory> {
  if (initiativeIds.length === 0) return { objectives: [], versions: [], contributions: [] }
  const objective = sql`id, stable_key as key, perspective_id as "perspectiveId", strategy_version_id as "versionId", statement, weight, removed_at is not null as removed, ${when}`
  const version = sql`id, no, title, status = 'in_force' as "inForce", ${when}`
  const contribution = sql`id, initiative_id as "initiativeId", objective_id as "objectiveId", contribution, rationale, origin, superseded_at is not null as superseded, ${when}`
  const some = sql`believed_from <= known_at() and initiative_id = any(${initiativeIds}::uuid[])`
  const [objectives, versions, contributions] = [
    await sql<ObjectiveState>`select ${objective}, null::timestamptz as "replacedAt" from public.objective where believed_from <= known_at() union all select ${objective}, replaced_at from public.objective_past where believed_from <= known_at() order by id`.execute(tx),
    await sql<VersionState>`select ${version}, null::timestamptz as "replacedAt" from public.strategy_version where believed_from <= known_at() union all select ${version}, replaced_at from public.strategy_version_past where believed_from <= known_at() order by id`.execute(tx),
    await sql<ContributionState>`select ${contribution}, null::timestamptz as "replacedAt" from public.contribution where ${some} union all select ${contribution}, replaced_at from public.contribution_past where ${some} order by id`.execute(tx),
  ]
  return { objectives: objectives.rows, versions: versions.rows, contributions: contributions.rows }
}
