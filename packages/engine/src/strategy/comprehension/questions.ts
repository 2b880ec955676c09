import { random, type Random } from '../../kernel/index.ts'
import type { ContributionFacts } from '../facts.ts'

/** Which objective an initiative serves most; which measure says that an objective is reached; which benefit, or which initiative, waits where an initiative ends later. */
export type QuestionKind = 'serves' | 'measured' | 'benefit_waits' | 'initiative_waits'
export type Choice = { readonly id: string; readonly name: string }
/** A question with one right choice among two to four. */
export type Question = { readonly kind: QuestionKind; readonly about: Choice; readonly choices: readonly Choice[]; readonly right: string }

export type QuestionFacts = {
  readonly objectives: readonly Choice[]
  readonly initiatives: readonly Choice[]
  readonly contributions: readonly Pick<ContributionFacts, 'initiativeId' | 'objectiveId' | 'contribution'>[]
  readonly measures: readonly (Choice & { readonly objectiveId: string })[]
  readonly benefits: readonly Choice[]
  /** `to` cannot come before `from`: benefits after initiatives and other benefits, initiatives after those that they need; steps between may be of any kind. */
  readonly waits: readonly { readonly from: string; readonly to: string }[]
}

/** Wrong choices beside the right one, where there are so many. */
export const mostWrong = 3
/** Questions that one reader is asked at most. */
export const mostQuestions = 3

/**
 * One to three questions for a reader, none where the facts have no unambiguous answer. `near` are ids of initiatives, tier by tier: those of
 * the reader first, then those of their unit; the others follow. The same seed asks the same, in whatever order the facts come.
 */
export function drawQuestions(facts: QuestionFacts, near: readonly (readonly string[])[], seed: number): readonly Question[] {
  const chance = random(seed)
  const initiatives = tiers(facts.initiatives, near, chance)
  const serves = first(initiatives, (one) => servesQuestion(facts, one, chance))
  const close = near.flat().flatMap((id) => servedMost(facts, id) ?? [])
  const measured = first(tiers(facts.objectives, [serves ? [serves.right] : [], close], chance), (one) => measuredQuestion(facts, one, chance))
  const waiting = waitsOf(facts)
  const waits = first(initiatives, (one) => waitsQuestion('benefit_waits', facts.benefits, one, { waiting, chance, of: facts.initiatives }) ?? waitsQuestion('initiative_waits', facts.initiatives, one, { waiting, chance, of: facts.initiatives }))
  return [serves, measured, waits].flatMap((question) => question ?? []).slice(0, mostQuestions)
}

/** The objective that an initiative serves more than any other; undefined where none is, or two alike. */
export function servedMost({ contributions }: Pick<QuestionFacts, 'contributions'>, initiativeId: string): string | undefined {
  const served = contributions.filter((one) => one.initiativeId === initiativeId && one.contribution > 0)
  const most = Math.max(0, ...served.map(({ contribution }) => contribution))
  const top = served.filter(({ contribution }) => contribution === most)
  return top.length === 1 ? top[0]?.objectiveId : undefined
}

function servesQuestion(facts: QuestionFacts, about: Choice, chance: Random): Question | undefined {
  const right = servedMost(facts, about.id)
  return right === undefined ? undefined : ask({ kind: 'serves', about, right, of: facts.initiatives, from: facts.objectives }, chance)
}

function measuredQuestion({ objectives, measures }: QuestionFacts, about: Choice, chance: Random): Question | undefined {
  const own = measures.filter(({ objectiveId }) => objectiveId === about.id)
  return own.length === 1 && own[0] ? ask({ kind: 'measured', about, right: own[0].id, of: objectives, from: measures }, chance) : undefined
}

type Waiting = { readonly waiting: (id: string) => ReadonlySet<string>; readonly chance: Random; readonly of: readonly Choice[] }

/** Asked only where exactly one thing of the list waits, at whatever remove. */
function waitsQuestion(kind: QuestionKind, from: readonly Choice[], about: Choice, { waiting, chance, of }: Waiting): Question | undefined {
  const reached = waiting(about.id)
  const waits = from.filter(({ id }) => reached.has(id))
  return waits.length === 1 && waits[0] ? ask({ kind, about, right: waits[0].id, of, from: from.filter(({ id }) => id !== about.id) }, chance) : undefined
}

/** Everything that waits for a thing, directly or behind what waits for it. */
function waitsOf({ waits }: QuestionFacts): (id: string) => ReadonlySet<string> {
  const next = Map.groupBy(waits, ({ from }) => from)
  return (id) => {
    const found = new Set<string>()
    const left = [id]
    for (let at = left.pop(); at !== undefined; at = left.pop())
      for (const { to } of next.get(at) ?? []) if (to !== id && !found.has(to)) {
        found.add(to)
        left.push(to)
      }
    return found
  }
}

type Asked = { readonly kind: QuestionKind; readonly about: Choice; readonly right: string; readonly of: readonly Choice[]; readonly from: readonly Choice[] }

/** A question with wrong choices from the list of the right one; undefined where what is asked about or the right choice cannot be told from another by its name, or there is nothing else to choose. */
function ask({ kind, about, right, of, from }: Asked, chance: Random): Question | undefined {
  const answer = from.find(({ id }) => id === right)
  if (!answer || of.some((one) => one.id !== about.id && alike(one, about))) return undefined
  const wrong: Choice[] = []
  for (const one of shuffled(from, chance)) if (wrong.length < mostWrong && ![answer, ...wrong].some((other) => alike(other, one))) wrong.push(one)
  return wrong.length === 0 ? undefined : { kind, about: plain(about), choices: shuffled([answer, ...wrong].map(plain), chance), right }
}

const plain = ({ id, name }: Choice): Choice => ({ id, name })
const alike = (one: Choice, other: Choice): boolean => one.name.trim().toLowerCase() === other.name.trim().toLowerCase()

/** The nearest first, each tier by chance, then all others. */
function tiers(all: readonly Choice[], near: readonly (readonly string[])[], chance: Random): readonly Choice[] {
  const placed = new Set<string>()
  return [...near.map((ids) => all.filter(({ id }) => ids.includes(id))), all].flatMap((tier) => shuffled(tier, chance).filter(({ id }) => !placed.has(id) && placed.add(id)))
}

function first<T>(all: readonly Choice[], of: (one: Choice) => T | undefined): T | undefined {
  for (const one of all) {
    const found = of(one)
    if (found !== undefined) return found
  }
  return undefined
}

/** By chance (Fisher and Yates), from an order that the facts do not decide. */
function shuffled(all: readonly Choice[], { below }: Random): readonly Choice[] {
  const left = all.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return left.map((_, at) => {
    const picked = at + below(left.length - at)
    const [here, there] = [left[at], left[picked]] as [Choice, Choice]
    ;[left[at], left[picked]] = [there, here]
    return there
  })
}
