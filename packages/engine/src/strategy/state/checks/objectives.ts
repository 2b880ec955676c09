import { addDays } from '../../../kernel/index.ts'
import { fewestDecisions, leastCiting } from '../../decisions/index.ts'
import { anomaly, foundIn, judged, notChecked, thingsOf, type StateCheck } from '../check.ts'
import type { StatedFacts } from '../facts.ts'
import { contradicting } from './contradicting.ts'

const none = 'no objective is in force'

/** Objectives: linked up and down, free of contradictions, current and read, and what decisions go by. */
export const objectiveChecks: readonly StateCheck[] = [
  { id: 'objectives-linked', facet: 'objectives', question: 'Has every objective an owner, an initiative that serves it and a measure?', run: ({ objectives }) => judged(thingsOf(objectives), foundIn('missing', objectives, lacking), none) },
  { id: 'objectives-agree', facet: 'objectives', question: 'Are objectives, targets and initiatives free of contradictions?', run: (facts) => contradicting(facts, ['X-1', 'X-2', 'X-3', 'X-4', 'X-8', 'X-9', 'X-10', 'X-13'], thingsOf(facts.objectives)) },
  {
    id: 'objectives-current', facet: 'objectives', question: 'Are deadlines still ahead, and measures told in time?',
    run: ({ objectives, measures, today }) => judged([...thingsOf(objectives), ...thingsOf(measures)], [
      ...foundIn('stale', objectives, ({ thing: { name }, deadline }) => (deadline !== null && deadline < today ? `“${name}” was due on ${deadline} and is still in force` : null)),
      ...foundIn('stale', measures, ({ thing: { name }, toldOn, maxAgeDays }) => (toldOn !== null && addDays(toldOn, maxAgeDays) < today ? `Of “${name}” nothing is told since ${toldOn}` : null)),
      ...foundIn('missing', measures, ({ thing: { name }, toldOn }) => (toldOn === null ? `Nothing says where “${name}” stands` : null)),
    ], none),
  },
  { id: 'objectives-read', facet: 'objectives', question: 'Was the version in force read in every unit?', run: ({ units }) => judged(thingsOf(units), foundIn('missing', units, ({ thing: { name }, hasRead }) => (hasRead ? null : `Nobody says that the version in force was read in ${name}`)), 'no unit has a strategy of its own') },
  {
    id: 'objectives-decide', facet: 'objectives', question: 'Do decisions go by objectives?',
    run: ({ objectives, decisions }) => {
      if (decisions.length < fewestDecisions) return notChecked(`fewer than ${fewestDecisions} decisions are on record`)
      const silent = decisions.filter(({ cites }) => !cites)
      if (silent.length === decisions.length) return notChecked('of no decision is said which objective was a reason')
      return judged(thingsOf(decisions), decisions.length - silent.length >= leastCiting * decisions.length ? [] : anomaly(`Objectives are stated, and ${silent.length} of ${decisions.length} decisions name none as a reason`, thingsOf(objectives), thingsOf(silent)), none)
    },
  },
]

function lacking({ thing: { name }, owner, initiatives, measures }: StatedFacts['objectives'][number]): string | null {
  const lacks = [owner === null || owner.trim() === '' ? 'owner' : null, initiatives === 0 ? 'initiative' : null, measures === 0 ? 'measure' : null].filter((one) => one !== null)
  return lacks.length === 0 ? null : `“${name}” has no ${lacks.join(', no ')}`
}
