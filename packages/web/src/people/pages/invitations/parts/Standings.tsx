import type { LinkGiven, Member, MemberStanding } from '@throughline/contract/people'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { useState } from 'react'
import { useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { FormDialog, ProblemNote, Shown, type Reading } from '../../../../wire/index.ts'

/** A member with how they sign in. */
export type Standing = MemberStanding & Pick<Member, 'name' | 'email'>
export type StandingsProps = {
  readonly standings: Reading<readonly Standing[]>
  readonly self: string
  onEndSessions(member: Standing): Promise<Result<unknown, Problem>>
  onPasswordLink(member: Standing): Promise<Result<LinkGiven, Problem>>
  onRemoveFactors(member: Standing): Promise<Result<unknown, Problem>>
  onGiven(to: string, given: LinkGiven): void
}

/** How members sign in, and what helps one who cannot. */
export function Standings({ standings, self, onEndSessions, onPasswordLink, onRemoveFactors, onGiven }: StandingsProps) {
  const format = useFormat()
  const [open, setOpen] = useState<Standing>()
  const [problem, setProblem] = useState<Problem>()
  const run = async (act: Promise<Result<unknown, Problem>>) => {
    const outcome = await act
    setProblem(outcome.ok ? undefined : outcome.refusal)
    return outcome
  }
  const give = async (member: Standing) => {
    const outcome = await onPasswordLink(member)
    setProblem(outcome.ok ? undefined : outcome.refusal)
    if (outcome.ok) onGiven(member.email ?? member.name, outcome.value)
  }
  return (
    <Card flush title="How members sign in">
      {problem && <div className="px-4 pb-3"><ProblemNote problem={problem} /></div>}
      <Shown reading={standings} what="members" lines={4}>
        {(all) => (
          <Table
            caption="Members with their second factor and sessions"
            rows={all}
            rowKey={(member) => member.id}
            columns={[
              { key: 'name', label: 'Name', cell: (member) => <span className="font-medium">{member.name}{member.id === self && <span className="quiet"> (you)</span>}</span> },
              { key: 'factor', label: 'Second factor', cell: ({ secondFactor }) => (secondFactor ? 'Yes' : 'None') },
              { key: 'sessions', label: 'Sessions', numeric: true, cell: ({ sessions }) => <span className="figures">{sessions}</span> },
              { key: 'seen', label: 'Last seen', cell: ({ lastSeenAt }) => <span className="figures">{lastSeenAt ? format.instant(lastSeenAt) : 'Not signed in'}</span> },
              { key: 'acts', label: '', numeric: true, cell: (member) => member.id !== self && (
                <>
                  {member.sessions > 0 && <Button kind="quiet" aria-label={`End sessions of ${member.name}`} onClick={() => void run(onEndSessions(member))}>End sessions</Button>}
                  <Button kind="quiet" aria-label={`Password link for ${member.name}`} onClick={() => void give(member)}>Password link</Button>
                  {member.secondFactor && <Button kind="quiet" aria-label={`Remove factors of ${member.name}`} onClick={() => setOpen(member)}>Remove factors</Button>}
                </>
              ) },
            ]}
          />
        )}
      </Shown>
      {open && (
        <FormDialog title={`Remove the second factors of ${open.name}?`} act="Remove factors" tone="danger" onSubmit={() => run(onRemoveFactors(open))} onClose={() => setOpen(undefined)}>
          <p>Be sure that it is {open.name} who asks, not somebody who knows the password. All their sessions end; they sign in with the password and add new factors.</p>
        </FormDialog>
      )}
    </Card>
  )
}
