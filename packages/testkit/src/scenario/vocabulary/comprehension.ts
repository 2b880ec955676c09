import { strategyRoutes, type Brief, type BriefGroup, type BriefQuestion, type ComprehensionReport } from '@throughline/contract/strategy'
import type { Metric } from '@throughline/engine/kernel'
import { checkTable, words } from '../check.ts'
import type { Person } from '../pattern.ts'
import { checks, does, type Sentence } from '../sentence.ts'
import { act, callerOf, memberRoles, present, type World } from '../world.ts'

/** Sentences about the strategy in brief: delivered, opened, answered, and how far it came. */
export const comprehensionSentences: readonly Sentence[] = [
  does('{person} delivers the brief', async ({ world }, person) => act(world, person, strategyRoutes.deliverBrief, { body: { edition: (await briefOf(world, person)).edition } })),
  does('{person} delivers the brief to {text}', async ({ world }, person, role) => act(world, person, strategyRoutes.deliverBrief, { body: { edition: (await briefOf(world, person)).edition, roles: [present(Object.values(memberRoles).find((one) => one === role), `role ${role}`)] } })),
  does('{person} opens the brief', async ({ world }, person) => act(world, person, strategyRoutes.openBrief, { body: { edition: (await briefOf(world, person)).edition } })),
  does('{person} opens the brief of before', ({ world }, person) => act(world, person, strategyRoutes.openBrief, { body: { edition: '0'.repeat(64) } })),
  does('{person} answers question {number} with {text}', async ({ world }, person, no, name) => {
    const { edition, questions } = await briefOf(world, person)
    const choice = questions.flatMap(({ choices }) => choices).find((one) => one.name === name)
    await act(world, person, strategyRoutes.answerBrief, { body: { edition, no, choice: present(choice, `choice ${name}`).id } })
  }),
  does('{person} answers question {number} with no choice of it', async ({ world }, person, no) => act(world, person, strategyRoutes.answerBrief, { body: { edition: (await briefOf(world, person)).edition, no, choice: crypto.randomUUID() } })),
  checks('the questions of {person} read', async ({ world, table }, person) => checkTable('questions', table, (await briefOf(world, person)).questions, questionColumns)),
  checks('the brief of {person} is {text}, with {number} of earlier editions', async ({ world }, person, stage, earlier) => {
    const found = await briefOf(world, person)
    if (found.stage !== stage || found.earlier.length !== earlier) throw new Error(`found ${found.stage}, with ${found.earlier.length} of earlier editions; expected ${stage}, with ${earlier}`)
  }),
  checks('the reach of the brief reads', async ({ world, table }) => checkTable('groups', table, (await reportOf(world)).groups, groupColumns)),
]

const figure = (metric: Metric<number>): string => (metric.status === 'ok' ? String(metric.value) : 'withheld')
const questionColumns = {
  question: words<BriefQuestion>((one) => one.kind), about: words<BriefQuestion>((one) => one.about.name), answer: words<BriefQuestion>(({ choices, answer }) => choices.find(({ id }) => id === answer?.choice)?.name ?? 'none'),
  right: words<BriefQuestion>(({ choices, answer }) => choices.find(({ id }) => id === answer?.right)?.name ?? 'not told'),
}
const groupColumns = {
  group: words<BriefGroup>((one) => one.name), audience: words<BriefGroup>((one) => figure(one.reach.audience)), opened: words<BriefGroup>((one) => figure(one.reach.opened)), answered: words<BriefGroup>((one) => figure(one.reach.answered)), understood: words<BriefGroup>((one) => figure(one.understood.metric)),
}

const briefOf = async (world: World, person: Person): Promise<Brief> => (await callerOf(world, person)).read(strategyRoutes.readBrief, {})
const reportOf = ({ home }: World): Promise<ComprehensionReport> => home.viewer.read(strategyRoutes.readComprehension, {})
