import type { GapThing, SightGap, SightLine, SightLines, SightThing } from '@throughline/contract/strategy'
import type { ObjectiveFacts } from '@throughline/engine/strategy'
import { servedThrough, type Judged, type UnitObjectiveFacts } from '../tree/unit-objectives.ts'
import type { BenefitStanding, WorkStanding } from './source.ts'
import { unitThing } from './unit-steps.ts'

/** Things named of each kind of gap. */
export const mostNamed = 50

export type LinesFacts = {
  readonly objectives: readonly ObjectiveFacts[]
  readonly perspectives: ReadonlyMap<string, string>
  /** Of the current portfolio. */
  readonly initiatives: readonly { readonly id: string; readonly key: string; readonly name: string }[]
  readonly judged: readonly Judged[]
  /** Objectives of units and functions, and the names of the units. */
  readonly unitObjectives: readonly UnitObjectiveFacts[]
  readonly unitNames: ReadonlyMap<string, string>
  readonly measures: readonly { readonly id: string; readonly name: string; readonly unit: string; readonly objectiveId: string; readonly measured: boolean }[]
  readonly benefits: readonly BenefitStanding[]
  /** Amounts recorded without the ledger, by initiative. */
  readonly amounts: ReadonlyMap<string, number>
  /** The work of initiatives. */
  readonly work: ReadonlyMap<string, WorkStanding>
}

type Pair = Pick<Judged, 'initiativeId' | 'objectiveId'>

/** How far each line reaches, and what hangs on none. */
export function linesOf(facts: LinesFacts): SightLines {
  const current = new Set(facts.initiatives.map(({ id }) => id))
  const through = servedThrough(facts.unitObjectives, facts.judged, (id) => current.has(id))
  const serving: readonly Pair[] = [...facts.judged.filter(({ initiativeId, contribution }) => contribution > 0 && current.has(initiativeId)), ...[...through].flatMap(([objectiveId, ids]) => [...ids].map((initiativeId) => ({ initiativeId, objectiveId })))]
  const servedBy = Map.groupBy(serving, ({ objectiveId }) => objectiveId)
  const benefitsOf = Map.groupBy(facts.benefits, ({ initiativeId }) => initiativeId)
  const measuresOf = Map.groupBy(facts.measures, ({ objectiveId }) => objectiveId)
  const unitObjectivesOf = Map.groupBy(facts.unitObjectives, ({ endsAt }) => endsAt)
  const lines = facts.objectives.map((objective): SightLine => {
    const initiatives = (servedBy.get(objective.id) ?? []).map(({ initiativeId }) => initiativeId)
    const benefits = initiatives.flatMap((id) => benefitsOf.get(id) ?? [])
    const measures = new Set([...[objective.id, ...(unitObjectivesOf.get(objective.id) ?? []).map(({ id }) => id)].flatMap((id) => measuresOf.get(id) ?? []).map(({ id }) => id), ...benefits.flatMap(({ measureId }) => measureId ?? [])])
    const evidence = benefits.reduce((sum, { entries }) => sum + entries, 0) + initiatives.reduce((sum, id) => sum + (facts.amounts.get(id) ?? 0), 0)
    return { objectiveId: objective.id, statement: objective.statement, perspective: facts.perspectives.get(objective.perspectiveId) ?? '', weight: objective.weight, unitObjectives: unitObjectivesOf.get(objective.id)?.length ?? 0, initiatives: initiatives.length, tasks: initiatives.reduce((sum, id) => sum + (facts.work.get(id)?.count ?? 0), 0), benefits: benefits.length, measures: measures.size, evidence }
  })
  return { lines: lines.toSorted((a, b) => b.weight - a.weight || (a.statement < b.statement ? -1 : 1)), gaps: gapsOf(facts, serving, lines) }
}

function gapsOf({ objectives, perspectives, initiatives, unitObjectives, unitNames, measures, benefits, amounts, work }: LinesFacts, serving: readonly Pair[], lines: readonly SightLine[]): SightGap[] {
  const names = new Map(initiatives.map(({ id, name }) => [id, name]))
  const lineOf = new Map(lines.map((line) => [line.objectiveId, line]))
  const measured = new Set(measures.map(({ objectiveId }) => objectiveId))
  const helpers = ({ contributions }: UnitObjectiveFacts): readonly string[] => contributions.filter(({ initiativeId, contribution }) => contribution > 0 && names.has(initiativeId)).map(({ initiativeId }) => initiativeId)
  const serves = new Set([...serving.map(({ initiativeId }) => initiativeId), ...unitObjectives.flatMap(helpers)])
  const promising = new Set(benefits.map(({ initiativeId }) => initiativeId))
  const objective = ({ id, statement, perspectiveId, deadline }: ObjectiveFacts): SightThing => ({ kind: 'objective', id, name: statement, note: perspectives.get(perspectiveId) ?? '', on: deadline })
  const initiative = ({ id, key, name }: LinesFacts['initiatives'][number]): SightThing => ({ kind: 'initiative', id, name, note: key, on: null })
  const orphan = (one: LinesFacts['initiatives'][number]): GapThing => ({ ...initiative(one), ...tasksOf(work.get(one.id)) })
  const benefit = ({ id, name, initiativeId }: BenefitStanding): SightThing => ({ kind: 'benefit', id, name, note: names.get(initiativeId) ?? '', on: null })
  const measure = ({ id, name, unit }: LinesFacts['measures'][number]): SightThing => ({ kind: 'measure', id, name, note: unit.replaceAll('_', ' '), on: null })
  return [
    gap('objective_unserved', objectives, ({ id }) => lineOf.get(id)?.initiatives === 0, objective),
    gap('objective_unmeasured', objectives, ({ id }) => !measured.has(id), objective),
    gap('unit_objective_unserved', unitObjectives, (one) => helpers(one).length === 0, unitThing(unitNames)),
    gap('unit_objective_unmeasured', unitObjectives, ({ id }) => !measured.has(id), unitThing(unitNames)),
    gap('unit_objective_beside', unitObjectives, ({ endsAt }) => endsAt === null, unitThing(unitNames)),
    gap('initiative_serves_nothing', initiatives, ({ id }) => !serves.has(id), orphan),
    gap('initiative_without_benefit', initiatives, ({ id }) => serves.has(id) && !promising.has(id) && (amounts.get(id) ?? 0) === 0, initiative),
    gap('benefit_without_measure', benefits, ({ measureId }) => measureId === null, benefit),
    gap('benefit_without_evidence', benefits, ({ entries }) => entries === 0, benefit),
    gap('measure_without_actual', measures, ({ measured: has }) => !has, measure),
  ]
}

/** Work that serves nothing, since its initiative does not. */
const tasksOf = (work: WorkStanding | undefined): Pick<GapThing, 'tasks'> => (work ? { tasks: { count: work.count, first: [...work.first] } } : {})

function gap<T>(code: SightGap['code'], of: readonly T[], hangs: (one: T) => boolean, present: (one: T) => GapThing): SightGap {
  const hanging = of.filter(hangs)
  return { code, count: hanging.length, of: of.length, things: hanging.slice(0, mostNamed).map(present) }
}
