import type { RankList, RanksAsked, RecalibrationCase } from '@throughline/contract/strategy'
import { known, missing } from '@throughline/engine/kernel'
import { explainRanks, prepareRecalibration, rankAcceptability, stabilityOf, usualDoubt, type SampleWatch } from '@throughline/engine/portfolio'
import type { Actor, Tx } from '../../database/index.ts'
import { enqueue } from '../../jobs/index.ts'
import type { ThreadContext } from '../../jobs/thread.ts'

/** Ranks are counted over so many samples unless somebody asks for others; the first of them are selected from as well. */
const usualSamples = 1000
const cutSamples = 60
/** Work units of each selection, as the browser spends them. */
const workUnits = 5_000

/** What ranks are counted from: the case of a version, and how it is doubted. */
export type RanksInput = { readonly of: RecalibrationCase; readonly asked: RanksAsked }

/** Leaves the ranked list of a version to a job. Nothing is changed by it. */
export const startRanksOf = (tx: Tx, actor: Actor, of: RecalibrationCase, asked: RanksAsked): Promise<string> => enqueue(tx, actor, { kind: 'portfolio.rank-acceptability', input: { of, asked } satisfies RanksInput })

/** The ranked list with intervals, the cut line, and what stands outside of it. Where no portfolio keeps the constraints there is no cut, and ranks all the same. */
export function rankList({ of, asked: { seed = 1, samples = usualSamples, ...asked } }: RanksInput, { progress, cancelled }: ThreadContext): RankList {
  const { input, left, notes } = prepareRecalibration(of)
  const doubt = { ...usualDoubt, ...asked, seed, samples }
  const watch = (total: number, note: string): SampleWatch => ({ onSample: (done) => progress({ done, total, note }), shouldStop: cancelled })
  const found = rankAcceptability(input, doubt, watch(samples, 'Ranks are counted'))
  const cut = { ...doubt, samples: Math.min(samples, cutSamples) }
  const stable = stabilityOf(input, cut, { workUnits, explain: 'quick' }, watch(cut.samples, 'Portfolios are selected anew'))
  const above = new Map(stable.ok ? stable.value.initiatives.map(({ id, share }) => [id, share]) : [])
  const one = new Map(input.initiatives.map((each) => [each.id, each]))
  return {
    seed, samples, cutSamples: cut.samples,
    ranked: found.initiatives.map((ranks) => {
      const { id, ...rest } = ranks
      const share = above.get(id)
      return {
        ...rest, initiativeId: id, running: one.get(id)?.standing === 'running', shares: [...ranks.shares], dominatedBy: [...ranks.dominatedBy], aboveCut: share === undefined ? missing('a portfolio that keeps all constraints') : known(share),
        why: explainRanks(ranks, found, share === undefined ? undefined : { share, samples: cut.samples }),
      } as RankList['ranked'][number]
    }),
    mandatory: found.mandatory.map((id) => ({ initiativeId: id, name: one.get(id)?.name ?? id })), left: left.map(({ id, ...rest }) => ({ initiativeId: id, ...rest })), notes: [...of.notes, ...notes],
  }
}
