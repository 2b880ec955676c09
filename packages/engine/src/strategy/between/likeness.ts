/** Words that say nothing of what a text is about. */
const empty = new Set('a an and are as at be been by can for from get has have in into is it its less more most no not of off on or our out over so than that the their them they this to up was we what when where which who will with without'.split(' '))

/** Words of a text as they are compared: without case, accents, stops and endings, each once. A crude stem is enough for a suggestion. */
export function wordsOf(text: string): ReadonlySet<string> {
  const plain = text.normalize('NFKD').toLowerCase().replaceAll(/\p{M}/gu, '')
  return new Set((plain.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length > 2 && !empty.has(word)).map(stem))
}

function stem(word: string): string {
  const ending = ['ations', 'ation', 'ings', 'ing', 'ies', 'ers', 'ed', 'es', 'er', 'ly', 's', 'y', 'e'].find((end) => word.endsWith(end) && word.length - end.length >= 4)
  return ending === undefined ? word : word.slice(0, -ending.length)
}

/** How alike two sets of words are, 0 to 1, and by which words: the cosine of the two, where a word that many texts have counts for little. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>, weightOf: (word: string) => number): { readonly value: number; readonly words: readonly string[] } {
  const words = [...a].filter((word) => b.has(word)).sort()
  const size = (set: ReadonlySet<string>): number => [...set].sort().reduce((sum, word) => sum + weightOf(word) ** 2, 0)
  const both = words.reduce((sum, word) => sum + weightOf(word) ** 2, 0)
  const most = Math.sqrt(size(a) * size(b))
  return { value: most === 0 ? 0 : Math.min(1, both / most), words }
}

/** How much a word tells: the logarithm of how rare it is among texts, so that one in every text counts least. */
export function rarity(texts: readonly ReadonlySet<string>[]): (word: string) => number {
  const counts = new Map<string, number>()
  for (const text of texts) for (const word of text) counts.set(word, (counts.get(word) ?? 0) + 1)
  return (word) => Math.log(1 + texts.length / (counts.get(word) ?? 1))
}
