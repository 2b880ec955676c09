import { strategyRoutes } from '@throughline/contract/strategy'
import { useToday } from '../../../format/index.ts'
import { allows, useSignedIn } from '../../../people/index.ts'
import { useToast } from '../../../ui/overlays/Toast.tsx'
import { attachEvidence } from '../../../value/index.ts'
import { readAhead, useAct, useRead } from '../../../wire/index.ts'
import { UpdatesPage } from './Page.tsx'

/** Read while the page’s code loads, or when its link is pointed at. */
export const prepare = readAhead(strategyRoutes.listMeasures, {})

/** What the person at the screen reports, and what of it is due. */
export default function UpdatesRoute() {
  const session = useSignedIn()
  const toast = useToast()
  const measures = useRead(strategyRoutes.listMeasures, {})
  const record = useAct(strategyRoutes.recordActuals)
  const undo = useAct(strategyRoutes.undoBatch)
  return (
    <UpdatesPage
      measures={measures}
      me={session?.account.id}
      today={useToday()}
      canRecord={allows(session, 'record_actual')}
      onAttach={(measureId, file) => attachEvidence('measure', measureId, file)}
      onRecord={async (rows) => {
        const recorded = await record.run({ body: { via: 'paste', rows: [...rows] } })
        if (recorded.ok) toast({ message: `Recorded ${recorded.value.rows} actuals`, tone: 'good', act: { label: 'Take back', onSelect: () => void undo.run({ params: { id: recorded.value.id } }) } })
        return recorded
      }}
    />
  )
}
