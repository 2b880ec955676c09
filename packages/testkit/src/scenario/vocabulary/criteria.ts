import { demandRoutes, type CriteriaDraft, type CriteriaModel, type CriteriaOverlap, type Criterion, type InitiativeScore } from '@throughline/contract/demand'
import { checkTable, number, theOne, words } from '../check.ts'
import type { Row } from '../parse.ts'
import { checks, does, type Sentence } from '../sentence.ts'
import { act, present, type World } from '../world.ts'
import { findInitiative } from './find.ts'

/** Sentences about the criteria model: what it judges by, how it weighs, what it asks at a gate, and how it orders. */
export const criteriaSentences: readonly Sentence[] = [
  does('{person} begins the criteria {text}', ({ world }, person, name) => act(world, person, demandRoutes.draftCriteria, { body: { name } })),
  does('{person} gives the criteria', async ({ world, table }, person) => {
    const model = await shownTo(world)
    await change(world, person, { criteria: (table ?? []).map((row) => criterionOf(row, model)) })
  }),
  does('{person} asks {text} of at most {number} before approval', async ({ world }, person, name, most) => {
    const { criteria } = await shownTo(world)
    await change(world, person, { gates: [{ id: crypto.randomUUID(), name: 'Approval', before: 'approved', hurdles: [{ criterionId: theOne('criterion', criteria, (one) => one.name, name).id, least: null, most, levels: [] }], leastScore: null }] })
  }),
  does('{person} weighs the criteria by swings', async ({ world, table }, person) => {
    const { id, version, criteria } = await shownTo(world)
    const values = (table ?? []).map(({ criterion, swing }) => ({ id: theOne('criterion', criteria, (one) => one.name, criterion ?? '').id, value: Number(swing) }))
    await act(world, person, demandRoutes.weighCriteria, { params: { id }, body: { version, method: 'swing', table: 'saaty_1980', values, pairs: [] } })
  }),
  does('{person} weighs the criteria by pairs', async ({ world, table }, person) => {
    const { id, version, criteria } = await shownTo(world)
    const idOf = (name: string | undefined) => theOne('criterion', criteria, (one) => one.name, name ?? '').id
    await act(world, person, demandRoutes.weighCriteria, { params: { id }, body: { version, method: 'pairwise', table: 'saaty_1980', values: [], pairs: (table ?? []).map(({ criterion, over, times }) => ({ a: idOf(criterion), b: idOf(over), ratio: Number(times) })) } })
  }),
  does('{person} approves the criteria because {text}', async ({ world }, person, reason) => {
    const { id, version } = await shownTo(world)
    await act(world, person, demandRoutes.approveCriteria, { params: { id }, body: { version, reason } })
  }),
  does('{person} scores {text} by {text} at {text}', async ({ world }, person, initiative, criterion, raw) => {
    const { criteria } = await shownTo(world)
    await act(world, person, demandRoutes.scoreInitiative, { body: { initiativeId: (await findInitiative(world, initiative)).id, criterionId: theOne('criterion', criteria, (one) => one.name, criterion).id, raw, rationale: 'Talked over' } })
  }),
  checks('the criteria weigh', async ({ world, table }) => {
    const { criteria, weights } = await shownTo(world)
    checkTable('weights', table, criteria.map(({ id, name }) => ({ name, metric: { status: 'ok', value: weights?.weights.find((one) => one.criterionId === id)?.weight ?? 0 } as const })), { criterion: words(({ name }) => name), weight: number(({ metric }) => metric) })
  }),
  checks('the criteria are checked', async ({ world, table }) => {
    const model = await shownTo(world)
    checkTable('models', table, [model], modelColumns)
  }),
  checks('these criteria may count the same twice', async ({ world, table }) => {
    const { criteria, overlaps } = await shownTo(world)
    const nameOf = (id: string) => criteria.find((one) => one.id === id)?.name ?? ''
    checkTable('overlaps', table, overlaps, { one: words<CriteriaOverlap>(({ a }) => nameOf(a)), other: words<CriteriaOverlap>(({ b }) => nameOf(b)), why: words<CriteriaOverlap>(({ kind }) => kind.replaceAll('_', ' ')) })
  }),
  checks('the scores by the criteria read', async ({ world, table }) => checkTable('scores', table, (await shownTo(world)).scores, scoreColumns)),
]

const modelColumns = {
  criteria: words<CriteriaModel>(({ name }) => name), state: words<CriteriaModel>(({ state }) => state), 'consistency ratio': number<CriteriaModel>(({ weights }) => weights?.consistency?.metric), 'not ready': words<CriteriaModel>(({ notReady }) => notReady.join(', ') || 'none'),
  decided: words<CriteriaModel>(({ backTest }) => backTest.counted), alike: words<CriteriaModel>(({ backTest }) => backTest.alike), against: words<CriteriaModel>(({ backTest }) => backTest.against), agreement: number<CriteriaModel>(({ backTest }) => backTest.agreement.metric),
}
const scoreColumns = {
  initiative: words<InitiativeScore>((one) => one.initiative.name), score: number<InitiativeScore>(({ total }) => total.metric), from: words<InitiativeScore>(({ low }) => low), to: words<InitiativeScore>(({ high }) => high),
  rank: words<InitiativeScore>(({ best, worst }) => (best === null ? 'none' : best === worst ? best : `${best} to ${worst}`)), gate: words<InitiativeScore>(({ atGate }) => atGate?.standing.replaceAll('_', ' ')),
}

/** What is shown: the draft, else the version in force. */
const shownTo = async ({ home }: World): Promise<CriteriaModel> => present((await home.owner.read(demandRoutes.readCriteria, {})).shown ?? undefined, 'criteria model')

async function change(world: World, person: Parameters<typeof act>[1], more: Partial<Pick<CriteriaDraft, 'criteria' | 'gates'>>): Promise<void> {
  const { id, version, name, note, criteria, gates } = await shownTo(world)
  await act(world, person, demandRoutes.changeCriteria, { params: { id }, body: { version, name, note, criteria, gates, ...more } })
}

/** `reads` is a figure, or judged; the scale goes straight from worst to best, or through levels such as "Low 0, High 100". One of a name that is there stays it. */
function criterionOf({ criterion = '', reads = '', worst, best, levels }: Row, { criteria }: CriteriaModel): Criterion {
  const figure = (['cost', 'benefits', 'ratio', 'alignment'] as const).find((one) => one === reads)
  const linear = [{ at: Number(worst), value: 0 }, { at: Number(best), value: 100 }].sort((a, b) => a.at - b.at)
  const said = (levels ?? '').split(', ').flatMap((each) => { const found = /^(.*) (\d+)$/.exec(each); return found ? [{ name: found[1] ?? '', value: Number(found[2]) }] : [] })
  return {
    id: criteria.find(({ name }) => name === criterion)?.id ?? crypto.randomUUID(), name: criterion, about: '', objectiveKeys: [],
    source: figure ? { kind: 'figure', figure } : { kind: 'judged', measureId: null }, scale: said.length > 0 ? { kind: 'levels', levels: said } : { kind: 'points', unit: '', points: linear },
  }
}
