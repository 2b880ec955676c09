import { governanceRoutes, type MethodKind, type MethodLibrary, type MethodState } from '@throughline/contract/governance'
import { methodKinds, methodStates } from '@throughline/engine/governance'
import { useDeferredValue, useMemo, useState } from 'react'
import { useFindInitiatives } from '../../../demand/index.ts'
import { useToday } from '../../../format/index.ts'
import { allows, useSignedIn } from '../../../people/index.ts'
import { useAddressQuery } from '../../../shell/address.ts'
import { useToast } from '../../../ui/overlays/Toast.tsx'
import { isPast, readAhead, useAct, useMoment, useRead, type Reading } from '../../../wire/index.ts'
import { Discuss } from '../../discussion/Discuss.tsx'
import type { ItemChoices } from './acts.ts'
import { MethodLibraryPage } from './Page.tsx'

export const prepare = readAhead(governanceRoutes.readMethodLibrary, { query: {} })

const filled = (text: string | undefined): string | undefined => (text === undefined || text.trim() === '' ? undefined : text)

/** What was read last, so that the page stands still while the answer to other words comes. */
function useStanding(reading: Reading<MethodLibrary>): Reading<MethodLibrary> {
  const [last, setLast] = useState(reading)
  if (reading.state === 'full' && (last.state !== 'full' || last.value !== reading.value)) setLast(reading)
  return reading.state === 'loading' && last.state === 'full' ? last : reading
}

/** Items that are offered, found by their words: a library may hold more than one answer lists. */
function useFindOffered(enabled: boolean): ItemChoices {
  const [text, find] = useState('')
  const search = filled(useDeferredValue(text).trim().slice(0, longestFind))
  const reading = useRead(governanceRoutes.readMethodLibrary, { query: { state: 'published', find: search } }, { enabled })
  const value = reading.state === 'full' ? reading.value : undefined
  return useMemo(() => ({ found: value?.items.map(({ id, name }) => ({ id, name })) ?? [], total: (value?.items.length ?? 0) + (value?.omitted ?? 0), find }), [value])
}
const longestFind = 200

/** The method library of the organisation. */
export default function MethodLibraryRoute() {
  const session = useSignedIn()
  const past = isPast(useMoment())
  const toast = useToast()
  const [address, change] = useAddressQuery()
  const may = { edit: allows(session, 'edit_strategy') && !past, take: allows(session, 'take_part') && !past, use: allows(session, 'edit_initiative') && !past }
  const find = useDeferredValue(filled(address['find']))
  const days = Number(address['days'])
  const query = {
    find, theme: filled(address['theme']), kind: methodKinds.find((one): one is MethodKind => one === address['kind']), state: methodStates.find((one): one is MethodState => one === address['state']),
    unusedDays: address['days'] !== undefined && Number.isInteger(days) && days >= 0 && days <= 3650 ? days : undefined,
  }
  const shown = filled(address['item'])
  const sheet = useRead(governanceRoutes.readMethodItem, { params: { id: shown ?? '' }, query: address['retired'] === 'true' ? { retired: true } : {} }, { enabled: shown !== undefined })
  const published = useFindOffered(may.edit && shown !== undefined)
  const frameworks = useRead(governanceRoutes.readFrameworks, {}, { enabled: may.edit })
  const services = useRead(governanceRoutes.readServices, {}, { enabled: may.edit })
  const initiatives = useFindInitiatives({ enabled: may.use && shown !== undefined })
  const [add, edit, publish, retire, follow] = [useAct(governanceRoutes.addMethodItem), useAct(governanceRoutes.changeMethodItem), useAct(governanceRoutes.publishMethodItem), useAct(governanceRoutes.retireMethodItem), useAct(governanceRoutes.setMethodSuccessor)]
  const [rate, back, use, end] = [useAct(governanceRoutes.rateMethodItem), useAct(governanceRoutes.removeMethodRating), useAct(governanceRoutes.useMethodItem), useAct(governanceRoutes.endMethodUse)]
  const [load, preview] = [useAct(governanceRoutes.importMethods, { onDone: ({ added, skipped }) => toast({ message: `Added ${added} items${skipped.length > 0 ? `; ${skipped.length} are there already` : ''}`, tone: 'good' }) }), useAct(governanceRoutes.previewMethods, { staleRoom: 'nothing' })]
  return (
    <MethodLibraryPage
      reading={useStanding(useRead(governanceRoutes.readMethodLibrary, { query }))} may={may} initiatives={initiatives} today={useToday()}
      looking={address} onLook={(given) => change(Object.fromEntries(Object.entries(given).map(([key, value]) => [key, filled(value)])))}
      sheet={shown === undefined ? undefined : sheet} onShow={(item) => change({ item, retired: undefined })}
      elements={frameworks.state === 'full' ? frameworks.value.frameworks.filter(({ retired }) => retired === null).flatMap(({ id, text }) => text.elements.map(({ key, name }) => ({ frameworkId: id, key, label: `${text.name} ${key}: ${name}` }))) : []}
      services={services.state === 'full' ? services.value.services.filter(({ retired }) => retired === null).map(({ id, text, editions: [last] }) => ({ id, name: (last ?? text).name })) : []}
      published={published}
      discuss={({ id }) => <Discuss subject={{ room: 'governance', kind: 'method_item', id }} />}
      acts={{
        add: (body) => add.run({ body }), change: ({ id, version }, given) => edit.run({ params: { id }, body: { version, ...given } }), publish: ({ id, version }, reason) => publish.run({ params: { id }, body: { version, reason } }),
        retire: async ({ id, version }, given) => {
          const done = await retire.run({ params: { id }, body: { version, ...given } })
          // What was just retired is shown itself, not what it leads to.
          if (done.ok) change({ item: id, retired: 'true' })
          return done
        },
        follow: ({ id, version }, successorId) => follow.run({ params: { id }, body: { version, successorId } }),
        rate: ({ id }, body) => rate.run({ params: { id }, body }), takeRatingBack: ({ id }) => back.run({ params: { id } }),
        use: (id, body) => use.run({ params: { id }, body }), end: ({ id, version, initiative }, given) => end.run({ params: { id: initiative.id, useId: id }, body: { version, ...given } }),
        load: (items) => load.run({ body: { items: [...items] } }), preview: (body, fileName) => preview.run({ query: { fileName }, body }),
      }}
    />
  )
}
