import type { CapacityRefusal, GivenPlan, GivenVariant } from '@throughline/contract/capacity'
import type { Refusal } from '@throughline/contract/wire'
import { hundredthsOf, planFaults } from '@throughline/engine/capacity'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { expectVersion, newId, writeAs, type Actor, type Db } from '../../database/index.ts'
import { lockInitiative } from '../../demand/index.ts'
import { may } from '../../people/index.ts'
import { planInWords, type Names, type Profiled } from '../plan-words.ts'
import { noPlan, readPlans, readVariants, writePlan, type PlanRecord, type VariantRecord } from '../store/plans.ts'
import { readPools } from '../store/pools.ts'
import { readPots } from '../store/pots.ts'

type Wrong = CapacityRefusal | Refusal<'not_found' | 'version_moved' | 'role_insufficient'>

/** Gives how an initiative may be planned, as a whole. Amounts that are left out stay; to give them needs the right to amounts of the initiative as well. */
export function setPlan(db: Db, actor: Actor, id: string, given: GivenPlan): Promise<Result<string, Wrong>> {
  return writeAs<Result<string, Wrong>>(db, actor, 'capacity.set-plan', async (tx, record) => {
    const initiative = await lockInitiative(tx, id)
    if (!initiative) return refuse({ code: 'not_found', values: { what: 'initiative', id } })
    const standing = (await readPlans(tx, [id]))[0] ?? noPlan(id)
    const current = await expectVersion(tx, standing, { room: 'capacity', kind: 'initiative_plan', id, version: given.version })
    if (!current.ok) return current
    if (givesAmounts(given) && !may(actor, 'edit_money', { initiativeId: id, unitId: initiative.unit_id })) return refuse({ code: 'role_insufficient', values: { needed: 'give yearly amounts', where: ' there', role: actor.role.replaceAll('_', ' ') } })
    const before = await readVariants(tx, [id])
    const known = { pools: new Map((await readPools(tx)).map((pool) => [pool.id, pool.name])), pots: new Map((await readPots(tx)).map((pot) => [pot.id, pot.name])) }
    const variants = variantsOf(given.variants, before, known)
    if (!variants.ok) return variants
    const problems = planFaults(given, variants.value)
    if (problems.length > 0) return refuse({ code: 'plan_contradicts', values: { count: problems.length, problems: problems.join('; ') } })
    const after = planOf(standing, given)
    await writePlan(tx, after, variants.value.map((variant) => ({ ...variant, initiativeId: id })))
    await record({ room: 'capacity', kind: 'initiative_plan', id, before: planInWords(standing, before, known), after: planInWords(after, variants.value, known) })
    return ok(id)
  })
}

const givesAmounts = ({ running, variants }: GivenPlan): boolean => running !== undefined || variants.some(({ benefitsMinor, costs }) => benefitsMinor !== undefined || costs !== undefined)

function planOf(standing: PlanRecord, { earliestOn, latestOn, fixedOn, running }: GivenPlan): PlanRecord {
  const runs = running === undefined ? {} : { runs: running !== null, spent_minor: running?.spentMinor ?? null, to_go_minor: running?.toGoMinor ?? null, exit_minor: running?.exitMinor ?? null }
  return { ...standing, earliest_on: earliestOn, latest_on: latestOn, fixed_on: fixedOn, ...runs }
}

/** The variants as they are to be; refused where one names what is not there. */
function variantsOf(given: readonly GivenVariant[], before: readonly VariantRecord[], { pools, pots }: Names): Result<readonly Profiled[], CapacityRefusal> {
  const own = new Map(before.map((variant) => [variant.id, variant]))
  for (const { id, demands, costs = [] } of given) {
    const unknown = id !== undefined && !own.has(id) ? { what: 'variant', id } : demands.flatMap(({ poolId }) => (pools.has(poolId) ? [] : [{ what: 'pool', id: poolId }]))[0] ?? costs.flatMap(({ potId }) => (potId === null || pots.has(potId) ? [] : [{ what: 'pot', id: potId }]))[0]
    if (unknown) return refuse({ code: 'capacity_unknown', values: unknown })
  }
  const twice = given.find(({ id }, at) => id !== undefined && given.findIndex((other) => other.id === id) < at)
  if (twice) return refuse({ code: 'plan_contradicts', values: { count: 1, problems: `${twice.name} stands twice` } })
  return ok(given.map((variant) => variantOf(variant, own.get(variant.id ?? ''))))
}

const variantOf = ({ id, name, inPlan, valuePercent, benefitsMinor, demands, costs }: GivenVariant, before: VariantRecord | undefined): Profiled => ({
  id: id ?? newId(), name: name.trim(), inPlan, valuePercent, benefitsMinor: benefitsMinor === undefined ? (before?.benefitsMinor ?? null) : benefitsMinor,
  demands: demands.map(({ poolId, lines }) => ({ poolId, lines: lines.map(({ fromMonth, months, quantity }) => ({ fromMonth, months, amount: hundredthsOf(quantity) ?? 0n })) })),
  costs: costs?.map(({ potId, lines }) => ({ potId, lines: lines.map(({ fromMonth, months, amountMinor }) => ({ fromMonth, months, amount: BigInt(amountMinor) })) })) ?? before?.costs ?? [],
})
