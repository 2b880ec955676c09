import { governanceRoutes } from '@throughline/contract/governance'
import { allows, useSignedIn } from '../../../people/index.ts'
import { useAddressQuery } from '../../../shell/address.ts'
import { isPast, keyOf, readAhead, useAct, useMoment, useRead } from '../../../wire/index.ts'
import { Discuss } from '../../discussion/Discuss.tsx'
import { ChartersPage } from './Page.tsx'

export const prepare = readAhead(governanceRoutes.readCharters, {})

/** Role charters of the PMO and of other bodies. */
export default function ChartersRoute() {
  const session = useSignedIn()
  const past = isPast(useMoment())
  const [query, change] = useAddressQuery()
  const answers = { answers: () => keyOf(governanceRoutes.readCharters, {}) }
  const [add, edit, sign, end] = [useAct(governanceRoutes.addCharter, answers), useAct(governanceRoutes.changeCharter, answers), useAct(governanceRoutes.signCharter, answers), useAct(governanceRoutes.endCharter, answers)]
  return (
    <ChartersPage
      reading={useRead(governanceRoutes.readCharters, {})} may={{ edit: allows(session, 'edit_strategy') && !past, sign: allows(session, 'decide') && !past }}
      shown={query['charter']} onShow={(charter) => change({ charter })} discuss={({ id }) => <Discuss subject={{ room: 'governance', kind: 'charter', id }} />}
      acts={{
        add: (body) => add.run({ body }), change: ({ id, version }, given) => edit.run({ params: { id }, body: { version, ...given } }),
        sign: ({ id, version }, given) => sign.run({ params: { id }, body: { version, ...given } }), end: ({ id, version }, reason) => end.run({ params: { id }, body: { version, reason } }),
      }}
    />
  )
}
