import { deliveryRoutes } from '@throughline/contract/delivery'
import { demandRoutes } from '@throughline/contract/demand'
import type { DrawnAct, Writers } from './kinds.ts'

/** Reuse: a component that is offered, accepted and confirmed, one that is declined, one offer that is withdrawn, and a component that is. The editor offers and confirms, the owner answers. */
export const reuseActs = ({ owner, editor }: Writers, word: () => string): Readonly<Record<string, DrawnAct>> => {
  const board = () => owner.read(deliveryRoutes.readReuse, { query: {} })
  const component = async () => (await board()).components.find(({ state }) => state === 'available')
  const offer = async (state: string) => (await board()).offers.find((one) => one.state === state && one.saved === null)
  const going = async () => (await owner.read(demandRoutes.listInitiatives, { query: {} })).rows.filter(({ state }) => state !== 'closed' && state !== 'stopped')
  const offerIt = async () => {
    const [one, { offers }, initiatives] = [await component(), await board(), await going()]
    const to = initiatives.find(({ id }) => one && id !== one.initiative.id && !offers.some((each) => each.component.id === one.id && each.to.id === id && (each.state === 'offered' || each.state === 'accepted')))
    return one && to ? editor.call(deliveryRoutes.offerComponent, { params: { id: one.initiative.id, componentId: one.id }, body: { toInitiativeId: to.id, leastHours: 10, mostHours: 20.5, basis: word() } }) : undefined
  }
  const answer = async (accept: boolean) => {
    const one = await offer('offered')
    return one && owner.call(deliveryRoutes.answerReuseOffer, { params: { id: one.to.id, offerId: one.id }, body: { version: one.version, accept, words: word() } })
  }
  return {
    'add a component': async () => {
      const [initiative] = await going()
      return initiative && editor.call(deliveryRoutes.addComponent, { params: { id: initiative.id }, body: { name: crypto.randomUUID(), kind: 'software', availableOn: '2026-01-05', taskId: null, skills: ['Routing'], words: word() } })
    },
    'change a component': async () => {
      const one = await component()
      return one && editor.call(deliveryRoutes.changeComponent, { params: { id: one.initiative.id, componentId: one.id }, body: { version: one.version, words: crypto.randomUUID() } })
    },
    'offer a component': offerIt,
    'accept a reuse offer': () => answer(true),
    'confirm a reuse saving': async () => {
      const one = await offer('accepted')
      return one && editor.call(deliveryRoutes.confirmReuseSaving, { params: { id: one.to.id, offerId: one.id }, body: { version: one.version, hours: 12, on: one.answer?.on ?? '', words: word(), link: '' } })
    },
    'offer a component again': offerIt,
    'decline a reuse offer': () => answer(false),
    'offer a component once more': offerIt,
    'withdraw a reuse offer': async () => {
      const one = await offer('offered')
      return one && editor.call(deliveryRoutes.withdrawReuseOffer, { params: { id: one.from.id, offerId: one.id }, body: { version: one.version, reason: word() } })
    },
    'withdraw a component': async () => {
      const one = await component()
      return one && editor.call(deliveryRoutes.withdrawComponent, { params: { id: one.initiative.id, componentId: one.id }, body: { version: one.version, reason: word() } })
    },
  }
}
