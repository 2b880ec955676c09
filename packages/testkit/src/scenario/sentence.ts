import type { PartKind, Row } from './parse.ts'
import { sentenceReader, type BlanksOf } from './pattern.ts'
import type { World } from './world.ts'

type Setting = { readonly world: World; readonly table: readonly Row[] | undefined }

/** A sentence that scenarios may use, where it may stand, and what it does or checks. */
export type Sentence = {
  readonly form: string
  readonly says: 'does' | 'checks'
  readonly read: (text: string) => readonly unknown[] | undefined
  readonly run: (setting: Setting, blanks: readonly unknown[]) => void | Promise<void>
}

const sentence = <const Form extends string>(says: Sentence['says'], form: Form, run: (setting: Setting, ...blanks: BlanksOf<Form>) => unknown): Sentence => ({
  form, says, read: sentenceReader(form),
  // The blanks were read by the readers of this very form.
  run: async (setting, blanks) => void (await run(setting, ...(blanks as BlanksOf<Form>))),
})

/** A sentence for Given and When. */
export const does = <const Form extends string>(form: Form, run: (setting: Setting, ...blanks: BlanksOf<Form>) => unknown): Sentence => sentence('does', form, run)
/** A sentence for Then. */
export const checks = <const Form extends string>(form: Form, run: (setting: Setting, ...blanks: BlanksOf<Form>) => unknown): Sentence => sentence('checks', form, run)

/** The one sentence of the vocabulary that a text is, with its blanks; throws with the nearest where it is none, and where it is two. */
export function understand<One extends Pick<Sentence, 'form' | 'says' | 'read'>>(vocabulary: readonly One[], kind: PartKind, text: string): { readonly sentence: One; readonly blanks: readonly unknown[] } {
  const fitting = vocabulary.filter(({ says }) => (says === 'checks') === (kind === 'then'))
  const meanings = fitting.flatMap((one) => {
    const blanks = one.read(text)
    return blanks ? [{ sentence: one, blanks }] : []
  })
  const [meaning, second] = meanings
  if (meaning && !second) return meaning
  if (second) throw new Error(`found a sentence with two meanings: ${meanings.map(({ sentence: one }) => `"${one.form}"`).join(' and ')}`)
  const near = fitting.map(({ form }) => ({ form, likeness: likeness(form, text) })).sort((a, b) => b.likeness - a.likeness).slice(0, 3)
  throw new Error(`found "${text}", which means nothing in ${kind[0]?.toUpperCase()}${kind.slice(1)}. Maybe: ${near.map(({ form }) => `"${form}"`).join(', ')}`)
}

/** Share of words in common. */
function likeness(form: string, text: string): number {
  const wordsOf = (words: string) => new Set(words.toLowerCase().match(/[a-z]+/g) ?? [])
  const [one, other] = [wordsOf(form), wordsOf(text)]
  return [...one].filter((word) => other.has(word)).length / Math.max(one.size, 1)
}
