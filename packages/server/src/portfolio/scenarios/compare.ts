import type { ComparedPlan, Comparison, ScenarioRefusal } from '@throughline/contract/portfolio'
import { toWire, type Refusal } from '@throughline/contract/wire'
import { money, ok, refuse, type Result } from '@throughline/engine/kernel'
import { comparePlans, explainChange, type PlanDifference } from '@throughline/engine/portfolio'
import { withOrg, type Actor, type Db } from '../../database/index.ts'
import { hashOf, instantOf, readPlanAt, scenarioPlan, type DatedPlan } from './plan.ts'
import { figuresOf } from './present.ts'
import { readChanges, readScenario } from './store.ts'

type Named = Pick<ComparedPlan, 'id' | 'name' | 'state' | 'knownAt'> & { readonly plan: DatedPlan }
type Refused = ScenarioRefusal | Refusal<'not_found'>

/** Two to four plans side by side, all read as of instants that do not change any more: `plan`, `plan@<instant>`, and scenarios by id. */
export async function compare(db: Db, actor: Actor, asked: string): Promise<Result<Comparison, Refused>> {
  const ids = asked.split(',').map((id) => id.trim()).filter((id) => id !== '')
  if (ids.length < 2 || ids.length > 4 || new Set(ids).size !== ids.length) return refuse({ code: 'comparison_size', values: { found: ids.length === 0 ? 'none' : ids.length > new Set(ids).size ? 'one of them twice' : `${ids.length}` } })
  const plans: Named[] = []
  for (const id of ids) {
    const plan = await planNamed(db, actor, id)
    if (!plan) return refuse({ code: 'not_found', values: { what: 'plan', id } })
    plans.push(plan)
  }
  const { differences, fields } = comparePlans(plans.map(({ plan }) => plan))
  return ok(toWire({ currency: plans[0]?.plan.currency ?? '', plans: plans.map((one, index) => presentPlan(one, differences[index] ?? [])), fields }) as unknown as Comparison)
}

function presentPlan({ plan, ...named }: Named, differences: readonly PlanDifference[]) {
  const zero = money(0n, plan.currency)
  const change = { cost: explainChange('Change of the cost of funded work', differences, 'cost', zero), benefits: explainChange('Change of the benefits of funded work', differences, 'benefits', zero) }
  return { ...named, figures: figuresOf(plan), figuresHash: hashOf(plan), change }
}

async function planNamed(db: Db, actor: Actor, id: string): Promise<Named | undefined> {
  if (id === 'plan' || id.startsWith('plan@')) {
    const at = id === 'plan' ? await instantOf(db, actor) : instantIn(id)
    return at === undefined ? undefined : { id, name: id === 'plan' ? 'The plan of record' : 'The plan as it was known', state: null, knownAt: at, plan: await readPlanAt(db, actor, at) }
  }
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) return undefined
  const { row, changes } = await withOrg(db, actor, async (tx) => ({ row: await readScenario(tx, id), changes: await readChanges(tx, id) }))
  return row && { id, name: row.name, state: row.state, knownAt: row.base_at, plan: scenarioPlan(await readPlanAt(db, actor, row.base_at), changes, row) }
}

/** The instant in `plan@2026-11-21T10:00:00Z`; undefined where it is none. */
function instantIn(id: string): string | undefined {
  const at = new Date(id.slice('plan@'.length))
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString()
}
