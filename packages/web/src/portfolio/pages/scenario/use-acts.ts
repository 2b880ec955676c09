import { portfolioRoutes } from '@throughline/contract/portfolio'
import { useCallback } from 'react'
import { places } from '../../../format/index.ts'
import { keyOf, useAct } from '../../../wire/index.ts'
import type { ScenarioActs } from './Page.tsx'

/** Every change of one scenario. Each answers with the scenario as it then stands, which the page shows at once. */
export function useScenarioActs(id: string, version: number, go: (address: string) => void): Omit<ScenarioActs, 'onFork'> {
  const params = { id }
  const answers = () => keyOf(portfolioRoutes.readScenario, { params })
  const rename = useAct(portfolioRoutes.changeScenario, { answers })
  const share = useAct(portfolioRoutes.shareScenario, { answers })
  const remove = useAct(portfolioRoutes.removeScenario)
  const propose = useAct(portfolioRoutes.proposeScenario, { answers })
  const withdraw = useAct(portfolioRoutes.withdrawScenario, { answers })
  const reject = useAct(portfolioRoutes.rejectScenario, { answers })
  const approve = useAct(portfolioRoutes.approveScenario, { answers })
  const rebase = useAct(portfolioRoutes.rebaseScenario, { answers })
  const decides = useAct(portfolioRoutes.decideBySelection, { answers })
  const { run: changeOverlay } = useAct(portfolioRoutes.changeOverlay, { answers, staleRoom: 'portfolio' })
  return {
    onRename: (entered, seen) => rename.run({ params, body: { version: seen, ...entered } }),
    onShare: (sharing, people) => share.run({ params, body: { version, sharing, people: [...people] } }),
    onRemove: async () => {
      const removed = await remove.run({ params, query: { version } })
      if (removed.ok) go(places.scenarios)
      return removed
    },
    onPropose: (remark) => propose.run({ params, body: { version, remark } }),
    onWithdraw: (remark) => withdraw.run({ params, body: { version, remark } }),
    onReject: (given) => reject.run({ params, body: { version, ...given, options: [...given.options] } }),
    onApprove: (given) => approve.run({ params, body: { version, ...given, options: [...given.options] } }),
    onRebase: (seen, resolutions) => rebase.run({ params, body: { version, seen, resolutions: [...resolutions] } }),
    onSelectionDecides: (on) => decides.run({ params, body: { version, on } }),
    onSet: useCallback((set) => changeOverlay({ params: { id }, body: { version, set: [...set] } }), [changeOverlay, id, version]),
    onAdd: (kind, fields) => changeOverlay({ params, body: { version, add: [{ kind, fields }] } }),
    onReset: (reset) => changeOverlay({ params, body: { version, reset: [...reset] } }),
  }
}
