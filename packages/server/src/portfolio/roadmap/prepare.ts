import type { PortfolioRefusal, RoadmapRequest, RoadmapStand } from '@throughline/contract/portfolio'
import { periodsFrom } from '@throughline/engine/capacity'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { compileRoadmap, prepareRoadmap, type RoadmapCase, type ValueChoice } from '@throughline/engine/portfolio'
import type { Tx } from '../../database/index.ts'
import { candidatesAsked } from '../candidates.ts'
import { toldDemands } from '../demands/index.ts'
import { soundDemands } from './demands.ts'
import { readRoadmapFacts, type Asked } from './facts.ts'
import { reasonOfRoadmap } from './reason.ts'

/** The case as it is kept, with where the plan of record stands in it. */
export async function roadmapStand(tx: Tx, value: ValueChoice, ask: string | undefined, today: string, asked: Asked): Promise<Result<RoadmapStand, PortfolioRefusal>> {
  const narrowed = await candidatesAsked(tx, value, ask)
  if (!narrowed.ok) return narrowed
  const { known, facts } = await readRoadmapFacts(tx, narrowed.value, today, asked)
  const prepared = prepareRoadmap(facts, value)
  const latest = known.publications.at(-1)
  const candidates = new Set(prepared.case.candidates.map(({ id }) => id))
  return ok({
    value, valueUnit: value === 'strategic' ? 'points' : 'money', currency: facts.currency, publication: latest ? { id: latest.id, title: latest.title, asOf: latest.asOf } : null, grain: facts.grain,
    from: periodsFrom(facts.calendar, facts.grain, facts.from, facts.periods).map(({ from }) => from),
    case: prepared.case, goals: prepared.goals, record: [...prepared.record], demands: await toldDemands(tx), objectives: facts.objectives.map(({ id, statement }) => ({ id, statement })),
    keys: Object.fromEntries(facts.initiatives.filter(({ id }) => candidates.has(id)).map(({ id, key }) => [id, key])),
    left: prepared.left.map(({ because, ...initiative }) => ({ initiative, because })),
    notes: [...prepared.notes],
  })
}

/** The case with other demands, weights and a penalty of moving in place of its own; refused where no engine could take it up. */
export function caseAsked({ case: base, record }: Pick<RoadmapStand, 'case' | 'record'>, { constraints, weights, objective: wanted, penaltyPerMove = 0, mostMoves }: RoadmapRequest): Result<RoadmapCase, PortfolioRefusal> {
  const demands = soundDemands(constraints ?? [])
  if (!demands.ok) return demands
  const { objective } = base
  const given: RoadmapCase = {
    ...base,
    constraints: [...(constraints ? demands.value : base.constraints), ...(mostMoves === undefined ? [] : [{ kind: 'mostMoves' as const, record, most: mostMoves }])],
    ...(wanted ? { objective: wanted } : {}),
    ...(wanted === undefined && weights && objective.kind === 'weighted' ? { objective: { ...objective, weights: { ...objective.weights, ...weights } } } : {}),
    ...(penaltyPerMove > 0 ? { stability: { record, penaltyPerMove } } : {}),
  }
  const compiled = compileRoadmap(given, {})
  return compiled.ok ? ok(given) : refuse({ code: 'roadmap_unsound', values: { reason: reasonOfRoadmap(compiled.refusal) } })
}
