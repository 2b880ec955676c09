import { parseDecimal } from '@throughline/engine/kernel'

/** What the blanks of a sentence mean: `{text}` is read from "quotes", `{code}` from `backticks`, `{amount}` in euros. */
export type Blanks = {
  readonly text: string
  readonly names: readonly string[]
  /** Whole minor units (cents). */
  readonly amount: bigint
  readonly number: number
  readonly count: number
  readonly year: number
  readonly date: string
  readonly code: string
  readonly person: Person
  readonly word: string
}

/** Who acts. Those of another organisation share the database and nothing else. */
export const persons = ['the owner', 'the editor', 'the viewer', 'a stranger', 'the token', 'the editor of another organisation', 'the viewer of another organisation'] as const
export type Person = (typeof persons)[number]

/** Types of the blanks of a sentence, in order: `'{text} costs {amount}'` gives `[string, bigint]`. */
export type BlanksOf<Sentence extends string> = Sentence extends `${string}{${infer Name}}${infer Rest}` ? (Name extends keyof Blanks ? [Blanks[Name], ...BlanksOf<Rest>] : never) : []

type Reader = { readonly form: string; readonly read: (found: string) => unknown }

const readers: { readonly [Name in keyof Blanks]: Reader & { readonly read: (found: string) => Blanks[Name] } } = {
  text: { form: '"[^"]*"', read: (found) => found.slice(1, -1) },
  names: { form: '"[^"]*"(?:(?:,| and) "[^"]*")*', read: (found) => [...found.matchAll(/"([^"]*)"/g)].map((match) => match[1] ?? '') },
  amount: { form: '-?\\d[\\d.]*(?: (?:k|m|bn))?', read: readAmount },
  number: { form: '-?\\d+(?:\\.\\d+)?', read: Number },
  count: { form: '\\d+', read: Number },
  year: { form: '\\d{4}', read: Number },
  date: { form: '\\d{4}-\\d\\d-\\d\\d', read: (found) => found },
  code: { form: '`[^`]+`', read: (found) => found.slice(1, -1) },
  person: { form: [...persons].sort((a, b) => b.length - a.length).join('|'), read: (found) => found as Person },
  word: { form: '[a-z]+(?:-[a-z]+)*', read: (found) => found },
}

/** Reads the sentences of one form; undefined for any other. */
export function sentenceReader(sentence: string): (text: string) => readonly unknown[] | undefined {
  const names = [...sentence.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as keyof Blanks)
  const fixed = sentence.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const form = new RegExp(`^${fixed.map((part, index) => part + (names[index] ? `(${readers[names[index]].form})` : '')).join('')}$`)
  return (text) => {
    const found = form.exec(text)
    return found ? names.map((name, index) => readers[name].read(found[index + 1] ?? '')) : undefined
  }
}

const powers: Readonly<Record<string, number>> = { k: 3, m: 6, bn: 9 }

/** Euros in words to cents: `1.5 m` is 150,000,000. Throws for what is no amount, or has parts of a cent. */
export function readAmount(text: string): bigint {
  const match = /^(-?\d+(?:\.(\d+))?)(?: (k|m|bn))?$/.exec(text)
  const digits = 2 + (powers[match?.[3] ?? ''] ?? 0)
  const whole = match !== null && (match[2] ?? '').length <= digits
  const minor = whole ? parseDecimal(match[1] ?? '', digits) : undefined
  if (minor === undefined) throw new Error(`found "${text}"; expected an amount in euros such as 250, 1.5 m or 2 bn`)
  return minor
}
