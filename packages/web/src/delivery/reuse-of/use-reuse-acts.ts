import { deliveryRoutes as routes } from '@throughline/contract/delivery'
import { useAct } from '../../wire/index.ts'
import type { ReuseActs } from '../pages/reuse/acts.ts'

/** What people do about reuse, on its page and on that of an initiative. */
export function useReuseActs(): ReuseActs {
  const [add, change, withdraw, offer] = [useAct(routes.addComponent), useAct(routes.changeComponent), useAct(routes.withdrawComponent), useAct(routes.offerComponent)]
  const [answer, takeBack, confirm] = [useAct(routes.answerReuseOffer), useAct(routes.withdrawReuseOffer), useAct(routes.confirmReuseSaving)]
  return {
    add: (id, body) => add.run({ params: { id }, body }),
    change: ({ id: componentId, version, initiative: { id } }, given) => change.run({ params: { id, componentId }, body: { version, ...given } }),
    withdraw: ({ id: componentId, version, initiative: { id } }, reason) => withdraw.run({ params: { id, componentId }, body: { version, reason } }),
    offer: ({ id: componentId, initiative: { id } }, body) => offer.run({ params: { id, componentId }, body }),
    answer: ({ id: offerId, version, to: { id } }, given) => answer.run({ params: { id, offerId }, body: { version, ...given } }),
    withdrawOffer: ({ id: offerId, version, from: { id } }, reason) => takeBack.run({ params: { id, offerId }, body: { version, reason } }),
    confirm: ({ id: offerId, version, to: { id } }, given) => confirm.run({ params: { id, offerId }, body: { version, ...given } }),
  }
}
