import { ok, type Result } from '@throughline/engine/kernel'
import { jsonOf, packJson } from '../http/ready.ts'

/** Answers as they were sent, in the memory of one process. Nothing is decided by them: each is found by everything that it depends on. */
export type Answers = {
  /**
   * The answer of a name, packed: one that is held, one that is being made, or else made now. The name says whose organisation, by which
   * rights, up to which act as the transaction that asks sees it, and what was asked. Refusals are not held.
   */
  answer<T, R>(name: string, make: () => Promise<Result<T, R>>): Promise<Packing<R>>
  /** Bounds what is held from now on. */
  holdAtMost(bytes: number): void
  /** What is held now. */
  holds(): { readonly bytes: number; readonly answers: number }
}

/** An answer that may still be packed: whoever asked need not keep a transaction for that. */
export type Packing<R> = { readonly packed: Promise<Result<Buffer, R>> }

/** Memory that an answer takes beside its bytes and the letters of its name. */
const beside = 200

export function openAnswers(usualBytes: number): Answers {
  const held = new Map<string, Buffer>()
  const underWay = new Map<string, Promise<Packing<unknown>>>()
  let [most, bytes] = [usualBytes, 0]
  const sizeOf = (name: string, packed: Buffer): number => packed.byteLength + name.length * 2 + beside
  const drop = (name: string): void => {
    const packed = held.get(name)
    if (packed && held.delete(name)) bytes -= sizeOf(name, packed)
  }
  const shrink = (): void => {
    for (const name of held.keys()) if (bytes > most) drop(name)
  }
  const keep = (name: string, packed: Buffer): void => {
    drop(name)
    held.set(name, packed)
    bytes += sizeOf(name, packed)
    shrink()
  }
  const packing = async <T, R>(name: string, make: () => Promise<Result<T, R>>): Promise<Packing<R>> => {
    const made = await make()
    if (!made.ok) return { packed: Promise.resolve(made as Result<Buffer, R>) }
    return { packed: packJson(jsonOf(made.value)).then((packed) => (keep(name, packed), ok(packed))) }
  }
  return {
    answer: async <T, R>(name: string, make: () => Promise<Result<T, R>>): Promise<Packing<R>> => {
      const before = held.get(name)
      if (before) {
        // The one that was used last is the last in its map.
        held.delete(name)
        held.set(name, before)
        return { packed: Promise.resolve(ok(before)) }
      }
      const other = underWay.get(name)
      // Whoever asks for the same meanwhile waits for the one answer; if that one fails, each makes its own.
      if (other) return other.catch(() => packing(name, make)) as Promise<Packing<R>>
      const making = packing(name, make)
      underWay.set(name, making)
      const over = (): void => void underWay.delete(name)
      making.then(({ packed }) => packed.then(over, over), over)
      return making
    },
    holdAtMost: (bound) => {
      most = bound
      shrink()
    },
    holds: () => ({ bytes, answers: held.size }),
  }
}

/** The answers of this process. */
export const rememberedAnswers = openAnswers(64 * 1_048_576)

/** Bounds the memory for answers of this process, in bytes. */
export const holdAnswers = (bytes: number): void => rememberedAnswers.holdAtMost(bytes)
