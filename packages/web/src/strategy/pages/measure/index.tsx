import { strategyRoutes } from '@throughline/contract/strategy'
import { valueRoutes } from '@throughline/contract/value'
import type { QueryClient } from '@tanstack/react-query'
import { Discuss } from '../../../governance/index.ts'
import { allows, useSignedIn } from '../../../people/index.ts'
import { usePathParams } from '../../../shell/address.ts'
import { isPast, readAhead, useAct, useMoment, useRead } from '../../../wire/index.ts'
import { useLoadActuals } from '../../use-load.ts'
import { MeasureChange } from './change/index.tsx'
import { MeasureNarratives } from './narratives/index.tsx'
import { MeasurePage } from './Page.tsx'

/** Read while the page’s code loads, or when its link is pointed at. */
export const prepare = (client: QueryClient, { measureId = '' }: Readonly<Record<string, string>>) => readAhead(strategyRoutes.readMeasure, { params: { id: measureId } })(client)

/** One measure: its course, what is signal and what is noise, and everything that was recorded of it. */
export default function MeasureRoute() {
  const session = useSignedIn()
  const { measureId = '' } = usePathParams()
  const past = isPast(useMoment())
  const detail = useRead(strategyRoutes.readMeasure, { params: { id: measureId } })
  const counterfactual = useRead(valueRoutes.readCounterfactual, { params: { id: measureId } })
  const events = useRead(valueRoutes.readMeasureEvents, { query: { measureId } })
  const load = useLoadActuals()
  const approve = useAct(strategyRoutes.approveActual)
  const withdraw = useAct(strategyRoutes.removeActual)
  const record = useAct(strategyRoutes.recordActuals)
  const change = useAct(strategyRoutes.changeMeasure)
  return (
    <MeasurePage
      {...{ detail, load }}
      without={counterfactual.state === 'full' ? counterfactual.value : undefined}
      events={events.state === 'full' ? events.value : undefined}
      me={session?.account.id}
      canRecord={allows(session, 'record_actual')}
      canEdit={allows(session, 'edit_strategy')}
      discuss={<Discuss subject={{ room: 'strategy', kind: 'measure', id: measureId }} />}
      changes={(detail) => <MeasureChange detail={detail} />}
      notes={({ row, records }) => <MeasureNarratives measureId={row.id} unit={row.unit} records={records} canSay={allows(session, 'take_part') && !past} />}
      acts={{
        approve: ({ id, version }) => approve.run({ params: { id }, body: { version } }),
        withdraw: ({ id, version }) => withdraw.run({ params: { id }, query: { version } }),
        recordParts: (actual) => record.run({ body: { via: 'interface', rows: [actual] } }),
        set: ({ id, version }, settings) => change.run({ params: { id }, body: { version, settings } }),
      }}
    />
  )
}
