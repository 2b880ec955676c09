import type { PlanColumn } from './PlanColumns.tsx'

/** What the sums of plans are over, beside the figures: the cockpit's are over more, and must not be held against them unawares. */
export function SumsNote({ plans }: { readonly plans: readonly PlanColumn[] }) {
  const apart = plans.some(({ figures }) => figures.funded < figures.initiatives)
  return (
    <p className="quiet max-w-3xl">
      Sums of plans are over funded work: approved, active or closing. The cockpit counts everything current, also ideas, cases and work on hold.{' '}
      {apart ? 'Its totals are other ones and stand below as lines of their own; each opens what makes the difference.' : 'Here everything current is funded, so both come to the same.'}
    </p>
  )
}
