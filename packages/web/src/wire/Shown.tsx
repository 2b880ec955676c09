import type { Problem } from '@throughline/contract/wire'
import type { ReactNode } from 'react'
import { Button } from '../ui/controls/Button.tsx'
import { ErrorState, LoadingState, PartialState, RefusedState } from '../ui/states/states.tsx'
import type { Reading } from './queries.ts'

/** Something that was read: a skeleton while it loads, why it was refused, or what it is; a stale value says that it is stale. */
export function Shown<T>({ reading, what, lines, children }: { readonly reading: Reading<T>; readonly what: string; readonly lines?: number; readonly children: (value: T) => ReactNode }) {
  switch (reading.state) {
    case 'loading':
      return <LoadingState what={what} {...(lines === undefined ? {} : { lines })} />
    case 'refused':
      return <ProblemState problem={reading.problem} what={what} onRetry={reading.again} />
    case 'full':
      return (
        <>
          {reading.problem && <PartialState message={`This is what was read before. ${reading.problem.detail}`} actions={<Button onClick={reading.again}>Try again</Button>} />}
          {children(reading.value)}
        </>
      )
  }
}

/** A refusal in place of what was asked for: a rule that said no, or a fault that may pass. */
export function ProblemState({ problem, what, onRetry }: { readonly problem: Problem; readonly what: string; onRetry?(): void }) {
  if (problem.status === 403) return <RefusedState title={`${problem.title}: ${what}`} reason={problem.detail} tryNext="Ask an owner of the organisation for a role that may." />
  return <ErrorState title={problem.title} detail={problem.detail} {...(problem.requestId ? { reference: problem.requestId } : {})} {...(onRetry ? { onRetry } : {})} />
}

/** What was refused at the foot of a long form is not missed. */
const comeIntoView = (element: HTMLElement | null): void => element?.scrollIntoView({ block: 'nearest' })

/** A refusal beside the form that caused it: what, which, found, expected. */
export function ProblemNote({ problem }: { readonly problem: Problem | undefined }) {
  if (!problem) return null
  return (
    <div ref={comeIntoView} role="alert" className="rounded-node border border-bad bg-bad-tint px-3 py-2 text-body text-bad-text">
      <strong className="font-semibold">{problem.title}.</strong> {problem.detail}
      {problem.issues && problem.issues.length > 0 && (
        <ul className="mt-1 list-disc pl-5">
          {problem.issues.map((issue) => (
            <li key={issue.path}>
              {issue.path.replace(/^\//, '') || 'request'}: expected {issue.expected}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
