import { strategyRoutes } from '@throughline/contract/strategy'
import { valueRoutes, type Backlog, type ClaimWarning, type MeasureEvent, type ObjectiveValue, type Unattributed, type WaitingPart } from '@throughline/contract/value'
import { required, UsageError, wordAt, type Command } from '../terminal/command.ts'
import { explanationLines } from '../terminal/figures.ts'
import { tableLines } from '../terminal/print.ts'
import { amountText, readUnits } from './ledger-amounts.ts'

const backlog: Command = {
  name: 'value backlog',
  summary: 'What waits for verification: how long, whose turn, and the amount at stake by unit',
  options: { mine: { about: 'Only claims that are your turn' }, why: { about: 'Explain each unit' } },
  run: async (typed, { call, print }) => {
    const found = await call(valueRoutes.readBacklog, {})
    print.answer(found, () => backlogLines(found, typed.on('mine'), typed.on('why')))
  },
}

function backlogLines({ units, claims, more, today }: Backlog, mine: boolean, why: boolean): readonly string[] {
  if (units.length === 0) return [`Nothing waits for verification on ${today}.`]
  const shown = mine ? claims.filter(({ yours }) => yours) : claims
  return [
    ...tableLines(units, [
      { head: 'Unit', of: ({ unit }) => unit }, { head: 'At stake', of: ({ amount, unit }) => amountText(amount, unit), right: true }, { head: 'Claims', of: (one) => String(one.claims), right: true }, { head: 'Oldest', of: ({ oldestDays }) => `${oldestDays} days`, right: true },
      { head: 'Over 90 days', of: ({ bands, unit }) => amountText(bands.find(({ key }) => key === 'longer')?.amount ?? '0', unit), right: true }, { head: 'Nobody’s turn', of: ({ stuck }) => String(stuck), right: true },
    ]),
    '',
    ...tableLines<WaitingPart>(shown, [
      { head: 'Days', of: ({ days }) => String(days), right: true }, { head: 'Benefit', of: ({ benefit }) => benefit, widest: 40 }, { head: 'Period', of: ({ period }) => period }, { head: 'Amount', of: ({ amount, unit }) => amountText(amount, unit), right: true }, { head: 'Claimed by', of: ({ by }) => by, widest: 24 },
      { head: 'Turn of', of: ({ turn }) => turn.join(', ') || 'nobody independent', widest: 50 }, { head: 'Entry', of: ({ entryId }) => entryId },
    ]),
    ...(more > 0 ? [`and ${more} more`] : []),
    ...(why ? units.flatMap((unit) => ['', ...explanationLines(unit.why)]) : []),
  ]
}

const attention: Command = {
  name: 'value attention',
  summary: 'Warnings on claims by rule with what to do, and movement that nobody has a claim on',
  options: { why: { about: 'The figures that each warning rests on' } },
  run: async (typed, { call, print }) => {
    const found = await call(valueRoutes.readAttention, {})
    print.answer(found, () => [
      ...(found.warnings.length === 0 ? [`Nothing is flagged among ${found.benefits} benefits with claims.`] : found.warnings.flatMap((warning) => warningLines(warning, typed.on('why')))),
      ...(found.unsaid > 0 ? [`Of ${found.unsaid} of ${found.benefits} benefits nobody has said how they are claimed: value circumstances.`] : []),
      ...(found.unattributed.length === 0 ? [] : ['', 'Movement that nobody has a claim on, the largest first in each unit', ...tableLines<Unattributed>(found.unattributed, [
        { head: 'Measure', of: ({ measure }) => measure, widest: 40 }, { head: 'Unattributed', of: ({ unattributed, unit }) => amountText(unattributed, unit), right: true }, { head: 'Of measured', of: ({ movement, unit }) => amountText(movement, unit), right: true }, { head: 'In', of: ({ periods }) => periods.map(({ period }) => period).join(', '), widest: 40 },
      ])]),
    ])
  },
}

const warningLines = ({ title, todo, benefits, more }: ClaimWarning, why: boolean): readonly string[] => [
  title, `  ${todo}`,
  ...tableLines(benefits, [{ head: '  Benefit', of: ({ benefit }) => `  ${benefit}`, widest: 44 }, { head: 'Initiative', of: ({ initiative }) => initiative, widest: 30 }, { head: 'Claimed', of: ({ claimed, unit }) => amountText(claimed, unit), right: true }, { head: 'In', of: ({ periods }) => periods.join(', '), widest: 40 }]),
  ...(more > 0 ? [`  and ${more} more`] : []), ...(why ? benefits.flatMap((benefit) => explanationLines(benefit.why)) : []), '',
]

const objectives: Command = {
  name: 'value objectives',
  summary: 'What is promised, claimed, verified and banked under each objective, by unit',
  options: { why: { about: 'Explain each figure' } },
  run: async (typed, { call, print }) => {
    const found = await call(valueRoutes.readObjectiveValue, { query: {} })
    const amount = (key: 'promised' | 'claimed' | 'verified' | 'banked') => (one: ObjectiveValue) => amountText(one[key], one.unit)
    print.answer(found, () => [
      ...tableLines(found, [
        { head: 'Objective', of: ({ objective }) => objective, widest: 44 }, { head: 'Benefits', of: ({ benefits }) => String(benefits), right: true }, { head: 'Promised', of: amount('promised'), right: true }, { head: 'Claimed', of: amount('claimed'), right: true },
        { head: 'Verified', of: amount('verified'), right: true }, { head: 'Banked', of: amount('banked'), right: true },
      ]),
      ...(typed.on('why') ? found.flatMap(({ why }) => ['', ...Object.values(why).flatMap((one) => explanationLines(one))]) : []),
    ])
  },
}

const natures = { saving: 'saving', 'avoided-cost': 'avoided_cost', 'avoided-loss': 'avoided_loss' } as const

const circumstances: Command = {
  name: 'value circumstances',
  usage: '<benefit>',
  summary: 'Say how a benefit is claimed, so that it can be flagged where it may mislead',
  options: {
    nature: { about: Object.keys(natures).join(', '), takes: 'word' }, 'run-rate': { about: 'It is spoken of as what comes each year' }, exchange: { about: 'What of the claims comes from exchange rates', takes: 'amount' },
    prices: { about: 'Price base of the claims (nominal unless said)', takes: 'text' }, 'probability-on': { about: 'On which day the chance of an avoided loss was recorded', takes: 'date' },
  },
  run: async (typed, { call, print }) => {
    const name = wordAt(typed, 0, 'benefit')
    const { benefits } = await call(valueRoutes.readRegister, {})
    const [benefit, other] = benefits.filter((one) => one.id === name || one.name.toLowerCase() === name.toLowerCase())
    if (!benefit || other) throw new UsageError(`Found ${benefit ? 'several' : 'no'} benefits named ${name}.`)
    const nature = natures[required(typed, 'nature') as keyof typeof natures]
    if (!nature) throw new UsageError(`Found --nature ${typed.one('nature')}; expected ${Object.keys(natures).join(', ')}.`)
    const exchange = typed.one('exchange')
    await call(valueRoutes.recordCircumstances, { body: { benefitId: benefit.id, nature, calledRunRate: typed.on('run-rate'), priceBasis: typed.one('prices') ?? 'nominal', probabilityOn: typed.one('probability-on') ?? null, ...(exchange === undefined ? {} : { exchangePart: readUnits(exchange, benefit.unit) }) } })
    print.answer({ benefitId: benefit.id, nature }, () => [`Said of ${benefit.name}: ${nature.replaceAll('_', ' ')}.`])
  },
}

const causes: Command = {
  name: 'value causes',
  usage: '<measure>',
  summary: 'What happened around a measure, the newest first: candidates for what is behind a signal, and no proof',
  run: async (typed, { call, print }) => {
    const name = wordAt(typed, 0, 'measure')
    const { measures } = await call(strategyRoutes.listMeasures, {})
    const [measure, other] = measures.filter((one) => one.id === name || one.name.toLowerCase() === name.toLowerCase())
    if (!measure || other) throw new UsageError(`Found ${measure ? 'several' : 'no'} measures named ${name}.`)
    const found = await call(valueRoutes.readMeasureEvents, { query: { measureId: measure.id } })
    print.answer(found, () => (found.length === 0 ? [`Nothing is kept of what happened around ${measure.name}.`] : tableLines<MeasureEvent>(found, [{ head: 'On', of: ({ on }) => on }, { head: 'What', of: ({ words }) => words, widest: 80 }, { head: 'Entry', of: ({ entryId }) => entryId ?? '–' }])))
  },
}

/** What of the ledger somebody has to look at. */
export const oversightCommands: readonly Command[] = [backlog, attention, objectives, causes, circumstances]
