import { demandRoutes } from '@throughline/contract/demand'
import { strategyRoutes } from '@throughline/contract/strategy'
import type { DrawnAct, Writers } from './kinds.ts'

/** An initiative that is closed, and what it came to. */
export const outcomeActs = ({ owner, editor }: Writers, word: () => string): Readonly<Record<string, DrawnAct>> => {
  const verdicts = () => ({ intent: { verdict: 'met' as const, reason: word() }, goal: { verdict: 'partly' as const, reason: word() } })
  const closed = async () => (await owner.read(strategyRoutes.readOutcome, { query: {} })).initiatives
  return {
    'close a case': async () => {
      const { id, version } = await editor.read(demandRoutes.createInitiative, { body: { name: `${word()} case`, state: 'case' } })
      return editor.call(demandRoutes.changeInitiative, { params: { id }, body: { version, state: 'closed' } })
    },
    'judge what it came to': async () => {
      const one = (await closed())[0]
      return one && editor.call(strategyRoutes.judgeOutcome, { params: { id: one.id }, body: { ...verdicts(), seen: one.judgement?.version ?? null } })
    },
    'judge all that are closed': async () => {
      const all = await closed()
      return all.length === 0 ? undefined : editor.call(strategyRoutes.judgeOutcomes, { body: { rows: all.map(({ id }) => ({ initiativeId: id, ...verdicts(), judge: word(), stated: { score: 0.5, source: word() } })) } })
    },
  }
}
