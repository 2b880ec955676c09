/** The rules by which a strategy can contradict itself (docs/specs/strategy.md). */
export const coherenceRules = {
  'X-1': 'Targets clash',
  'X-2': 'Directions clash',
  'X-3': 'One target works against another',
  'X-4': 'An initiative harms an objective',
  'X-5': 'Initiatives destroy each other’s work',
  'X-6': 'More is committed than there is',
  'X-7': 'Value is claimed twice',
  'X-8': 'A date cannot be met',
  'X-9': 'A unit weighs the opposite way',
  'X-10': 'A reward works against a target',
  'X-11': 'A policy is broken',
  'X-12': 'Money goes elsewhere than priorities',
  'X-13': 'The structure does not hold',
} as const
export type CoherenceRule = keyof typeof coherenceRules

export type WitnessKind = 'strategy' | 'objective' | 'measure' | 'target' | 'influence' | 'reward' | 'initiative' | 'asset' | 'limit' | 'pool' | 'claim' | 'benefit' | 'policy'
export type Witness = { readonly kind: WitnessKind; readonly id: string }
/** Hard cannot be met jointly, a tension is a trade-off to manage, a smell needs a look. */
export type Severity = 'hard' | 'tension' | 'smell'
export type Resolution = 'change_target' | 'sequence_in_time' | 'split_scope' | 'add_compensation' | 'accept_tension'

/** A contradiction with its minimal witness: with the witness alone it stands, without any one element it is gone. */
export type Finding = {
  readonly rule: CoherenceRule
  /** The same as long as rule and witness are. */
  readonly key: string
  readonly severity: Severity
  readonly witness: readonly Witness[]
  readonly words: string
  readonly resolutions: readonly Resolution[]
  /** Influences of both signs lead from one to the other: somebody has to say which is stronger. */
  readonly ambiguous?: boolean
}

const resolutionsOf: Readonly<Record<CoherenceRule, readonly Resolution[]>> = {
  'X-1': ['change_target', 'sequence_in_time', 'split_scope'],
  'X-2': ['change_target', 'split_scope', 'sequence_in_time'],
  'X-3': ['change_target', 'add_compensation', 'sequence_in_time'],
  'X-4': ['add_compensation', 'split_scope'],
  'X-5': ['sequence_in_time', 'split_scope'],
  'X-6': ['sequence_in_time', 'split_scope'],
  'X-7': ['change_target', 'split_scope'],
  'X-8': ['change_target', 'sequence_in_time', 'add_compensation'],
  'X-9': ['change_target', 'split_scope'],
  'X-10': ['change_target', 'add_compensation', 'split_scope'],
  'X-11': ['change_target', 'split_scope'],
  'X-12': ['change_target', 'sequence_in_time'],
  'X-13': ['change_target'],
}

/** A finding of a rule; what is not hard can also be accepted. The witness is put in a fixed order. */
export function finding(rule: CoherenceRule, severity: Severity, witness: readonly Witness[], words: string, more: { readonly ambiguous?: true; readonly kind?: string } = {}): Finding {
  const sorted = [...witness].sort((a, b) => compare(a.kind, b.kind) || compare(a.id, b.id))
  const key = [rule, more.kind ?? '', ...sorted.map(({ kind, id }) => `${kind}:${id}`)].filter(Boolean).join(' ')
  const resolutions = severity === 'hard' ? resolutionsOf[rule] : [...resolutionsOf[rule], 'accept_tension' as const]
  return { rule, key, severity, witness: sorted, words, resolutions, ...(more.ambiguous ? { ambiguous: true } : {}) }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
