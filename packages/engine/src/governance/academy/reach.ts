import { mapMetric, missing, numberFigure, ratio, type Explained, type Metric } from '../../kernel/index.ts'
import { safeCounts } from '../../people/index.ts'
import { fewPeople, isFew } from './few.ts'

/** How many of the people a course is for have attended it, as it may be shown. */
export type CourseReach = { readonly audience: Metric<number>; readonly reached: Metric<number>; readonly share: Explained<number> }

/** The share of those a course is for who attended a session of it (academy-reach); who attended and is not among them counts nowhere. Withheld where it would tell of fewer than five: how many it is for is known from the list of members. */
export function courseReach(audience: ReadonlySet<string>, attended: ReadonlySet<string>): CourseReach {
  const count = [...audience].filter((one) => attended.has(one)).length
  const { cells: [row = []], total } = safeCounts([[count, audience.size - count]])
  const [reached = missing('people'), left = missing('people')] = isFew(audience.size) ? [fewPeople, fewPeople] : row
  const share: Metric<number> = reached.status === 'ok' ? ratio(count, audience.size) : reached
  const people = (metric: Metric<number>) => mapMetric(metric, (one) => numberFigure(one))
  return {
    audience: total, reached,
    share: { metric: share, why: { term: 'Reach', figure: mapMetric(share, (one) => numberFigure(one, 'ratio')), formula: 'academy-reach', note: 'Who attended at least one session, of everybody the course is for', terms: [{ term: 'Attended', figure: people(reached) }, { term: 'Not yet', figure: people(left) }, { term: 'Everybody it is for', figure: people(total) }] } },
  }
}
