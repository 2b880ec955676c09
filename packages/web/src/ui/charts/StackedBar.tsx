import { Mark } from '../display/Status.tsx'
import { toneOrder } from '../tone.ts'
import type { Tone } from '../tone.ts'

export type StackPart = { readonly tone: Tone; readonly label: string; readonly value: number }

/** Shares of a whole by status in one bar: fixed order, gaps between, every part in words for readers. Belongs in table rows. */
export function StackedBar({ label, parts, format, height = 12 }: { readonly label: string; readonly parts: readonly StackPart[]; format(value: number): string; readonly height?: number }) {
  const present = inOrder(parts)
  return (
    <div className="stack" style={{ height }} role="img" aria-label={present.length === 0 ? `${label}: nothing` : `${label}: ${present.map((part) => `${part.label} ${format(part.value)}`).join(', ')}`}>
      {present.map((part) => (
        <i key={part.tone} data-tone={part.tone} style={{ flexGrow: part.value }} title={`${part.label}: ${format(part.value)}`} />
      ))}
    </div>
  )
}

/** The key to bars of one kind, in the same fixed order. */
export const StackLegend = ({ parts }: { readonly parts: readonly Pick<StackPart, 'tone' | 'label'>[] }) => (
  <div className="chart-legend">
    {toneOrder.flatMap((tone) => {
      const part = parts.find((candidate) => candidate.tone === tone)
      return part ? [<span key={tone} className="legend-item"><Mark tone={tone} />{part.label}</span>] : []
    })}
  </div>
)

/** Parts above zero in the fixed order: what needs attention first. */
export const inOrder = (parts: readonly StackPart[]): readonly StackPart[] => toneOrder.flatMap((tone) => parts.filter((part) => part.tone === tone && part.value > 0))
