import { valueRoutes } from '@throughline/contract/value'
import { ukFiscalCalendar } from '@throughline/engine/kernel'
import { useFindInitiatives } from '../../../demand/index.ts'
import { useToday } from '../../../format/index.ts'
import { Discuss } from '../../../governance/index.ts'
import { allows, useSignedIn } from '../../../people/index.ts'
import { useAct, readAhead, useRead } from '../../../wire/index.ts'
import { entryKindWords } from '../../words.ts'
import { ValuePage } from './Page.tsx'

/** Read while the page’s code loads, or when its link is pointed at. */
export const prepare = readAhead(valueRoutes.readValue, {})

/** The value books and the entries behind them. */
export default function ValueRoute() {
  const session = useSignedIn()
  const today = useToday()
  const canEdit = allows(session, 'record_value')
  const value = useRead(valueRoutes.readValue, {})
  const entries = useRead(valueRoutes.listEntries, {})
  const seesMoney = allows(session, 'see_money')
  const backlog = useRead(valueRoutes.readBacklog, {}, { enabled: seesMoney })
  const objectives = useRead(valueRoutes.readObjectiveValue, { query: {} }, { enabled: seesMoney })
  const initiatives = useFindInitiatives({ enabled: canEdit })
  const record = useAct(valueRoutes.recordEntry)
  const reverse = useAct(valueRoutes.reverseEntry)
  return (
    <ValuePage
      value={value}
      backlog={backlog.state === 'full' ? backlog.value : undefined}
      objectives={objectives.state === 'full' ? objectives.value : undefined}
      discuss={(entry) => <Discuss iconFor={`${entryKindWords[entry.kind].toLowerCase()} ${entry.label} of ${entry.initiative}`} subject={{ room: 'value', kind: 'value_entry', id: entry.id }} />}
      entries={entries}
      canEdit={canEdit}
      initiatives={initiatives}
      currency={session?.organisation.currency ?? 'GBP'}
      calendar={session?.organisation.calendar ?? ukFiscalCalendar}
      today={today}
      onRecord={(body) => record.run({ body })}
      onReverse={({ id }, reason) => reverse.run({ params: { id }, body: { reason } })}
    />
  )
}
