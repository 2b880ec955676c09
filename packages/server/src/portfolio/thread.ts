import { efficientFrontier, explainCost, explainValue, pricePins, selectPortfolio, type Selection, type SelectionInput, type SelectionRefusal, type Watch } from '@throughline/engine/portfolio'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { serveThread } from '../jobs/thread.ts'
import { reasonOf } from './reason.ts'

/** What a computing job is given: the same input and the same functions as in the browser's worker. */
export type ThreadInput = { readonly task: 'select' | 'frontier' | 'pins' | 'prove'; readonly input: SelectionInput; readonly workUnits?: number; readonly points?: number }

/** What no portfolio can exceed, and the prices that show it. */
export type Proof = Pick<Selection, 'bound' | 'certificate'>

/** Beyond so many candidates a job does not solve anew for the opposite of every verdict: each would take a solve of its own. */
const explainedAtMost = 500

serveThread<ThreadInput>(({ task, input, workUnits, points }, { progress, cancelled }) => {
  const watch: Watch = {
    shouldStop: cancelled,
    onProgress: ({ gap, workUnits: done }) => progress({ done, ...(workUnits ? { total: workUnits } : {}), note: gap === null ? 'Looking for a first portfolio' : `At most ${(gap * 100).toFixed(2)}% from the best possible` }),
  }
  const effort = { ...(workUnits ? { workUnits } : {}), ...(input.candidates.length > explainedAtMost ? { explain: 'quick' as const } : {}) }
  switch (task) {
    case 'select':
      return answer(selectPortfolio(input, effort, watch), (selection) => ({ selection, why: { value: explainValue(input, selection), cost: explainCost(input, selection) } }))
    case 'frontier':
      return answer(efficientFrontier(input, points ?? 20, effort, watch), (found) => ({ points: found }))
    case 'prove':
      return answer(selectPortfolio(input, { ...effort, explain: 'quick' }, watch), ({ bound, certificate }): Proof => ({ bound, certificate }))
    case 'pins':
      return answer(pricePins(input, effort, watch), (prices) => ({ prices }))
  }
})

function answer<T>(result: Result<T, SelectionRefusal>, present: (value: T) => object) {
  return result.ok ? ok(present(result.value)) : refuse({ code: 'selection_invalid', values: { reason: reasonOf(result.refusal), refusal: result.refusal } })
}
