import { governanceRoutes, type Communication, type CommunicationPlan, type Message, type Stakeholder } from '@throughline/contract/governance'
import { checkTable, theOne, words } from '../check.ts'
import { checks, does, type Sentence } from '../sentence.ts'
import { accountOf, act, type World } from '../world.ts'

/** Sentences about who is told what: stakeholders want it by mail, in brief and in German unless they change it; the owner tells it. */
export const communicationSentences: readonly Sentence[] = [
  does('{person} adds the stakeholder {text}', ({ world }, person, name) => act(world, person, governanceRoutes.addStakeholder, { body: { name, kind: 'group', note: '', ...manner } })),
  does('{person} adds {person} as a stakeholder', ({ world }, person, member) => act(world, person, governanceRoutes.addStakeholder, { body: { name: member, kind: 'person', accountId: accountOf(world, member), note: '', ...manner } })),
  does('{person} lets the stakeholder {text} opt out', async ({ world }, person, name) => {
    const { id, version } = await findStakeholder(world, name)
    await act(world, person, governanceRoutes.changeStakeholder, { params: { id }, body: { version, optedOut: true } })
  }),
  does('{person} plans that {text} is told of {text} every {word} from {date}', async ({ world }, person, name, about, cadence, firstOn) =>
    act(world, person, governanceRoutes.planCommunication, { body: { stakeholderId: (await findStakeholder(world, name)).id, about, cadence: cadence as 'month', firstOn, ownerId: world.home.owner.actor.accountId } })),
  does('{person} tells {text} by {word} on {date}', async ({ world }, person, about, channel, on) => {
    const { id, version } = await findCommunication(world, about)
    await act(world, person, governanceRoutes.deliverMessage, { params: { id }, body: { version, on, ...manner, channel: channel as 'mail', words: `Es geht um: ${about}` } })
  }),
  does('{person} sends {text} by {word} on {date}', async ({ world }, person, about, channel, on) => {
    const { id, version } = await findCommunication(world, about)
    await act(world, person, governanceRoutes.deliverMessage, { params: { id }, body: { version, on, ...manner, channel: channel as 'mail', words: `Es geht um: ${about}`, send: true } })
  }),
  does('{person} answers the message {text} with {text}', async ({ world }, person, about, said) => {
    const { id, version } = theOne('message', (await planOf(world)).messages, (one) => one.about, about)
    await act(world, person, governanceRoutes.answerMessage, { params: { id }, body: { version, words: said } })
  }),
  does('{person} ends telling of {text}', async ({ world }, person, about) => {
    const { id, version } = await findCommunication(world, about)
    await act(world, person, governanceRoutes.endCommunication, { params: { id }, body: { version, reason: 'It is done.' } })
  }),
  checks('the communication reads', async ({ world, table }) => checkTable('communications', table, (await planOf(world)).communications, communicationColumns)),
  checks('the messages read', async ({ world, table }) => checkTable('messages', table, (await planOf(world)).messages, messageColumns)),
]

const manner = { channel: 'mail', detail: 'brief', language: 'de' } as const
const communicationColumns = {
  about: words<Communication>((one) => one.about), to: words<Communication>(({ stakeholder }) => stakeholder.name), state: words<Communication>((one) => one.state), told: words<Communication>(({ toldOn }) => toldOn ?? 'never'), next: words<Communication>(({ due }) => due?.on ?? 'none'),
  overdue: words<Communication>(({ due }) => (due && due.overdueDays > 0 ? 'yes' : 'no')),
}
const messageColumns = { about: words<Message>((one) => one.about), on: words<Message>((one) => one.on), by: words<Message>((one) => one.channel), answer: words<Message>(({ answer }) => answer?.words ?? 'none') }

const planOf = ({ home }: World): Promise<CommunicationPlan> => home.viewer.read(governanceRoutes.readCommunication, {})
const findStakeholder = async (world: World, name: string): Promise<Stakeholder> => theOne('stakeholder', (await planOf(world)).stakeholders, (one) => one.name, name)
const findCommunication = async (world: World, about: string): Promise<Communication> => theOne('communication', (await planOf(world)).communications, (one) => one.about, about)
