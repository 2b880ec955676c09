import type { ChosenAction, ObjectiveMapping, RecalibrationSettings, ToGoEstimate, UnitStrategy, VersionContent, VersionContribution, VersionLink } from '@throughline/contract/strategy'
import { carriedContributions, contributionOf, contributionUnits, sumToOne, weightUnits, wholeWeights, type Mapping, type StrategyVersion } from '@throughline/engine/strategy'
import { usualRules } from '@throughline/engine/portfolio'
import type { StoredStrategy } from '../store.ts'
import { comparedMeasure, versionMeasuresOf } from './measures.ts'

/** What a version says, but for contributions: those of the version in force hold unless the draft judges anew. */
export type DraftContent = Omit<VersionContent, 'contributions'>
/** A contribution that a draft judges anew, with what was in force as it was judged; null is none. */
export type JudgedContribution = { readonly initiativeId: string; readonly key: string; readonly contribution: number | null; readonly rationale: string; readonly base: number | null }
/** What an action rests on: these fields of its initiative as it was chosen. */
export type ActionFacts = { readonly state: string; readonly costMinor: string | null; readonly benefitsMinor: string | null; readonly startOn: string | null; readonly endOn: string | null }

/** Everything that is kept of a version beside its head. */
export type StrategyDocument = {
  readonly content: DraftContent
  readonly base: DraftContent | null
  readonly contributions: readonly JudgedContribution[]
  readonly mappings: readonly ObjectiveMapping[]
  readonly settings: RecalibrationSettings
  readonly estimates: readonly ToGoEstimate[]
  readonly actions: readonly ChosenAction[]
  readonly facts: Readonly<Record<string, ActionFacts>>
  readonly reviewed: Readonly<Record<string, number>>
  readonly touched: readonly string[]
}

/** A document that says nothing beside its content. */
export const plainDocument = (content: DraftContent, base: DraftContent | null): StrategyDocument => ({ content, base, contributions: [], mappings: [], settings: usualSettings, estimates: [], actions: [], facts: {}, reviewed: {}, touched: [] })
export const usualSettings: RecalibrationSettings = { ...usualRules, constraints: [] }

/** What the strategy in force says, as a draft of the next one begins with it. */
export function contentInForce(stored: StoredStrategy, links: readonly VersionLink[]): DraftContent {
  const { strategy, inForce, perspectives, objectives } = stored
  const measuresOf = versionMeasuresOf(stored)
  const keys = new Set(objectives.map(({ stable_key }) => stable_key))
  return {
    name: strategy.name, mission: strategy.mission, vision: strategy.vision,
    perspectives: perspectives.map(({ id, name, ord }) => ({ id, name, order: ord })),
    objectives: objectives.map((row) => ({
      key: row.stable_key, id: row.id, perspectiveId: row.perspective_id, statement: row.statement, description: row.description, weight: Number(row.weight), owner: row.owner, deadline: row.deadline, mandatory: row.mandatory, parentKey: row.parent_key,
      origin: row.origin, citations: row.citations as DraftContent['objectives'][number]['citations'],
      measures: [...(measuresOf.get(row.id) ?? [])],
    })),
    // Links of objectives that were removed are not claimed any more.
    links: links.filter(({ from, to }) => keys.has(from) && keys.has(to)), units: inForce.units as DraftContent['units'], waivers: inForce.waivers as DraftContent['waivers'],
    unitStrategies: (inForce.unit_strategies as readonly UnitStrategy[]).map((one) => ({ ...one, objectives: one.objectives.map((objective) => ({ ...objective, measures: [...(measuresOf.get(objective.id) ?? [])] })) })),
  }
}

/** How initiatives serve the objectives in force, by stable key. */
export function contributionsInForce({ objectives, contributions }: StoredStrategy): readonly VersionContribution[] {
  const keys = new Map(objectives.map(({ id, stable_key }) => [id, stable_key]))
  return contributions.flatMap(({ initiative_id: initiativeId, objective_id, contribution, rationale, origin }) => {
    const key = keys.get(objective_id)
    return key === undefined ? [] : [{ initiativeId, key, contribution: Number(contribution), rationale, origin }]
  })
}

/** A version as the engine compares it. Weights that sum to 1 become whole units that do so exactly; others stay as they are and are refused. */
export function comparedVersion({ id, no }: { readonly id: string; readonly no: number }, { objectives, unitStrategies }: Pick<DraftContent, 'objectives' | 'unitStrategies'>, normalise = false): StrategyVersion {
  const weights = objectives.map(({ weight }) => weight)
  const whole = weights.some((weight) => weight > 0) && (normalise || sumToOne(weights))
  const units = new Map(whole ? wholeWeights(objectives.map(({ key, weight }) => ({ id: key, share: weight }))).map((one) => [one.id, one.units]) : objectives.map(({ key, weight }) => [key, Math.round(weight * weightUnits)]))
  return {
    id, no,
    objectives: objectives.map(({ key, statement, owner, deadline, parentKey, measures }) => ({
      key, statement, units: units.get(key) ?? 0, owner, deadline, parentKey, measures: measures.map(comparedMeasure),
    })),
    below: unitStrategies.flatMap((one) => one.objectives.map(({ id, statement, measures }) => ({ key: id, statement, measures: measures.map(comparedMeasure) }))),
  }
}

/** What people said became of objectives, as the engine reads it: weights in whole units. */
export function engineMappings(mappings: readonly ObjectiveMapping[], before: StrategyVersion): readonly Mapping[] {
  const weightOf = new Map(before.objectives.map(({ key, units }) => [key, units]))
  return mappings.map((mapping): Mapping => {
    if (mapping.kind !== 'retired' && mapping.kind !== 'added') return mapping
    const parts = mapping.weight.map(({ key, weight }) => ({ key, units: Math.round(weight * weightUnits) }))
    const expected = mapping.kind === 'retired' ? (weightOf.get(mapping.key) ?? 0) : null
    const off = expected === null ? 0 : expected - parts.reduce((sum, { units }) => sum + units, 0)
    // What eight digits round away of a released weight goes to the first that takes it.
    return { ...mapping, weight: Math.abs(off) <= parts.length ? parts.map((part, index) => (index === 0 ? { ...part, units: part.units + off } : part)) : parts }
  })
}

/** How initiatives serve the objectives of a draft: what is in force, carried over by key, merge and split, with what was judged anew. */
export function composedContributions(versions: { readonly before: StrategyVersion; readonly after: StrategyVersion; readonly mappings: readonly Mapping[] }, inForce: readonly VersionContribution[], judged: readonly JudgedContribution[]): readonly VersionContribution[] {
  const keys = new Set(versions.after.objectives.map(({ key }) => key))
  const said = new Map(inForce.map((one) => [`${one.initiativeId} ${one.key}`, one]))
  const anew = Map.groupBy(judged.filter(({ key }) => keys.has(key)), ({ initiativeId }) => initiativeId)
  const earlier = Map.groupBy(inForce, ({ initiativeId }) => initiativeId)
  return [...new Set([...earlier.keys(), ...anew.keys()])].flatMap((initiativeId) => {
    const own = earlier.get(initiativeId) ?? []
    const carried = carriedContributions(versions.before, versions.after, versions.mappings, new Map(own.map(({ key, contribution }) => [key, contributionOf(contribution)])))
    const composed = new Map([...carried].map(([key, units]): [string, VersionContribution] => [key, said.get(`${initiativeId} ${key}`) ?? { initiativeId, key, contribution: units / contributionUnits, rationale: carriedOver, origin: own[0]?.origin ?? 'entered' }]))
    for (const { key, contribution, rationale } of anew.get(initiativeId) ?? []) {
      if (contribution === null) composed.delete(key)
      else composed.set(key, { initiativeId, key, contribution, rationale, origin: 'entered' })
    }
    return [...composed.values()]
  })
}

const carriedOver = 'Carried over from the objective that this one was part of.'
