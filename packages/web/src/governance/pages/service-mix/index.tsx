import { governanceRoutes } from '@throughline/contract/governance'
import { grains } from '@throughline/engine/capacity'
import { useToday } from '../../../format/index.ts'
import { allows, useSignedIn } from '../../../people/index.ts'
import { useAddressQuery } from '../../../shell/address.ts'
import { isPast, readAhead, useAct, useMoment, useRead } from '../../../wire/index.ts'
import { ServiceMixPage } from './Page.tsx'

export const prepare = readAhead(governanceRoutes.readServiceMix, { query: { grain: 'quarter' } })

/** How the work of the PMO divides between mandated services and others. */
export default function ServiceMixRoute() {
  const session = useSignedIn()
  const past = isPast(useMoment())
  const canEdit = allows(session, 'edit_strategy') && !past
  const [asked, change] = useAddressQuery()
  const grain = grains.find((one) => one === asked['grain']) ?? 'quarter'
  const services = useRead(governanceRoutes.readServices, {}, { enabled: canEdit })
  const [record, remove, target] = [useAct(governanceRoutes.recordServiceHours), useAct(governanceRoutes.removeServiceHours), useAct(governanceRoutes.setServiceTarget)]
  return (
    <ServiceMixPage
      reading={useRead(governanceRoutes.readServiceMix, { query: { grain } })}
      canEdit={canEdit} grain={grain} onGrain={(next) => change({ grain: next === 'quarter' ? undefined : next })} currency={session?.organisation.currency ?? 'GBP'} today={useToday()}
      services={services.state === 'full' ? services.value.services.filter(({ state, editions }) => state !== 'retired' && editions.length > 0).map(({ id, text, editions: [last] }) => ({ id, name: (last ?? text).name })) : []}
      acts={{ record: (body) => record.run({ query: { grain }, body }), remove: ({ id, version }) => remove.run({ params: { id }, query: { grain, version } }), target: (body) => target.run({ query: { grain }, body }) }}
    />
  )
}
