import type { CaseContent, CaseOption } from './facts.ts'
import { appraiseOption, type OptionAppraisal } from './appraise-option.ts'
import type { Currency, Metric } from '../../kernel/index.ts'

/** An option with what it comes to and its place by net present value against doing nothing; null where it has none. */
export type RankedOption = { readonly option: CaseOption; readonly appraisal: OptionAppraisal; readonly rank: number | null }
/** Options, the best first. `byRatio` and `byRate` are what would come first by those figures, where it is another option: a smaller one with a better ratio. */
export type CaseRanking = { readonly options: readonly RankedOption[]; readonly best: CaseOption | undefined; readonly byRatio: CaseOption | undefined; readonly byRate: CaseOption | undefined }

export const nothingOf = ({ options }: Pick<CaseContent, 'options'>): CaseOption | undefined => options.find(({ kind }) => kind === 'do_nothing')

/**
 * Ranks options by their net present value against doing nothing (business-case), never by ratio or rate of return: of options of which one
 * can be chosen, a small one with a high ratio may give less than a large one. Doing nothing is worth 0. Equal ones share a place.
 */
export function rankOptions({ options, basis }: Pick<CaseContent, 'options' | 'basis'>, currency: Currency): CaseRanking {
  const nothing = nothingOf({ options })
  const appraised = options.map((option) => ({ option, appraisal: appraiseOption(option, nothing, basis, currency) }))
  const worth = ({ option, appraisal }: { readonly option: CaseOption; readonly appraisal: OptionAppraisal }): number | undefined => (nothing === undefined ? undefined : option === nothing ? 0 : ok(appraisal.against?.net_present_value.metric))
  const sure = appraised.flatMap((one) => worth(one) ?? [])
  const ranked = appraised.map((one): RankedOption => {
    const own = worth(one)
    return { ...one, rank: own === undefined ? null : 1 + sure.filter((other) => Math.round(other) > Math.round(own)).length }
  }).sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity))
  const best = ranked.find(({ rank }) => rank === 1)?.option
  return { options: ranked, best, byRatio: other(first(ranked, ({ appraisal }) => ok(appraisal.against?.ratio.metric)), best), byRate: other(first(ranked, ({ appraisal }) => ok(appraisal.against?.internal_rate.metric)), best) }
}

const ok = (metric: Metric<number> | undefined): number | undefined => (metric?.status === 'ok' ? metric.value : undefined)
const first = (ranked: readonly RankedOption[], of: (one: RankedOption) => number | undefined): CaseOption | undefined => ranked.filter((one) => of(one) !== undefined).toSorted((a, b) => (of(b) ?? 0) - (of(a) ?? 0))[0]?.option
const other = (found: CaseOption | undefined, best: CaseOption | undefined): CaseOption | undefined => (found === best ? undefined : found)

