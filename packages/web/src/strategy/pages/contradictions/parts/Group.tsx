import type { Contradiction } from '@throughline/contract/strategy'
import type { ReactNode } from 'react'
import { useFormat } from '../../../../format/index.ts'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { resolutionWords, severityLooks, tensionLooks } from '../../../words.ts'

/** Contradictions of one rule and one severity, with what could help said once. */
export function Group({ entries, children }: { readonly entries: readonly [Contradiction, ...Contradiction[]]; readonly children: ReactNode }) {
  const format = useFormat()
  const [{ severity, title, resolutions }] = entries
  const look = severity ? severityLooks[severity] : tensionLooks.resolved
  const ways = resolutions.filter((each) => each !== 'accept_tension').map((each) => resolutionWords[each])
  return (
    <section aria-label={title} className="border-t border-border first:border-t-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 pt-3 pb-1">
        <StatusMark tone={look.tone} word={look.words} />
        <h3 className="font-semibold">{title}</h3>
        <span className="figures quiet">{format.number(entries.length, 0)}</span>
        {ways.length > 0 && <span className="quiet">What could help: {ways.join('; ')}</span>}
      </div>
      <ul>{children}</ul>
    </section>
  )
}

/** Entries by rule and severity, in the order in which they come. */
export const groupsOf = (entries: readonly Contradiction[]): readonly (readonly [Contradiction, ...Contradiction[]])[] =>
  [...Map.groupBy(entries, ({ rule, severity }) => `${rule} ${severity}`).values()].flatMap(([first, ...rest]) => (first ? [[first, ...rest] as const] : []))
