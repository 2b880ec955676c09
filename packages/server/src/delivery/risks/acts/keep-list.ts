import type { DeliveryRefusal, RiskListIssue, RiskRow, RisksKept } from '@throughline/contract/delivery'
import type { Refusal } from '@throughline/contract/wire'
import { planRiskList, plainKey, sameEstimate, type RiskFacts } from '@throughline/engine/delivery'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { newId, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { lockInitiative } from '../../../demand/index.ts'
import { withAmounts } from '../from-wire.ts'
import { notThere, whyBlind } from '../refusals.ts'
import { insertEstimates, insertRisks, readRisksOf, riskOf, updateRisks, type GivenEstimate, type RiskRecord } from '../store.ts'
import { toldRisk } from '../told.ts'

type Wrong = DeliveryRefusal | Refusal<'not_found' | 'amounts_withheld'>

/** Adds and changes the risks of a register in one act; what cannot be taken is named and holds nothing up. */
export function keepRiskList(db: Db, actor: Actor, { initiativeId, rows, today, now }: { readonly initiativeId: string; readonly rows: readonly RiskRow[]; readonly today: string; readonly now: Date }): Promise<Result<RisksKept, Wrong>> {
  return writeAs<Result<RisksKept, Wrong>>(db, actor, 'delivery.keep-risk-list', async (tx, record) => {
    if (!(await lockInitiative(tx, initiativeId))) return notThere('initiative', initiativeId)
    const blind = whyBlind(actor, rows)
    if (blind) return blind
    const standing = await readRisksOf(tx, initiativeId)
    const { fresh, moved } = asSeen(standing, rows)
    const plan = planRiskList({ standing: standing.map(riskOf), today }, fresh.map(({ version: _, ...row }) => withAmounts(row)))
    const issues = [...moved, ...plan.issues].toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0))
    if (plan.adds.length + plan.changes.length === 0) return refuse({ code: 'risks_unchanged', values: { rows: rows.length, same: plan.same, issues: issues.length } })
    const added = plan.adds.map((risk): RiskFacts => ({ id: newId(), ...risk }))
    const estimate = (of: RiskFacts, occasion: GivenEstimate['occasion'], on_day: string): GivenEstimate => ({ risk_id: of.id, on_day, occasion, words: '', given_by: actor.name, given_at: now.toISOString(), of })
    await insertRisks(tx, initiativeId, added)
    await updateRisks(tx, plan.changes.map(({ after }) => after))
    await insertEstimates(tx, actor.orgId, [...added.map((one) => estimate(one, 'registered', one.identifiedOn)), ...plan.changes.filter(({ before, after }) => !sameEstimate(before, after)).map(({ after }) => estimate(after, 'changed', today))])
    await record(...added.map((after) => ({ room: 'delivery', kind: 'risk', id: after.id, before: null, after: toldRisk(after) })), ...plan.changes.map(({ before, after }) => ({ room: 'delivery', kind: 'risk', id: after.id, before: toldRisk(before), after: toldRisk(after) })))
    return ok({ added: added.length, changed: plan.changes.length, same: plan.same, issues })
  })
}

/** Lines whose risk is as it was seen; the others are named. */
function asSeen(standing: readonly RiskRecord[], rows: readonly RiskRow[]): { readonly fresh: readonly RiskRow[]; readonly moved: readonly RiskListIssue[] } {
  const versions = new Map(standing.map(({ key, version }) => [plainKey(key), version]))
  const moves = ({ key, version }: RiskRow): boolean => (versions.get(plainKey(key)) ?? null) !== version
  return { fresh: rows.filter((row) => !moves(row)), moved: rows.filter(moves).map(({ line, key }) => ({ line, found: `${key.trim()}, which somebody changed, added or withdrew since the list was looked at`, expected: 'the risk as it was seen: look at the list again' })) }
}
