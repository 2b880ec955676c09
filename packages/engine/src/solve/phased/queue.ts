/** Numbered entries by score: the least first, of equal ones the lowest number. A binary heap that knows where each entry stands. */
export type Queue = {
  readonly score: Float64Array
  readonly heap: Int32Array
  readonly place: Int32Array
}

/** All entries, of no score yet. */
export function queueOf(size: number): Queue {
  const heap = Int32Array.from({ length: size }, (_, k) => k)
  return { score: new Float64Array(size).fill(Infinity), heap, place: heap.slice() }
}

/** The entry of the least score. */
export const firstOf = ({ heap }: Queue): number => heap[0]!

/** Gives an entry another score. */
export function rescore(queue: Queue, entry: number, score: number): void {
  const before = queue.score[entry]!
  queue.score[entry] = score
  if (score < before) rise(queue, entry)
  else if (score > before) sink(queue, entry)
}

const precedes = ({ score }: Queue, a: number, b: number): boolean => score[a]! < score[b]! || (score[a]! === score[b]! && a < b)

function put({ heap, place }: Queue, entry: number, at: number): void {
  heap[at] = entry
  place[entry] = at
}

function rise(queue: Queue, entry: number): void {
  let at = queue.place[entry]!
  while (at > 0) {
    const parent = (at - 1) >> 1
    const above = queue.heap[parent]!
    if (!precedes(queue, entry, above)) break
    put(queue, above, at)
    at = parent
  }
  put(queue, entry, at)
}

function sink(queue: Queue, entry: number): void {
  const { heap, place } = queue
  let at = place[entry]!
  for (let child = 2 * at + 1; child < heap.length; child = 2 * at + 1) {
    if (child + 1 < heap.length && precedes(queue, heap[child + 1]!, heap[child]!)) child++
    const below = heap[child]!
    if (!precedes(queue, below, entry)) break
    put(queue, below, at)
    at = child
  }
  put(queue, entry, at)
}
