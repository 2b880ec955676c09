import type { Seal } from '@throughline/contract/governance'
import { useFormat } from '../../../../format/index.ts'
import { Card } from '../../../../ui/display/Card.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { Shown, type Reading } from '../../../../wire/index.ts'
import { periodWords as words } from '../../../period-words.ts'

/** The sealed packs of the period, newest first, each as a file with its digest. */
export function Packs({ seals, period, addressOf }: { readonly seals: Reading<readonly Seal[]>; readonly period: string; addressOf(id: string): string }) {
  const format = useFormat()
  return (
    <Card flush title="Sealed packs" note={words.sealNote}>
      <Shown reading={seals} what="the sealed packs" lines={3}>
        {(all) => (
          <Table<Seal>
            caption="Sealed packs of the period" rows={all.filter((one) => one.period === period)} rowKey={({ id }) => id} empty={words.sealedNone}
            columns={[
              { key: 'known', label: 'As known at', cell: ({ id, knownAt, brokenAt }) => <span className="inline-flex flex-wrap items-center gap-2"><a className="figures text-ink" href={addressOf(id)} download>{format.instant(knownAt)}</a>{brokenAt !== null && <StatusMark tone="bad" word={words.broken} />}</span> },
              { key: 'by', label: 'Sealed by', cell: ({ sealedBy }) => sealedBy },
              { key: 'digest', label: 'Digest', cell: ({ digest }) => <code title={digest}>{digest.slice(0, 12)}…</code> },
              { key: 'size', label: 'Bytes', numeric: true, cell: ({ bytes }) => format.number(bytes, 0) },
            ]}
          />
        )}
      </Shown>
    </Card>
  )
}
