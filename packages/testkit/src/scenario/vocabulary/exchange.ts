import { strategyRoutes, type ExchangeUnit, type Signal, type StrategyExchange } from '@throughline/contract/strategy'
import { checkTable, theOne, words } from '../check.ts'
import { checks, does, type Sentence } from '../sentence.ts'
import { act, present, type World } from '../world.ts'
import { findObjective } from './find.ts'

/** Sentences about strategies of units, and what goes between them and the one above. */
export const exchangeSentences: readonly Sentence[] = [
  does('{person} gives {text} a strategy in the draft that serves {text}', async ({ world }, person, name, objective) => {
    const { id } = present((await world.home.viewer.read(strategyRoutes.listVersions, {}))[0], 'version of the strategy')
    const { version } = await world.home.viewer.read(strategyRoutes.readVersion, { params: { id } })
    const serves = (await findObjective(world, objective)).key
    const strategy = { id: crypto.randomUUID(), name, intent: '', level: 'functional' as const, unitId: null, parentId: null, weights: 'local' as const, objectives: [{ id: crypto.randomUUID(), statement: `What ${name} does for it`, description: '', weight: 1, owner: null, deadline: null, serves, contributions: [] }] }
    await act(world, person, strategyRoutes.changeDraft, { params: { id }, body: { version, unitStrategies: [strategy] } })
  }),
  does('{person} acknowledges version {number} for {text}', async ({ world }, person, no, name) => {
    const versionId = present((await world.home.viewer.read(strategyRoutes.listVersions, {})).find((one) => one.no === no), `version ${no}`).id
    await act(world, person, strategyRoutes.acknowledgeStrategy, { body: { unitId: (await findUnit(world, name)).id, versionId } })
  }),
  does('{person} signals {text} from {text}', async ({ world }, person, said, name) => act(world, person, strategyRoutes.raiseSignal, { body: { unitId: (await findUnit(world, name)).id, kind: 'constraint', words: said } })),
  does('{person} answers {text} with {text}', async ({ world }, person, said, answer) => {
    const { id, version } = theOne('signal', (await exchangeOf(world)).signals, (one) => one.words, said)
    await act(world, person, strategyRoutes.answerSignal, { params: { id }, body: { version, kind: 'taken_up', words: answer } })
  }),
  checks('the exchange with units reads', async ({ world, table }) => checkTable('units', table, (await exchangeOf(world)).units, unitColumns)),
  checks('the signals read', async ({ world, table }) => checkTable('signals', table, (await exchangeOf(world)).signals, signalColumns)),
]

const unitColumns = {
  unit: words<ExchangeUnit>((one) => one.name), sent: words<ExchangeUnit>((one) => one.counts.down.sent), acknowledged: words<ExchangeUnit>((one) => one.counts.down.acknowledged), by: words<ExchangeUnit>((one) => one.acknowledged?.by ?? 'nobody'),
  signals: words<ExchangeUnit>((one) => one.counts.up.sent), answered: words<ExchangeUnit>((one) => one.counts.up.answered),
}
const signalColumns = { signal: words<Signal>((one) => one.words), unit: words<Signal>((one) => one.unit), standing: words<Signal>((one) => one.standing), answer: words<Signal>((one) => one.answer?.words ?? 'none') }

const exchangeOf = ({ home }: World): Promise<StrategyExchange> => home.viewer.read(strategyRoutes.readExchange, {})
const findUnit = async (world: World, name: string): Promise<ExchangeUnit> => theOne('unit', (await exchangeOf(world)).units, (one) => one.name, name)
