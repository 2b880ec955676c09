import type { CommonLink, Sight, SightLines, SightRef } from '@throughline/contract/strategy'
import type { ReactNode } from 'react'
import { places, useFormat } from '../../../format/index.ts'
import { Card } from '../../../ui/display/Card.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { EmptyState } from '../../../ui/states/states.tsx'
import { Shown, type Reading } from '../../../wire/index.ts'
import { pageOf } from './address.ts'
import { Columns } from './parts/Columns.tsx'
import { Gaps, Lines } from './parts/Lines.tsx'
import { keyOf } from './trace.ts'
import { kindWords, sightWords as words } from './words.ts'

export type LineOfSightProps = {
  /** The line through the thing that the address names; without one, all lines are shown. */
  readonly sight: Reading<Sight> | undefined
  readonly lines: Reading<SightLines>
  /** The work of an initiative whose line is shown. */
  readonly work?: ReactNode
  onFollow(thing: SightRef): void
}

/** From what is wanted down to what is proven, and back. */
export function LineOfSightPage({ sight, lines, work, onFollow }: LineOfSightProps) {
  const subject = sight?.state === 'full' ? sight.value.subject : undefined
  const page = subject && pageOf(subject)
  return (
    <PageFrame title={words.title} note={subject ? <>{kindWords[subject.kind]}: {subject.name}</> : words.note} actions={sight && <><a className="button" data-kind="secondary" href="/strategy/line-of-sight">{words.back}</a>{subject?.kind === 'objective' && <a className="button" data-kind="secondary" href={places.passages(subject.id)}>Passages it rests on</a>}{page && <a className="button" data-kind="secondary" href={page}>Open the {kindWords[subject.kind].toLowerCase()}</a>}</>}>
      {sight ? (
        <Shown reading={sight} what="the line of sight" lines={8}>
          {(value) => (
            <>
              <div className="overflow-x-auto p-1" tabIndex={-1}><Columns key={keyOf(value.subject)} sight={value} onFollow={onFollow} /></div>
              <p className="quiet no-print">{words.keys}</p>
              {value.commonLinks.length > 0 && <Together links={value.commonLinks} />}
              {work}
            </>
          )}
        </Shown>
      ) : (
        <Shown reading={lines} what="the lines of sight" lines={10}>
          {(value) =>
            value.lines.length === 0 ? <EmptyState title={words.emptyTitle} actions={<a href="/strategy">Open the strategy</a>}>{words.emptyWhy}</EmptyState> : (
              <>
                <Card title={words.linesTitle} note={words.linesNote}><Lines lines={value.lines} /></Card>
                <Card title={words.gapsTitle}><Gaps gaps={value.gaps} /></Card>
              </>
            )
          }
        </Shown>
      )}
    </PageFrame>
  )
}

/** Objectives of other units that belong together with one on the line: beside it, and not up or down. */
function Together({ links }: { readonly links: readonly CommonLink[] }) {
  const format = useFormat()
  const end = ({ id, statement, strategy }: CommonLink['from']) => <><a href={places.sight('unit_objective', id)}>{statement}</a> <span className="quiet">({strategy})</span></>
  return (
    <Card title={words.togetherTitle} note={words.togetherNote}>
      <ul className="grid gap-2">
        {links.map(({ id, from, to, why, decidedBy, decidedAt }) => <li key={id}>{end(from)} and {end(to)}<span className="quiet block">{why} · {decidedBy}, {format.date(decidedAt.slice(0, 10))}</span></li>)}
      </ul>
    </Card>
  )
}
