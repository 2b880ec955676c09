import type { PortfolioRefusal, RoadmapRequest } from '@throughline/contract/portfolio'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { RoadmapConstraint, RoadmapConstraintKind } from '@throughline/engine/portfolio'

type Given = NonNullable<RoadmapRequest['constraints']>[number]
type Field = Exclude<keyof Given, 'kind'>

/** The fields that each kind must have, and those that it may have; the compiler asks for every kind. Whether the amounts make sense is the engine's to say. */
const fields: Readonly<Record<RoadmapConstraintKind, { readonly must: readonly Field[]; readonly may?: readonly Field[] }>> = {
  potBudget: { must: ['potIds', 'byPeriod'], may: ['carryOver', 'eligible'] },
  potTotal: { must: ['potIds', 'limit'] },
  poolCapacity: { must: ['poolIds', 'byPeriod'], may: ['overload'] },
  must: { must: ['candidateId'], may: ['because', 'by'] },
  mustNot: { must: ['candidateId'], may: ['because', 'by'] },
  startWithin: { must: ['candidateId', 'from', 'to'], may: ['variantId', 'because', 'by'] },
  finishToStart: { must: ['candidateId', 'after', 'lag'] },
  requiresAll: { must: ['candidateId', 'requires'] },
  requiresAny: { must: ['candidateId', 'requiresAny'] },
  excludes: { must: ['candidateIds'] },
  atMost: { must: ['candidateIds', 'most'] },
  atLeast: { must: ['candidateIds', 'least'] },
  shareCeiling: { must: ['of', 'mostPercent'], may: ['tolerancePercent'] },
  shareFloor: { must: ['of', 'leastPercent'], may: ['tolerancePercent'] },
  parallel: { must: ['most'], may: ['candidateIds'] },
  valueFloor: { must: ['objectiveId', 'least'] },
  mostMoves: { must: ['record', 'most'] },
}

/** Every demand has the fields of its kind and no other; the first that has not is refused by its place in the list. */
export function soundDemands(demands: readonly Given[]): Result<readonly RoadmapConstraint[], PortfolioRefusal> {
  for (const [index, demand] of demands.entries()) {
    const wrong = wrongIn(demand)
    if (wrong) return refuse({ code: 'roadmap_unsound', values: { reason: `Demand ${index + 1} of ${demands.length}, ${demand.kind}: ${wrong}` } })
  }
  return ok(demands as readonly RoadmapConstraint[])
}

function wrongIn({ kind, ...given }: Given): string | undefined {
  const { must, may = [] } = fields[kind]
  const there = Object.keys(given).filter((name) => given[name as Field] !== undefined)
  const absent = must.find((name) => !there.includes(name))
  if (absent) return `found no ${absent}; expected ${must.join(', ')}.`
  const strange = there.find((name) => ![...must, ...may].some((known) => known === name))
  if (strange) return `found ${strange}; expected ${[...must, ...may].join(', ')}.`
  const { of } = given
  if (of && (of.kind === 'tag' ? of.dimension === undefined || of.tag === undefined : of.objectiveId === undefined)) return `found a share of a ${of.kind} without ${of.kind === 'tag' ? 'its dimension and tag' : 'its objectiveId'}.`
  return undefined
}
