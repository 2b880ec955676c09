import type { ReadingItem, StrategyIntake } from '@throughline/contract/strategy'
import { useFormat } from '../../../../format/index.ts'
import { Card } from '../../../../ui/display/Card.tsx'
import { Chip, SourceBadge, StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { intakeWords as words, standingLooks } from '../words.ts'

/** Objectives with their standing; each opens the reason. */
export function Readings({ items, onOpen }: { readonly items: readonly ReadingItem[]; onOpen(item: ReadingItem): void }) {
  if (items.length === 0) return <Card title="Objectives"><p className="quiet">{words.noObjectives}</p></Card>
  return (
    <Card title="Objectives" note="A standing opens its reason." flush>
      <Table<ReadingItem>
        caption="Objectives with what they rest on and how their reading stands" rows={items} rowKey={({ objectiveId, of }) => `${of} ${objectiveId}`} maxHeight={720}
        columns={[
          { key: 'objective', label: 'Objective', cell: ({ statement, perspective, of }) => <span className="block min-w-40">{statement}<span className="quiet block">{perspective}{of === 'draft' && <> <Chip>In the draft</Chip></>}</span></span> },
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
export function Unclear({ points }: { readonly points: StrategyIntake['unclear'] }) {
  const format = useFormat()
  return (
    <Card title="Unclear points" note="Asked by the owner of the strategy and not confirmed since.">
      {points.length === 0 ? <p className="quiet">{words.nothingUnclear}</p> : (
        <ul className="grid gap-2">
          {points.map(({ id, statement, point, by, at, changedSince }) => <li key={id}>{point}<span className="quiet block">{statement} · {by}, {format.instant(at)}{changedSince && <> · <StatusMark quiet tone="warn" word="changed since, look again" /></>}</span></li>)}
        </ul>
      )}
    </Card>
  )
}
