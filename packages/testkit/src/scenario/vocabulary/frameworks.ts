import { governanceRoutes, type ElementChange, type Framework, type FrameworkAdoption, type FrameworkElement, type FrameworkMigration, type Frameworks } from '@throughline/contract/governance'
import { elementKinds } from '@throughline/engine/governance'
import { checkTable, number, set, theOne, words } from '../check.ts'
import type { Row } from '../parse.ts'
import type { Person } from '../pattern.ts'
import { checks, does, type Sentence } from '../sentence.ts'
import { act, present, type World } from '../world.ts'
import { findInitiative } from './find.ts'

/** Sentences about frameworks: what is written down and published of them, who follows which edition, and who is moved to another one. */
export const frameworkSentences: readonly Sentence[] = [
  does('{person} adds the framework {text}', async ({ world, table }, person, name) => act(world, person, governanceRoutes.addFramework, { body: { name, about: '', elements: elementsOf(table) } })),
  does('{person} makes the framework {text}', async ({ world, table }, person, name) => {
    const { id, version } = await findFramework(world, name)
    await act(world, person, governanceRoutes.changeFramework, { params: { id }, body: { version, elements: elementsOf(table) } })
  }),
  does('{person} publishes the framework {text} because {text}', ({ world }, person, name, reason) => publish(world, person, name, world.stage.now().toISOString().slice(0, 10), reason)),
  does('{person} publishes the framework {text} from {date} because {text}', ({ world }, person, name, effectiveOn, reason) => publish(world, person, name, effectiveOn, reason)),
  does('{person} retires the framework {text} because {text}', async ({ world }, person, name, reason) => {
    const { id, version } = await findFramework(world, name)
    await act(world, person, governanceRoutes.retireFramework, { params: { id }, body: { version, reason } })
  }),
  does('{person} has {text} follow the framework {text} by {text}', async ({ world }, person, initiative, name, lifecycle) => {
    const { id } = await findInitiative(world, initiative)
    await act(world, person, governanceRoutes.adoptFramework, { params: { id }, body: { frameworkId: (await findFramework(world, name)).id, lifecycle, reason: 'It fits', after: (await everything(world)).adoptions.find((one) => one.initiative.id === id)?.id ?? null } })
  }),
  does('{person} has {text} follow the framework {text} by {text} without having looked', async ({ world }, person, initiative, name, lifecycle) =>
    act(world, person, governanceRoutes.adoptFramework, { params: { id: (await findInitiative(world, initiative)).id }, body: { frameworkId: (await findFramework(world, name)).id, lifecycle, reason: 'It fits', after: null } })),
  does('{person} migrates {text} to edition {number} of the framework {text}', async ({ world }, person, initiative, edition, name) => {
    const { id } = theOne('adoption', (await everything(world)).adoptions, (one) => one.initiative.name, initiative)
    await act(world, person, governanceRoutes.migrateInitiatives, { params: { id: (await findFramework(world, name)).id }, body: { edition, adoptionIds: [id], reason: 'The new edition is shorter' } })
  }),
  checks('the frameworks read', async ({ world, table }) => checkTable('frameworks', table, (await everything(world)).frameworks, frameworkColumns)),
  checks('the adoptions read', async ({ world, table }) => checkTable('adoptions', table, (await everything(world)).adoptions, adoptionColumns)),
  checks('the changes of edition {number} of the framework {text} read', async ({ world, table }, no, name) => checkTable('changes', table, (await findFramework(world, name)).editions.find((one) => one.no === no)?.changes ?? [], changeColumns)),
  checks('a migration to edition {number} of the framework {text} would read', async ({ world, table }, edition, name) =>
    checkTable('adoptions', table, (await world.home.viewer.read(governanceRoutes.previewMigration, { params: { id: (await findFramework(world, name)).id }, query: { edition } })).adoptions, migrationColumns)),
]

async function publish(world: World, person: Person, name: string, effectiveOn: string, reason: string): Promise<void> {
  const { id, version } = await findFramework(world, name)
  await act(world, person, governanceRoutes.publishFramework, { params: { id }, body: { version, effectiveOn, reason } })
}

const elementsOf = (table: readonly Row[] | undefined): FrameworkElement[] => present(table, 'elements in a table').map((row) => {
  const cell = (name: string): string => (row[name] === 'none' ? '' : (row[name] ?? ''))
  return { key: cell('code'), kind: present(elementKinds.find((one) => one === cell('kind')), `kind ${cell('kind')}`), name: cell('name'), says: '', link: '', lifecycle: cell('lifecycle'), neededFrom: (cell('needed from') || null) as FrameworkElement['neededFrom'], serviceId: null }
})

const frameworkColumns = {
  framework: words<Framework>(({ text }) => text.name), state: words<Framework>((one) => one.state), 'in force': words<Framework>((one) => one.inForce), lifecycles: set<Framework>((one) => one.lifecycles), running: words<Framework>((one) => one.running), 'on it': number<Framework>((one) => one.current.metric),
}
const adoptionColumns = { initiative: words<FrameworkAdoption>((one) => one.initiative.name), edition: words<FrameworkAdoption>((one) => one.edition), lifecycle: words<FrameworkAdoption>((one) => one.lifecycle) }
const changeColumns = { change: words<ElementChange>((one) => one.change), code: words<ElementChange>((one) => one.key), fields: words<ElementChange>(({ fields }) => fields.map(({ field, before, after }) => `${field} ${before ?? 'none'} to ${after ?? 'none'}`).join('; ') || 'none') }
type Migrated = FrameworkMigration['adoptions'][number]
const migrationColumns = { initiative: words<Migrated>(({ adoption }) => adoption.initiative.name), changes: set<Migrated>(({ changes }) => changes.map(({ change, key }) => `${change} ${key}`)), 'newly needed': set<Migrated>((one) => one.newlyNeeded) }

const everything = ({ home }: World): Promise<Frameworks> => home.viewer.read(governanceRoutes.readFrameworks, {})
/** The framework of a name. */
export const findFramework = async (world: World, name: string): Promise<Framework> => theOne('framework', (await everything(world)).frameworks, ({ text }) => text.name, name)
