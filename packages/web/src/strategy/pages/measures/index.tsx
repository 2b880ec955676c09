import { strategyRoutes } from '@throughline/contract/strategy'
import { allows, useSignedIn } from '../../../people/index.ts'
import { useAddressQuery } from '../../../shell/address.ts'
import { readAhead, useAct, useRead } from '../../../wire/index.ts'
import { useLoadActuals } from '../../use-load.ts'
import { isLevel, isHorizon, MeasuresPage } from './Page.tsx'

/** Read while the page’s code loads, or when its link is pointed at. */
export const prepare = readAhead(strategyRoutes.listMeasures, {})

/** Every measure, as a list or as a scorecard. What is looked at stands in the address, so that a link shows the same. */
export default function MeasuresRoute() {
  const session = useSignedIn()
  const [query, setQuery] = useAddressQuery()
  const canRecord = allows(session, 'record_actual')
  const measures = useRead(strategyRoutes.listMeasures, {})
  const batches = useRead(strategyRoutes.listBatches, {}, { enabled: canRecord })
  const undo = useAct(strategyRoutes.undoBatch)
  const load = useLoadActuals()
  const { level, horizon, view, of } = query
  return (
    <MeasuresPage
      {...{ measures, canRecord, load, batches, of }}
      view={view === 'scorecard' ? 'scorecard' : 'list'}
      level={isLevel(level) ? level : undefined}
      horizon={isHorizon(horizon) ? horizon : undefined}
      onShow={setQuery}
      onUndo={(id) => undo.run({ params: { id } })}
    />
  )
}
