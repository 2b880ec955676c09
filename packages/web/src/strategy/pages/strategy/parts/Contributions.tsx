import type { Contribution } from '@throughline/contract/strategy'
import { Pencil } from 'lucide-react'
import { places, useFormat } from '../../../../format/index.ts'
import { IconButton } from '../../../../ui/controls/Button.tsx'
import { contributionWords } from '../../../words.ts'

/** What serves the objective, and what works against it, strongest first, each with its reason. */
export function Contributions({ contributions, canEdit, onEdit }: { readonly contributions: readonly Contribution[]; readonly canEdit: boolean; onEdit(contribution: Contribution): void }) {
  const format = useFormat()
  if (contributions.length === 0) return <p className="quiet">No initiative serves this objective.</p>
  return (
    <ul>
      {[...contributions].sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution)).map((link) => (
        <li key={link.initiative.id} className="grid grid-cols-[1fr_auto_auto] items-center gap-x-3 border-b border-border py-1.5 last:border-b-0">
          <a className="min-w-0 truncate text-ink" href={places.initiative(link.initiative.id)} title={link.initiative.name}>{link.initiative.name}</a>
          <span className="flex items-center gap-2" title={contributionWords(link.contribution)}>
            <Bar contribution={link.contribution} />
            <span className="figures w-10 text-right font-medium">{format.signed(link.contribution)}</span>
          </span>
          {canEdit ? <IconButton label={`Change how ${link.initiative.name} serves it`} icon={<Pencil aria-hidden="true" />} onClick={() => onEdit(link)} /> : <span />}
          <span className="quiet col-span-2 text-label">{[contributionWords(link.contribution), link.rationale].filter(Boolean).join(': ')}</span>
        </li>
      ))}
    </ul>
  )
}

/** From −1 to 1 around a middle line: rust to the left, ink blue to the right. */
const Bar = ({ contribution }: { readonly contribution: number }) => (
  <span className="relative h-2 w-16 rounded-sm bg-sunken" aria-hidden="true">
    <span className="absolute inset-y-0 left-1/2 w-px bg-border-strong" />
    <span className={`absolute inset-y-0 ${contribution < 0 ? 'right-1/2 bg-[var(--chart-5)]' : 'left-1/2 bg-[var(--chart-1)]'}`} style={{ width: `${Math.abs(contribution) * 50}%` }} />
  </span>
)
