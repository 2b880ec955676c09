import { demandRoutes, type ChangePlan, type Experiment, type Innovation } from '@throughline/contract/demand'
import { betStages, changeTemplateKeys, experimentResults } from '@throughline/engine/demand'
import { amount, checkTable, number, set, theOne, words } from '../check.ts'
import { checks, does, type Sentence } from '../sentence.ts'
import { act, present, type World } from '../world.ts'
import { findInitiative } from './find.ts'

/** Sentences about experiments on ideas, and plans of change. */
export const innovationSentences: readonly Sentence[] = [
  does('{person} bets {amount} on the {word} of {text} that {text}', async ({ world }, person, cap, stage, title, hypothesis) => {
    const { id } = theOne('idea', (await world.home.viewer.read(demandRoutes.readIdeas, {})).ideas, (one) => one.title, title)
    await act(world, person, demandRoutes.designExperiment, { body: { ideaId: id, stage: present(betStages.find((one) => one === stage), `stage ${stage}`), hypothesis, design: 'At two piers', threshold: 'More than a third', capMinor: String(cap), dueOn: '2030-01-31' } })
  }),
  does('{person} lets {text} cost {amount}, for {text}', async ({ world }, person, hypothesis, cap, reason) => {
    const { id, version } = await findExperiment(world, hypothesis)
    await act(world, person, demandRoutes.raiseCap, { params: { id }, body: { version, capMinor: String(cap), reason } })
  }),
  does('{person} ends {text} as {word} for {amount}, for {text}', async ({ world }, person, hypothesis, result, cost, evidence) => {
    const { id, version } = await findExperiment(world, hypothesis)
    await act(world, person, demandRoutes.endExperiment, { params: { id }, body: { version, result: present(experimentResults.find((one) => one === result), `result ${result}`), costMinor: String(cost), evidence } })
  }),
  does('{person} plans the change of {text} by {word}', async ({ world }, person, name, template) =>
    act(world, person, demandRoutes.beginChangePlan, { body: { initiativeId: (await findInitiative(world, name)).id, template: present(changeTemplateKeys.find((one) => one === template), `template ${template}`), ownerId: world.home.owner.actor.accountId } })),
  does('{person} completes step {number} for {text}, for {text}', async ({ world }, person, step, name, evidence) => {
    const { id, version } = theOne('plan', (await innovationOf(world)).plans, ({ initiative }) => initiative.name, name)
    await act(world, person, demandRoutes.completeStep, { params: { id }, body: { version, step, evidence } })
  }),
  checks('the experiments read', async ({ world, table }) => checkTable('experiments', table, (await innovationOf(world)).experiments, experimentColumns)),
  checks('innovation comes to', async ({ world, table }) => checkTable('innovation', table, [await innovationOf(world)], accountColumns)),
  checks('the plans of change read', async ({ world, table }) => checkTable('plans', table, (await innovationOf(world)).plans, planColumns)),
]

const experimentColumns = {
  hypothesis: words<Experiment>((one) => one.hypothesis), idea: words<Experiment>((one) => one.idea.name), proves: words<Experiment>((one) => one.stage), state: words<Experiment>((one) => one.state), cap: amount<Experiment>((one) => one.cap), cost: amount<Experiment>((one) => one.cost),
}
const accountColumns = {
  'kill rate': number<Innovation>((one) => one.killRate.metric), 'learning rate': number<Innovation>((one) => one.learningRate.metric), 'cost of a learning': amount<Innovation>((one) => one.costPerLearning.metric), adopted: set<Innovation>((one) => one.adopted.map(({ idea }) => idea.name)),
}
const planColumns = {
  initiative: words<ChangePlan>((one) => one.initiative.name), 'led by': words<ChangePlan>((one) => one.owner.name.split(' ')[0]), done: words<ChangePlan>(({ steps }) => `${steps.filter(({ done }) => done).length} of ${steps.length}`),
}

const innovationOf = ({ home }: World): Promise<Innovation> => home.viewer.read(demandRoutes.readInnovation, {})
const findExperiment = async (world: World, hypothesis: string): Promise<Experiment> => theOne('experiment', (await innovationOf(world)).experiments, (one) => one.hypothesis, hypothesis)
