import type { NewPlanLink, ValueRefusal } from '@throughline/contract/value'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { writeAs, type Actor, type Db } from '../../../database/index.ts'
import type { AtWork } from '../../ledger/index.ts'
import { findPlanLine, forgetLink, keepLink, lockLink } from '../store.ts'

type Done = Promise<Result<object, ValueRefusal>>

/** Says of which line a benefit is a delivery vehicle: of one, so that nothing counts twice, or of none any more. The last word counts. */
export const linkBenefitToPlan = (db: Db, actor: Actor, link: NewPlanLink): Done => writeAs<Awaited<Done>>(db, actor, 'value.link-benefit-to-plan', (tx, record) => keepPlanLink({ tx, actor, record }, link))

/** The same within an act. */
export async function keepPlanLink({ tx, actor, record }: AtWork, { benefitId, lineId, reason = '' }: NewPlanLink): Done {
  const found = await lockLink(tx, benefitId)
  if (!found) return refuse({ code: 'benefit_unknown', values: { benefit: benefitId } })
  const line = lineId === null ? null : await findPlanLine(tx, lineId)
  if (line === undefined) return refuse({ code: 'plan_line_unknown', values: { id: lineId } })
  const before = found.link && (await findPlanLine(tx, found.link.line_id))
  await (line === null ? forgetLink(tx, benefitId) : keepLink(tx, { org_id: actor.orgId, benefit_id: benefitId, line_id: line.id, reason: reason.trim(), linked_by: actor.name }))
  await record({ room: 'value', kind: 'benefit', id: benefitId, before: { planLine: before?.name ?? null, reason: found.link?.reason ?? '' }, after: { planLine: line?.name ?? null, reason: line === null ? '' : reason.trim() } })
  return ok({})
}
