import { governanceRoutes } from '@throughline/contract/governance'
import type { DrawnAct, Writers } from './kinds.ts'

/** Offers to units whose goals hang on initiatives of others: made by the editor, answered by the owner, kept, and withdrawn. */
export const unitOfferActs = ({ owner, editor }: Writers, word: () => string): Readonly<Record<string, DrawnAct>> => {
  const all = () => owner.read(governanceRoutes.readUnitOffers, {})
  const standing = async (state: string) => (await all()).sheets.flatMap(({ offers }) => offers).find((one) => one.state === state)
  return {
    'offer a unit something': async () => {
      const { sheets, services: [service] } = await all()
      const sheet = sheets.find(({ outside, offers }) => outside.length > 0 && !offers.some(({ state }) => state === 'offered' || state === 'agreed'))
      const [about] = sheet?.outside ?? []
      return sheet && about && service && editor.call(governanceRoutes.makeUnitOffer, { body: { holderId: sheet.holder.id, initiativeId: about.initiative.id, serviceId: service.id, lowers: word(), inReturn: word() } })
    },
    'agree to an offer': async () => {
      const offer = await standing('offered')
      return offer && owner.call(governanceRoutes.answerUnitOffer, { params: { id: offer.id }, body: { version: offer.version, answer: { kind: 'agree', words: '' } } })
    },
    'keep an offer': async () => {
      const offer = await standing('agreed')
      return offer?.given === null ? editor.call(governanceRoutes.keepUnitOffer, { params: { id: offer.id }, body: { version: offer.version, side: 'offer', words: word() } }) : undefined
    },
    'withdraw an offer': async () => {
      const offer = await standing('agreed')
      return offer && owner.call(governanceRoutes.withdrawUnitOffer, { params: { id: offer.id }, body: { version: offer.version, reason: word() } })
    },
  }
}
