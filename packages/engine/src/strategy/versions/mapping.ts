import { ok, refuse, type Result } from '../../kernel/index.ts'
import { weightUnits } from '../weigh/index.ts'
import type { DifferenceRefusal, Mapping, StrategyVersion } from './facts.ts'

/**
 * Refuses versions whose weights do not sum to 1, and mappings that name strangers, say two things, or leave objectives unmatched. A strategy
 * without objectives weighs nothing, and so does one in which nobody has weighed any yet; beside an empty side nothing can be matched.
 */
export function soundMapping(before: StrategyVersion, after: StrategyVersion, mappings: readonly Mapping[]): Result<true, DifferenceRefusal> {
  for (const version of [before, after]) {
    const fault = faultOf(version, version === before)
    if (fault) return refuse(fault)
  }
  const [was, is] = [keysOf(before), keysOf(after)]
  const [leaving, coming] = [new Set<string>(), new Set<string>()]
  for (const mapping of mappings) {
    const [left, right] = sidesOf(mapping)
    const stranger = left.find((key) => !was.has(key)) ?? right.find((key) => !is.has(key)) ?? weightOf(mapping).find(({ key }) => !(mapping.kind === 'retired' ? is : was).has(key))?.key
    if (stranger !== undefined) return refuse({ code: 'mapping_unknown', key: stranger })
    if (mapping.kind === 'same_meaning') continue
    const twice = left.find((key) => leaving.has(key)) ?? right.find((key) => coming.has(key))
    if (twice !== undefined) return refuse({ code: 'mapped_twice', key: twice })
    if (mapping.kind === 'retired' && is.has(mapping.key)) return refuse({ code: 'mapped_twice', key: mapping.key })
    if (mapping.kind === 'added' && was.has(mapping.key)) return refuse({ code: 'mapped_twice', key: mapping.key })
    left.forEach((key) => leaving.add(key))
    right.forEach((key) => coming.add(key))
    const expected = mapping.kind === 'retired' ? was.get(mapping.key) ?? 0 : null
    const found = weightOf(mapping).reduce((sum, { units }) => sum + units, 0)
    if (mapping.kind === 'retired' && found !== expected) return refuse({ code: 'weight_not_released', key: mapping.key, found, expected: expected ?? 0 })
  }
  if (was.size === 0 || is.size === 0) return ok(true)
  const unmatched = { before: [...was.keys()].filter((key) => !is.has(key) && !leaving.has(key)).sort(), after: [...is.keys()].filter((key) => !was.has(key) && !coming.has(key)).sort() }
  return unmatched.before.length + unmatched.after.length > 0 ? refuse({ code: 'objectives_unmatched', ...unmatched }) : ok(true)
}

/** The mapping seen from the other side. Weight that a retirement released is what its inverse takes. */
export function invertedMapping(mapping: Mapping): Mapping {
  switch (mapping.kind) {
    case 'retired':
      return { ...mapping, kind: 'added' }
    case 'added':
      return { ...mapping, kind: 'retired' }
    case 'merged':
      return { kind: 'split', from: mapping.to, to: mapping.from }
    case 'split':
      return { kind: 'merged', from: mapping.to, to: mapping.from }
    case 'same_meaning':
      return mapping
  }
}

/**
 * What an initiative contributes under the new version as far as the old one tells: the same by key, to what was split the same to each,
 * to what was merged the mean by weight. Whoever judges anew replaces it.
 */
export function carriedContributions(before: StrategyVersion, after: StrategyVersion, mappings: readonly Mapping[], contributions: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const [was, is] = [keysOf(before), keysOf(after)]
  const carried = new Map([...contributions].filter(([key]) => is.has(key)))
  for (const mapping of mappings) {
    if (mapping.kind === 'split') for (const key of mapping.to) if (contributions.has(mapping.from)) carried.set(key, contributions.get(mapping.from) ?? 0)
    if (mapping.kind !== 'merged') continue
    const judged = mapping.from.filter((key) => contributions.has(key))
    const weight = judged.reduce((sum, key) => sum + (was.get(key) ?? 0), 0)
    if (judged.length === 0) continue
    const mean = weight === 0 ? 0 : judged.reduce((sum, key) => sum + (was.get(key) ?? 0) * (contributions.get(key) ?? 0), 0) / weight
    carried.set(mapping.to, Math.round(mean) + 0)
  }
  return carried
}

const keysOf = ({ objectives }: StrategyVersion): ReadonlyMap<string, number> => new Map(objectives.map(({ key, units }) => [key, units]))

function sidesOf(mapping: Mapping): readonly [readonly string[], readonly string[]] {
  switch (mapping.kind) {
    case 'retired':
      return [[mapping.key], []]
    case 'added':
      return [[], [mapping.key]]
    case 'merged':
      return [mapping.from, [mapping.to]]
    case 'split':
      return [[mapping.from], mapping.to]
    case 'same_meaning':
      return [[mapping.key], [mapping.key]]
  }
}

const weightOf = (mapping: Mapping) => (mapping.kind === 'retired' || mapping.kind === 'added' ? mapping.weight : [])

function faultOf({ id, objectives }: StrategyVersion, mayWeighNothing: boolean): DifferenceRefusal | null {
  const seen = new Set<string>()
  for (const { key } of objectives) {
    if (seen.has(key)) return { code: 'key_twice', versionId: id, key }
    seen.add(key)
  }
  const found = objectives.reduce((sum, { units }) => sum + units, 0)
  return found === weightUnits || objectives.length === 0 || (mayWeighNothing && found === 0) ? null : { code: 'weights_not_one', versionId: id, found: found / weightUnits }
}
