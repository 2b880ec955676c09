import { governanceRoutes } from '@throughline/contract/governance'
import { allows, useSignedIn } from '../../../people/index.ts'
import { useAddressQuery } from '../../../shell/address.ts'
import { isPast, keyOf, readAhead, useAct, useMoment, useRead } from '../../../wire/index.ts'
import { UnitOffersPage } from './Page.tsx'

export const prepare = readAhead(governanceRoutes.readUnitOffers, {})

/** What is in it for units. Whose sheet is shown stands in the address. */
export default function UnitOffersRoute() {
  const session = useSignedIn()
  const past = isPast(useMoment())
  const [query, change] = useAddressQuery()
  const answers = { answers: () => keyOf(governanceRoutes.readUnitOffers, {}) }
  const [make, answer, keep, withdraw] = [useAct(governanceRoutes.makeUnitOffer, answers), useAct(governanceRoutes.answerUnitOffer, answers), useAct(governanceRoutes.keepUnitOffer, answers), useAct(governanceRoutes.withdrawUnitOffer, answers)]
  return (
    <UnitOffersPage
      reading={useRead(governanceRoutes.readUnitOffers, {})} me={session?.account.id} may={{ take: allows(session, 'take_part') && !past, edit: allows(session, 'edit_strategy') && !past }}
      chosen={query['of']} onChoose={(of) => change({ of })} onPrint={() => window.print()}
      acts={{
        make: (body) => make.run({ body }), answer: ({ id, version }, given) => answer.run({ params: { id }, body: { version, ...given } }),
        keep: ({ id, version }, given) => keep.run({ params: { id }, body: { version, ...given } }), withdraw: ({ id, version }, reason) => withdraw.run({ params: { id }, body: { version, reason } }),
      }}
    />
  )
}
