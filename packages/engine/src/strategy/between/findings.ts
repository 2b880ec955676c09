import { likeness, rarity, wordsOf } from './likeness.ts'

/** An objective of a unit with what it may have in common with one of another unit. A measure is known by the text of its definition. */
export type LinkableObjective = {
  readonly id: string
  readonly statement: string
  readonly measures: readonly { readonly name: string; readonly identity: string }[]
  readonly initiatives: readonly { readonly id: string; readonly name: string }[]
}

/** Why two objectives may belong together: what is recorded of both, or words alone, which only suggest it. */
export type CommonReason =
  | { readonly kind: 'measure'; readonly names: readonly string[] }
  | { readonly kind: 'initiative'; readonly names: readonly string[] }
  | { readonly kind: 'words'; readonly names: readonly string[]; readonly likeness: number }
export type CommonLink = { readonly from: string; readonly to: string; readonly reasons: readonly CommonReason[] }

/** Least likeness of words for a suggestion. */
export const leastLikeness = 0.3

const ranks = { measure: 0, initiative: 1, words: 2 } as const

/**
 * What the objectives of two units have in common: a measure of one definition, initiatives that serve both, or words. What is recorded
 * comes before what words suggest; a finding is never a link before somebody accepts it.
 */
export function commonLinks(a: readonly LinkableObjective[], b: readonly LinkableObjective[]): readonly CommonLink[] {
  const words = new Map([...a, ...b].map(({ id, statement }) => [id, wordsOf(statement)]))
  const weightOf = rarity([...words.values()])
  const none: ReadonlySet<string> = new Set()
  const found = a.flatMap((from) => b.flatMap((to): readonly CommonLink[] => {
    const alike = likeness(words.get(from.id) ?? none, words.get(to.id) ?? none, weightOf)
    const reasons: readonly CommonReason[] = [
      ...both('measure', from.measures.map(({ identity: key, name }) => ({ key, name })), to.measures.map(({ identity: key }) => key)),
      ...both('initiative', from.initiatives.map(({ id: key, name }) => ({ key, name })), to.initiatives.map(({ id: key }) => key)),
      ...(alike.value >= leastLikeness ? [{ kind: 'words' as const, names: alike.words, likeness: alike.value }] : []),
    ]
    return reasons.length === 0 ? [] : [{ from: from.id, to: to.id, reasons }]
  }))
  return found.sort((one, other) => strength(one) - strength(other) || sharedIn(other) - sharedIn(one) || (one.from === other.from ? (one.to < other.to ? -1 : 1) : one.from < other.from ? -1 : 1))
}

function both(kind: 'measure' | 'initiative', of: readonly { readonly key: string; readonly name: string }[], there: readonly string[]): readonly CommonReason[] {
  const keys = new Set(there)
  const names = [...new Set(of.filter(({ key }) => keys.has(key)).map(({ name }) => name))].sort()
  return names.length === 0 ? [] : [{ kind, names }]
}

const strength = ({ reasons }: CommonLink): number => Math.min(...reasons.map(({ kind }) => ranks[kind]))
const sharedIn = ({ reasons }: CommonLink): number => reasons.reduce((sum, reason) => sum + (reason.kind === 'words' ? reason.likeness : reason.names.length), 0)
