import type { PmoObjective, PmoObjectives, PmoStrategy } from '@throughline/contract/governance'
import type { TreeObjective, TreeStrategy } from '@throughline/contract/strategy'
import { toWire } from '@throughline/contract/wire'
import { missingOf, soundness, strategiesOf, type PmoObjectiveFacts } from '@throughline/engine/governance'
import type { GoalsBelow } from '../../strategy/index.ts'
import type { StoredService } from '../services/store.ts'

type Kept = { readonly goals: GoalsBelow; readonly services: readonly StoredService[]; readonly units: readonly { readonly id: string; readonly name: string; readonly code: string }[] }
type Placed = { readonly objective: TreeObjective; readonly strategy: TreeStrategy }
type Around = { readonly strategies: readonly TreeStrategy[]; /** Every objective of the tree by its id, or by its key where it is the organisation’s. */ readonly placed: ReadonlyMap<string, Placed>; readonly smart: GoalsBelow['smart'] }

/** The objectives of each PMO that offers a service, by name. */
export function presentPmoObjectives({ goals: { tree: { strategies }, smart }, services, units }: Kept): PmoObjectives {
  const around: Around = { strategies, smart, placed: new Map(strategies.flatMap((strategy) => strategy.objectives.map((objective) => [objective.id, { objective, strategy }]))) }
  const below = strategies.filter(({ level }) => level !== 'corporate')
  const codes = new Map(units.map(({ id, code }) => [id, code]))
  const named = below.map(({ id, name, unit, unitId }) => ({ id, name, unitName: unit, unitCode: unitId === null ? null : (codes.get(unitId) ?? null) }))
  const pmos = [...Map.groupBy(services.filter(({ retired_at }) => retired_at === null), ({ said }) => said.pmo.trim().toLowerCase()).values()].map((own) => {
    const name = own[0]?.said.pmo ?? ''
    const ids = new Set(strategiesOf(name, named))
    return { name, services: own.length, strategies: below.filter(({ id }) => ids.has(id)).map((one) => presentStrategy(one, around)) }
  })
  const ends = new Set(pmos.flatMap((pmo) => pmo.strategies.flatMap(({ objectives }) => objectives.flatMap(({ linked, line }) => (linked ? [line.at(-1)?.id] : [])))))
  const top = strategies.find(({ level }) => level === 'corporate')
  const some = pmos.some((pmo) => pmo.strategies.some(({ objectives }) => objectives.length > 0))
  return { pmos, unserved: some ? (top?.objectives ?? []).filter(({ id }) => !ends.has(id)).map(({ id, statement, weight }) => ({ key: id, statement, weight })) : [] }
}

function presentStrategy(strategy: TreeStrategy, around: Around): PmoStrategy {
  const { id, name, unit, level, intent, parentId, composite, objectives } = strategy
  const facts = objectives.map((one) => factsOf(one, around))
  return {
    id, name, unit, level: level === 'unit' ? 'unit' : 'functional', intent, parent: around.strategies.find((one) => one.id === parentId)?.name ?? '', composite, soundness: toWire(soundness(name, facts)),
    objectives: objectives.map((one, at): PmoObjective => ({
      id: one.id, statement: one.statement, description: one.description, owner: one.owner, deadline: one.deadline, effective: one.effective, attainment: one.attainment, line: lineOf(one, around).map(stepOf), linked: facts[at]?.linked ?? false,
      servedBy: one.servedBy.flatMap((below) => around.placed.get(below) ?? []).map(stepOf), smart: [...(around.smart.get(one.id) ?? [])], initiatives: one.initiatives,
      measures: one.measures.map((measure) => ({ id: measure.id, name: measure.name, attainment: measure.attainment, recorded: measure.actuals.length > 0 })), missing: facts[at] ? [...missingOf(facts[at])] : [],
    })),
  }
}

const factsOf = (one: TreeObjective, around: Around): PmoObjectiveFacts => ({
  id: one.id, statement: one.statement, smart: around.smart.get(one.id) ?? [], linked: lineOf(one, around).at(-1)?.strategy.level === 'corporate', measures: one.measures.map(({ name, actuals }) => ({ name, recorded: actuals.length > 0 })),
})

const stepOf = ({ objective, strategy }: Placed): PmoObjective['line'][number] => ({ id: objective.id, statement: objective.statement, strategy: strategy.name })

/** What an objective serves, the nearest first, as far as that is in force. */
function lineOf(from: TreeObjective, { placed }: Around): readonly Placed[] {
  const line: Placed[] = []
  const seen = new Set([from.id])
  for (let at = from.serves; at !== null && !seen.has(at); ) {
    const next = placed.get(at)
    if (!next) break
    seen.add(at)
    line.push(next)
    at = next.objective.serves
  }
  return line
}
