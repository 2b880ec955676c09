import { demandRoutes } from '@throughline/contract/demand'
import { strategyRoutes, type Contradiction, type DriftedTarget, type Narrative, type Strategy, type TargetBecause } from '@throughline/contract/strategy'
import { amount, checkSame, checkTable, number, theOne, words } from '../check.ts'
import { checks, does, type Sentence } from '../sentence.ts'
import type { Row } from '../parse.ts'
import type { Person } from '../pattern.ts'
import { act, present, type World } from '../world.ts'
import { findInitiative, findObjective, readStrategy } from './find.ts'

/** Sentences about perspectives, objectives, measures and contributions. */
export const strategySentences: readonly Sentence[] = [
  does('the objectives', async ({ world, table }) => {
    for (const { objective = '', weight = '', perspective, owner } of present(table, 'table of objectives')) await addObjective(world, 'the editor', { statement: objective, weight: Number(weight), ...(perspective ? { perspective } : {}), ...(owner ? { owner } : {}) })
  }),
  does('{person} adds the objective {text} with the weight {number}', ({ world }, person, statement, weight) => addObjective(world, person, { statement, weight })),
  does('{person} removes the objective {text}', async ({ world }, person, statement) => act(world, person, strategyRoutes.removeObjective, { params: { id: (await findObjective(world, statement)).id } })),
  does('{person} sets the weights', async ({ world, table }, person) => {
    const { objectives } = await readStrategy(world)
    const weights = present(table, 'table of weights').map(({ objective = '', weight = '' }) => {
      const { id, version } = theOne('objective', objectives, (one) => one.statement, objective)
      return { objectiveId: id, weight: Number(weight), version }
    })
    await act(world, person, strategyRoutes.changeWeights, { body: { weights } })
  }),
  does('{person} adds the perspective {text}', ({ world }, person, name) => act(world, person, strategyRoutes.createPerspective, { body: { name } })),
  does('{person} removes the perspective {text}', async ({ world }, person, name) => act(world, person, strategyRoutes.removePerspective, { params: { id: theOne('perspective', (await readStrategy(world)).perspectives, (one) => one.name, name).id } })),
  does('the measures', async ({ world, table }) => {
    for (const row of present(table, 'table of measures')) await addMeasure(world, 'the editor', row)
  }),
  does('{person} adds the measure', ({ world, table }, person) => addMeasure(world, person, present(table?.[0], 'table of the measure'))),
  does('{person} moves the target of {text} to {number}', ({ world }, person, name, target) => moveTarget(world, person, name, target)),
  does('{person} moves the target of {text} to {number}, for {text}', ({ world }, person, name, target, words) => moveTarget(world, person, name, target, { kind: 'environment', words })),
  does('{text} stood at {number} on {date}', async ({ world }, name, value, on) => {
    const { id } = await findMeasure(world, name)
    await act(world, 'the editor', strategyRoutes.recordActual, { params: { id }, body: { on, value: String(value) } })
  }),
  does('{person} records the actuals', ({ world, table }, person) => recordTogether(world, person, present(table, 'table of actuals'))),
  does('{person} takes the last actuals back', async ({ world }, person) => act(world, person, strategyRoutes.undoBatch, { params: { id: present((await world.home.viewer.read(strategyRoutes.listBatches, {}))[0], 'batch of actuals').id } })),
  does('{person} says of {text} on {date} that {text}', async ({ world }, person, name, on, fact) => act(world, person, strategyRoutes.addNarrative, { params: { id: (await findMeasure(world, name)).id }, body: { fact, judgement: '', forecast: '', confidence: 'high', days: [on] } })),
  does('{person} says nothing of {text}', async ({ world }, person, name) => act(world, person, strategyRoutes.addNarrative, { params: { id: (await findMeasure(world, name)).id }, body: { fact: ' ', judgement: '', forecast: '', confidence: 'low', days: [] } })),
  does('{person} takes back what was said of {text}', async ({ world }, person, name) => {
    const [said] = await world.home.viewer.read(strategyRoutes.listNarratives, { params: { id: (await findMeasure(world, name)).id } })
    await act(world, person, strategyRoutes.removeNarrative, { params: { id: present(said, 'narrative').id }, query: { version: present(said, 'narrative').version } })
  }),
  does('{person} approves the last actual of {text}', async ({ world }, person, name) => {
    const { id, version } = present((await findMeasure(world, name)).actuals.at(-1), `actual of ${name}`)
    await act(world, person, strategyRoutes.approveActual, { params: { id }, body: { version } })
  }),
  does('the contributions', async ({ world, table }) => {
    for (const { initiative = '', objective = '', contribution = '', because = '' } of present(table, 'table of contributions')) await contribute(world, 'the editor', { initiative, objective, contribution: Number(contribution), because })
  }),
  does('{person} says that {text} contributes {number} to {text}', ({ world }, person, initiative, contribution, objective) => contribute(world, person, { initiative, objective, contribution, because: '' })),
  does('{person} lives with the contradiction about {text} until {date}', async ({ world }, person, about, reviewOn) => {
    const { key } = await findContradiction(world, about)
    await act(world, person, strategyRoutes.acceptTension, { body: { key, owner: 'Ada', tradeOff: 'The first before the second', reviewOn } })
  }),
  does('{person} lives with the contradiction {code} until {date}', ({ world }, person, key, reviewOn) => act(world, person, strategyRoutes.acceptTension, { body: { key, owner: 'Ada', tradeOff: 'The first before the second', reviewOn } })),
  does('{person} reopens the contradiction about {text}', async ({ world }, person, about) => {
    const { id, version } = present((await findContradiction(world, about)).accepted ?? undefined, `owner of the contradiction about ${about}`)
    await act(world, person, strategyRoutes.reopenTension, { params: { id }, query: { version } })
  }),
  does('{person} asks for the strategy', ({ world }, person) => act(world, person, strategyRoutes.readStrategy, {})),

  checks('the objectives read', async ({ world, table }) => checkTable('objectives', table, (await readStrategy(world)).objectives, objectiveColumns)),
  checks('the measures read', async ({ world, table }) => checkTable('measures', table, (await readStrategy(world)).measures, measureColumns)),
  checks('the targets that moved read', async ({ world, table }) => checkTable('targets that moved', table, (await world.home.viewer.read(strategyRoutes.listGoals, {})).moved, driftColumns)),
  checks('what is said of {text} reads', async ({ world, table }, name) => checkTable('narratives', table, await world.home.viewer.read(strategyRoutes.listNarratives, { params: { id: (await findMeasure(world, name)).id } }), narrativeColumns)),
  checks('the actuals of {text} read', async ({ world, table }, name) => checkTable('actuals', table, (await findMeasure(world, name)).actuals, actualColumns)),
  checks('the weights sum to {number}', async ({ world }, sum) => checkSame('sum of the weights', (await readStrategy(world)).weightTotal, sum)),
  checks('the contradictions read', async ({ world, table }) => checkTable('contradictions', table, (await world.home.viewer.read(strategyRoutes.readContradictions, {})).entries, contradictionColumns)),
  checks('nothing serves {names}', async ({ world }, names) => {
    const { unserved, objectives } = await readStrategy(world)
    checkSame('objectives that nothing serves', objectives.filter(({ id }) => unserved.includes(id)).map(({ statement }) => statement).sort(), [...names].sort())
  }),
  checks('every objective is served', async ({ world }) => checkSame('number of objectives that nothing serves', (await readStrategy(world)).unserved.length, 0)),
  checks('no objective is served by {names}', async ({ world }, names) => checkSame('initiatives that serve no objective', (await readStrategy(world)).orphans.map(({ name }) => name).sort(), [...names].sort())),
  checks('every initiative serves an objective', async ({ world }) => checkSame('number of initiatives that serve no objective', (await readStrategy(world)).orphans.length, 0)),
  checks('the alignment of {text} is the sum of {text}', async ({ world }, name, parts) => {
    const { id } = await findInitiative(world, name)
    const { alignment } = await world.home.viewer.read(demandRoutes.readInitiative, { params: { id } })
    const found = (alignment.why.terms ?? []).map(({ term, figure }) => `${term} ${figure.status === 'ok' && figure.value.kind === 'number' ? Number(figure.value.value.toFixed(6)) : figure.status}`)
    checkSame('terms of the alignment', found.sort(), parts.split(', ').sort())
  }),
]

type Objective = Strategy['objectives'][number]
type Measure = Strategy['measures'][number]

const objectiveColumns = {
  objective: words<Objective>((one) => one.statement), weight: words<Objective>((one) => one.weight), initiatives: words<Objective>((one) => one.initiatives), 'hurt by': words<Objective>((one) => one.hurtBy),
  cost: amount<Objective>((one) => one.cost.metric), benefits: amount<Objective>((one) => one.benefits.metric), attainment: number<Objective>((one) => one.attainment.metric),
}
const measureColumns = {
  measure: words<Measure>((one) => one.name), attainment: number<Measure>((one) => one.attainment.metric), expected: number<Measure>((one) => one.expected.metric), status: words<Measure>((one) => one.status.replaceAll('_', ' ')),
}
const narrativeColumns = { fact: words<Narrative>((one) => one.fact), standing: words<Narrative>((one) => one.standing), now: words<Narrative>((one) => one.moved.map(({ now }) => now ?? 'nothing').join(', ') || '-') }
const driftColumns = {
  measure: words<DriftedTarget>((one) => one.measure), first: words<DriftedTarget>((one) => one.first), now: words<DriftedTarget>((one) => one.now), drift: number<DriftedTarget>((one) => one.drift.metric), moves: words<DriftedTarget>((one) => one.moves.length),
  beyond: words<DriftedTarget>((one) => (one.beyond ? 'yes' : 'no')), because: words<DriftedTarget>((one) => one.moves.at(-1)?.because?.words ?? ''),
}
const actualColumns = { date: words<Measure['actuals'][number]>((one) => one.on), value: words<Measure['actuals'][number]>((one) => one.value), state: words<Measure['actuals'][number]>((one) => one.state) }

const contradictionColumns = {
  rule: words<Contradiction>((one) => one.rule), severity: words<Contradiction>((one) => one.severity ?? 'none'), state: words<Contradiction>((one) => one.state), words: words<Contradiction>((one) => one.words),
}

/** The one entry of the register whose words hold a text. */
async function findContradiction(world: World, about: string): Promise<Contradiction> {
  const { entries } = await world.home.viewer.read(strategyRoutes.readContradictions, {})
  return present(entries.find((one) => one.words.includes(about)), `contradiction about ${about}`)
}

const findMeasure = async (world: World, name: string): Promise<Measure> => theOne('measure', (await readStrategy(world)).measures, (one) => one.name, name)

async function addObjective(world: World, person: Person, { statement, weight, perspective, owner }: { readonly statement: string; readonly weight: number; readonly perspective?: string; readonly owner?: string }): Promise<void> {
  const { perspectives } = await readStrategy(world)
  const { id } = perspective === undefined ? present(perspectives[0], 'perspective') : theOne('perspective', perspectives, (one) => one.name, perspective)
  await act(world, person, strategyRoutes.createObjective, { body: { perspectiveId: id, statement, weight, ...(owner === undefined ? {} : { owner }) } })
}

async function moveTarget(world: World, person: Person, name: string, to: number, because?: TargetBecause): Promise<void> {
  const { id, version, target } = await findMeasure(world, name)
  await act(world, person, strategyRoutes.changeMeasure, { params: { id }, body: { version, target: { ...target, target: String(to) }, ...(because ? { because } : {}) } })
}

async function addMeasure(world: World, person: Person, row: Row): Promise<void> {
  const { measure = '', objective = '', unit = 'count', better = 'higher', baseline, on, target, due, low, high, leeway } = row
  const given = (cell: string | undefined) => (cell === undefined || cell === '' ? null : cell)
  await act(world, person, strategyRoutes.createMeasure, {
    body: { objectiveId: (await findObjective(world, objective)).id, name: measure, unit, direction: better as Measure['direction'], target: { baseline: given(baseline), baselineOn: given(on), target: given(target), dueOn: given(due), tolerance: null }, ...(low && high ? { settings: { band: { low, high } } } : leeway ? { settings: { leeway: Number(leeway) } } : {}) },
  })
}

/** Actuals as one act. What stands before each of them is said where the table has a column for it; parts are given as `name volume price`. */
async function recordTogether(world: World, person: Person, table: readonly Row[]): Promise<void> {
  const rows = await Promise.all(table.map(async ({ measure = '', date = '', value = '', state, part, source }) => {
    const [name = '', volume = '', price = ''] = part?.split(' ') ?? []
    return { measureId: (await findMeasure(world, measure)).id, on: date, value, state: state === 'provisional' ? ('provisional' as const) : ('approved' as const), ...(source ? { source } : {}), ...(part ? { parts: [{ name, volume: Number(volume), price: Number(price) }] } : {}) }
  }))
  await act(world, person, strategyRoutes.recordActuals, { body: { via: 'paste', rows } })
}

async function contribute(world: World, person: Person, { initiative, objective, contribution, because }: { readonly initiative: string; readonly objective: string; readonly contribution: number; readonly because: string }): Promise<void> {
  const [{ id: initiativeId }, { id: objectiveId }] = [await findInitiative(world, initiative), await findObjective(world, objective)]
  await act(world, person, strategyRoutes.changeContribution, { body: { initiativeId, objectiveId, contribution, rationale: because } })
}
