import { daysBetween, known, notApplicable, numberFigure, mapMetric, ratio, undefinedBecause, type CivilDate, type Explained, type Explanation, type Metric } from '../../kernel/index.ts'

/** How soon a recommendation is to be followed: at once, by a day, or at the discretion of its owner. */
export const recommendationClasses = ['do_now', 'do_by', 'consider'] as const
export type RecommendationClass = (typeof recommendationClasses)[number]
/** `done` says its owner; `confirmed` say reviewers after they looked again. */
export const recommendationStates = ['open', 'done', 'confirmed', 'withdrawn'] as const
export type RecommendationState = (typeof recommendationStates)[number]

/** A recommendation of a report. `reportedOn` is the day of that; `doneOn` when its owner said that it is done, `overOn` when it was confirmed or withdrawn. */
export type RecommendationFacts = {
  readonly words: string; readonly class: RecommendationClass; readonly state: RecommendationState; readonly reportedOn: CivilDate; readonly dueOn: CivilDate | null; readonly doneOn: CivilDate | null; readonly overOn: CivilDate | null
}
/** `ageDays` from the report until it was over, or today; `overdueDays` beyond its due day until its owner said that it is done, 0 where it is not overdue, not applicable where it has no due day. */
export type RecommendationAge = { readonly dueOn: CivilDate | null; readonly ageDays: number; readonly overdueDays: Metric<number> }

/** How old a recommendation is and how late (recommendation-age). What is to be done now was due on the day of the report. */
export function recommendationAge({ class: of, state, reportedOn, dueOn, doneOn, overOn }: RecommendationFacts, today: CivilDate): RecommendationAge {
  const due = of === 'do_now' ? reportedOn : dueOn
  const until = state === 'open' ? today : (doneOn ?? overOn ?? today)
  return { dueOn: due, ageDays: Math.max(0, daysBetween(reportedOn, overOn ?? today)), overdueDays: due === null ? notApplicable : known(Math.max(0, daysBetween(due, until))) }
}

/** Open ones by class, how many of them are overdue, how old the oldest is, and which share of all was confirmed. */
export type RecommendationFigures = { readonly open: readonly { readonly class: RecommendationClass; readonly open: number; readonly overdue: number }[]; readonly oldestDays: Explained<number>; readonly confirmed: Explained<number> }

/** What has become of recommendations (recommendation-age): those that were withdrawn count nowhere, those that are done count as confirmed only once somebody looked again. */
export function recommendationFigures(all: readonly RecommendationFacts[], today: CivilDate): RecommendationFigures {
  const counted = all.filter(({ state }) => state !== 'withdrawn').map((one) => ({ ...one, ...recommendationAge(one, today) }))
  const [open, confirmed] = [counted.filter(({ state }) => state === 'open'), counted.filter(({ state }) => state === 'confirmed').length]
  const oldest: Metric<number> = open.length === 0 ? undefinedBecause('NO_ACTUALS') : known(Math.max(...open.map(({ ageDays }) => ageDays)))
  const share = ratio(confirmed, counted.length, 'NO_ACTUALS')
  const oldestFirst = open.toSorted((a, b) => b.ageDays - a.ageDays)
  return {
    open: recommendationClasses.map((one) => {
      const own = open.filter((each) => each.class === one)
      return { class: one, open: own.length, overdue: own.filter(({ overdueDays }) => overdueDays.status === 'ok' && overdueDays.value > 0).length }
    }),
    oldestDays: {
      metric: oldest,
      why: { term: 'Oldest open recommendation', figure: mapMetric(oldest, days), formula: 'recommendation-age', note: 'Days since the day of its report', terms: oldestFirst.slice(0, most).map(({ words, ageDays }): Explanation => ({ term: words, figure: known(days(ageDays)) })), ...(open.length > most ? { omitted: open.length - most } : {}) },
    },
    confirmed: {
      metric: share,
      why: { term: 'Confirmed', figure: mapMetric(share, (one) => numberFigure(Math.round(one * 1000) / 10, 'percent')), formula: 'recommendation-age', note: 'Of all that were not withdrawn', terms: (['open', 'done', 'confirmed'] as const).map((state) => ({ term: stateWords[state], figure: known(numberFigure(counted.filter((one) => one.state === state).length)) })) },
    },
  }
}

/** Terms that an explanation names. */
const most = 10
const days = (count: number) => numberFigure(count, 'day')
const stateWords = { open: 'Open', done: 'Done, not looked at again', confirmed: 'Confirmed' } as const
