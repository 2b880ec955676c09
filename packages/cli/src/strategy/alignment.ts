import { strategyRoutes, type Alignment, type AlignmentBasis, type AlignmentCounting, type PriorityShare, type UnitPriorities } from '@throughline/contract/strategy'
import { UsageError, type Command, type Typed } from '../terminal/command.ts'
import { explanationLines, metricText, percent } from '../terminal/figures.ts'
import { oneOf } from '../terminal/pick.ts'
import { tableLines } from '../terminal/print.ts'

const bases: readonly AlignmentBasis[] = ['money', 'hour', 'day', 'fte']

const show: Command = {
  name: 'strategy alignment',
  summary: 'Stated priorities against where money and people go, by objective and by unit',
  options: {
    of: { about: 'money, hour, day or fte; money unless said', takes: 'basis' }, period: { about: 'whole, to_come, or the year in which a fiscal year begins', takes: 'period' },
    'without-mandatory': { about: 'Leave mandatory work out' }, 'without-waived': { about: 'Leave units out that have leave to go their own way' }, why: { about: 'Explain the share of one objective', takes: 'objective' },
  },
  run: async (typed, { call, print }) => {
    const period = typed.one('period')
    const alignment = await call(strategyRoutes.readAlignment, { query: { basis: basisOf(typed), counting: countingOf(typed), ...(period ? { period } : {}) } })
    const why = typed.one('why')
    if (why) {
      const share = oneOf('objective', alignment.shares.map((each) => ({ id: each.objectiveId ?? 'none', ...each })), why, ({ statement }) => [statement])
      return print.answer(share, () => explanationLines(share.why))
    }
    print.answer(alignment, () => alignmentLines(alignment))
  },
}

function basisOf(typed: Typed): AlignmentBasis {
  const word = typed.one('of') ?? 'money'
  const basis = bases.find((each) => each === word)
  if (!basis) throw new UsageError(`Found --of ${word}; expected one of ${bases.join(', ')}.`)
  return basis
}

const countingOf = (typed: Typed): AlignmentCounting => (typed.on('without-mandatory') ? (typed.on('without-waived') ? 'without_both' : 'without_mandatory') : typed.on('without-waived') ? 'without_waived' : 'all')

const countingWords: Readonly<Record<AlignmentCounting, string>> = { all: 'of everything', without_mandatory: 'without mandatory work', without_waived: 'without units that have leave', without_both: 'without both' }

function alignmentLines({ period, periods, distances, shares, units, counted, unitsOmitted }: Alignment): readonly string[] {
  return [
    `${periods.find((each) => each.period === period)?.label ?? period}: ${counted.initiatives} initiatives counted, ${counted.withoutAmount} without an amount.`,
    ...distances.map(({ counting, distance }) => `Distance from the priorities ${countingWords[counting]}: ${metricText(distance.metric, (share) => percent(share, 1))}`),
    '',
    ...tableLines(shares, shareColumns),
    '',
    ...tableLines(units, unitColumns),
    ...(unitsOmitted > 0 ? [`${unitsOmitted} smaller units are not listed.`] : []),
  ]
}

const points = (difference: number): string => `${difference >= 0 ? '+' : ''}${(difference * 100).toFixed(1)} pp`
const shareColumns = [
  { head: 'Objective', of: ({ statement }: PriorityShare) => statement, widest: 60 },
  { head: 'Stated', of: ({ stated }: PriorityShare) => percent(stated, 1), right: true },
  { head: 'Revealed', of: ({ revealed }: PriorityShare) => percent(revealed, 1), right: true },
  { head: 'Difference', of: ({ stated, revealed }: PriorityShare) => points(revealed - stated), right: true },
  { head: 'Initiatives', of: ({ initiatives }: PriorityShare) => String(initiatives), right: true },
]
const unitColumns = [
  { head: 'Unit', of: ({ unit }: UnitPriorities) => unit },
  { head: 'Distance', of: ({ distance }: UnitPriorities) => metricText(distance.metric, (share) => percent(share, 1)), right: true },
  { head: 'Part', of: ({ part }: UnitPriorities) => percent(part, 1), right: true },
  { head: 'Initiatives', of: ({ initiatives }: UnitPriorities) => String(initiatives), right: true },
  { head: 'Weights', of: ({ ownWeights, waived }: UnitPriorities) => [ownWeights ? 'its own' : 'as the whole', ...(waived ? ['has leave'] : [])].join(', ') },
]

export const alignmentCommands: readonly Command[] = [show]
