import { demandRoutes } from '@throughline/contract/demand'
import { strategyRoutes, type Ground, type NewGround } from '@throughline/contract/strategy'
import type { DrawnAct, Writers } from './kinds.ts'

/** What the register of contradictions looks at beside the strategy: policies, rewards, and what initiatives need and change of assets. */
export const groundActs = ({ owner, editor }: Writers): Readonly<Record<string, DrawnAct>> => {
  const last = async (kind: Ground['kind']) => (await owner.read(strategyRoutes.readGrounds, {})).grounds.findLast((one) => one.kind === kind)
  const rows = async () => (await owner.read(demandRoutes.listInitiatives, { query: {} })).rows
  const add = (body: NewGround) => editor.call(strategyRoutes.addGround, { body })
  const policy = (): NewGround => ({ kind: 'policy', name: crypto.randomUUID(), attribute: 'cost', rule: 'at_most', value: '500000000', from: null, to: null })
  return {
    'add a policy': () => add(policy()),
    'add a reward': async () => {
      const [measure] = (await owner.read(strategyRoutes.readStrategy, {})).measures
      return measure && add({ kind: 'reward', role: 'Buyer', direction: 'lower', measureId: measure.id })
    },
    'need an asset': async () => {
      const one = (await rows()).at(0)
      return one && add({ kind: 'asset_need', asset: 'The old hall', state: 'open', from: '2025-01-01', to: '2026-01-01', initiativeId: one.id })
    },
    'change an asset': async () => {
      const one = (await rows()).at(-1)
      return one && add({ kind: 'asset_change', asset: 'The old hall', state: 'closed', on: '2025-07-01', initiativeId: one.id })
    },
    'change a policy': async () => {
      const one = await last('policy')
      return one && editor.call(strategyRoutes.changeGround, { params: { id: one.id }, body: { version: one.version, ground: policy() } })
    },
    'remove a policy': async () => {
      const one = await last('policy')
      return one && editor.call(strategyRoutes.removeGround, { params: { id: one.id }, query: { version: one.version } })
    },
  }
}
