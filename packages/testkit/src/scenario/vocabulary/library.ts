import { strategyRoutes, type Definition, type MeasureCandidate, type MeasureLibrary, type NewDefinition, type ObjectiveMix } from '@throughline/contract/strategy'
import { checkTable, set, theOne, words } from '../check.ts'
import type { Row } from '../parse.ts'
import { checks, does, type Sentence } from '../sentence.ts'
import { act, present, type World } from '../world.ts'

/** Sentences about definitions of measures, what is proposed for objectives, and what their measures tell of. */
export const librarySentences: readonly Sentence[] = [
  does('{person} defines the measures', async ({ world, table }, person) => {
    for (const row of present(table, 'table of definitions')) await act(world, person, strategyRoutes.addDefinition, { body: definitionOf(row) })
  }),
  does('{person} loads the starter library', ({ world }, person) => act(world, person, strategyRoutes.loadStarterLibrary, {})),
  does('{person} retires the definition {text} because {text}', async ({ world }, person, name, reason) => {
    const { id, version } = definitionIn(await libraryOf(world), name)
    await act(world, person, strategyRoutes.retireDefinition, { params: { id }, body: { version, reason } })
  }),
  does('{person} measures {text} by the definition {text}', async ({ world }, person, objective, name) =>
    act(world, person, strategyRoutes.chooseMeasure, { params: { id: await objectiveId(world, objective) }, body: { from: { kind: 'definition', id: definitionIn(await libraryOf(world), name).id } } })),
  does('{person} measures {text} by the measure {text}', async ({ world }, person, objective, name) => {
    const measure = present((await world.home.viewer.read(strategyRoutes.listMeasures, {})).measures.find((one) => one.name === name), `measure ${name}`)
    await act(world, person, strategyRoutes.chooseMeasure, { params: { id: await objectiveId(world, objective) }, body: { from: { kind: 'measure', id: measure.id } } })
  }),
  checks('the library reads', async ({ world, table }) => checkTable('definitions', table, (await libraryOf(world)).definitions, definitionColumns)),
  checks('the candidates for {text} read', async ({ world, table }, objective) => checkTable('candidates', table, (await world.home.viewer.read(strategyRoutes.proposeMeasures, { params: { id: await objectiveId(world, objective) } })).candidates, candidateColumns)),
  checks('what objectives are measured by reads', async ({ world, table }) => checkTable('objectives', table, await mixesOf(world), mixColumns)),
]

const definitionColumns = { measure: words<Definition>((one) => one.name), 'used by': set<Definition>((one) => one.usedBy.map(({ objective }) => objective)), retired: words<Definition>((one) => one.retired?.reason ?? 'no') }
const candidateColumns = { act: words<MeasureCandidate>((one) => one.act), measure: words<MeasureCandidate>((one) => one.name), because: words<MeasureCandidate>((one) => one.reasons.join(' ')) }
const mixColumns = {
  objective: words<ObjectiveMix>((one) => one.statement), outcomes: words<ObjectiveMix>((one) => one.outcome), outputs: words<ObjectiveMix>((one) => one.output), activities: words<ObjectiveMix>((one) => one.activity), leading: words<ObjectiveMix>((one) => one.leading),
  warnings: set<ObjectiveMix>((one) => one.warnings.map(({ code }) => code.replaceAll('_', ' '))),
}

const definitionOf = ({ measure = '', calculation = '', unit = 'count', better = 'higher', 'tells of': tellsOf = 'outcome', leading, fits = '' }: Row): NewDefinition => ({
  name: measure, calculation, unit, direction: better as NewDefinition['direction'], aggregation: 'ratio', frequency: 'quarter', tellsOf: tellsOf as NewDefinition['tellsOf'], leading: leading === 'yes', perspective: null, meaning: '', gamingRisk: '', watch: '', source: '', patterns: fits === '' ? [] : fits.split(', '),
})

const libraryOf = ({ home }: World): Promise<MeasureLibrary> => home.viewer.read(strategyRoutes.readLibrary, {})
const definitionIn = ({ definitions }: MeasureLibrary, name: string): Definition => theOne('definition', definitions, (one) => one.name, name)
const mixesOf = async ({ home }: World): Promise<readonly ObjectiveMix[]> => (await home.viewer.read(strategyRoutes.listGoals, {})).mixes
const objectiveId = async (world: World, statement: string): Promise<string> => theOne('objective', await mixesOf(world), (one) => one.statement, statement).objectiveId
