import { TextField } from '../../ui/controls/TextField.tsx'

/** The code of an authenticator app, or a recovery code. */
export const CodeField = ({ value, onChange, focus = false, hint = 'The six digits of your authenticator app, or a recovery code.' }: { readonly value: string; onChange(value: string): void; readonly focus?: boolean; readonly hint?: string }) => (
  <TextField label="Code" hint={hint} required autoFocus={focus} autoComplete="one-time-code" inputMode="text" spellCheck={false} maxLength={40} value={value} onChange={onChange} className="figures" />
)
