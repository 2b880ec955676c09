import { known, mapMetric, numberFigure, type CivilDate, type Explained } from '../../kernel/index.ts'
import { actualTerm, expectedOn, shortfallOf, standing, type MeasureFacts } from '../../strategy/index.ts'
import { isOpenIdea, type IdeaState } from './idea.ts'

/** A measure that is off its course and that no idea answers yet. */
export type MeasureShortfall = { readonly measureId: string; readonly name: string; readonly objectiveId: string; readonly standing: 'at_risk' | 'off_track'; readonly shortfall: Explained<number> }
/** An idea that came of a measure, with when its state began. */
export type MeasureIdea = { readonly measureId: string; readonly state: IdeaState; readonly since: CivilDate }

/**
 * Measures that are off their course and call for an idea, those off track first. A measure for which an idea is open, or became an
 * initiative, is answered; one whose idea was declined calls again once something newer was measured.
 */
export function measureShortfalls(measures: readonly MeasureFacts[], ideas: readonly MeasureIdea[]): readonly MeasureShortfall[] {
  const answered = Map.groupBy(ideas, ({ measureId }) => measureId)
  return measures
    .flatMap((measure): readonly MeasureShortfall[] => {
      const [word, latest] = [standing(measure), measure.actuals.at(-1)]
      if ((word !== 'at_risk' && word !== 'off_track') || !latest) return []
      if ((answered.get(measure.id) ?? []).some(({ state, since }) => isOpenIdea(state) || state === 'to_case' || since >= latest.on)) return []
      return [{ measureId: measure.id, name: measure.name, objectiveId: measure.objectiveId, standing: word, shortfall: shortfallFrom(measure, latest.on, latest.value) }]
    })
    .sort((a, b) => order.indexOf(a.standing) - order.indexOf(b.standing) || (a.name < b.name ? -1 : a.name > b.name ? 1 : a.measureId < b.measureId ? -1 : 1))
}

const order: readonly MeasureShortfall['standing'][] = ['off_track', 'at_risk']

/** How far the latest actual is behind its course; after the due date the target is the yardstick, of a band its nearest edge. */
function shortfallFrom(measure: MeasureFacts, on: CivilDate, value: number): Explained<number> {
  const expected = expectedOn(measure, on)
  const yardstick = measure.direction.kind === 'range' ? known(value) : measure.dueOn !== null && on > measure.dueOn && measure.target !== null ? known(measure.target) : expected.metric
  const metric = mapMetric(yardstick, (should) => shortfallOf(measure.direction, value, should))
  return {
    metric,
    why: {
      term: `${measure.name} behind its course`, figure: mapMetric(metric, (behind) => numberFigure(behind, measure.unit)), formula: 'trajectory',
      terms: [actualTerm(measure, measure.actuals.at(-1)), measure.direction.kind === 'range' ? { term: 'The band', figure: known({ kind: 'text', text: `${measure.direction.low} to ${measure.direction.high}` }) } : { ...expected.why, figure: mapMetric(yardstick, (should) => numberFigure(should, measure.unit)) }],
    },
  }
}
