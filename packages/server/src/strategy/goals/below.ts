import type { SmartVerdict, StrategyTree, UnitStrategy } from '@throughline/contract/strategy'
import { invariant, type FiscalCalendar } from '@throughline/engine/kernel'
import { checkSmart } from '@throughline/engine/strategy'
import type { Tx } from '../../database/index.ts'
import { readOrganisation } from '../../people/index.ts'
import { firstStrategy } from '../first-strategy.ts'
import { everyMeasure, measureRows, readStored, type StoredStrategy } from '../store.ts'
import { readTree, type TreeQuestion } from '../tree/handlers.ts'
import { goalMeasureOf } from './present.ts'

/** The tree of strategies in force, with the five verdicts on each objective of a unit or function. */
export type GoalsBelow = { readonly tree: StrategyTree; readonly smart: ReadonlyMap<string, readonly SmartVerdict[]> }

/** Objectives of units and functions as goals, in one snapshot. */
export async function readGoalsBelow(tx: Tx, question: Omit<TreeQuestion, 'version'>): Promise<GoalsBelow> {
  const tree = await readTree(tx, question)
  invariant(tree.ok, 'the version in force is there')
  return { tree: tree.value, smart: smartBelow((await readStored(tx)) ?? firstStrategy(question.actor.orgId), tree.value, (await readOrganisation(tx)).calendar) }
}

/** The five verdicts on each objective of a unit or function, by the measure that meets most of them. */
function smartBelow(stored: StoredStrategy, tree: StrategyTree, calendar: FiscalCalendar): ReadonlyMap<string, readonly SmartVerdict[]> {
  const [measuresOf, actualsOf] = [Map.groupBy(measureRows(everyMeasure(stored), stored.measureLinks), (row) => row.objective_id), Map.groupBy(stored.actuals, (row) => row.measure_id)]
  const detached = new Set(tree.strategies.flatMap(({ objectives }) => objectives.flatMap((one) => (one.detached ? [one.id] : []))))
  return new Map((stored.inForce.unit_strategies as readonly UnitStrategy[]).flatMap(({ objectives }) => objectives.map(({ id, statement, owner, deadline, serves }) => {
    const goal = { statement, owner, corporate: false, parent: serves === null ? null : detached.has(id) ? ('retired' as const) : ('in_force' as const), deadline, horizonEnd: null, measure: null }
    const tried = (measuresOf.get(id) ?? []).map((measure) => checkSmart({ ...goal, measure: goalMeasureOf(measure, actualsOf.get(measure.id) ?? []) }, calendar))
    const best = tried.toSorted((a, b) => passes(b) - passes(a))[0] ?? checkSmart(goal, calendar)
    return [id, best.map(({ letter, passed, reasons }) => ({ letter, passed, reasons: [...reasons] }))] as const
  })))
}

const passes = (verdicts: ReturnType<typeof checkSmart>): number => verdicts.filter(({ passed }) => passed).length
