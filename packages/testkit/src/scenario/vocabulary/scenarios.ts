import { portfolioRoutes, type FieldRef, type Scenario, type ScenarioItem } from '@throughline/contract/portfolio'
import type { FieldValue } from '@throughline/engine/portfolio'
import { checkSame, theOne } from '../check.ts'
import type { Person } from '../pattern.ts'
import { checks, does, type Sentence } from '../sentence.ts'
import { act, callerOf, type World } from '../world.ts'
import { findInitiative } from './find.ts'

/** What someone was shown of an approval, by scenario, so that it can be acted on later. */
const shown = new WeakMap<World, Map<string, string>>()

/** Sentences about scenarios: what they change, and how they become the plan. */
export const scenarioSentences: readonly Sentence[] = [
  does('{person} begins the scenario {text}', ({ world }, person, name) => act(world, person, portfolioRoutes.forkScenario, { body: { name, sharing: 'everyone' } })),
  does('{person} begins the private scenario {text}', ({ world }, person, name) => act(world, person, portfolioRoutes.forkScenario, { body: { name } })),
  does('{person} sets the cost of {text} to {amount} in the scenario {text}', async ({ world }, person, initiative, cost, name) => set(world, person, name, initiative, { field: 'costMinor', value: String(cost) })),
  does('{person} sets the state of {text} to {word} in the scenario {text}', async ({ world }, person, initiative, state, name) => set(world, person, name, initiative, { field: 'state', value: state })),
  does('{person} sets the end of {text} to {date} in the scenario {text}', async ({ world }, person, initiative, endOn, name) => set(world, person, name, initiative, { field: 'endOn', value: endOn })),
  does('{person} lets the selection decide in the scenario {text}', async ({ world }, person, name) => {
    const { id, version } = await find(world, person, name)
    await act(world, person, portfolioRoutes.decideBySelection, { params: { id }, body: { version, on: true } })
  }),
  does('{person} makes the scenario {text} private', async ({ world }, person, name) => {
    const { id, version } = await find(world, person, name)
    await act(world, person, portfolioRoutes.shareScenario, { params: { id }, body: { version, sharing: 'private' } })
  }),
  does('{person} proposes the scenario {text}', async ({ world }, person, name) => {
    const { id, version } = await find(world, person, name)
    await act(world, person, portfolioRoutes.proposeScenario, { params: { id }, body: { version } })
  }),
  does('{person} withdraws the scenario {text}', async ({ world }, person, name) => {
    const { id, version } = await find(world, person, name)
    await act(world, person, portfolioRoutes.withdrawScenario, { params: { id }, body: { version } })
  }),
  does('{person} brings the scenario {text} up to date', async ({ world }, person, name) => {
    const { id, version } = await find(world, person, name)
    const { seen } = await (await callerOf(world, person)).read(portfolioRoutes.previewRebase, { params: { id } })
    await act(world, person, portfolioRoutes.rebaseScenario, { params: { id }, body: { version, seen } })
  }),
  does('{person} looks at what approving the scenario {text} would change', async ({ world }, person, name) => {
    const { id } = await find(world, person, name)
    const { seen } = await (await callerOf(world, person)).read(portfolioRoutes.previewApproval, { params: { id } })
    shown.set(world, new Map(shown.get(world)).set(name, seen))
  }),
  does('{person} approves the scenario {text} because {text}', async ({ world }, person, name, rationale) => {
    const { id, version } = await find(world, person, name)
    const seen = shown.get(world)?.get(name) ?? (await (await callerOf(world, person)).read(portfolioRoutes.previewApproval, { params: { id } })).seen
    await act(world, person, portfolioRoutes.approveScenario, { params: { id }, body: { version, seen, rationale } })
  }),
  does('{person} compares the plan with nothing', ({ world }, person) => act(world, person, portfolioRoutes.comparePlans, { query: { ids: 'plan' } })),

  checks('the scenario {text} is {word}', async ({ world }, name, state) => checkSame('state', (await find(world, 'the editor', name)).state, state)),
  checks('the scenario {text} moves the cost by {amount}', async ({ world }, name, amount) => {
    const { cost } = (await whole(world, name)).differences
    checkSame('change of cost', cost.metric.status === 'ok' ? cost.metric.value.minor : cost.metric.status, String(amount))
  }),
  checks('{person} sees {count} scenarios', async ({ world }, person, count) => checkSame('scenarios', (await (await callerOf(world, person)).read(portfolioRoutes.listScenarios, {})).length, count)),
]

const find = async (world: World, person: Person, name: string): Promise<ScenarioItem> => theOne('scenario', await (await callerOf(world, person)).read(portfolioRoutes.listScenarios, {}), (one) => one.name, name)
const whole = async (world: World, name: string): Promise<Scenario> => world.home.editor.read(portfolioRoutes.readScenario, { params: { id: (await find(world, 'the editor', name)).id } })

async function set(world: World, person: Person, name: string, initiative: string, change: Pick<FieldRef, 'field'> & { readonly value: FieldValue }): Promise<void> {
  const { id, version } = await find(world, person, name)
  await act(world, person, portfolioRoutes.changeOverlay, { params: { id }, body: { version, set: [{ kind: 'initiative', id: (await findInitiative(world, initiative)).id, ...change }] } })
}
