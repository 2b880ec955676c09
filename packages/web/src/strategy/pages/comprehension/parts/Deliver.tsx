import { gives, roleNames, type Role } from '@throughline/contract/people'
import type { ComprehensionReport } from '@throughline/contract/strategy'
import { useState } from 'react'
import { Checkbox } from '../../../../ui/controls/Check.tsx'
import { FormDialog } from '../../../../wire/index.ts'
import type { Outcome } from '../../../acts.ts'

const taking = roleNames.filter((role) => gives(role, 'take_part'))
const nameOf = (role: Role): string => `${role.charAt(0).toUpperCase()}${role.slice(1).replaceAll('_', ' ')}`

/** Delivers the brief to everybody of the chosen roles who has not got it. */
export function Deliver({ report: { version, delivered }, onDeliver, onClose }: { readonly report: ComprehensionReport; onDeliver(roles: readonly Role[]): Outcome; onClose(): void }) {
  const [chosen, setChosen] = useState<readonly Role[]>(delivered?.roles ?? taking)
  return (
    <FormDialog title="Deliver the brief" subtitle={`Version ${version.no} of the strategy`} act="Deliver" notYet={chosen.length === 0 ? 'Choose a role' : undefined} onSubmit={() => onDeliver(taking.filter((role) => chosen.includes(role)))} onClose={onClose}>
      <p>Everybody of these roles who has not got it is told, and asked one to three questions once they open it.</p>
      <fieldset className="grid gap-1">
        <legend className="field-label">Roles</legend>
        {taking.map((role) => <Checkbox key={role} label={nameOf(role)} checked={chosen.includes(role)} onChange={(checked) => setChosen(checked ? [...chosen, role] : chosen.filter((one) => one !== role))} />)}
      </fieldset>
    </FormDialog>
  )
}
