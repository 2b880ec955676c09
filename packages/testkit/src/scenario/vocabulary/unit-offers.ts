import { governanceRoutes, type OfferSheet, type UnitOffer, type UnitOffers } from '@throughline/contract/governance'
import { amount, checkTable, number, theOne, words } from '../check.ts'
import { checks, does, type Sentence } from '../sentence.ts'
import { act, type World } from '../world.ts'
import { findInitiative } from './find.ts'

/** Sentences about what is in it for units: what the PMO offers them about initiatives of others, and what it asks in return. */
export const unitOfferSentences: readonly Sentence[] = [
  does('{person} offers {text} the service {text} for {text} and asks for {text}', async ({ world }, person, unit, service, initiative, inReturn) => {
    const { sheets, services } = await offersOf(world)
    const body = { holderId: theOne('sheet', sheets, ({ holder }) => holder.name, unit).holder.id, initiativeId: (await findInitiative(world, initiative)).id, serviceId: theOne('service', services, ({ name }) => name, service).id, lowers: `${service} looks ahead`, inReturn }
    await act(world, person, governanceRoutes.makeUnitOffer, { body })
  }),
  does('{person} agrees to the offer for {text}', async ({ world }, person, initiative) => {
    const { id, version } = await findOffer(world, initiative)
    await act(world, person, governanceRoutes.answerUnitOffer, { params: { id }, body: { version, answer: { kind: 'agree', words: '' } } })
  }),
  does('{person} withdraws the offer for {text} because {text}', async ({ world }, person, initiative, reason) => {
    const { id, version } = await findOffer(world, initiative)
    await act(world, person, governanceRoutes.withdrawUnitOffer, { params: { id }, body: { version, reason } })
  }),
  does('{person} says of the offer for {text} that the unit gave {text}', async ({ world }, person, initiative, said) => {
    const { id, version } = await findOffer(world, initiative)
    await act(world, person, governanceRoutes.keepUnitOffer, { params: { id }, body: { version, side: 'return', words: said } })
  }),
  checks('what is in it for units reads', async ({ world, table }) => checkTable('sheets', table, (await offersOf(world)).sheets, sheetColumns)),
  checks('the offers to units read', async ({ world, table }) => checkTable('offers', table, await everyOffer(world), offerColumns)),
]

const offersOf = ({ home }: World): Promise<UnitOffers> => home.viewer.read(governanceRoutes.readUnitOffers, {})
const everyOffer = async (world: World): Promise<readonly UnitOffer[]> => {
  const { sheets, elsewhere } = await offersOf(world)
  return [...sheets.flatMap(({ offers }) => offers), ...elsewhere]
}
const findOffer = async (world: World, initiative: string): Promise<UnitOffer> => theOne('offer', await everyOffer(world), (one) => one.initiative.name, initiative)

const sheetColumns = { unit: words<OfferSheet>(({ holder }) => holder.name), 'at risk': amount<OfferSheet>(({ atRisk }) => atRisk.metric), covered: amount<OfferSheet>(({ covered }) => covered.metric), share: number<OfferSheet>(({ coverage }) => coverage.metric), lack: words<OfferSheet>(({ lack }) => lack) }
const offerColumns = {
  unit: words<UnitOffer>(({ holder }) => holder.name), initiative: words<UnitOffer>((one) => one.initiative.name), state: words<UnitOffer>(({ state }) => state), 'asked for': words<UnitOffer>(({ inReturn }) => inReturn),
  'unit gave': words<UnitOffer>(({ returned }) => returned?.words ?? 'nothing yet'), 'at stake': words<UnitOffer>(({ atStake }) => (atStake ? 'yes' : 'no')),
}
