import { strategyRoutes, type RankedInitiative, type RankList, type RanksAsked } from '@throughline/contract/strategy'
import { intervalWords } from '@throughline/engine/portfolio'
import { UsageError, type Command, type Typed } from '../terminal/command.ts'
import { explanationLines, metricText, percent } from '../terminal/figures.ts'
import { resultOf } from '../terminal/jobs.ts'
import { tableLines } from '../terminal/print.ts'

const ranks: Command = {
  name: 'strategy ranks',
  summary: 'Rank initiatives while weights and estimates are doubted: the interval of ranks of each, and how often it is in the best portfolio',
  options: {
    version: { about: 'The version, by its number; the draft unless said, else the one in force', takes: 'number' }, samples: { about: 'How many samples; 1000 unless said', takes: 'count' }, seed: { about: 'The same seed gives the same', takes: 'number' },
    doubt: { about: 'How far the weights are doubted, in percent; 30 unless said', takes: 'percent' }, order: { about: 'Any weights in the stated order' }, why: { about: 'Explain each rank' },
  },
  run: async (typed, { call, print }) => {
    const versions = await call(strategyRoutes.listVersions, {})
    const no = number(typed, 'version', 1, 1e6)
    const version = no === undefined ? (versions.find(({ status }) => status === 'draft' || status === 'sent') ?? versions.find(({ status }) => status === 'in_force')) : versions.find((each) => each.no === no)
    if (!version) throw new UsageError(`Found no version ${no === undefined ? '' : `${no} `}of the strategy; throughline strategy versions lists them.`)
    const [samples, seed, weights] = [number(typed, 'samples', 1, 10_000), number(typed, 'seed', 0, 4294967295), doubtSaid(typed)]
    const { jobId } = await call(strategyRoutes.startVersionRanks, { params: { id: version.id }, body: { ...(samples === undefined ? {} : { samples }), ...(seed === undefined ? {} : { seed }), ...(weights ? { weights } : {}) } })
    const list = await resultOf<RankList>(call, print, jobId)
    print.answer(list, () => rankLines(list, typed.on('why')))
  },
}

/** How the weights are doubted, as far as somebody says: by so many percent, or in any way that keeps their order. */
export function doubtSaid(typed: Pick<Typed, 'one' | 'on'>): RanksAsked['weights'] {
  const doubt = number(typed, 'doubt', 0, 100)
  if (!typed.on('order')) return doubt === undefined ? undefined : { kind: 'around', doubt: doubt / 100 }
  if (doubt !== undefined) throw new UsageError(`Found --order and --doubt ${doubt}; expected one of them: any weights in the stated order are not doubted by a share.`)
  return { kind: 'order' }
}

function number(typed: Pick<Typed, 'one'>, name: string, from: number, to: number): number | undefined {
  const said = typed.one(name)
  if (said === undefined) return undefined
  const value = Number(said)
  if (!/^\d+$/.test(said) || value < from || value > to) throw new UsageError(`Found --${name} ${said}; expected a whole number from ${from} to ${to}.`)
  return value
}

function rankLines({ ranked, mandatory, left, samples, cutSamples, notes }: RankList, why: boolean): readonly string[] {
  return [
    ...tableLines(ranked, [
      { head: 'Rank', of: ({ rank }) => `${rank}` }, { head: 'In 90 of 100', of: intervalWords }, { head: 'Initiative', of: ({ name }) => name, widest: 60 }, { head: 'Most often', of: mostOften }, { head: 'In the best portfolio', of: ({ aboveCut }) => metricText(aboveCut, percent) },
    ]),
    '', `Over ${samples} samples; ${cutSamples} of them are selected anew.`,
    ...(mandatory.length === 0 ? [] : [`Mandatory, outside the ranking: ${mandatory.map(({ name }) => name).join(', ')}.`]),
    ...left.map(({ name, because }) => `Not ranked: ${name}. ${because}`), ...notes,
    ...(why ? ranked.flatMap((one) => ['', one.name, ...explanationLines(one.why)]) : []),
  ]
}

/** The likeliest rank, or band of ranks, and how often it comes. */
function mostOften({ shares }: RankedInitiative): string {
  const likeliest = shares.reduce<RankedInitiative['shares'][number] | undefined>((best, each) => (best === undefined || each.share > best.share ? each : best), undefined)
  return likeliest === undefined ? '-' : `${likeliest.to === undefined ? likeliest.rank : `${likeliest.rank} to ${likeliest.to}`} (${percent(likeliest.share)})`
}

export const rankCommands: readonly Command[] = [ranks]
