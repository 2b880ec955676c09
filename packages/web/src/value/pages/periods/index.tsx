import { sealRoutes } from '@throughline/contract/governance'
import { valueRoutes, type Register } from '@throughline/contract/value'
import { pathOf } from '@throughline/contract/wire'
import { ukFiscalCalendar } from '@throughline/engine/kernel'
import { useToday } from '../../../format/index.ts'
import { allows, useSignedIn } from '../../../people/index.ts'
import { useAddressQuery } from '../../../shell/address.ts'
import { readAhead, useAct, useRead } from '../../../wire/index.ts'
import { PeriodsPage } from './Page.tsx'

/** Read while the page’s code loads, or when its link is pointed at. */
export const prepare = readAhead(valueRoutes.readRegister, {})

/** The close of value periods. The period stands in the address; without one it is the first that waits to be closed. */
export default function PeriodsRoute() {
  const session = useSignedIn()
  const today = useToday()
  const [query, setQuery] = useAddressQuery()
  const register = useRead(valueRoutes.readRegister, {})
  const period = query['period'] ?? (register.state === 'full' ? nextToClose(register.value)?.code : undefined)
  const detail = useRead(valueRoutes.readPeriodClose, { query: { period: period ?? '' } }, { enabled: period !== undefined })
  const seals = useRead(sealRoutes.listSeals, {})
  const adjustments = useRead(valueRoutes.listLedger, { query: { period: period ?? '', priorPeriod: true, limit: 100 } }, { enabled: period !== undefined })
  const open = useAct(valueRoutes.openPeriods)
  const soft = useAct(valueRoutes.softClosePeriod)
  const close = useAct(valueRoutes.closePeriod)
  const seal = useAct(sealRoutes.sealPeriod)
  const said = (reason: string) => (reason === '' ? {} : { reason })
  return (
    <PeriodsPage
      {...{ register, period, detail, seals, adjustments, today }}
      calendar={session?.organisation.calendar ?? ukFiscalCalendar}
      mayClose={allows(session, 'verify_value')}
      acts={{
        open: (periods) => open.run({ body: { periods: [...periods] } }),
        soft: (code, reason) => soft.run({ body: { period: code, ...said(reason) } }),
        close: async (code, reason) => {
          const closed = await close.run({ body: { period: code, ...said(reason) } })
          return closed.ok ? seal.run({ body: { period: code } }) : closed
        },
        seal: (code) => seal.run({ body: { period: code } }),
      }}
      packAddress={(id) => pathOf(sealRoutes.readSealed, { id })}
      onChoose={(code) => setQuery({ period: code })}
    />
  )
}

/** The first period that is over and not closed, else the last there is. */
const nextToClose = ({ periods }: Register) => periods.find(({ over, state }) => over && state !== 'closed') ?? periods.at(-1)
