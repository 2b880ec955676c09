import { limitAmount, limitTitle, type Bottleneck, type LimitUse, type RoadmapAnswer, type RoadmapCase } from '@throughline/engine/portfolio'
import { memo, useMemo } from 'react'
import { Card } from '../../../../ui/display/Card.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { overLimit, tint } from '../../../../ui/shade.ts'
import { explainLimit, explainMore, limitTerm, takenBy, type Taken } from '../explain.ts'
import type { RoadmapWords } from '../words.ts'
import { WideTable } from './WideTable.tsx'

/** How full each limit is by period, and what one more unit of the scarce ones is worth. */
export const Limits = memo(function Limits({ of, answer, found, words }: { readonly of: RoadmapCase; readonly answer: RoadmapAnswer; readonly found: readonly Bottleneck[] | undefined; readonly words: RoadmapWords }) {
  // Worked out when the first cell is opened, then kept for the others.
  const taken = useMemo(() => {
    let found: Taken | undefined
    return () => (found ??= takenBy(of, answer))
  }, [of, answer])
  const rows = [...Map.groupBy(answer.limits.filter(({ period, constraint }) => period !== null && 'byPeriod' in constraint), ({ constraint }) => constraint)]
  const wholes = answer.limits.filter(({ period }) => period === null)
  const shown = [...rows.map(([, limits]) => ({ name: limits[0] ? limitTitle(limits[0], words) : '', limits, whole: undefined as LimitUse | undefined })), ...wholes.map((whole) => ({ name: limitTitle(whole, words), limits: [] as LimitUse[], whole }))]
  return (
    <Card title="What is scarce" note="Used of each limit; a dot marks where more would bring more" flush>
      <WideTable>
        <Table
          caption="Use of each limit by period"
          maxHeight={360}
          rows={shown}
          rowKey={({ name, whole }) => `${name} ${whole ? 'whole' : ''}`}
          empty={<p className="p-4">Nothing limits this roadmap.</p>}
          columns={[
            { key: 'name', label: 'Limit', cell: ({ name, whole }) => (whole ? <span>{name} <span className="quiet"><WhyFigure why={{ term: limitTerm(whole, words), tell: () => explainLimit(whole, taken(), words) }}>{limitAmount(whole, whole.used, words)} of {limitAmount(whole, whole.limit, words)}</WhyFigure></span></span> : <span className="whitespace-nowrap">{name}</span>) },
            ...of.periods.map((label, at) => ({ key: label, label, numeric: true, cell: ({ limits }: (typeof shown)[number]) => <Cell limit={limits.find(({ period }) => period === at)} label={label} taken={taken} words={words} /> })),
          ]}
        />
      </WideTable>
      {found && found.length > 0 && (
        <ul className="grid gap-1 p-4 text-ink-2">
          {found.map((more) => <More key={`${more.limit.words} ${more.limit.period}`} {...{ more, answer, words }} />)}
        </ul>
      )}
    </Card>
  )
})

/** What a little more of a dear limit brought when it was solved again, and at most. */
function More({ more, answer, words }: { readonly more: Bottleneck; readonly answer: RoadmapAnswer; readonly words: RoadmapWords }) {
  const { limit, step, gain, atMost } = more
  return (
    <li>
      {limitAmount(limit, step, words)} more of {limitTitle(limit, words)}{limit.period === null ? '' : ` in ${words.period(limit.period)}`}: {gain > 0 ? <><WhyFigure why={explainMore(more, 'gain', answer, words)}>{words.value(gain)}</WhyFigure> more value found</> : 'no better plan was found'}, <WhyFigure why={explainMore(more, 'atMost', answer, words)}>{words.value(atMost)}</WhyFigure> at most.
    </li>
  )
}

function Cell({ limit, label, taken, words }: { readonly limit: LimitUse | undefined; readonly label: string; readonly taken: () => Taken; readonly words: RoadmapWords }) {
  if (!limit) return <span className="quiet">–</span>
  const { used, limit: most, price } = limit
  const told = `${limitTitle(limit, words)}, ${label}: ${limitAmount(limit, used, words)} of ${limitAmount(limit, most, words)}${price > 0 ? '; more would bring more' : ''}`
  const share = most > 0 ? used / most : used > 0 ? 2 : 0
  return (
    <span className="figures inline-flex min-h-6 min-w-14 items-center justify-end gap-1 rounded-bar px-1.5" style={shadeOf(share)} title={told}>
      {price > 0 && <i className="size-1.5 rounded-full bg-accent" aria-hidden="true" />}
      <WhyFigure why={{ term: limitTerm(limit, words), tell: () => explainLimit(limit, taken(), words) }}>
        {most > 0 ? words.format.percent(share) : limitAmount(limit, used, words)}
        <span className="visually-hidden"> {told}</span>
      </WhyFigure>
    </span>
  )
}

/** The ground of a cell by its use: the fuller, the more of the accent; hatched above the limit. */
function shadeOf(share: number): { readonly background: string } {
  return { background: share > 1.0001 ? overLimit : tint(Math.round(Math.min(1, Math.max(0, share)) * 30)) }
}
