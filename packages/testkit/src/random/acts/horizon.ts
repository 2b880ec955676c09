import { strategyRoutes } from '@throughline/contract/strategy'
import type { DrawnAct, Writers } from './kinds.ts'

/** Horizon scanning: a signal of change that is judged and trips an assumption, its review, and a theme that is watched. */
export const horizonActs = ({ owner, editor }: Writers): Readonly<Record<string, DrawnAct>> => {
  const horizon = () => owner.read(strategyRoutes.readHorizon, {})
  const signal = async () => (await horizon()).signals.at(-1)
  const standing = async () => (await horizon()).assumptions.find((one) => one.standing !== 'given_up')
  const watched = async () => (await horizon()).watch.at(-1)
  return {
    'note a signal of change': () => editor.call(strategyRoutes.addChangeSignal, { body: { title: crypto.randomUUID(), source: 'The press', seenOn: '2025-01-31', theme: 'Law' } }),
    'write down an assumption': async () => {
      const [objective] = (await owner.read(strategyRoutes.readStrategy, {})).objectives
      return editor.call(strategyRoutes.addAssumption, { body: { statement: crypto.randomUUID(), owner: 'Strategy office', reviewOn: '2190-01-31', objectiveIds: objective ? [objective.id] : [] } })
    },
    'judge a signal of change': async () => {
      const one = await signal()
      return one && editor.call(strategyRoutes.triageChangeSignal, { params: { id: one.id }, body: { version: one.version, impact: 'high', likelihood: 'possible', time: 'now', reason: crypto.randomUUID() } })
    },
    'change a signal of change': async () => {
      const one = await signal()
      return one && editor.call(strategyRoutes.changeChangeSignal, { params: { id: one.id }, body: { version: one.version, words: crypto.randomUUID() } })
    },
    'trip an assumption': async () => {
      const [one, assumption] = [await signal(), await standing()]
      return one && assumption && editor.call(strategyRoutes.linkChangeSignal, { params: { id: one.id }, body: { version: one.version, assumptionId: assumption.id, effect: 'trips', words: 'It is law' } })
    },
    'change an assumption': async () => {
      const one = await standing()
      return one && editor.call(strategyRoutes.changeAssumption, { params: { id: one.id }, body: { version: one.version, tripWords: crypto.randomUUID() } })
    },
    'review an assumption': async () => {
      const one = await standing()
      return one && owner.call(strategyRoutes.reviewAssumption, { params: { id: one.id }, body: { version: one.version, outcome: 'holds', words: crypto.randomUUID(), reviewOn: '2191-01-31' } })
    },
    'watch a theme': () => editor.call(strategyRoutes.addWatchItem, { body: { theme: crypto.randomUUID(), owner: 'Ada', everyDays: 90 } }),
    'look at a theme': async () => {
      const one = await watched()
      return one && editor.call(strategyRoutes.changeWatchItem, { params: { id: one.id }, body: { version: one.version, lookedOn: '2025-03-31' } })
    },
    'watch a theme no longer': async () => {
      const one = await watched()
      return one && editor.call(strategyRoutes.removeWatchItem, { params: { id: one.id }, query: { version: one.version } })
    },
  }
}
