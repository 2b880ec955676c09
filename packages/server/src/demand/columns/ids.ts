import { extendOrder, noOrder, placesOf } from './order.ts'

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

export function numberIds(): Ids {
  let words = new Uint32Array(wordsEach * 64)
  let count = 0
  let order = noOrder
  let places: Uint32Array | undefined
  const compare = (a: number, b: number): number => {
    for (let word = 0; word < wordsEach; word += 1) {
      const step = (words[a * wordsEach + word] ?? 0) - (words[b * wordsEach + word] ?? 0)
      if (step !== 0) return step
    }
    return 0
  }
  /** Written behind the last id, where it is compared with the others and stays if it is new. */
  const write = (view: DataView, at: number): void => {
    if ((count + 1) * wordsEach > words.length) words = grown(words)
    for (let word = 0; word < wordsEach; word += 1) words[count * wordsEach + word] = view.getUint32(at + word * 4)
  }
  const known = (): number | undefined => {
    let [low, high] = [0, order.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      const step = compare(order[middle] ?? 0, count)
      if (step === 0) return order[middle]
      if (step < 0) low = middle + 1
      else high = middle
    }
    return undefined
  }
  return {
    get count() {
      return count
    },
    get bytes() {
      return words.byteLength + order.byteLength * 2
    },
    of: (number) => textOf(words, number * wordsEach),
    find: (id) => {
      write(new DataView(bytesOf(id)), 0)
      return known()
    },
    admit: (bytes) => {
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      const numbers = new Uint32Array(bytes.byteLength / idBytes)
      const fresh = new Map<string, number>()
      for (let index = 0; index < numbers.length; index += 1) {
        write(view, index * idBytes)
        let number = known()
        if (number === undefined) {
          const id = textOf(words, count * wordsEach)
          number = fresh.get(id)
          if (number === undefined) fresh.set(id, (number = count++))
        }
        numbers[index] = number
      }
      if (fresh.size > 0) [order, places] = [extendOrder(order, count, compare), undefined]
      return numbers
    },
    places: () => (places ??= placesOf(order)),
  }
}

function grown(words: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(words.length * 2)
  larger.set(words)
  return larger
}

function textOf(words: Uint32Array, at: number): string {
  const [a, b, c, d] = [0, 1, 2, 3].map((word) => (words[at + word] ?? 0).toString(16).padStart(8, '0')) as [string, string, string, string]
  return `${a}-${b.slice(0, 4)}-${b.slice(4)}-${c.slice(0, 4)}-${c.slice(4)}${d}`
}

const bytesOf = (id: string): ArrayBuffer => new Uint8Array(Buffer.from(id.replaceAll('-', '').padEnd(idBytes * 2, '0').slice(0, idBytes * 2), 'hex')).buffer
