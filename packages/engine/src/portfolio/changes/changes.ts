import type { Rating } from '../../demand/index.ts'
import { daysBetween, explainTotal, known, mapMetric, money, moneyFigure, subtractMoney, undefinedBecause, type Currency, type Explained, type Explanation, type Metric, type Money } from '../../kernel/index.ts'
import { causes, changeFields, type Between, type Cause, type ChangeField, type MomentLine } from './moment.ts'
import { movedBetween, type Effect, type Moved } from './moves.ts'

/** What one cause, in one way, moved a total by; the lines of a total sum exactly to its change. */
export type CauseLine = { readonly cause: Cause; readonly effect: Effect; readonly initiatives: number; readonly amount: Money }
/** A total at both moments. The change is that of what is known, and is there also where a total is not. */
export type TotalChange = { readonly before: Metric<Money>; readonly after: Metric<Money>; readonly change: Explained<Money>; readonly lines: readonly CauseLine[] }
/** How many went from one rating to another; null is none. Levels are counted, never averaged. */
export type RatingStep = { readonly from: Rating | null; readonly to: Rating | null; readonly initiatives: number }
/** Dates that moved, by the days that they moved: later and earlier apart, so that one does not hide the other. */
export type DateMoves = { readonly later: { readonly initiatives: number; readonly days: number }; readonly earlier: { readonly initiatives: number; readonly days: number }; readonly set: number; readonly cleared: number }

/** Everything that changed between two moments of a portfolio. */
export type PortfolioChanges = {
  readonly totals: Readonly<Record<ChangeField, TotalChange>>
  readonly counts: { readonly before: number; readonly after: number; readonly joined: number; readonly left: number; readonly changed: number; readonly unitsMoved: number }
  readonly ratings: readonly RatingStep[]
  readonly starts: DateMoves
  readonly ends: DateMoves
  /** Initiatives that joined, left or moved in an amount, a date, a rating or their unit. */
  readonly moved: readonly Moved[]
}

/** What changed between two moments, by initiative and by cause; amounts are in `currency`. */
export function portfolioChanges(between: Between, currency: Currency): PortfolioChanges {
  const moved = movedBetween(between).filter(isMoved)
  const both = moved.flatMap(({ from, to }) => (from && to ? [{ from, to }] : []))
  return {
    totals: Object.fromEntries(changeFields.map((field) => [field, totalChange(field, between, moved, currency)])) as Record<ChangeField, TotalChange>,
    counts: {
      before: between.from.length, after: between.to.length, joined: moved.filter(({ from }) => !from).length, left: moved.filter(({ to }) => !to).length,
      changed: both.length, unitsMoved: both.filter(({ from, to }) => from.unitId !== to.unitId).length,
    },
    ratings: ratingSteps(both),
    starts: dateMoves(both.map(({ from, to }) => [from.startOn, to.startOn])),
    ends: dateMoves(both.map(({ from, to }) => [from.endOn, to.endOn])),
    moved,
  }
}

const isMoved = ({ from, to, moves }: Moved): boolean =>
  !from || !to || moves.length > 0 || from.unitId !== to.unitId || from.startOn !== to.startOn || from.endOn !== to.endOn || ratingKey(from.rating) !== ratingKey(to.rating)

function totalChange(field: ChangeField, { from, to }: Between, moved: readonly Moved[], currency: Currency): TotalChange {
  const zero = money(0n, currency)
  const all = moved.flatMap(({ line, moves }) => moves.filter((move) => move.field === field).map((move) => ({ ...move, line })))
  const groups = [...Map.groupBy(all, ({ cause, effect }) => `${cause} ${effect}`).values()].flatMap((group) => {
    const [first] = group
    return first ? [{ line: { cause: first.cause, effect: first.effect, initiatives: group.length, amount: money(group.reduce((sum, { minor }) => sum + minor, 0n), currency) }, group }] : []
  })
  groups.sort((a, b) => bySize(a.line.amount.minor, b.line.amount.minor) || (termOf(a.line) < termOf(b.line) ? -1 : 1))
  const change = subtractMoney(sumOf(to, field, currency), sumOf(from, field, currency))
  const why: Explanation = {
    term: fieldWords[field],
    figure: known(moneyFigure(change)),
    formula: 'portfolio-changes',
    terms: groups.map(({ line, group }) => explainTotal(termOf(line), group.map((one) => ({ term: one.line.name, amount: known(money(one.minor, currency)) })), zero).why),
  }
  return { before: totalOf(from, field, currency), after: totalOf(to, field, currency), change: { metric: known(change), why }, lines: groups.map(({ line }) => line) }
}

const fieldWords: Readonly<Record<ChangeField, string>> = { cost: 'change of the cost', benefits: 'change of the benefits', inYearBaseline: 'change of the budget of the year', inYearForecast: 'change of the forecast of the year' }
const effectWords: Readonly<Record<Effect, string>> = { joined: '', left: '', changed: '', became_known: ': became known', became_unknown: ': became unknown' }
const termOf = ({ cause, effect }: Pick<CauseLine, 'cause' | 'effect'>): string => `${causes[cause]}${effectWords[effect]}`

const sumOf = (lines: readonly MomentLine[], field: ChangeField, currency: Currency): Money => money(lines.reduce((sum, { amounts }) => sum + (amounts[field] ?? 0n), 0n), currency)

/** The total of what is known; undefined where there are initiatives and none gives a figure. */
const totalOf = (lines: readonly MomentLine[], field: ChangeField, currency: Currency): Metric<Money> =>
  lines.length > 0 && lines.every(({ amounts }) => amounts[field] === null) ? undefinedBecause('NOT_PUBLISHED') : mapMetric(known(lines), (all) => sumOf(all, field, currency))

const ratingKey = (rating: Rating | null): string => (rating ? `${rating.scale} ${rating.level}` : '')

function ratingSteps(both: readonly { readonly from: MomentLine; readonly to: MomentLine }[]): readonly RatingStep[] {
  const changed = both.filter(({ from, to }) => ratingKey(from.rating) !== ratingKey(to.rating))
  const groups = Map.groupBy(changed, ({ from, to }) => `${ratingKey(from.rating)} > ${ratingKey(to.rating)}`)
  return [...groups].sort(([a, some], [b, others]) => others.length - some.length || (a < b ? -1 : 1)).flatMap(([, group]) => (group[0] ? [{ from: group[0].from.rating, to: group[0].to.rating, initiatives: group.length }] : []))
}

function dateMoves(pairs: readonly (readonly [string | null, string | null])[]): DateMoves {
  const days = pairs.flatMap(([from, to]) => (from && to && from !== to ? [daysBetween(from, to)] : []))
  const part = (some: readonly number[]) => ({ initiatives: some.length, days: some.reduce((sum, one) => sum + one, 0) })
  return { later: part(days.filter((one) => one > 0)), earlier: part(days.filter((one) => one < 0)), set: pairs.filter(([from, to]) => !from && to).length, cleared: pairs.filter(([from, to]) => from && !to).length }
}

const absolute = (minor: bigint): bigint => (minor < 0n ? -minor : minor)
const bySize = (a: bigint, b: bigint): number => (absolute(a) === absolute(b) ? 0 : absolute(a) > absolute(b) ? -1 : 1)

/** The initiatives that moved an amount most, and what all the others come to: together they are the change of the total. */
export function largestMoves(changes: PortfolioChanges, field: ChangeField, range: { readonly from: number; readonly limit: number; /** By how much they moved, or, where that is not to be told, by name. */ readonly by?: 'size' | 'name' }, currency: Currency): { readonly total: number; readonly items: readonly Moved[]; readonly rest: { readonly initiatives: number; readonly amount: Money } } {
  const minorOf = ({ moves }: Moved): bigint => moves.reduce((sum, move) => (move.field === field ? sum + move.minor : sum), 0n)
  const sized = changes.moved.map((one) => ({ one, minor: minorOf(one) })).sort((a, b) => (range.by === 'name' ? 0 : bySize(a.minor, b.minor)) || (a.one.line.name === b.one.line.name ? (a.one.line.id < b.one.line.id ? -1 : 1) : a.one.line.name < b.one.line.name ? -1 : 1))
  const items = sized.slice(range.from, range.from + range.limit)
  const others = [...sized.slice(0, range.from), ...sized.slice(range.from + range.limit)]
  return { total: sized.length, items: items.map(({ one }) => one), rest: { initiatives: others.length, amount: money(others.reduce((sum, { minor }) => sum + minor, 0n), currency) } }
}
