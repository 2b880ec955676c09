import { faultAt, sentenceReader, understand, type BlanksOf, type Row, type Scenario } from '../scenario/index.ts'
import { newLedgerWorld, type LedgerWorld } from './world.ts'

type Setting = { readonly world: LedgerWorld; readonly table: readonly Row[] | undefined }

/** A sentence of the ledger: the vocabulary of the engine alone, without server or database. */
export type LedgerSentence = { readonly form: string; readonly says: 'does' | 'checks'; readonly read: (text: string) => readonly unknown[] | undefined; readonly run: (setting: Setting, blanks: readonly unknown[]) => void }

const sentence = <const Form extends string>(says: LedgerSentence['says'], form: Form, run: (setting: Setting, ...blanks: BlanksOf<Form>) => void): LedgerSentence => ({
  form, says, read: sentenceReader(form),
  // The blanks were read by the readers of this very form.
  run: (setting, blanks) => run(setting, ...(blanks as BlanksOf<Form>)),
})
export const does = <const Form extends string>(form: Form, run: (setting: Setting, ...blanks: BlanksOf<Form>) => void): LedgerSentence => sentence('does', form, run)
export const checks = <const Form extends string>(form: Form, run: (setting: Setting, ...blanks: BlanksOf<Form>) => void): LedgerSentence => sentence('checks', form, run)

/** Plays a scenario on an empty ledger; throws with file and line at the first sentence that does not hold. */
export function playLedger(scenario: Scenario, vocabulary: readonly LedgerSentence[]): void {
  const world = newLedgerWorld()
  for (const { kind, steps } of scenario.parts) {
    for (const { text, table, line } of steps) {
      try {
        if (kind !== 'then') expectNothingUnspoken(world)
        const { sentence: meant, blanks } = understand(vocabulary, kind, text)
        meant.run({ world, table }, blanks)
        if (kind === 'given') expectNothingUnspoken(world)
      } catch (error) {
        throw faultAt(scenario.path, line, error instanceof Error ? error.message : String(error))
      }
    }
  }
  expectNothingUnspoken(world)
}

/** A refusal that the scenario does not mention is one that it did not expect. */
function expectNothingUnspoken({ refusal: last }: LedgerWorld): void {
  if (!last || last.spokenOf) return
  const values = Object.entries(last.refusal.values).map(([name, value]) => `${name} ${String(value)}`)
  throw new Error(`found the refusal ${last.refusal.code} (${last.refusal.rule}): ${values.join(', ')}; expected it to be done, or a sentence that speaks of the refusal`)
}
