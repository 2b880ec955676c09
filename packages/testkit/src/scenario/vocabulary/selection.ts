import { demandRoutes } from '@throughline/contract/demand'
import { portfolioRoutes, type SelectionCase } from '@throughline/contract/portfolio'
import { formatDecimal } from '@throughline/engine/kernel'
import { pricePins, selectPortfolio, type Candidate, type Constraint, type Selection, type ValueChoice } from '@throughline/engine/portfolio'
import { checkSame, checkSays, theOne } from '../check.ts'
import { checks, does, type Sentence } from '../sentence.ts'
import { act, present, type World } from '../world.ts'
import { findInitiative, findUnit, idsOfInitiatives, nobodysId } from './find.ts'

const demand = (form: (world: World) => Promise<Constraint> | Constraint, world: World) => Promise.resolve(form(world)).then((constraint) => void world.constraints.push(constraint))

/** Sentences about the choice of a portfolio: the case comes from the server, and the engine solves it as the browser does. */
export const selectionSentences: readonly Sentence[] = [
  does('a budget of {amount}', ({ world }, limit) => demand(() => ({ kind: 'totalBudget', limit: Number(limit) }), world)),
  does('a budget of {amount} in {year}', ({ world }, limit, year) => demand(() => ({ kind: 'yearlyBudget', year, limit: Number(limit) }), world)),
  does('at most {amount} for the department {text}', ({ world }, limit, name) => demand(async () => ({ kind: 'departmentCap', departmentId: (await findUnit(world, name)).id, limit: Number(limit) }), world)),
  does('{text} is pinned in', ({ world }, name) => demand(async () => ({ kind: 'mustInclude', candidateId: (await findInitiative(world, name)).id }), world)),
  does('{text} is pinned out', ({ world }, name) => demand(async () => ({ kind: 'mustExclude', candidateId: (await findInitiative(world, name)).id }), world)),
  does('at least {count} of {names} are wanted', ({ world }, least, names) => demand(async () => ({ kind: 'atLeastK', least, candidateIds: await idsOfInitiatives(world, names) }), world)),
  does('the best portfolio by {word} is selected', async ({ world }, value) => {
    const { input: standing } = await readCase(world, value as ValueChoice)
    const input = { ...standing, constraints: [...standing.constraints, ...world.constraints] }
    world.selected = { input, result: selectPortfolio(input) }
  }),
  does('a publication of {count} initiatives that cost {amount} and give {amount} each', async ({ world }, count, cost, benefits) => {
    const lines = Array.from({ length: count }, (_, at) => `W-${at + 1},Work ${at + 1},${major(cost)},${major(benefits)}`)
    const { id } = await world.home.editor.read(demandRoutes.uploadImport, { query: { fileName: 'works.csv' }, body: Buffer.from(['Id,Name,Whole-life cost (EUR),Benefits (EUR)', ...lines].join('\n')) })
    await world.home.editor.read(demandRoutes.changeImport, { params: { id }, body: { title: 'Works', asOf: '2026-03-31', scope: 'whole' } })
    await world.home.editor.read(demandRoutes.applyImport, { params: { id } })
  }),
  does('{person} asks for the candidates of a selection', ({ world }, person) => act(world, person, portfolioRoutes.readSelectionCase, { query: { value: 'benefits' } })),
  does('the pins are priced', ({ world }) => {
    const prices = pricePins(present(world.selected, 'selection').input)
    if (!prices.ok) throw new Error(`found ${prices.refusal.code}; expected prices`)
    world.pinPrices = prices.value
  }),
  does('{person} saves the scenario {text} with {names}', async ({ world }, person, name, names) =>
    act(world, person, portfolioRoutes.createScenario, { body: { name, value: 'benefits', constraints: [...world.constraints], chosen: await idsOfInitiatives(world, names) } })),
  does('{person} saves the scenario {text} with an initiative that is not there', ({ world }, person, name) =>
    act(world, person, portfolioRoutes.createScenario, { body: { name, value: 'benefits', constraints: [...world.constraints], chosen: [nobodysId] } })),

  checks('it takes {names}', ({ world }, names) => checkSame('chosen', namesOf(world, selectionOf(world).chosen), [...names].sort())),
  checks('it takes nothing', ({ world }) => checkSame('chosen', namesOf(world, selectionOf(world).chosen), [])),
  checks('it gives {amount} for {amount}', ({ world }, value, cost) => checkSame('value and cost', [selectionOf(world).value, selectionOf(world).cost], [Number(value), Number(cost)])),
  checks('it gives {count} points', ({ world }, points) => checkSame('value in points', selectionOf(world).value, points)),
  checks('no portfolio gives more', ({ world }) => checkSame('proved', [selectionOf(world).proved, selectionOf(world).gap], [true, 0])),
  checks('the list by value over cost would take {names} and leave {amount} on the table', ({ world }, names, left) => {
    const { chosen, valueLeftOnTable } = selectionOf(world).ranking
    checkSame('ranking', [namesOf(world, chosen), valueLeftOnTable], [[...names].sort(), Number(left)])
  }),
  checks('{text} is {word} because {text}', ({ world }, name, side, words) => {
    const { verdict, reason } = verdictOn(world, name)
    checkSame(`verdict on ${name}`, verdict, side)
    checkSays(`reason for ${name}`, reason, words)
  }),
  checks('forcing {text} {word} would lose {amount}', ({ world }, name, side, lost) => {
    const { verdict, opposite } = verdictOn(world, name)
    checkSame(`forcing ${name}`, [verdict === 'in' ? 'out' : 'in', opposite?.kind === 'possible' ? [opposite.valueLost, opposite.proved] : opposite?.kind], [side, [Number(lost), true]])
  }),
  checks('the pin on {text} costs {amount}', ({ world }, name, price) => {
    const found = theOne('pin', present(world.pinPrices, 'prices of pins'), ({ pin }) => candidateNames(world).get(pin.candidateId) ?? '', name)
    checkSame(`price of the pin on ${name}`, [found.valueGivenUp, found.proved], [Number(price), true])
  }),
  checks('it cannot be done: {text}', ({ world }, words) => {
    const { result } = present(world.selected, 'selection')
    if (result.ok) throw new Error(`found a portfolio of ${namesOf(world, result.value.chosen).join(', ')}; expected a conflict`)
    checkSays('conflict', result.refusal.code === 'constraints_conflict' ? result.refusal.conflict.words : result.refusal.code, words)
  }),
  checks('{text} is no candidate by {word}: {text}', async ({ world }, name, value, words) => checkSays(name, theOne('initiative that is no candidate', (await readCase(world, value as ValueChoice)).left, ({ initiative }) => initiative.name, name).because, words)),
  checks('the case by {word} says {text}', async ({ world }, value, words) => checkSays('case', (await readCase(world, value as ValueChoice)).derived.join(' '), words)),
  checks('the saved scenario gives {amount} of at most {amount}', async ({ world }, value, bound) => {
    const [scenario] = await world.home.viewer.read(portfolioRoutes.listScenarios, {})
    checkSame('value and bound', [scenario?.selection?.totalValue, scenario?.selection?.bound], [Number(value), Number(bound)])
  }),
  checks('the saved scenario is {word}', async ({ world }, freshness) => {
    const [scenario] = await world.home.viewer.read(portfolioRoutes.listScenarios, {})
    checkSame('freshness', scenario?.selection?.stale ? 'stale' : 'fresh', freshness)
  }),
]

/** Minor units as a file gives them. */
const major = (minor: string | bigint | number): string => formatDecimal(BigInt(minor), 2)

const readCase = ({ home }: World, value: ValueChoice): Promise<SelectionCase> => home.viewer.read(portfolioRoutes.readSelectionCase, { query: { value } })

function selectionOf(world: World): Selection {
  const { result } = present(world.selected, 'selection')
  if (!result.ok) throw new Error(`found that nothing can be selected: ${result.refusal.code === 'constraints_conflict' ? result.refusal.conflict.words : result.refusal.code}`)
  return result.value
}

const candidateNames = (world: World): ReadonlyMap<string, string> => new Map(present(world.selected, 'selection').input.candidates.map(({ id, name }: Candidate) => [id, name]))
const namesOf = (world: World, ids: readonly string[]): readonly string[] => ids.map((id) => candidateNames(world).get(id) ?? id).sort()
const verdictOn = (world: World, name: string) => theOne('candidate', selectionOf(world).verdicts, ({ candidateId }) => candidateNames(world).get(candidateId) ?? '', name)
