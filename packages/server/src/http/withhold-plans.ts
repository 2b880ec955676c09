/** What of plans, scenarios and changes stays where amounts are withheld: who, which, when, in which state, and that an amount is another one; never which. */
export type Fields = Readonly<Record<string, unknown>>
type Withhold = (part: unknown) => unknown

/** An entry that gives an amount beside what else it tells: evidence of it, or what else moved and why. */
export const tellsMore = (entry: Fields): boolean => 'cause' in entry || ('what' in entry && 'fields' in entry)

/** What stood in the order of its amounts stands by name, or by cause, since the order would tell which of them is the larger one. */
export const inOrderOfNames = <T>(entries: readonly T[]): readonly T[] => [...entries].sort((a, b) => compare(nameOf(a), nameOf(b)))
const nameOf = (entry: unknown): string => ['name', 'cause', 'effect', 'kind', 'id'].map((part) => String((entry as Fields)[part] ?? '')).join('\u0000')
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Where the content of a field stands, in the ways in which content is told: before and after, of a scenario and its base, of two plans, of several. */
const contents: readonly (readonly string[])[] = [['before', 'after'], ['base', 'value'], ['base', 'plan', 'scenario'], ['from', 'to'], ['values', 'kind', 'id']]

/** The parts of a field that hold its content; undefined where this is no field with content. What measures say is told to everybody, so that what changes of one is no amount. */
export function contentsOf(value: Fields): readonly string[] | undefined {
  if (typeof value['field'] !== 'string' || 'op' in value || value['kind'] === 'measure_changed') return undefined
  const found = contents.find((names) => names.every((name) => name in value))
  // The two sides of a comparison are no content of the field by which it goes.
  return found?.[0] === 'from' && typeof value['from'] === 'object' && value['from'] !== null && !Array.isArray(value['from']) ? undefined : found?.filter((name) => name !== 'kind' && name !== 'id')
}

/**
 * A selection that was kept: what was chosen of how many, and whether that is proved. Its worth is told in points; bound and gap are not, for
 * costs and budgets went into them, and neither are constraints that name an amount.
 */
export function keptSelection(value: Fields, withhold: Withhold): Fields {
  const { totalValue, valueUnit, constraints, ...rest } = value
  const told = Array.isArray(constraints) ? { constraints: constraints.filter((one) => !('limit' in (one as Fields))) } : {}
  return { ...(withhold(rest) as Fields), valueUnit, ...told, totalValue: valueUnit === 'points' ? totalValue : null, bound: null, gap: null, totalCost: null, amounts: 'withheld' }
}

export const isSelection = (value: Fields): boolean => 'totalValue' in value && 'valueUnit' in value && 'chosen' in value

/** Names that are made from all the figures of a plan: who knows all but one of them could try which it is. */
export const madeFromFigures = new Set(['figuresHash', 'hashBefore', 'hashAfter'])
