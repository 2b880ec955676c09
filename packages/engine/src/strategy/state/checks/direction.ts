import { anomaly, counted, foundIn, judged, notChecked, thingsOf, type StateCheck } from '../check.ts'
import type { StateFacts } from '../facts.ts'

const isBlank = (text: string): boolean => text.trim() === ''
const noVision = 'no vision is written'
const noMission = 'no mission is written'

/** Vision: where the organisation wants to be, in the long run and in its units. */
export const visionChecks: readonly StateCheck[] = [
  {
    id: 'vision-ahead', facet: 'vision', question: 'Does anything measure as far ahead as the vision looks?',
    run: ({ strategy: { thing, vision }, measures, today }) => {
      if (isBlank(vision)) return notChecked(noVision)
      const far = measures.filter(({ horizon }) => horizon === 'long')
      if (measures.length > 0 && far.length === 0) return judged([thing], [{ kind: 'missing', words: `None of ${counted(measures.length, 'measure', 'measures')} has a long horizon`, things: [thing] }], '')
      return judged(thingsOf(far), foundIn('stale', far, ({ thing: { name }, dueOn }) => (dueOn !== null && dueOn <= today ? `“${name}” was to be reached by ${dueOn} and looks ahead no more` : null)), 'nothing is measured')
    },
  },
  {
    id: 'vision-in-units', facet: 'vision', question: 'Does every unit with a strategy say what it wants?',
    run: ({ strategy: { vision }, units }) => isBlank(vision) ? notChecked(noVision) : judged(thingsOf(units), foundIn('missing', units, ({ thing: { name }, intent }) => (isBlank(intent) ? `The strategy of ${name} does not say what it is about` : null)), 'no unit has a strategy of its own'),
  },
]

/** Mission: what the organisation is for and what it stands for, which its values say. */
export const missionChecks: readonly StateCheck[] = [
  {
    id: 'values-lived', facet: 'mission', question: 'Do decisions serve the values that are stated?',
    run: ({ strategy: { mission }, values }) => {
      if (isBlank(mission)) return notChecked(noMission)
      const named = values.filter(({ served, against }) => served.length + against.length > 0)
      return judged(thingsOf(named), named.flatMap(({ thing, served, against }) => against.length < Math.max(1, served.length) ? [] : anomaly(`“${thing.name}” is stated; of the decisions that name it, ${counted(against.length, 'went against it', 'went against it')} and ${counted(served.length, 'served it', 'served it')}`, [thing], against)), 'no decision names a value')
    },
  },
  { id: 'values-seen', facet: 'mission', question: 'Is said by which behaviours each value is seen?', run: (facts) => ofValues(facts, ({ thing: { name }, behaviours }) => (behaviours === 0 ? `Nothing says how “${name}” would be seen` : null)) },
  {
    id: 'values-shared', facet: 'mission', question: 'Do units stand for what the organisation stands for?',
    run: ({ strategy: { mission }, values, statements }) => {
      if (isBlank(mission)) return notChecked(noMission)
      const passedOver = statements.length === 0 ? [] : values
      return judged(thingsOf(statements), [...foundIn('contradiction', statements, ({ thing: { name }, diverges }) => (diverges ? `“${name}” is neither mapped to a value nor justified` : null)), ...foundIn('missing', passedOver, ({ thing: { name }, takenUp }) => (takenUp ? null : `No unit takes up “${name}”`))], 'no unit has said what it stands for')
    },
  },
]

const ofValues = ({ strategy: { mission }, values }: StateFacts, wrong: (one: StateFacts['values'][number]) => string | null) => isBlank(mission) ? notChecked(noMission) : judged(thingsOf(values), foundIn('missing', values, wrong), 'no value is recorded')
