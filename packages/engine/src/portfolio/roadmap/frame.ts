import type { RoadmapCandidate, RoadmapCase, Variant } from './case.ts'
import type { ShareOf } from './constraints/kinds.ts'

/** A sound case in a fixed order, with its names at hand. The order of the input carries no meaning, so candidates go by id. */
export type Frame = {
  readonly given: RoadmapCase
  readonly candidates: readonly RoadmapCandidate[]
  readonly candidateAt: ReadonlyMap<string, number>
  readonly names: ReadonlyMap<string, string>
  readonly pots: ReadonlyMap<string, string>
  readonly pools: ReadonlyMap<string, string>
}

/** Orders texts by code units, the same on every machine. */
export const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

type Ordered = Pick<Frame, 'candidates' | 'candidateAt' | 'names'>

/** Candidates in order: the same list is put in order once. */
const orderedLast = new WeakMap<readonly RoadmapCandidate[], Ordered>()

function orderedOf(given: readonly RoadmapCandidate[]): Ordered {
  const candidates = [...given].sort((a, b) => byCode(a.id, b.id))
  return {
    candidates,
    candidateAt: new Map(candidates.map((each, index) => [each.id, index])),
    names: new Map(candidates.map((each) => [each.id, each.name])),
  }
}

export function frameOf(given: RoadmapCase): Frame {
  const ordered = orderedLast.get(given.candidates) ?? orderedOf(given.candidates)
  orderedLast.set(given.candidates, ordered)
  return {
    given, ...ordered,
    pots: new Map(given.pots.map((each) => [each.id, each.name])),
    pools: new Map(given.pools.map((each) => [each.id, each.name])),
  }
}

/** Name of a candidate, or its id where there is none. */
export const nameOf = (frame: Frame, id: string): string => frame.names.get(id) ?? id

/** `A, B and C`. */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? 'nothing') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

/** Money of a variant from these pots, by period from its start. */
export function costFrom(variant: Pick<Variant, 'costs'>, potIds: ReadonlySet<string> | null): readonly number[] {
  return addUpOf(variant.costs, ({ potId }) => potIds === null || potIds.has(potId))
}

type Amounts = { readonly amounts: readonly number[] }
const NOTHING: readonly number[] = []

/** Adds profiles period by period: [1, 2] and [3] are [4, 2]. */
export const addUp = (profiles: readonly (readonly number[])[]): readonly number[] => profiles.reduce(plus, NOTHING)

/** Adds up the amounts of those that count. */
export function addUpOf<T extends Amounts>(list: readonly T[], counts: (each: T) => boolean): readonly number[] {
  let sum = NOTHING
  for (const each of list) if (counts(each)) sum = plus(sum, each.amounts)
  return sum
}

/** Most sums have one term: it is given back as it is. */
function plus(a: readonly number[], b: readonly number[]): readonly number[] {
  if (a.length === 0 || b.length === 0) return a.length === 0 ? b : a
  const [long, short] = a.length >= b.length ? [a, b] : [b, a]
  const sum = long.slice()
  for (let k = 0; k < short.length; k++) sum[k]! += short[k]!
  return sum
}

/** Whether a candidate counts towards a share. */
export function countsTowards(candidate: RoadmapCandidate, of: ShareOf): boolean {
  if (of.kind === 'tag') return candidate.tags?.[of.dimension] === of.tag
  return candidate.variants.some((variant) => {
    const worth = variant.value[of.objectiveId]
    return worth !== undefined && (worth.kind === 'once' ? worth.amount > 0 : worth.amounts.some((amount) => amount > 0))
  })
}

/** The share in words: `category data`, `what serves growth`. */
export const shareInWords = (of: ShareOf): string => (of.kind === 'tag' ? `${of.dimension} ${of.tag}` : `what serves ${of.objectiveId}`)
