import { minorDigits, parseDecimal } from '@throughline/engine/kernel'
import { FindSelect } from '../../../../ui/controls/FindSelect.tsx'
import { TextArea } from '../../../../ui/controls/TextField.tsx'
import type { InitiativeChoices } from '../../../../demand/index.ts'

/** An amount as somebody types it in whole minor units; undefined where it is none or nothing. */
export function minorOf(typed: string | null, currency: string): string | undefined {
  const minor = typed === null ? undefined : parseDecimal(typed, minorDigits(currency))
  return minor === undefined || minor <= 0n ? undefined : minor.toString()
}

/** A quantity of people, more than 0, with two decimals at most. */
export function quantityOf(typed: string | null): string | undefined {
  const hundredths = typed === null ? undefined : parseDecimal(typed, 2)
  return hundredths === undefined || hundredths <= 0n || typed === null ? undefined : typed
}

/** Why something is done: every act says it. */
export const Reason = ({ value, onChange, label = 'Why', required = true, error }: { readonly value: string; onChange(value: string): void; readonly label?: string; readonly required?: boolean; readonly error?: string | undefined }) => (
  <TextArea label={label} required={required} rows={2} maxLength={2000} value={value} onChange={onChange} error={error} />
)

/** An initiative, found by typing. */
export const InitiativeField = ({ label = 'Initiative', initiatives, value, onChange, error }: { readonly label?: string; readonly initiatives: InitiativeChoices; readonly value: string; onChange(id: string): void; readonly error?: string | undefined }) => (
  <FindSelect label={label} findLabel="Find an initiative" value={value} options={initiatives.found.map(({ id, name }) => ({ value: id, label: name }))} total={initiatives.total} onFind={initiatives.find} onChange={onChange} error={error} />
)
