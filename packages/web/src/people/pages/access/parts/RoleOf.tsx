import type { Member, Role } from '@throughline/contract/people'
import type { Problem } from '@throughline/contract/wire'
import { useEffect, useRef, useState } from 'react'
import { Select } from '../../../../ui/controls/Select.tsx'
import { MergeAsked, useMerge } from '../../../../wire/index.ts'
import { roleWords, roles } from '../../../words.ts'
import type { MembersProps } from './Members.tsx'

type RoleOfProps = { readonly member: Member; readonly onChange: MembersProps['onChange']; onProblem(problem: Problem | undefined): void }
type Chosen = { readonly role: Role; readonly upon: Member; readonly times: number }

/** The role of a member, changed as soon as another one is chosen. */
export function RoleOf({ member, onChange, onProblem }: RoleOfProps) {
  const [chosen, setChosen] = useState<Chosen>()
  return (
    <>
      <Select labelHidden label={`Role of ${member.name}`} className="w-32 small" value={member.role} options={roles.map((role) => ({ value: role, label: roleWords[role].name }))} onChange={(role) => setChosen((before) => ({ role, upon: member, times: (before?.times ?? 0) + 1 }))} />
      {chosen && <Saving key={chosen.times} {...{ chosen, member, onChange, onProblem }} />}
    </>
  )
}

/** Saves the role upon the one that was seen when it was chosen; where somebody else gave another one meanwhile, asks which stands. */
function Saving({ chosen, member, onChange, onProblem }: RoleOfProps & { readonly chosen: Chosen }) {
  const merge = useMerge<Pick<Member, 'role'>, number>({
    now: { fields: { role: member.role }, seen: member.version },
    send: ({ role }, { seen }) => onChange(member, role, seen), label: () => `Role of ${member.name}`, show: (_, role) => roleWords[role as Role].name,
  })
  const begun = useRef(false)
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    void merge.save({ role: chosen.role }).then((outcome) => onProblem(outcome.ok ? undefined : outcome.refusal))
  })
  const close = () => {
    onProblem(undefined)
    merge.back()
  }
  return <MergeAsked merge={merge} onClose={close} />
}
