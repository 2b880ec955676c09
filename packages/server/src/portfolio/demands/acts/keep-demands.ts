import type { NewDemand, PortfolioRefusal } from '@throughline/contract/portfolio'
import type { Refusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { namedBy, type KeptPart } from '@throughline/engine/portfolio'
import { newId, writeAs, type Actor, type Db, type Tx } from '../../../database/index.ts'
import { readVariants } from '../../../capacity/index.ts'
import { readInitiativesOf } from '../../../demand/index.ts'
import { lockOrganisation, readUnits } from '../../../people/index.ts'
import { readStrategyFacts } from '../../../strategy/index.ts'
import { insertDemand, withdrawRow } from '../store.ts'

/** Records a demand for every roadmap; refused where it names what is not there. */
export function recordDemand(db: Db, actor: Actor, { part, because, askedBy }: NewDemand): Promise<Result<string, PortfolioRefusal>> {
  return writeAs<Result<string, PortfolioRefusal>>(db, actor, 'portfolio.record-planning-demand', async (tx, record) => {
    await lockOrganisation(tx)
    const reason = await unsoundness(tx, part)
    if (reason !== undefined) return refuse({ code: 'roadmap_unsound', values: { reason } })
    const [id, row] = [newId(), { kind: part.kind, because: because.trim(), asked_by: (askedBy ?? actor.name).trim(), recorded_by: actor.name }]
    await insertDemand(tx, { org_id: actor.orgId, id, part: JSON.stringify(part), ...row })
    await record({ room: 'portfolio', kind: 'planning_demand', id, before: null, after: { kind: part.kind, because: row.because, askedBy: row.asked_by } })
    return ok(id)
  })
}

/** Withdraws a demand; what it was is kept. */
export function withdrawDemand(db: Db, actor: Actor, id: string): Promise<Result<object, Refusal<'not_found'>>> {
  return writeAs<Result<object, Refusal<'not_found'>>>(db, actor, 'portfolio.withdraw-planning-demand', async (tx, record) => {
    const row = await withdrawRow(tx, id)
    if (!row) return refuse({ code: 'not_found', values: { what: 'demand', id } })
    await record({ room: 'portfolio', kind: 'planning_demand', id, before: { kind: row.kind, because: row.because, askedBy: row.asked_by }, after: null })
    return ok({})
  })
}

/** The first thing in a demand that makes no sense, in words. */
async function unsoundness(tx: Tx, part: KeptPart): Promise<string | undefined> {
  const ids = [...new Set(namedBy(part))]
  const there = new Set((await readInitiativesOf(tx, ids)).map(({ id }) => id))
  const absent = ids.find((id) => !there.has(id))
  if (absent !== undefined) return `Found initiative ${absent}; there is none, or it was removed.`
  if (part.kind === 'startWithin' && part.toOn < part.fromOn) return `Found a window from ${part.fromOn} to ${part.toOn}; expected its end on or after its beginning.`
  const variantId = 'variantId' in part ? part.variantId : undefined
  if (variantId !== undefined && !(await readVariants(tx, ids)).some(({ id }) => id === variantId)) return `Found variant ${variantId}; the initiative has none such.`
  if (part.kind === 'finishToStart' && part.afterId === part.initiativeId) return 'Found an initiative that waits for itself; expected two.'
  if (part.kind === 'requiresAny' && part.anyOf.includes(part.initiativeId)) return 'Found an initiative that needs itself; expected others.'
  if (part.kind === 'atLeast' && part.least > part.initiativeIds.length) return `Found at least ${part.least} of ${part.initiativeIds.length}; expected no more than there are.`
  const objective = part.kind === 'valueFloor' ? part.objectiveId : 'of' in part && part.of.by === 'objective' ? part.of.value : undefined
  if (objective !== undefined && !(await readStrategyFacts(tx)).objectives.some(({ id }) => id === objective)) return `Found objective ${objective}; there is none, or it was removed.`
  const unit = 'of' in part && part.of.by === 'unit' ? part.of.value : undefined
  if (unit !== undefined && !(await readUnits(tx)).some(({ id }) => id === unit)) return `Found unit ${unit}; there is none.`
  if ('of' in part && part.of.by === 'horizon' && part.of.value !== 'short' && part.of.value !== 'long') return `Found horizon ${part.of.value}; expected short or long.`
  return undefined
}
