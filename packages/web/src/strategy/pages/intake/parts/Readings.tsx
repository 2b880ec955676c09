import type { PointAnswer, ReadingItem, StrategyIntake, UnclearPoint } from '@throughline/contract/strategy'
import { useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { Chip, SourceBadge, StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { intakeWords as words, standingLooks } from '../words.ts'

/** Vision, mission and objectives with their standing; each opens the reason. */
export function Readings({ items, onOpen }: { readonly items: readonly ReadingItem[]; onOpen(item: ReadingItem): void }) {
  if (items.length === 0) return <Card title="Readings"><p className="quiet">{words.noObjectives} <a href="/strategy">Open the strategy</a></p></Card>
  return (
    <Card title="Readings" note="Vision, mission and objectives; a standing opens its reason." flush>
      <Table<ReadingItem>
        caption="Vision, mission and objectives with what they rest on and how their reading stands" rows={items} rowKey={({ objectiveId, of }) => `${of} ${objectiveId}`} maxHeight={720}
        columns={[
          { key: 'objective', label: 'What was read', cell: ({ statement, perspective, of }) => <span className="block min-w-40">{statement}<span className="quiet block">{perspective}{of === 'draft' && <> <Chip>In the draft</Chip></>}</span></span> },
          { key: 'passages', label: 'Passages', numeric: true, cell: ({ passages }) => <span className="figures">{passages.length}</span> },
          { key: 'standing', label: 'Standing', cell: (item) => <Standing item={item} onOpen={() => onOpen(item)} /> },
        ]}
      />
    </Card>
  )
}

function Standing({ item, onOpen }: { readonly item: ReadingItem; onOpen(): void }) {
  const look = standingLooks[item.standing]
  return (
    <span className="grid justify-items-start gap-1">
      <button type="button" className="why" aria-haspopup="dialog" aria-label={`${look.words}: why ${item.statement} stands so`} onClick={onOpen}><StatusMark quiet tone={look.tone} word={look.words} /></button>
      <Watermark item={item} />
    </span>
  )
}

/** What the owner of the strategy has not confirmed is marked as a reading. */
export const Watermark = ({ item }: { readonly item: Pick<ReadingItem, 'standing'> }) => (item.standing === 'confirmed' ? null : <span className="inline-flex items-center gap-1 text-label text-ink-2" title={words.watermarkWhy}><SourceBadge kind="derived" />{words.watermark}</span>)

/** What the owner of the strategy asked and has not confirmed since. */
export function Unclear({ points, onAnswer }: { readonly points: StrategyIntake['unclear']; /** Undefined for who may not. */ readonly onAnswer: ((point: UnclearPoint) => void) | undefined }) {
  return (
    <Card title="Unclear points" note="Asked by the owner of the strategy and not confirmed since.">
      {points.length === 0 ? <p className="quiet">{words.nothingUnclear}</p> : (
        <ul className="grid gap-2">
          {points.map((point) => <Point key={point.id} point={point} named onAnswer={onAnswer} />)}
        </ul>
      )}
    </Card>
  )
}

/** What was asked, with what was answered; `named` where it does not stand with what it is about. */
export function Point({ point, named, settled, onAnswer }: { readonly point: UnclearPoint; readonly named?: boolean; readonly settled?: boolean; readonly onAnswer: ((point: UnclearPoint) => void) | undefined }) {
  const format = useFormat()
  const { statement, point: asked, by, at, changedSince, answers } = point
  return (
    <li className="grid gap-1">
      <span>{asked}<span className="quiet block">{named && <>{statement} · </>}{by}, {format.instant(at)}{settled ? <> · <StatusMark quiet tone="good" word="confirmed since" /></> : changedSince && <> · <StatusMark quiet tone="warn" word="changed since, look again" /></>}</span></span>
      {answers.length > 0 && <ul className="grid gap-1 border-l-2 border-border pl-3">{answers.map((answer) => <Answer key={answer.id} answer={answer} />)}</ul>}
      {onAnswer && !settled && <span><Button kind="quiet" aria-label={`Answer: ${asked}`} onClick={() => onAnswer(point)}>Answer</Button></span>}
    </li>
  )
}

function Answer({ answer: { words: said, passage, by, at } }: { readonly answer: PointAnswer }) {
  const format = useFormat()
  return <li>{said}{passage && <span className="block"><q className="whitespace-pre-line">{passage.quote}</q> <span className="quiet">{passage.source}</span></span>}<span className="quiet block">{by}, {format.instant(at)}</span></li>
}
