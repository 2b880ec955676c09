import { expect, it } from 'vitest'
import { roadmapOutcome } from './outcome.ts'

const standing = { value: 1, bound: 1, gap: 0, proved: true, goAhead: 2 }

it('names objectives, and what ends after its objective is due or with the horizon', () => {
  const plan = [{ candidateId: 'a', variantId: 'v', start: 0 }, { candidateId: 'b', variantId: 'v', start: 1 }]
  const outcome = roadmapOutcome(
    { periods: ['2027', '2028', '2029'], before: standing, after: standing, shifts: [{ candidateId: 'a', name: 'A', what: 'earlier', from: 1, to: 0, endsIn: 1 }], objectives: [{ id: 'x', before: 5, after: 6 }, { id: 'y', before: 1, after: 9 }], plan, names: ['A', 'B'], ends: [1, 2] },
    { from: ['2027-01-01', '2028-01-01', '2029-01-01'], deadlines: [{ objectiveId: 'x', deadline: '2028-12-31' }, { objectiveId: 'y', deadline: '2027-12-31' }], serves: [{ initiativeId: 'a', objectiveId: 'x' }, { initiativeId: 'a', objectiveId: 'y' }, { initiativeId: 'b', objectiveId: 'x' }], objectives: [{ id: 'x', statement: 'X' }, { id: 'y', statement: 'Y' }], left: 3 },
  )
  expect(outcome.objectives).toEqual([{ statement: 'Y', before: 1, after: 9 }, { statement: 'X', before: 5, after: 6 }])
  expect(outcome.late).toEqual([{ initiativeId: 'a', name: 'A', statement: 'Y', deadline: '2027-12-31', finishOn: '2028-12-31' }, { initiativeId: 'b', name: 'B', statement: 'X', deadline: '2028-12-31', finishOn: null }])
  expect(outcome.shifts).toEqual([{ initiativeId: 'a', name: 'A', what: 'earlier', from: 1, to: 0, endsIn: 1 }])
})
