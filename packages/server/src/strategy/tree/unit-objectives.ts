import type { UnitStrategy } from '@throughline/contract/strategy'
import { servedInTheEnd } from '@throughline/engine/strategy'
import { treeNodes } from './nodes.ts'

/** An objective of a unit or a function, with what it serves: directly, and of the organisation’s objectives in the end. Null where it serves nothing in force. */
export type UnitObjectiveFacts = {
  readonly id: string
  readonly statement: string
  readonly weight: number
  readonly owner: string | null
  readonly deadline: string | null
  readonly strategy: string
  readonly unitId: string | null
  readonly level: UnitStrategy['level']
  readonly serves: { readonly kind: 'objective' | 'unit_objective'; readonly id: string } | null
  readonly endsAt: string | null
  readonly contributions: UnitStrategy['objectives'][number]['contributions']
}

type Top = { readonly id: string; readonly key: string; readonly statement: string; readonly weight: number }

/** The objectives of all strategies below the organisation’s, in the order of those strategies. */
export function unitObjectivesOf(strategies: readonly UnitStrategy[], top: readonly Top[]): readonly UnitObjectiveFacts[] {
  const end = servedInTheEnd(treeNodes({ id: '', name: '', objectives: top }, strategies))
  const topIds = new Map(top.map(({ id, key }) => [key, id]))
  const known = new Map(strategies.map((one) => [one.id, new Set(one.objectives.map(({ id }) => id))]))
  return strategies.flatMap(({ name: strategy, unitId, level, parentId, objectives }) =>
    objectives.map(({ id, statement, weight, owner, deadline, serves, contributions }): UnitObjectiveFacts => {
      const above = serves === null ? undefined : parentId === null ? topIds.get(serves) : known.get(parentId)?.has(serves) ? serves : undefined
      const served = above === undefined ? null : { kind: parentId === null ? ('objective' as const) : ('unit_objective' as const), id: above }
      return { id, statement, weight, owner, deadline, strategy, unitId, level, serves: served, endsAt: topIds.get(end(id)) ?? null, contributions }
    }),
  )
}

/** How an initiative was judged to serve an objective of the organisation directly. */
export type Judged = { readonly initiativeId: string; readonly objectiveId: string; readonly contribution: number }

/** Which initiatives help an objective of the organisation through objectives of units alone. What was judged at the top holds there, whatever it is. */
export function servedThrough(below: readonly UnitObjectiveFacts[], judged: readonly Judged[], isCurrent: (initiativeId: string) => boolean): ReadonlyMap<string, ReadonlySet<string>> {
  const said = new Set(judged.map(({ initiativeId, objectiveId }) => `${initiativeId} ${objectiveId}`))
  const through = new Map<string, Set<string>>()
  for (const { endsAt, contributions } of below)
    for (const { initiativeId, contribution } of contributions)
      if (endsAt !== null && contribution > 0 && isCurrent(initiativeId) && !said.has(`${initiativeId} ${endsAt}`)) through.set(endsAt, (through.get(endsAt) ?? new Set()).add(initiativeId))
  return through
}
