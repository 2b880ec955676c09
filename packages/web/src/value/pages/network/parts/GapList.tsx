import type { Network } from '@throughline/contract/value'
import { useFormat } from '../../../../format/index.ts'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { EmptyState } from '../../../../ui/states/states.tsx'
import { gapWords } from '../words.ts'

/** Where the line is broken, by what is missing: the rarest first, for they are closed soonest. */
export function GapList({ network: { findings }, onSelect }: { readonly network: Network; onSelect(id: string): void }) {
  const format = useFormat()
  if (findings.length === 0) return <EmptyState title="There are no gaps">Every benefit has its change, its measure and its objective, and somebody answers for each node.</EmptyState>
  const groups = [...Map.groupBy(findings, ({ code }) => code)].toSorted(([, a], [, b]) => a.length - b.length)
  return (
    <div className="grid gap-3">
      {groups.map(([code, own]) => (
        <details key={code} className="card p-4" open={own.length <= 12}>
          <summary className="cursor-pointer"><StatusMark quiet tone="warn" word={gapWords[code]} /> <span className="figures quiet">{format.count(own.length, 'time', 'times')}</span></summary>
          <ul className="mt-2 grid gap-1">
            {own.map(({ nodeIds, words }) => <li key={nodeIds.join()}><button type="button" className="text-left text-accent hover:underline" onClick={() => onSelect(nodeIds[0] ?? '')}>{words}</button></li>)}
          </ul>
        </details>
      ))}
    </div>
  )
}
