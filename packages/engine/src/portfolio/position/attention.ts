import type { Rating } from '../../demand/index.ts'
import { notApplicable, type Metric, type Money } from '../../kernel/index.ts'
import { compareRatings } from './health.ts'
import type { Movement } from './movement.ts'
import type { PositionLine } from './facts.ts'

/** Why something waits for a person, most urgent first. */
export const attentionKinds = ['rated_red', 'rating_fell', 'cost_grew', 'end_slipped', 'costs_more_than_it_gives', 'figure_suspect', 'initiative_orphan'] as const
export type AttentionKind = (typeof attentionKinds)[number]

/** One initiative that needs a decision, for one reason. */
export type Attention = { readonly kind: AttentionKind; readonly line: PositionLine; readonly rating: Rating | null; readonly words: string; readonly atStake: Metric<Money>; readonly flag: string | null }

/** When growth and slips ask for a decision: more than 10 % of cost, more than half a year. */
export const thresholds = { costGrowthPercent: 10n, slipDays: 183 } as const

const flagWords: Readonly<Record<string, string>> = {
  likely_units_error: 'The published figure looks like a units error; confirm or correct it.',
  negative_cost: 'The published cost is below zero; confirm that it is an income.',
  end_before_start: 'The published end lies before the start; confirm or correct it.',
  duplicate_key: 'Two lines of the publication carry the same key; say which one counts.',
}

/** What needs a decision at a position, given what moved since the one before. An initiative is listed once for each reason. */
export function attentionOf(lines: readonly PositionLine[], moved: readonly Movement[], orphanIds: ReadonlySet<string>): readonly Attention[] {
  const found = [...lines.flatMap((line) => standing(line, orphanIds)), ...moved.flatMap(movedAttention)]
  const rank = ({ kind }: Attention): number => attentionKinds.indexOf(kind)
  return found.sort((a, b) => rank(a) - rank(b) || compareStake(a, b) || (a.line.name < b.line.name ? -1 : 1))
}

function standing(line: PositionLine, orphanIds: ReadonlySet<string>): readonly Attention[] {
  const found: Attention[] = []
  const add = (kind: AttentionKind, words: string, atStake: Metric<Money>, flag: string | null = null) => found.push({ kind, line, rating: line.rating, words, atStake, flag })
  if (line.rating?.level === 'red') add('rated_red', 'Rated red: successful delivery appears unachievable. Re-plan, rescue or stop.', stakeOf(line))
  if (line.cost.status === 'ok' && line.benefits.status === 'ok' && line.benefits.value.minor < line.cost.value.minor && line.benefits.value.minor > 0n)
    add('costs_more_than_it_gives', 'Costs more than the monetised benefits it gives. Say why it is worth it, or reconsider it.', line.cost)
  for (const flag of line.flags) if (flagWords[flag]) add('figure_suspect', flagWords[flag], notApplicable, flag)
  if (orphanIds.has(line.id)) add('initiative_orphan', 'Serves no objective of the strategy. Link it, or ask why it is funded.', line.cost)
  return found
}

function movedAttention(movement: Movement): readonly Attention[] {
  const { line, kind, change, days, fromAmount } = movement
  const one = (attention: AttentionKind, words: string, atStake: Metric<Money>): readonly Attention[] => [{ kind: attention, line, rating: line.rating, words, atStake, flag: null }]
  if (kind === 'rating' && compareRatings(movement.fromRating, movement.toRating) === 'worse' && line.rating?.level !== 'red')
    return one('rating_fell', 'Delivery confidence fell since the last position. Agree what will be done about it.', stakeOf(line))
  if (kind === 'end' && (days ?? 0) > thresholds.slipDays) return one('end_slipped', `The end moved ${days} days later. Accept the new date, or act on it.`, stakeOf(line))
  if (kind === 'cost' && grewTooMuch(fromAmount, change)) return one('cost_grew', 'Whole-life cost grew by more than 10 %. Approve the growth, or ask for a plan.', change)
  return []
}

/** The benefits that hang on the initiative where there are any, else what it costs. */
function stakeOf({ benefits, cost }: PositionLine): Metric<Money> {
  return benefits.status === 'ok' && benefits.value.minor > 0n ? benefits : cost
}

function grewTooMuch(from: Metric<Money>, change: Metric<Money>): boolean {
  return from.status === 'ok' && change.status === 'ok' && from.value.minor > 0n && change.value.minor * 100n > from.value.minor * thresholds.costGrowthPercent
}

function compareStake(a: Attention, b: Attention): number {
  const stake = ({ atStake }: Attention): bigint => (atStake.status === 'ok' ? (atStake.value.minor < 0n ? -atStake.value.minor : atStake.value.minor) : -1n)
  return stake(a) === stake(b) ? 0 : stake(a) > stake(b) ? -1 : 1
}
