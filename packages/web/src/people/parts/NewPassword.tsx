import type { Problem } from '@throughline/contract/wire'
import { TextField } from '../../ui/controls/TextField.tsx'
import { fieldError } from '../../wire/index.ts'
import { Strength } from '../pages/first-run/parts/Strength.tsx'
import { leastLength } from '../password.ts'

/** A new password, with how hard it is to guess and what the server says of it. */
export const NewPassword = ({ value, known, problem, label = 'New password', onChange }: { readonly value: string; readonly known: readonly string[]; readonly problem: Problem | undefined; readonly label?: string; onChange(value: string): void }) => (
  <TextField label={label} type="password" required minLength={leastLength} autoComplete="new-password" value={value} onChange={onChange} hint={<Strength password={value} known={known} />} error={fieldError(problem, 'password')} />
)
