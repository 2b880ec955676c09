import { strategyRoutes } from '@throughline/contract/strategy'
import type { DrawnAct, Writers } from './kinds.ts'

/** What goes between units and the strategy above them, where units have one. */
export const exchangeActs = ({ owner, editor }: Writers, word: () => string): Readonly<Record<string, DrawnAct>> => ({
  'acknowledge the strategy': async () => {
    const { units, inForce } = await owner.read(strategyRoutes.readExchange, {})
    const unit = units.find(({ acknowledged }) => acknowledged === null)
    return unit && editor.call(strategyRoutes.acknowledgeStrategy, { body: { unitId: unit.id, versionId: inForce.id } })
  },
  'raise a signal': async () => {
    const [unit] = (await owner.read(strategyRoutes.readExchange, {})).units
    return unit && editor.call(strategyRoutes.raiseSignal, { body: { unitId: unit.id, kind: 'question', words: word() } })
  },
  'answer a signal': async () => {
    const signal = (await owner.read(strategyRoutes.readExchange, {})).signals.find(({ answer }) => answer === null)
    return signal && owner.call(strategyRoutes.answerSignal, { params: { id: signal.id }, body: { version: signal.version, kind: 'noted', words: word() } })
  },
})
