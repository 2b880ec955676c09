import { deliveryRoutes, type Component, type InitiativeReuse, type ReuseBoard, type ReuseChance, type ReuseOffer } from '@throughline/contract/delivery'
import { governanceRoutes } from '@throughline/contract/governance'
import { checkTable, number, set, theOne, words } from '../check.ts'
import { checks, does, type Sentence } from '../sentence.ts'
import { act, present, type World } from '../world.ts'
import { findInitiative } from './find.ts'

/** Sentences about reuse: what initiatives make for others, what that saves, and where they could go together. */
export const reuseSentences: readonly Sentence[] = [
  does('{person} says that {text} makes {text} by {date} with the skill {text}', async ({ world }, person, initiative, name, availableOn, skill) =>
    act(world, person, deliveryRoutes.addComponent, { params: { id: (await findInitiative(world, initiative)).id }, body: { name, kind: 'software', availableOn, taskId: null, skills: [skill], words: '' } })),
  does('{person} says that {text} makes {text} by {date} as its deliverable {text}', async ({ world }, person, initiative, name, availableOn, deliverable) => {
    const { id } = await findInitiative(world, initiative)
    const listed = (await world.home.viewer.read(governanceRoutes.readQuality, { query: { initiativeId: id } })).deliverables
    await act(world, person, deliveryRoutes.addComponent, { params: { id }, body: { name, kind: 'data', availableOn, taskId: null, deliverableId: theOne('deliverable', listed, (one) => one.name, deliverable).id, skills: [], words: '' } })
  }),
  does('{person} withdraws the component {text} because {text}', async ({ world }, person, name, reason) => {
    const { id, version, initiative } = await findComponent(world, name)
    await act(world, person, deliveryRoutes.withdrawComponent, { params: { id: initiative.id, componentId: id }, body: { version, reason } })
  }),
  does('{person} offers {text} to {text}, which saves {number} to {number} hours', async ({ world }, person, name, initiative, leastHours, mostHours) => {
    const { id, initiative: from } = await findComponent(world, name)
    await act(world, person, deliveryRoutes.offerComponent, { params: { id: from.id, componentId: id }, body: { toInitiativeId: (await findInitiative(world, initiative)).id, leastHours, mostHours, basis: 'What it took to make' } })
  }),
  does('{person} accepts {text} for {text}', ({ world }, person, name, initiative) => answer(world, name, initiative, ({ id, version, to }) => act(world, person, deliveryRoutes.answerReuseOffer, { params: { id: to.id, offerId: id }, body: { version, accept: true, words: 'Used as it is' } }))),
  does('{person} declines {text} for {text} because {text}', ({ world }, person, name, initiative, why) => answer(world, name, initiative, ({ id, version, to }) => act(world, person, deliveryRoutes.answerReuseOffer, { params: { id: to.id, offerId: id }, body: { version, accept: false, words: why } }))),
  does('{person} confirms that {text} saved {text} {number} hours', ({ world }, person, name, initiative, hours) => answer(world, name, initiative, ({ id, version, to, answer: said, offeredOn }) => act(world, person, deliveryRoutes.confirmReuseSaving, { params: { id: to.id, offerId: id }, body: { version, hours, on: said?.on ?? offeredOn, words: 'Time sheets', link: '' } }))),
  checks('the components read', async ({ world, table }) => checkTable('components', table, (await boardOf(world)).components, componentColumns)),
  checks('the reuse offers read', async ({ world, table }) => checkTable('offers', table, (await boardOf(world)).offers, offerColumns)),
  checks('what reuse saves reads', async ({ world, table }) => checkTable('savings', table, [{ of: 'everything', saving: (await boardOf(world)).saving }], savingColumns)),
  checks('what reuse saves {text} reads', async ({ world, table }, initiative) => {
    const { given, had } = await ofInitiative(world, initiative)
    checkTable('savings', table, [{ of: 'given', saving: given }, { of: 'had', saving: had }], savingColumns)
  }),
  checks('initiatives could go together by', async ({ world, table }) => checkTable('chances', table, (await boardOf(world)).chances, chanceColumns)),
]

const componentColumns = { component: words<Component>((one) => one.name), initiative: words<Component>((one) => one.initiative.name), state: words<Component>((one) => one.state), deliverable: words<Component>((one) => one.deliverable?.state), 'reused by': set<Component>((one) => one.reusedBy.map(({ name }) => name)) }
const offerColumns = { offer: words<ReuseOffer>((one) => `${one.component.name} for ${one.to.name}`), from: words<ReuseOffer>((one) => one.from.name), state: words<ReuseOffer>((one) => one.state), deliverable: words<ReuseOffer>((one) => one.component.deliverable?.state), hours: words<ReuseOffer>((one) => `${one.leastHours} to ${one.mostHours}`), saved: words<ReuseOffer>((one) => one.saved?.hours) }
type Saving = { readonly of: string; readonly saving: ReuseBoard['saving'] }
const savingColumns = { of: words<Saving>((one) => one.of), waiting: number<Saving>(({ saving }) => saving.waiting.metric), least: number<Saving>(({ saving }) => saving.least.metric), most: number<Saving>(({ saving }) => saving.most.metric), saved: number<Saving>(({ saving }) => saving.saved.metric) }
const chanceColumns = { shares: words<ReuseChance>((one) => one.thing), kind: words<ReuseChance>((one) => one.kind), initiatives: set<ReuseChance>((one) => one.initiatives.map(({ name }) => name)) }

const boardOf = ({ home }: World): Promise<ReuseBoard> => home.viewer.read(deliveryRoutes.readReuse, { query: {} })
const ofInitiative = async (world: World, name: string): Promise<InitiativeReuse> => world.home.viewer.read(deliveryRoutes.readInitiativeReuse, { params: { id: (await findInitiative(world, name)).id } })
const findComponent = async (world: World, name: string): Promise<Component> => theOne('component', (await boardOf(world)).components, (one) => one.name, name)
/** The newest offer of a component to an initiative. */
async function answer(world: World, name: string, initiative: string, how: (offer: ReuseOffer) => Promise<unknown>): Promise<void> {
  await how(present((await boardOf(world)).offers.find((one) => one.component.name === name && one.to.name === initiative), `offer of ${name} to ${initiative}`))
}
