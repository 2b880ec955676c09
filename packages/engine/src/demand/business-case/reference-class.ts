import { known, mapMetric, numberFigure, random, undefinedBecause, type Explained, type Metric } from '../../kernel/index.ts'
import { quantile } from '../../strategy/index.ts'
import { percent } from '../appraisal/index.ts'
import type { OverrunClass, RealisedClass } from './facts.ts'

/** Fewest past works for a class to speak, and fewest for it to speak without a warning. */
export const leastOfClass = 10
export const fewOfClass = 20

/** An uplift in per cent, of how many works, and whether these are few. */
export type ClassUplift = Explained<number> & { readonly count: number; readonly few: boolean }

/**
 * Uplift in per cent at an acceptable chance of costing more (reference-class-uplift): the quantile 1 − q of the overruns of a class.
 * Undefined with fewer than ten; with fewer than twenty it says so.
 */
export function overrunUplift({ name, overruns, acceptable, method, source }: OverrunClass): ClassUplift {
  const enough = overruns.length >= leastOfClass
  const metric: Metric<number> = enough ? known(quantile(overruns, 1 - acceptable, method)) : undefinedBecause('INSUFFICIENT_POINTS')
  const few = overruns.length < fewOfClass
  const note = `${overruns.length} works of ${name}${few && enough ? `, fewer than ${fewOfClass}: read it with care` : ''}; quantile ${percent(1 - acceptable)} (${method.replaceAll('_', ' ')})${source === '' ? '' : `; ${source}`}`
  return { metric, few, count: overruns.length, why: { term: 'Uplift by a reference class', figure: mapMetric(metric, (value) => numberFigure(value, 'percent')), formula: 'reference-class-uplift', note } }
}

/** The interval in which nine of ten uplifts lie when the class is drawn again a thousand times, with replacement; the same for the same class. */
export function upliftInterval({ overruns, acceptable, method }: OverrunClass): readonly [low: number, high: number] {
  const { below } = random(overruns.length)
  const drawn = Array.from({ length: 1000 }, () => quantile(overruns.map(() => overruns[below(overruns.length)] ?? 0), 1 - acceptable, method))
  return [quantile(drawn, 0.05), quantile(drawn, 0.95)]
}

/** What of the benefits of an option usually comes, as a share. */
export type Downlift = Explained<number> & { readonly count: number; readonly from: string; readonly fellBack: boolean; readonly few: boolean }

/**
 * Share of what was approved that usually came (benefits-downlift), at a chance: 0.5 is what half of them reached, 0.2 what four of five did.
 * The parent class speaks where the class has fewer than ten. It never lifts: more than all is taken as all. Undefined where neither has ten.
 */
export function benefitsDownlift({ name, rates, parent, chance, source }: RealisedClass): Downlift {
  const used = classUsed({ name, rates, parent })
  const metric: Metric<number> = used ? known(Math.min(1, quantile(used.rates, chance))) : undefinedBecause('INSUFFICIENT_POINTS')
  const fellBack = used !== undefined && used.name !== name
  const count = used?.rates.length ?? rates.length
  const few = count < fewOfClass
  const note = used ? `${count} benefits of ${used.name}${fellBack ? `; ${name} alone has ${rates.length}` : ''}${few ? `; fewer than ${fewOfClass}: read it with care` : ''}${source === '' ? '' : `; ${source}`}` : `Fewer than ${leastOfClass} benefits`
  return { metric, count, from: used?.name ?? 'none', fellBack, few, why: { term: `Of benefits usually realised, by ${Math.round((1 - chance) * 100)} of 100`, figure: mapMetric(metric, (value) => numberFigure(value, 'ratio')), formula: 'benefits-downlift', note } }
}

/** The narrowest class that is large enough to speak. */
export const classUsed = ({ name, rates, parent }: Pick<RealisedClass, 'name' | 'rates' | 'parent'>): { readonly name: string; readonly rates: readonly number[] } | undefined => [{ name, rates }, ...(parent ? [parent] : [])].find((one) => one.rates.length >= leastOfClass)

/** A past benefit: what was verified over what was first approved, and the classes it is of, narrowest first. */
export type PastBenefit = { readonly rate: number; readonly classPath: readonly string[] }
/** What the organisation’s own past offers as a class: of the narrowest, with the next wider one that is large enough. `enough`: one of both can speak. */
export type RealisedOffer = Pick<RealisedClass, 'name' | 'rates' | 'parent'> & { readonly enough: boolean }
const wholeOrganisation = 'The whole organisation'

/** The class of past benefits for a new case (benefits-downlift): those of the narrowest class, and of the next wider one that has ten, else of the whole organisation. */
export function realisedOffer(history: readonly PastBenefit[], classPath: readonly string[]): RealisedOffer {
  const of = (name: string) => ({ name, rates: history.filter((past) => past.classPath.includes(name)).map(({ rate }) => rate) })
  const [own, ...wider] = [...classPath.map(of), { name: wholeOrganisation, rates: history.map(({ rate }) => rate) }]
  const parent = wider.find(({ rates }) => rates.length >= leastOfClass) ?? wider.at(-1) ?? null
  const { name, rates } = own ?? { name: wholeOrganisation, rates: [] }
  return { name, rates, parent, enough: classUsed({ name, rates, parent }) !== undefined }
}
