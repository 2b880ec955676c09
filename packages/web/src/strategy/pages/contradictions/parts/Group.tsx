import type { Contradiction } from '@throughline/contract/strategy'
import { useState, type ReactNode } from 'react'
import { useFormat } from '../../../../format/index.ts'
import { Pager } from '../../../../ui/controls/Pager.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { resolutionWords, severityLooks, tensionLooks } from '../../../words.ts'

/** Contradictions that are shown of a group at once. */
export const mostShown = 50

/** Contradictions of one rule and one severity, with what could help said once; many of them page by page. */
export function Group({ entries, shown }: { readonly entries: readonly [Contradiction, ...Contradiction[]]; shown(contradiction: Contradiction): ReactNode }) {
  const format = useFormat()
  const [wanted, setFrom] = useState(0)
  // What was settled meanwhile may have taken the last page with it.
  const from = wanted < entries.length ? wanted : 0
  const page = entries.slice(from, from + mostShown)
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
      <ul>{page.map((contradiction) => <li key={contradiction.key}>{shown(contradiction)}</li>)}</ul>
      {entries.length > mostShown && <div className="px-4 pb-3"><Pager what={`“${title}”`} from={from} shown={page.length} total={entries.length} size={mostShown} onFrom={setFrom} /></div>}
    </section>
  )
}

/** Entries by rule and severity, in the order in which they come. */
export const groupsOf = (entries: readonly Contradiction[]): readonly (readonly [Contradiction, ...Contradiction[]])[] =>
  [...Map.groupBy(entries, ({ rule, severity }) => `${rule} ${severity}`).values()].flatMap(([first, ...rest]) => (first ? [[first, ...rest] as const] : []))
