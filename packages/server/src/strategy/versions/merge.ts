import type { DraftConflict, VersionMeasure } from '@throughline/contract/strategy'
import type { DraftContent } from './content.ts'
import { measuredObjectives } from './measures.ts'

type Fields = Readonly<Record<string, unknown>>
type Things = ReadonlyMap<string, Fields>
/** Which side of a conflict is taken, by what it is about. */
export type Taken = Readonly<Record<string, 'draft' | 'in_force'>>
export type Merge = { readonly content: DraftContent; readonly conflicts: readonly DraftConflict[]; /** How many fields the draft takes over from the strategy in force. */ readonly carried: number }

/**
 * A draft put upon the strategy of now: what one side alone changed since the draft began is kept, what both changed differently is a
 * conflict until somebody says which holds. Compared field by field of each objective, measure, link, unit and waiver.
 */
export function mergeContent(base: DraftContent, draft: DraftContent, inForce: DraftContent, taken: Taken = {}): Merge {
  const [was, mine, theirs] = [thingsOf(base), thingsOf(draft), thingsOf(inForce)]
  const conflicts: DraftConflict[] = []
  const merged = new Map<string, Fields>()
  let carried = 0
  const settle = (ref: string, name: string, sides: readonly [unknown, unknown, unknown]): unknown => {
    const [before, draftValue, forceValue] = sides
    if (same(draftValue, forceValue) || same(forceValue, before)) return draftValue
    if (same(draftValue, before)) {
      carried += 1
      return forceValue
    }
    if (taken[ref] === undefined) conflicts.push({ ref, name, base: shown(before), inForce: shown(forceValue), draft: shown(draftValue) })
    return taken[ref] === 'in_force' ? forceValue : draftValue
  }
  for (const thing of new Set([...mine.keys(), ...theirs.keys()])) {
    const [before, draftFields, forceFields] = [was.get(thing), mine.get(thing), theirs.get(thing)]
    const name = nameOf(draftFields ?? forceFields ?? {})
    if (draftFields && forceFields) {
      merged.set(thing, Object.fromEntries(Object.keys({ ...forceFields, ...draftFields }).map((field) => [field, settle(`${thing} ${field}`, `${name}: ${inWords(field)}`, [before?.[field], draftFields[field], forceFields[field]])])))
      continue
    }
    const kept = settle(thing, name, [before, draftFields, forceFields])
    if (kept !== undefined) merged.set(thing, kept as Fields)
  }
  return { content: contentOf(merged), conflicts, carried }
}

/** Whether two contents say the same. */
export const sameContent = (a: DraftContent, b: DraftContent): boolean => same(a, b)
/** Whether a measure is said alike. */
export const sameMeasure = (a: VersionMeasure, b: VersionMeasure): boolean => same(a, b)
const same = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b)
const canonical = (value: unknown): string => JSON.stringify(value, (_, part: unknown) => (part !== null && typeof part === 'object' && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part)) ?? ''
const shown = (value: unknown): string => (value === undefined || value === null ? 'not there' : typeof value === 'string' ? value : typeof value === 'object' && 'statement' in value ? String(value.statement) : typeof value === 'object' && 'name' in value ? String(value.name) : JSON.stringify(value))
const inWords = (field: string): string => field.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
const nameOf = (fields: Fields): string => String(fields['statement'] ?? fields['name'] ?? fields['reason'] ?? fields['rationale'] ?? '')

/** A content as single things with their fields; measures name their objective, of the organisation or of a unit. */
function thingsOf(content: DraftContent): Things {
  const { name, mission, vision, perspectives, objectives, links, units, waivers, unitStrategies } = content
  return new Map<string, Fields>([
    ['strategy', { name, mission, vision }],
    ...perspectives.map((one) => [`perspective ${one.id}`, one] as const),
    ...objectives.map(({ measures: _, ...one }) => [`objective ${one.key}`, one] as const),
    ...measuredObjectives(content).flatMap(({ key, measures }) => measures.map((one) => [`measure ${one.id}`, flat(one, key)] as const)),
    ...links.map((one) => [`link ${one.id}`, one] as const),
    ...units.map((one) => [`unit ${one.unitId}`, one] as const),
    ...waivers.map((one) => [`waiver ${one.id}`, one] as const),
    ...unitStrategies.map(({ objectives: _, ...one }) => [`unit-strategy ${one.id}`, one] as const),
    ...unitStrategies.flatMap(({ id: strategyId, objectives: own }) => own.map(({ measures: _, ...one }) => [`unit-objective ${one.id}`, { ...one, strategyId }] as const)),
  ])
}

/** Baseline, target and band stand beside the other fields, so that each is settled by itself. */
type Flat = Omit<VersionMeasure, 'target' | 'band'> & VersionMeasure['target'] & { readonly key: string; readonly low: string | null; readonly high: string | null }
const flat = ({ target, band, ...rest }: VersionMeasure, key: string): Flat => ({ ...rest, ...target, low: band?.low ?? null, high: band?.high ?? null, key })
const whole = ({ key: _, baseline, baselineOn, target, dueOn, tolerance, low, high, ...rest }: Flat): VersionMeasure => ({ ...rest, target: { baseline, baselineOn, target, dueOn, tolerance }, band: low === null || high === null ? null : { low, high } })

/** Things put together again. What hangs on an objective that is gone goes with it. */
function contentOf(things: Things): DraftContent {
  const of = <T>(kind: string): readonly T[] => [...things].flatMap(([thing, fields]) => (thing.startsWith(`${kind} `) ? [fields as unknown as T] : []))
  const measures = Map.groupBy(of<Flat>('measure'), ({ key }) => key)
  const measuresOf = (key: string): VersionMeasure[] => (measures.get(key) ?? []).map(whole)
  const objectives = of<Omit<DraftContent['objectives'][number], 'measures'>>('objective').map((one) => ({ ...one, measures: measuresOf(one.key) }))
  const keys = new Set(objectives.map(({ key }) => key))
  const below = Map.groupBy(of<Omit<DraftContent['unitStrategies'][number]['objectives'][number], 'measures'> & { readonly strategyId: string }>('unit-objective'), ({ strategyId }) => strategyId)
  return {
    ...(things.get('strategy') as Pick<DraftContent, 'name' | 'mission' | 'vision'>),
    perspectives: [...of<DraftContent['perspectives'][number]>('perspective')].sort((a, b) => a.order - b.order),
    objectives, links: of<DraftContent['links'][number]>('link').filter(({ from, to }) => keys.has(from) && keys.has(to)), units: [...of<DraftContent['units'][number]>('unit')], waivers: [...of<DraftContent['waivers'][number]>('waiver')],
    unitStrategies: of<Omit<DraftContent['unitStrategies'][number], 'objectives'>>('unit-strategy').map((one) => ({ ...one, objectives: (below.get(one.id) ?? []).map(({ strategyId: _, ...own }) => ({ ...own, measures: measuresOf(own.id) })) })),
  }
}
