import { known, numberFigure, textFigure, type Explained } from '../../kernel/index.ts'
import { likeness, rarity, wordsOf } from '../../strategy/index.ts'

/** What an organisation has already: another idea, an initiative, or a service of the PMO. */
export type Existing<Kind extends string = 'idea' | 'initiative' | 'service'> = { readonly kind: Kind; readonly id: string; readonly name: string; readonly about: string }
/** Something that is there and reads like what is asked about; the likeness is from 0, no word in common, to 1. */
export type Alike<Kind extends string = Existing['kind']> = Pick<Existing<Kind>, 'kind' | 'id' | 'name'> & { readonly likeness: Explained<number> }

/** How many are shown, below which likeness nothing is worth a look, and from which on an idea is said to be there already. */
export const mostAlike = 3
export const leastAlike = 0.2
export const twinLikeness = 0.5
/** How much of a description is compared: what stands at its beginning says what it is about. */
export const readLetters = 240

/**
 * What there is already that reads like an idea (idea-likeness), the most alike first: the cosine of their words, where a word that many
 * have counts for little; of names alone or of all that is said, whichever is more. Words only suggest: people say whether it is the same.
 */
export function alikeOf<Kind extends string>({ title, problem }: { readonly title: string; readonly problem: string }, all: readonly Existing<Kind>[]): readonly Alike<Kind>[] {
  const texts = all.map(({ name, about }) => ({ name: wordsOf(name), whole: wordsOf(`${name} ${about.slice(0, readLetters)}`) }))
  const asked = { name: wordsOf(title), whole: wordsOf(`${title} ${problem.slice(0, readLetters)}`) }
  const asksFor = [...asked.whole]
  const weightOf = rarity([...texts.map(({ whole }) => whole), asked.whole])
  return all
    .flatMap((one, at): readonly { readonly one: Existing<Kind>; readonly found: Likeness }[] => {
      const read = texts[at]
      const found = read && asksFor.some((word) => read.whole.has(word)) ? closest(asked, read, weightOf) : undefined
      return found && found.value >= leastAlike ? [{ one, found }] : []
    })
    .sort((a, b) => b.found.value - a.found.value || (a.one.name < b.one.name ? -1 : 1))
    .slice(0, mostAlike)
    .map(({ one: { kind, id, name }, found }) => ({ kind, id, name, likeness: explained(name, found, `${title} ${problem}`, weightOf) }))
}

type Read = { readonly name: ReadonlySet<string>; readonly whole: ReadonlySet<string> }
type Likeness = { readonly value: number; readonly words: readonly string[]; readonly by: string }

function closest(asked: Read, other: Read, weightOf: (word: string) => number): Likeness {
  const [names, wholes] = [likeness(asked.name, other.name, weightOf), likeness(asked.whole, other.whole, weightOf)]
  return names.value >= wholes.value ? { ...names, by: 'By their names' } : { ...wholes, by: 'By names and descriptions' }
}

function explained(name: string, { value, words, by }: Likeness, asked: string, weightOf: (word: string) => number): Explained<number> {
  const rounded = Math.round(value * 100) / 100
  const [shown, all] = [spelled(asked), words.reduce((sum, word) => sum + weightOf(word) ** 2, 0)]
  const heaviest = [...words].sort((a, b) => weightOf(b) - weightOf(a) || (a < b ? -1 : 1))
  return {
    metric: known(rounded),
    why: {
      term: `Likeness to ${name}`, figure: known(numberFigure(rounded, 'ratio')), formula: 'idea-likeness', note: `${by}; 1 is the same words, and rare words count for more`,
      terms: [
        { term: 'Words in common', figure: known(textFigure(heaviest.map((word) => shown.get(word) ?? word).join(', '))) },
        ...heaviest.slice(0, 3).map((word) => ({ term: `Share of “${shown.get(word) ?? word}” in it`, figure: known(numberFigure(Math.round((weightOf(word) ** 2 / all) * 1000) / 10, 'percent')) })),
      ],
    },
  }
}

/** The words of a text as they were spelled first, by the form in which they are compared. */
function spelled(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const word of text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []) for (const form of wordsOf(word)) if (!found.has(form)) found.set(form, word)
  return found
}
