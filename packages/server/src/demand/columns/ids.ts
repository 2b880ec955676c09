import { extendOrder, noOrder, placesOf, type Compare } from './order.ts'

/** The initiatives (or units) that an organisation has ever been seen to have, each with a number for as long as this is held. */
export type Ids = {
  readonly count: number
  /** The id of a number. */
  of(number: number): string
  /** The number of an id; undefined where it was never seen. */
  find(id: string): number | undefined
  /** The numbers of ids of 16 bytes each, one after another; those that were never seen are given the next numbers. */
  admit(bytes: Uint8Array): Uint32Array
  /** Places of the numbers in the order of the ids. */
  places(): Uint32Array
  /** Memory, about. */
  readonly bytes: number
}

/** Bytes of an id. */
export const idBytes = 16
const wordsEach = 4
/** Memory of an id that was written, about. */
const textBytes = 64

export function numberIds(): Ids {
  let words = new Uint32Array(wordsEach * 64)
  /** Open addressing: 0 where a slot is free, else 1 more than a number. At most half of the slots are taken. */
  let slots = new Int32Array(256)
  let count = 0
  let [order, places] = [noOrder, noOrder]
  const texts: string[] = []
  let written = 0
  const step = (a: number, b: number): number => {
    for (let word = 0; word < wordsEach; word += 1) {
      const difference = (words[a * wordsEach + word] ?? 0) - (words[b * wordsEach + word] ?? 0)
      if (difference !== 0) return difference
    }
    return 0
  }
  /** Writes an id behind the last one, where it is compared with the others and stays if it is new; gives the slot that it has or would have. */
  const write = (view: DataView, at: number): number => {
    if ((count + 1) * wordsEach > words.length) words = grown(words)
    let hash = 0
    for (let word = 0; word < wordsEach; word += 1) {
      const part = view.getUint32(at + word * 4)
      words[count * wordsEach + word] = part
      hash = Math.imul(hash ^ part ^ (part >>> 15), 0x9e3779b1)
    }
    let slot = (hash ^ (hash >>> 16)) & (slots.length - 1)
    while (slots[slot] !== 0 && step((slots[slot] ?? 1) - 1, count) !== 0) slot = (slot + 1) & (slots.length - 1)
    return slot
  }
  const spread = (): void => {
    slots = new Int32Array(slots.length * 4)
    const [all, view] = [count, new DataView(new ArrayBuffer(idBytes))]
    for (count = 0; count < all; count += 1) {
      for (let word = 0; word < wordsEach; word += 1) view.setUint32(word * 4, words[count * wordsEach + word] ?? 0)
      slots[write(view, 0)] = count + 1
    }
  }
  return {
    get count() {
      return count
    },
    get bytes() {
      return words.byteLength + slots.byteLength + order.byteLength + places.byteLength + written * textBytes
    },
    of: (number) => {
      const before = texts[number]
      if (before !== undefined) return before
      written += 1
      return (texts[number] = textOf(words, number * wordsEach))
    },
    find: (id) => {
      const number = slots[write(new DataView(bytesOf(id)), 0)] ?? 0
      return number === 0 ? undefined : number - 1
    },
    admit: (bytes) => {
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      return Uint32Array.from({ length: bytes.byteLength / idBytes }, (_, index) => {
        if (count * 2 >= slots.length) spread()
        const slot = write(view, index * idBytes)
        if (slots[slot] === 0) slots[slot] = ++count
        return (slots[slot] ?? 1) - 1
      })
    },
    places: () => {
      if (order.length < count) [order, places] = inOrder(order, count, step)
      return places
    },
  }
}

function inOrder(order: Uint32Array, count: number, compare: Compare): [Uint32Array<ArrayBuffer>, Uint32Array<ArrayBuffer>] {
  const extended = new Uint32Array(extendOrder(order, count, compare))
  return [extended, new Uint32Array(placesOf(extended))]
}

function grown(words: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(words.length * 2)
  larger.set(words)
  return larger
}

/** Every two bytes in hexadecimal: an id is put together of eight. */
const hex = Array.from({ length: 65_536 }, (_, two) => two.toString(16).padStart(4, '0'))

function textOf(words: Uint32Array, at: number): string {
  const [a, b, c, d] = [words[at] ?? 0, words[at + 1] ?? 0, words[at + 2] ?? 0, words[at + 3] ?? 0]
  return `${hex[a >>> 16]}${hex[a & 65_535]}-${hex[b >>> 16]}-${hex[b & 65_535]}-${hex[c >>> 16]}-${hex[c & 65_535]}${hex[d >>> 16]}${hex[d & 65_535]}`
}

const bytesOf = (id: string): ArrayBuffer => new Uint8Array(Buffer.from(id.replaceAll('-', '').padEnd(idBytes * 2, '0').slice(0, idBytes * 2), 'hex')).buffer
