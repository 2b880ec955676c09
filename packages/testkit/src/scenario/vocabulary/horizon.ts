import { governanceRoutes } from '@throughline/contract/governance'
import { strategyRoutes, type Assumption, type ChangeSignal, type HorizonScan, type NewTriage, type WatchItem } from '@throughline/contract/strategy'
import { checkSame, checkTable, set, theOne, words } from '../check.ts'
import { checks, does, type Sentence } from '../sentence.ts'
import { act, present, type World } from '../world.ts'
import { findObjective, readStrategy } from './find.ts'

/** Sentences about horizon scanning: signals of change, the assumptions that they bear on, and what is watched. */
export const horizonSentences: readonly Sentence[] = [
  does('{person} notes the signal of change {text} of {date} about {text}', ({ world }, person, title, seenOn, theme) => act(world, person, strategyRoutes.addChangeSignal, { body: { title, source: 'The press', seenOn, theme } })),
  does('{person} notes the signal of change {text}, kept for {number} days', ({ world }, person, title, termDays) => act(world, person, strategyRoutes.addChangeSignal, { body: { title, source: 'The press', seenOn: '2025-01-31', theme: 'Markets', termDays } })),
  does('{person} judges the signal of change {text}', async ({ world, table }, person, title) => {
    const [{ impact, likelihood, time } = {}] = present(table, 'table of the judgement')
    const { id, version } = await findSignal(world, title)
    await act(world, person, strategyRoutes.triageChangeSignal, { params: { id }, body: { version, reason: 'What is known of it', ...({ impact, likelihood, time } as Pick<NewTriage, 'impact' | 'likelihood' | 'time'>) } })
  }),
  does('{person} assumes for {text} that {text}', async ({ world }, person, objective, statement) => act(world, person, strategyRoutes.addAssumption, { body: { statement, owner: 'Strategy office', reviewOn: ahead, objectiveIds: [(await findObjective(world, objective)).id] } })),
  does('{person} assumes that {text} while {text} is not below {number}', async ({ world }, person, statement, measure, value) => act(world, person, strategyRoutes.addAssumption, { body: { statement, owner: 'Strategy office', reviewOn: ahead, wire: { measureId: theOne('measure', (await readStrategy(world)).measures, (one) => one.name, measure).id, direction: 'below', value } } })),
  does('{person} finds that {text} {word} the assumption {text}', async ({ world }, person, title, effect, statement) => {
    const { id, version } = await findSignal(world, title)
    await act(world, person, strategyRoutes.linkChangeSignal, { params: { id }, body: { version, assumptionId: (await findAssumption(world, statement)).id, effect: effect as 'trips', words: 'As reported' } })
  }),
  does('{person} reviews the assumption {text}: {word}', async ({ world }, person, statement, outcome) => {
    const { id, version } = await findAssumption(world, statement)
    await act(world, person, strategyRoutes.reviewAssumption, { params: { id }, body: { version, outcome: (outcome === 'dropped' ? 'given_up' : outcome) as 'holds', words: 'Looked at again', ...(outcome === 'dropped' ? {} : { reviewOn: ahead }) } })
  }),
  does('{person} watches {text} every {number} days', ({ world }, person, theme, everyDays) => act(world, person, strategyRoutes.addWatchItem, { body: { theme, owner: 'Ada', everyDays } })),
  does('{person} looked at {text} on {date}', async ({ world }, person, theme, lookedOn) => {
    const { id, version } = theOne('theme', (await readHorizon(world)).watch, (one) => one.theme, theme)
    await act(world, person, strategyRoutes.changeWatchItem, { params: { id }, body: { version, lookedOn } })
  }),
  checks('the signals of change read', async ({ world, table }) => checkTable('signals', table, (await readHorizon(world)).signals, signalColumns)),
  checks('the assumptions read', async ({ world, table }) => checkTable('assumptions', table, (await readHorizon(world)).assumptions, assumptionColumns)),
  checks('the watch list reads', async ({ world, table }) => checkTable('themes', table, (await readHorizon(world)).watch, watchColumns)),
  checks('owners are told {count} times that an assumption tripped', async ({ world }, times) => {
    const { notifications } = await world.home.owner.read(governanceRoutes.listNotifications, { query: {} })
    checkSame('notifications of assumptions that tripped', notifications.filter(({ reason }) => reason === 'assumption_tripped').length, times)
  }),
]

/** A day on which nothing is due yet. */
const ahead = '2190-01-31'
const signalColumns = { signal: words<ChangeSignal>(({ title }) => title), standing: words<ChangeSignal>(({ standing }) => standing.replaceAll('_', ' ')), 'asks for': words<ChangeSignal>(({ attention }) => attention), bears: set<ChangeSignal>(({ assumptions }) => assumptions.map(({ effect, statement }) => `${effect} ${statement}`)) }
const assumptionColumns = { assumption: words<Assumption>(({ statement }) => statement), standing: words<Assumption>(({ standing }) => standing.replaceAll('_', ' ')), 'tripped by': words<Assumption>(({ tripped, wire }) => tripped?.signal ?? wire?.measured?.value), objectives: set<Assumption>(({ objectives }) => objectives.map(({ statement }) => statement)) }
const watchColumns = { theme: words<WatchItem>(({ theme }) => theme), again: words<WatchItem>(({ againOn }) => againOn), overdue: words<WatchItem>(({ overdue }) => (overdue ? 'yes' : 'no')), signals: words<WatchItem>(({ signals }) => signals) }

const readHorizon = ({ home }: World): Promise<HorizonScan> => home.viewer.read(strategyRoutes.readHorizon, {})
const findSignal = async (world: World, title: string): Promise<ChangeSignal> => theOne('signal of change', (await readHorizon(world)).signals, (one) => one.title, title)
const findAssumption = async (world: World, statement: string): Promise<Assumption> => theOne('assumption', (await readHorizon(world)).assumptions, (one) => one.statement, statement)
