import type { ElementChange } from '@throughline/contract/governance'
import { fieldChangeWords, kindWords } from '../../../framework-words.ts'

const tones = { added: 'Added', removed: 'Removed', changed: 'Changed' } as const

/** Every element in which two editions differ. */
export function Changes({ changes, nameOf, none = 'Nothing differs.' }: { readonly changes: readonly ElementChange[]; readonly nameOf: (serviceId: string) => string; readonly none?: string }) {
  if (changes.length === 0) return <p className="quiet">{none}</p>
  return (
    <ul className="grid gap-1">
      {changes.map((one) => (
        <li key={`${one.change} ${one.key}`}>{tones[one.change]}: {kindWords[one.kind].toLowerCase()} {one.key}, {one.name}{one.fields.map((field) => <span key={field.field} className="quiet block">{fieldChangeWords(field, nameOf)}</span>)}</li>
      ))}
    </ul>
  )
}
