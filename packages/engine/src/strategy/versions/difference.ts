import { ok, type Result } from '../../kernel/index.ts'
import type { DifferenceRefusal, Mapping, StrategyVersion, VersionChange, VersionObjective } from './facts.ts'
import { soundMapping } from './mapping.ts'
import { invertedMeasureChange, measureChanges } from './measures.ts'

/** The typed changes from one version to another by stable key, in the order of keys; refused until every objective is matched. */
export function versionDifference(before: StrategyVersion, after: StrategyVersion, mappings: readonly Mapping[]): Result<readonly VersionChange[], DifferenceRefusal> {
  const sound = soundMapping(before, after, mappings)
  if (!sound.ok) return sound
  const confirmed = new Set(mappings.flatMap((mapping) => (mapping.kind === 'same_meaning' ? [mapping.key] : [])))
  const [was, is] = [byKey(before), byKey(after)]
  const mapped = mappings.flatMap((mapping): readonly VersionChange[] => {
    switch (mapping.kind) {
      case 'retired':
      case 'added':
        return [{ ...mapping, units: (mapping.kind === 'retired' ? was : is).get(mapping.key)?.units ?? 0 }]
      case 'merged':
      case 'split':
        return [mapping]
      case 'same_meaning':
        return []
    }
  })
  const said = new Set(mapped.flatMap((change) => ('key' in change ? [change.key] : change.kind === 'merged' ? [change.to, ...change.from] : change.kind === 'split' ? [change.from, ...change.to] : [])))
  // Beside a strategy without objectives everything is new, or gone, without anybody having to say so.
  const alone = was.size > 0 && is.size > 0 ? [] : [...(is.size === 0 ? was : is).values()].filter(({ key }) => !said.has(key)).map(({ key, units }): VersionChange => ({ kind: is.size === 0 ? 'retired' : 'added', key, units, weight: [] }))
  const kept = [...was.values()].flatMap((from) => {
    const to = is.get(from.key)
    return to ? changesOf(from, to, confirmed.has(from.key)) : []
  })
  return ok([...mapped, ...alone, ...kept].sort(inOrder))
}

const byKey = ({ objectives }: StrategyVersion): ReadonlyMap<string, VersionObjective> => new Map(objectives.map((one) => [one.key, one]))

const places = ['retired', 'merged', 'split', 'added', 'reworded', 'reweighted', 'target_changed', 'deadline_moved', 'owner_changed', 'parent_changed', 'measure_changed', 'measure_replaced']
const nameOf = (change: VersionChange): string => ('key' in change ? change.key : change.kind === 'merged' ? change.to : change.from)
const lastly = (change: VersionChange): string => ('measure' in change ? `${change.measure.id} ${change.kind === 'measure_changed' ? change.field : ''}` : JSON.stringify(change))
const inOrder = (a: VersionChange, b: VersionChange): number => places.indexOf(a.kind) - places.indexOf(b.kind) || compare(nameOf(a), nameOf(b)) || compare(lastly(a), lastly(b))
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function changesOf(from: VersionObjective, to: VersionObjective, confirmed: boolean): readonly VersionChange[] {
  const { key } = from
  const changes: VersionChange[] = []
  if (from.statement !== to.statement) changes.push({ kind: 'reworded', key, from: from.statement, to: to.statement, confirmed })
  if (from.units !== to.units) changes.push({ kind: 'reweighted', key, from: from.units, to: to.units })
  if (from.deadline !== to.deadline) changes.push({ kind: 'deadline_moved', key, from: from.deadline, to: to.deadline })
  if (from.owner !== to.owner) changes.push({ kind: 'owner_changed', key, from: from.owner, to: to.owner })
  if (from.parentKey !== to.parentKey) changes.push({ kind: 'parent_changed', key, from: from.parentKey, to: to.parentKey })
  return [...changes, ...measureChanges(from.measures, to.measures).map((change) => ({ ...change, key }))]
}

/** The same changes seen from the other side: what was added is retired, what was merged is split. */
export function invertedDifference(changes: readonly VersionChange[]): readonly VersionChange[] {
  const renamed = new Map(changes.flatMap((change) => (change.kind === 'measure_changed' && change.field === 'name' ? [[change.measure.id, String(change.from)] as const] : [])))
  return changes.map((change): VersionChange => {
    switch (change.kind) {
      case 'added':
        return { ...change, kind: 'retired' }
      case 'retired':
        return { ...change, kind: 'added' }
      case 'merged':
        return { kind: 'split', from: change.to, to: change.from }
      case 'split':
        return { kind: 'merged', from: change.to, to: change.from }
      case 'reworded':
        return { ...change, from: change.to, to: change.from }
      case 'reweighted':
        return { ...change, from: change.to, to: change.from }
      case 'target_changed':
      case 'measure_changed':
      case 'measure_replaced':
        return invertedMeasureChange(change, ({ id, name }) => renamed.get(id) ?? name)
      case 'deadline_moved':
      case 'owner_changed':
      case 'parent_changed':
        return { ...change, from: change.to, to: change.from }
    }
  }).sort(inOrder)
}
