import { deliveryRoutes, type Contributor, type NewContributor, type StrategicMilestone } from '@throughline/contract/delivery'
import { checkTable, number, theOne, words } from '../check.ts'
import type { Row } from '../parse.ts'
import { checks, does, type Sentence } from '../sentence.ts'
import { act, present, type World } from '../world.ts'
import { findInitiative, findObjective, nobodysId } from './find.ts'

/** Sentences about strategic milestones; a row for each initiative that one depends on, a missing name for one that is not there. */
export const milestoneSentences: readonly Sentence[] = [
  does('{person} wants {text} of {text} by {date}', async ({ world, table }, person, name, objective, wantedOn) =>
    act(world, person, deliveryRoutes.addMilestone, { body: { objectiveId: (await findObjective(world, objective)).id, name, wantedOn, contributors: await contributorsIn(world, present(table, 'table of initiatives')) } })),
  does('{person} says that {text} was reached on {date}', async ({ world }, person, name, reachedOn) => {
    const { id, version } = await findMilestone(world, name)
    await act(world, person, deliveryRoutes.changeMilestone, { params: { id }, body: { version, reachedOn } })
  }),
  does('{person} removes the milestone {text}', async ({ world }, person, name) => {
    const { id, version } = await findMilestone(world, name)
    await act(world, person, deliveryRoutes.removeMilestone, { params: { id }, query: { version } })
  }),
  checks('the milestones read', async ({ world, table }) => checkTable('milestones', table, await readMilestones(world), columns)),
  checks('{text} depends on', async ({ world, table }, name) => checkTable(`what ${name} depends on`, table, (await findMilestone(world, name)).contributors, contributorColumns)),
]

const contributorsIn = (world: World, rows: readonly Row[]): Promise<NewContributor[]> =>
  Promise.all(rows.map(async ({ initiative = '', role, earliest, likely, latest }) => ({ initiativeId: initiative === '' ? nobodysId : (await findInitiative(world, initiative)).id, role: role as NewContributor['role'], ...(earliest && likely && latest ? { range: { earliestOn: earliest, likelyOn: likely, latestOn: latest } } : {}) })))

const columns = {
  milestone: words<StrategicMilestone>(({ name }) => name), objective: words<StrategicMilestone>(({ objective }) => objective?.statement), standing: words<StrategicMilestone>(({ standing }) => standing.replaceAll('_', ' ')),
  'as likely before as after': words<StrategicMilestone>(({ p50On: { metric } }) => (metric.status === 'ok' ? metric.value : metric.status === 'missing' ? `missing ${metric.inputs.join(', ')}` : 'not applicable')),
  keeps: number<StrategicMilestone>(({ confidence }) => confidence.metric), 'last most often': words<StrategicMilestone>(({ driver }) => driver?.name), late: number<StrategicMilestone>(({ daysLate }) => daysLate),
}
const contributorColumns = { initiative: words<Contributor>(({ name }) => name), from: words<Contributor>(({ basis }) => basis), 'planned end': words<Contributor>(({ plannedOn }) => plannedOn), by: words<Contributor>(({ plannedBy }) => plannedBy), 'comes last': number<Contributor>(({ criticality }) => criticality) }

const readMilestones = async ({ home }: World): Promise<readonly StrategicMilestone[]> => (await home.viewer.read(deliveryRoutes.readMilestones, { query: {} })).milestones
const findMilestone = async (world: World, name: string): Promise<StrategicMilestone> => theOne('milestone', await readMilestones(world), (one) => one.name, name)
