import { extendOrder, noOrder, placesOf } from './order.ts'

/** Every text that an organisation's initiatives have been seen with, each once, by a code; 0 is none. */
export type Texts = {
  readonly count: number
  of(code: number): string
  /** The code of a text; it gets one where it has none. */
  admit(text: string): number
  /** The code of a text; undefined where no initiative was seen with it. */
  find(text: string): number | undefined
  /** Place of each code in the order of the texts: by their letters whatever their case, then as written. Code 0 has no place. */
  ranks(): Uint32Array
  /** For each code, 1 where the text has the letters, whatever their case. */
  having(letters: string): Uint8Array
  /** Memory, about. */
  readonly bytes: number
}

/** Letters whose texts are remembered, so that the next window of a search costs nothing. */
const remembered = 16

export function codeTexts(): Texts {
  const texts = ['']
  const lower = ['']
  const codes = new Map<string, number>()
  const searched = new Map<string, Uint8Array>()
  let [order, ranks] = [Uint32Array.of(0), noOrder]
  let letters = 0
  const compare = (a: number, b: number): number => {
    const [x, y] = [lower[a] ?? '', lower[b] ?? '']
    if (x !== y) return x < y ? -1 : 1
    const [p, q] = [texts[a] ?? '', texts[b] ?? '']
    return p < q ? -1 : p > q ? 1 : a - b
  }
  return {
    get count() {
      return texts.length
    },
    // A text is there twice, as written and in small letters, with what a map and two lists need for it.
    get bytes() {
      return letters * 2 + texts.length * 120 + [...searched.values()].reduce((sum, { byteLength }) => sum + byteLength, 0)
    },
    of: (code) => texts[code] ?? '',
    find: (text) => codes.get(text),
    admit: (text) => {
      const code = codes.get(text)
      if (code !== undefined) return code
      codes.set(text, texts.length)
      letters += text.length
      lower.push(text.toLowerCase())
      return texts.push(text) - 1
    },
    ranks: () => {
      if (ranks.length < texts.length) [order, ranks] = inOrder(order, texts.length, compare)
      return ranks
    },
    having: (wanted) => {
      const sought = wanted.toLowerCase()
      const before = searched.get(sought)
      searched.delete(sought)
      const found = before?.length === texts.length ? before : search(lower, sought, before)
      searched.set(sought, found)
      for (const oldest of searched.keys()) if (searched.size > remembered) searched.delete(oldest)
      return found
    },
  }
}

function inOrder(order: Uint32Array, count: number, compare: (a: number, b: number) => number): [Uint32Array<ArrayBuffer>, Uint32Array<ArrayBuffer>] {
  const extended = new Uint32Array(extendOrder(order, count, compare))
  return [extended, new Uint32Array(placesOf(extended))]
}

/** Looks through the texts that were not there when the letters were last sought. */
function search(lower: readonly string[], sought: string, before: Uint8Array = new Uint8Array(0)): Uint8Array {
  const found = new Uint8Array(lower.length)
  found.set(before)
  for (let code = Math.max(1, before.length); code < lower.length; code += 1) if (lower[code]?.includes(sought)) found[code] = 1
  return found
}
