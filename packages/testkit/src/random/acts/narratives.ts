import { strategyRoutes } from '@throughline/contract/strategy'
import type { DrawnAct, Writers } from './kinds.ts'

/** What people say of measures, and take back. */
export const narrativeActs = ({ owner, editor }: Writers, word: () => string): Readonly<Record<string, DrawnAct>> => ({
  'say what figures mean': async () => {
    const [measure] = (await owner.read(strategyRoutes.readStrategy, {})).measures
    return measure && editor.call(strategyRoutes.addNarrative, { params: { id: measure.id }, body: { fact: word(), judgement: '', forecast: word(), confidence: 'medium', days: measure.actuals.slice(-1).map(({ on }) => on) } })
  },
  'take it back': async () => {
    const [measure] = (await owner.read(strategyRoutes.readStrategy, {})).measures
    const own = measure && (await editor.read(strategyRoutes.listNarratives, { params: { id: measure.id } })).find(({ mine }) => mine)
    return own && editor.call(strategyRoutes.removeNarrative, { params: { id: own.id }, query: { version: own.version } })
  },
})
