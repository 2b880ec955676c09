import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { useState } from 'react'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextField } from '../../../../ui/controls/TextField.tsx'
import { ProblemNote, fieldError, useSending } from '../../../../wire/index.ts'
import { currencies, currencyName } from '../../../currencies.ts'
import { leastLength } from '../../../password.ts'
import { Strength } from './Strength.tsx'

export type Entered = { readonly organisationName: string; readonly name: string; readonly email: string; readonly password: string; readonly currency: string }

/** The organisation and its first owner. */
export function Account({ onSetUp }: { onSetUp(entered: Entered): Promise<Result<unknown, Problem>> }) {
  const [entered, setEntered] = useState<Entered>({ organisationName: '', name: '', email: '', password: '', currency: 'GBP' })
  const { busy, problem, send } = useSending(() => onSetUp({ ...entered, email: entered.email.trim() }))
  const set = (field: keyof Entered) => (value: string) => setEntered((all) => ({ ...all, [field]: value }))
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <TextField label="Organisation" required autoFocus autoComplete="organization" maxLength={200} value={entered.organisationName} onChange={set('organisationName')} error={fieldError(problem, 'organisationName')} />
      <Select
        label="Currency"
        hint="Amounts are kept in it. It can change until the first amount is there."
        value={entered.currency}
        options={currencies.map((code) => ({ value: code, label: currencyName(code) }))}
        onChange={set('currency')}
      />
      <TextField label="Your name" required autoComplete="name" maxLength={200} value={entered.name} onChange={set('name')} error={fieldError(problem, 'name')} />
      <TextField label="Email" type="email" required autoComplete="username" value={entered.email} onChange={set('email')} error={fieldError(problem, 'email')} />
      <TextField
        label="Password"
        type="password"
        required
        minLength={leastLength}
        autoComplete="new-password"
        value={entered.password}
        onChange={set('password')}
        hint={<Strength password={entered.password} known={[entered.name, entered.email, entered.organisationName]} />}
        error={fieldError(problem, 'password')}
      />
      <ProblemNote problem={problem} />
      <Button kind="primary" type="submit" busy={busy}>
        Create the organisation
      </Button>
    </form>
  )
}
