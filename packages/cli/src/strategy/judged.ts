import type { Judgement, Workshop } from '@throughline/contract/strategy'
import { UsageError } from '../terminal/command.ts'
import { oneOf } from '../terminal/pick.ts'

type Objectives = Workshop['objectives']
const find = (objectives: Objectives, word: string): string => oneOf('objective', objectives.map((one) => ({ id: one.key, ...one })), word, ({ key, statement }) => [key, statement]).key

/** Objectives with what is given to each: `Clean rivers=40`. */
export const givenValues = (words: readonly string[], objectives: Objectives): Judgement['values'] =>
  words.map((word) => {
    const found = /^(.+)=\s*(\d+(?:\.\d+)?)$/.exec(word)
    if (!found) throw new UsageError(`Found --give ${word}; expected an objective, = and a number.`)
    return { key: find(objectives, (found[1] ?? '').trim()), value: Number(found[2]) }
  })

/** Pairs with how many times as much the first counts as the second: `Clean rivers:Safe roads=3`, or `=1/3`. */
export const givenPairs = (words: readonly string[], objectives: Objectives): Judgement['pairs'] =>
  words.map((word) => {
    const found = /^(.+):(.+)=\s*(\d+(?:\.\d+)?)(?:\/(\d+(?:\.\d+)?))?$/.exec(word)
    if (!found) throw new UsageError(`Found --pair ${word}; expected two objectives with : between them, = and a ratio such as 3 or 1/3.`)
    return { a: find(objectives, (found[1] ?? '').trim()), b: find(objectives, (found[2] ?? '').trim()), ratio: Number(found[3]) / Number(found[4] ?? 1) }
  })
