import type { OwnSession } from '@throughline/contract/people'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { useState } from 'react'
import { useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { ProblemNote, Shown, type Reading } from '../../../../wire/index.ts'

export type SessionsProps = {
  readonly sessions: Reading<readonly OwnSession[]>
  onEnd(session: OwnSession): Promise<Result<unknown, Problem>>
  onEndOthers(): Promise<Result<unknown, Problem>>
}

/** Where the person is signed in. */
export function Sessions({ sessions, onEnd, onEndOthers }: SessionsProps) {
  const format = useFormat()
  const [problem, setProblem] = useState<Problem>()
  const act = (run: () => Promise<Result<unknown, Problem>>) => void run().then((outcome) => setProblem(outcome.ok ? undefined : outcome.refusal))
  const others = sessions.state === 'full' && sessions.value.length > 1
  return (
    <Card flush title="Where you are signed in" actions={others && <Button onClick={() => act(onEndOthers)}>Sign out everywhere else</Button>}>
      {problem && <div className="px-4 pb-3"><ProblemNote problem={problem} /></div>}
      <Shown reading={sessions} what="your sessions" lines={3}>
        {(all) => (
          <Table
            caption="Your sessions"
            rows={all}
            rowKey={(session) => session.id}
            columns={[
              { key: 'device', label: 'Device', cell: (session) => <span className="font-medium">{session.device || 'Unknown device'}{session.current && <span className="quiet"> (this one)</span>}</span> },
              { key: 'address', label: 'Address', cell: (session) => <span className="figures">{session.address || 'Unknown'}</span> },
              { key: 'since', label: 'Signed in', cell: (session) => <span className="figures">{format.instant(session.startedAt)}</span> },
              { key: 'seen', label: 'Last seen', cell: (session) => <span className="figures">{format.instant(session.lastSeenAt)}</span> },
              { key: 'acts', label: '', numeric: true, cell: (session) => (session.current ? null : <Button kind="quiet" aria-label={`End the session of ${session.device || 'unknown device'}`} onClick={() => act(() => onEnd(session))}>End</Button>) },
            ]}
          />
        )}
      </Shown>
    </Card>
  )
}
