import type { BusinessPlan, PlanLine } from '@throughline/contract/value'
import { toWire } from '@throughline/contract/wire'
import { planCoverage, planTotals, type PlanAmount, type PlanClaim, type PlanLineCoverage, type PlanStage } from '@throughline/engine/value'
import type { Tx } from '../../database/index.ts'
import { readUnits } from '../../people/index.ts'
import { readObjectives, readSuccessors } from '../../strategy/index.ts'
import { aboutNow } from './about.ts'
import { readBenefitsOfPlan, readLinkedAmounts, readPlanLines, type BenefitRow, type PeriodAmounts, type PlanLineRecord } from './store.ts'

/** The business plan held against what benefits bring at a stage: all of it, or the lines that are about one objective. */
export async function presentPlan(tx: Tx, stage: PlanStage, objectiveId: string | undefined): Promise<BusinessPlan> {
  const objectives = new Map((await readObjectives(tx)).map(({ id, key, statement }) => [key, { id, statement }]))
  const departments = new Map((await readUnits(tx)).map(({ id, name }) => [id, name]))
  const successors = await readSuccessors(tx)
  const all = (await readPlanLines(tx)).map((line) => ({ ...line, about: aboutNow(line.objectives, successors).flatMap((key) => objectives.get(key) ?? []) }))
  const lines = objectiveId === undefined ? all : all.filter(({ about }) => about.some(({ id }) => id === objectiveId))
  const benefits = await readBenefitsOfPlan(tx)
  const amounts = Map.groupBy(await readLinkedAmounts(tx), ({ benefitId }) => benefitId)
  const claimsOf = (one: BenefitRow): readonly PlanClaim[] => (amounts.get(one.benefitId) ?? []).flatMap((period) => claimsIn(one, period, stage))
  const byLine = Map.groupBy(benefits, ({ lineId }) => lineId)
  const covered = lines.map((line) => planCoverage({ id: line.id, name: line.name, kind: line.kind, unit: line.unit, amounts: line.amounts.map(amountOf), claims: (byLine.get(line.id) ?? []).flatMap(claimsOf) }))
  const shown = covered.map((coverage, at): PlanLine => {
    const line = lines[at] as (typeof lines)[number]
    return {
      ...coverageOf(coverage), departmentId: line.department_id, department: departments.get(line.department_id ?? '') ?? null, note: line.note, version: line.version,
      objectives: [...line.about], benefits: (byLine.get(line.id) ?? []).map(({ counted: _, lineId: __, gone: ___, reason, by, ...one }) => ({ ...one, reason: reason ?? '', by: by ?? '' })),
    }
  })
  return {
    stage, totals: planTotals(covered, stage).map(({ over_covered: overCovered, ...total }) => ({ ...toWire(total), overCovered })), lines: shown,
    free: (byLine.get(null) ?? []).map(({ benefitId, benefit, initiativeId, initiative, unit }) => ({ benefitId, benefit, initiativeId, initiative, unit })),
  }
}

/** What a benefit brings in a value period: where its initiative was removed, what is realised stays, and nobody delivers the rest. */
function claimsIn({ benefitId, benefit, counted, gone }: BenefitRow, { unit, from, to, realised, ...amounts }: PeriodAmounts, stage: PlanStage): readonly PlanClaim[] {
  const { [stage]: amount } = { ...amounts, realised }
  const claim = (least: bigint, undelivered = false): readonly PlanClaim[] => (least === 0n ? [] : [{ benefitId, benefit, counted, unit, from, to, amount: least, undelivered }])
  return gone ? [...claim(BigInt(realised)), ...claim(BigInt(amount) - BigInt(realised), true)] : claim(BigInt(amount))
}

/** A period of a line, as the engine takes it. */
export const amountOf = ({ from, to, baseline, planned }: PlanLineRecord['amounts'][number]): PlanAmount => ({ from, to, baseline: baseline === null ? null : BigInt(baseline), planned: BigInt(planned) })

function coverageOf({ parts, apart, ...line }: PlanLineCoverage): Pick<PlanLine, 'id' | 'name' | 'kind' | 'unit' | 'parts' | 'apart'> {
  return { ...line, parts: parts.map((part) => toWire(part)), apart: apart.map(({ counted: _, undelivered: __, ...one }) => toWire(one)) } as Pick<PlanLine, 'id' | 'name' | 'kind' | 'unit' | 'parts' | 'apart'>
}
