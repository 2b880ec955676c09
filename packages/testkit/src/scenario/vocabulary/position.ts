import { governanceRoutes } from '@throughline/contract/governance'
import { portfolioRoutes, type Cockpit } from '@throughline/contract/portfolio'
import { amount, checkSame, checkTable, number, words } from '../check.ts'
import { checks, does, type Sentence } from '../sentence.ts'
import { act, present, type World } from '../world.ts'

/** Sentences about the cockpit, the record of changes and jobs. */
export const positionSentences: readonly Sentence[] = [
  does('{person} asks for the cockpit', ({ world }, person) => act(world, person, portfolioRoutes.readCockpit, {})),
  does('{person} has a selection computed by the server', async ({ world }, person) => {
    world.jobId = (await act(world, person, portfolioRoutes.startSelection, { body: { value: 'benefits', constraints: [...world.constraints] } }))?.jobId
  }),
  does('{person} has a roadmap computed that must hold {text}', async ({ world }, person, id) => {
    world.jobId = (await act(world, person, portfolioRoutes.startRoadmap, { body: { value: 'benefits', constraints: [{ kind: 'must', candidateId: id }] } }))?.jobId
  }),
  does('{person} stops the job', ({ world }, person) => act(world, person, governanceRoutes.cancelJob, { params: { id: present(world.jobId, 'job') } })),

  checks('the portfolio costs {text}', async ({ world }, text) => checkFigure('cost', (await readCockpit(world)).cost.metric, text)),
  checks('the portfolio promises {text}', async ({ world }, text) => checkFigure('benefits', (await readCockpit(world)).benefits.metric, text)),
  checks('the benefit-cost ratio of the portfolio is {text}', async ({ world }, text) => {
    const column = number<Cockpit>((cockpit) => cockpit.ratio.metric)
    checkSame('benefit-cost ratio', column.shown(await readCockpit(world)), column.meant(text))
  }),
  checks('the ratio of the portfolio is called {text}, over {text}', async ({ world }, term, parts) => {
    const { why } = (await readCockpit(world)).ratio
    checkSame('words of the ratio', [why.term, (why.terms ?? []).map((one) => one.term).join(' and ')], [term, parts])
  }),
  checks('the share of the strategy that is funded is {text}', async ({ world }, text) => {
    const column = number<Cockpit>((cockpit) => cockpit.strategyFunded.metric)
    checkSame('share of the strategy that is funded', column.shown(await readCockpit(world)), column.meant(text))
  }),
  checks('the ratings count', async ({ world, table }) => checkTable('ratings', table, Object.entries((await readCockpit(world)).health.all).filter(([, count]) => count > 0), countColumns)),
  checks('the ratings share the {text} scale', async ({ world }, scale) => checkSame('scale', (await readCockpit(world)).health.scale, scale.replace('-', '_'))),
  checks('the ratings share no scale', async ({ world }) => checkSame('scale', (await readCockpit(world)).health.scale, null)),
  checks('since the previous position', async ({ world, table }) => checkTable('movements', table, Object.entries((await readCockpit(world)).moved.counts).filter(([, count]) => count > 0), countColumns)),
  checks('nothing has moved since the previous position', async ({ world }) => checkSame('movements', (await readCockpit(world)).moved.items.length, 0)),
  checks('the decisions needed are', async ({ world, table }) => checkTable('decisions', table, (await readCockpit(world)).decisions, decisionColumns)),
  checks('a decision is needed on {text}: {code}', async ({ world }, name, kind) => {
    const { decisions } = await readCockpit(world)
    if (!decisions.some((one) => one.subject.name === name && one.kind === kind)) throw new Error(`found ${decisions.map((one) => `${one.kind} for "${one.subject.name}"`).join(', ') || 'no decisions'}; expected ${kind} for "${name}"`)
  }),
  checks('the changes recorded under {code} are {count}', async ({ world }, name, count) => {
    const revisions = await world.home.viewer.read(governanceRoutes.listRevisions, { query: { limit: 200 } })
    checkSame(`revisions of ${name}`, revisions.filter(({ act: one }) => one === name).length, count)
  }),
]

type Count = [string, number]
const countColumns = { what: words<Count>(([what]) => what.replaceAll('_', '/')), count: words<Count>(([, count]) => count) }
type Decision = Cockpit['decisions'][number]
const decisionColumns = { on: words<Decision>((one) => one.subject.name), kind: words<Decision>((one) => one.kind.replaceAll('_', ' ')), 'at stake': amount<Decision>((one) => one.atStake) }

const readCockpit = ({ home }: World): Promise<Cockpit> => home.viewer.read(portfolioRoutes.readCockpit, {})

function checkFigure(what: string, metric: Cockpit['cost']['metric'], text: string): void {
  const column = amount<Cockpit['cost']['metric']>((one) => one)
  checkSame(what, column.shown(metric), column.meant(text))
}
