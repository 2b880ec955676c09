import { dateFigure, dateOfDay, dayNumber, daysBetween, known, mapMetric, missing, notApplicable, numberFigure, textFigure, type CivilDate, type Explained, type Explanation, type Metric } from '../../kernel/index.ts'
import { drawEnds, type Drawn, type RangeBasis } from './draw.ts'
import type { ContributorFacts, ForecastGround, MilestoneFacts } from './facts.ts'
import { leastSlips } from './slips.ts'

/** The end of one contributor: nine times in ten it is not before `p10On`, once in ten later than `p90On`. */
export type ContributorForecast = {
  readonly id: string
  readonly basis: RangeBasis | 'none'
  readonly p10On: Metric<CivilDate>
  readonly p50On: Metric<CivilDate>
  readonly p90On: Metric<CivilDate>
  /** Share of runs in which it is over by the wanted day. */
  readonly confidence: Metric<number>
  /** Share of runs in which it comes last of those that are required, ties shared out; of a helpful one it is not applicable. */
  readonly criticality: Metric<number>
}

export type MilestoneForecast = {
  readonly contributors: readonly ContributorForecast[]
  /** When the last of the required contributors is over. */
  readonly p10On: Metric<CivilDate>
  readonly p50On: Explained<CivilDate>
  readonly p90On: Metric<CivilDate>
  /** Share of runs in which all that is required is over by the wanted day. */
  readonly confidence: Explained<number>
  /** The last of the planned or likely ends, as a plan without ranges has it. */
  readonly naiveOn: Metric<CivilDate>
  /** Days by which the middle of the forecast lies behind the last of the contributors' own middles: what is lost where ways meet. */
  readonly mergeDays: Explained<number>
  /** Required contributors whose planned end counts as certain, for no range of it is known. */
  readonly certain: readonly string[]
}

type Run = { readonly facts: ContributorFacts; readonly drawn: Drawn }
type Sure = { readonly facts: ContributorFacts; readonly drawn: Exclude<Drawn, { readonly basis: 'none' }> }

/**
 * When a milestone is reached: the last of the contributors that are required, by simulation (milestone-forecast). They are taken as
 * independent of each other; those that only help hold nothing up. Undefined while one of the required has no end, and not applicable once
 * it was reached.
 */
export function forecastMilestone({ name, wantedOn, reachedOn, contributors }: MilestoneFacts, ground: ForecastGround): MilestoneForecast {
  const all = contributors.map((facts): Run => ({ facts, drawn: drawEnds(facts, ground) }))
  const required = all.filter(({ facts }) => facts.role === 'required')
  const sure = required.filter((one): one is Sure => one.drawn.basis !== 'none')
  const lacking = required.flatMap(({ drawn }) => (drawn.basis === 'none' ? [drawn.because] : []))
  const none = reachedOn !== null ? notApplicable : required.length === 0 ? missing('an initiative that is required') : lacking.length > 0 ? missing(...lacking) : undefined
  const last = none ? undefined : lastOf(sure, ground.runs)
  const wanted = dayNumber(wantedOn)
  const each = all.map(({ facts, drawn }) => contributorForecast(facts, drawn, wanted, last?.shares.get(facts.id)))
  const sorted = sortedOf(last?.days ?? new Int32Array())
  const at = (part: number): Metric<CivilDate> => none ?? known(dateOfDay(quantile(sorted, part)))
  const p50On = at(0.5)
  const confidence: Metric<number> = none ?? known(shareBy(sorted, wanted))
  const latest = (days: readonly number[]): number => Math.max(...days)
  const middles = each.flatMap(({ p50On: middle }, place) => (all[place]?.facts.role === 'required' && middle.status === 'ok' ? [dayNumber(middle.value)] : []))
  const mergeDays: Metric<number> = none ?? mapMetric(p50On, (day) => dayNumber(day) - latest(middles))
  const certain = sure.filter(({ drawn }) => drawn.basis === 'date').map(({ facts }) => facts.name)
  const terms = required.map(({ facts, drawn }, place) => termOf(facts, drawn, each[all.findIndex((one) => one.facts === required[place]?.facts)]))
  const note = noteOf(ground, certain)
  return {
    contributors: each, p10On: at(0.1), p90On: at(0.9), naiveOn: none ?? known(dateOfDay(latest(sure.map(({ drawn }) => drawn.likely)))), certain,
    p50On: { metric: p50On, why: { term: `${name}: as likely before as after`, figure: mapMetric(p50On, dateFigure), formula: 'milestone-forecast', note, terms } },
    confidence: { metric: confidence, why: { term: `${name}: runs that keep ${wantedOn}`, figure: mapMetric(confidence, (share) => numberFigure(share, 'ratio')), formula: 'milestone-forecast', note, terms: required.map(({ facts }) => keptTerm(facts, each.find(({ id }) => id === facts.id))) } },
    mergeDays: { metric: mergeDays, why: { term: `${name}: days lost where ways meet`, figure: mapMetric(mergeDays, (days) => numberFigure(days, 'day')), formula: 'milestone-forecast', note: 'The middle of the forecast, less the last of the contributors’ own middles', terms } },
  }
}

/** Days between the wanted day and the middle of the forecast, or the day on which it was reached; above 0 is late. */
export const daysLate = ({ wantedOn, reachedOn }: Pick<MilestoneFacts, 'wantedOn' | 'reachedOn'>, { p50On }: Pick<MilestoneForecast, 'p50On'>): Metric<number> =>
  reachedOn === null ? mapMetric(p50On.metric, (day) => daysBetween(wantedOn, day)) : known(daysBetween(wantedOn, reachedOn))

/** The day by which a contributor is over half of the time and four times of five; null where nothing is known of its end. */
export function endsOf(one: ContributorFacts, ground: ForecastGround): { readonly p50: CivilDate; readonly p80: CivilDate } | null {
  const drawn = drawEnds(one, ground)
  if (drawn.basis === 'none') return null
  const sorted = sortedOf(drawn.days)
  return { p50: dateOfDay(quantile(sorted, 0.5)), p80: dateOfDay(quantile(sorted, 0.8)) }
}

/** The last end of each run, and how often each contributor is the last. */
function lastOf(required: readonly Sure[], runs: number): { readonly days: Int32Array; readonly shares: ReadonlyMap<string, number> } {
  const days = new Int32Array(runs)
  const times = required.map(() => 0)
  for (let run = 0; run < runs; run++) {
    let last = -Infinity
    let many = 0
    for (const { drawn } of required) {
      const day = drawn.days[run] ?? 0
      if (day > last) {
        last = day
        many = 1
      } else if (day === last) many++
    }
    days[run] = last
    for (let at = 0; at < required.length; at++) if (required[at]?.drawn.days[run] === last) times[at] = (times[at] ?? 0) + 1 / many
  }
  return { days, shares: new Map(required.map(({ facts }, at) => [facts.id, (times[at] ?? 0) / runs])) }
}

function contributorForecast({ id, role }: ContributorFacts, drawn: Drawn, wanted: number, share: number | undefined): ContributorForecast {
  const criticality: Metric<number> = role === 'helpful' ? notApplicable : share === undefined ? missing('an end of each that is required') : known(share)
  if (drawn.basis === 'none') {
    const none = missing(drawn.because)
    return { id, basis: 'none', p10On: none, p50On: none, p90On: none, confidence: none, criticality }
  }
  const sorted = sortedOf(drawn.days)
  const at = (part: number): Metric<CivilDate> => known(dateOfDay(quantile(sorted, part)))
  return { id, basis: drawn.basis, p10On: at(0.1), p50On: at(0.5), p90On: at(0.9), confidence: known(shareBy(sorted, wanted)), criticality }
}

/** What is said of where a range comes from. */
export const basisWords: Readonly<Record<RangeBasis | 'none', string>> = {
  done: 'it is over', estimate: 'three points that somebody gave', record: 'its planned end, and how planned ends have held so far', date: 'its planned end alone, taken as certain', none: 'nothing is known',
}

const termOf = ({ name }: ContributorFacts, { basis }: Drawn, one: ContributorForecast | undefined): Explanation => ({
  term: name, figure: mapMetric(one?.p50On ?? missing(name), dateFigure), note: basisWords[basis],
  ...(one?.p10On.status === 'ok' && one.p90On.status === 'ok' ? { terms: [{ term: 'From P10 to P90', figure: known(textFigure(`${one.p10On.value} to ${one.p90On.value}`)) }, { term: 'Runs in which it comes last', figure: mapMetric(one.criticality, (share) => numberFigure(share, 'ratio')) }] } : {}),
})
const keptTerm = ({ name }: ContributorFacts, one: ContributorForecast | undefined): Explanation => ({ term: `${name}, on its own`, figure: mapMetric(one?.confidence ?? missing(name), (share) => numberFigure(share, 'ratio')), note: basisWords[one?.basis ?? 'none'] })

const noteOf = ({ runs, seed, slips }: ForecastGround, certain: readonly string[]): string =>
  [`${runs} runs with the seed ${seed}, contributors independent of each other`, slips.length < leastSlips ? `${slips.length} planned ends are on record, ${leastSlips} are needed to learn from them` : `${slips.length} planned ends are on record`, ...(certain.length > 0 ? [`taken as certain: ${certain.join(', ')}`] : [])].join('; ')

/** Days apart up to which counting each day is quicker than sorting. */
const mostCounted = 100_000
/** In order, the earliest first: by how often each day comes, since ends lie within a few years and runs are thousands. */
function sortedOf(days: Int32Array): Int32Array {
  let low = days[0] ?? 0
  let high = low
  for (const day of days) {
    if (day < low) low = day
    if (day > high) high = day
  }
  if (high - low > mostCounted) return Int32Array.from(days).sort()
  const times = new Uint32Array(high - low + 1)
  for (const day of days) times[day - low] = (times[day - low] ?? 0) + 1
  const sorted = new Int32Array(days.length)
  let from = 0
  for (let at = 0; at < times.length; at++) {
    const to = from + (times[at] ?? 0)
    sorted.fill(low + at, from, to)
    from = to
  }
  return sorted
}
/** The nearest rank: the first day by which that part of the runs is over. */
const quantile = (sorted: Int32Array, part: number): number => sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? 0
/** The part of the runs, in order, that is over by a day. */
function shareBy(sorted: Int32Array, wanted: number): number {
  const after = sorted.findIndex((day) => day > wanted)
  return after === -1 ? 1 : after / sorted.length
}
