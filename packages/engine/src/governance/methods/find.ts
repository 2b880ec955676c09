import { known, numberFigure, type Explained } from '../../kernel/index.ts'
import { wordsOf } from '../../strategy/index.ts'

/** An item as it is looked for. */
export type FindableItem = { readonly id: string; readonly name: string; readonly themes: readonly string[]; readonly whenToUse: string; readonly whenNot: string }
/** An item that was found, with the points that give its place. */
export type FoundItem = { readonly id: string; readonly points: Explained<number> }

/** Where a word may stand, the place that tells most first, with its points. */
const places = [
  { said: 'in the name', points: 3, text: ({ name }: FindableItem) => name },
  { said: 'in a theme', points: 2, text: ({ themes }: FindableItem) => themes.join(' ') },
  { said: 'in when to use it', points: 1, text: ({ whenToUse }: FindableItem) => whenToUse },
  { said: 'in when not to use it', points: 1, text: ({ whenNot }: FindableItem) => whenNot },
] as const

/**
 * Items that have some of the words, in the order of how many of them they have, then of their points (method-search): each word counts once,
 * where it tells most. Words are compared without their endings, and by their beginnings; of equal ones the name decides.
 */
export function findItems<Item extends FindableItem>(asked: string, items: readonly Item[]): readonly FoundItem[] {
  const words = wordsIn(asked)
  const readAs = (text: string): readonly string[] => (wordsOf(asked).size === 0 ? short(text) : [...wordsOf(text)])
  return items
    .flatMap((item) => {
      const read = places.map((place) => ({ ...place, words: readAs(place.text(item)) }))
      const found = words.flatMap((word) => {
        const place = read.find((one) => one.words.some((there) => there.startsWith(word)))
        return place ? [{ word, said: place.said, points: place.points }] : []
      })
      return found.length === 0 ? [] : [{ item, found, points: found.reduce((sum, { points }) => sum + points, 0) }]
    })
    .sort((a, b) => b.found.length - a.found.length || b.points - a.points || (a.item.name < b.item.name ? -1 : a.item.name > b.item.name ? 1 : 0))
    .map(({ item, found, points }) => ({
      id: item.id,
      points: {
        metric: known(points),
        why: { term: `Place of ${item.name}`, figure: known(numberFigure(points)), formula: 'method-search', note: `It has ${found.length} of ${words.length} words; more of them come first, then more points`, terms: found.map((one) => ({ term: `“${one.word}” ${one.said}`, figure: known(numberFigure(one.points)) })) },
      },
    }))
}

/** The words that are looked for; where all of them are as short as AI, those. */
const wordsIn = (asked: string): readonly string[] => (wordsOf(asked).size === 0 ? short(asked) : [...wordsOf(asked)])
const short = (text: string): readonly string[] => [...new Set((text.normalize('NFKD').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length <= 2))]
