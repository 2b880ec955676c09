import type { WarnedOf } from '@throughline/contract/strategy'
import { useFormat } from '../../../../format/index.ts'
import { Card } from '../../../../ui/display/Card.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { measurePlaces } from '../../../measure-words.ts'
import { WarningList } from '../../../parts/WarningList.tsx'

const kinds: Readonly<Record<WarnedOf['kind'], { readonly one: string; readonly many: string; readonly label: string }>> = {
  perspective: { one: 'perspective', many: 'perspectives', label: 'Perspective' }, objective: { one: 'objective', many: 'objectives', label: 'Objective' }, measure: { one: 'measure', many: 'measures', label: 'Measure' },
}

/** What keeps the scorecard from telling what it should, each with its reason and the way to where it is mended. */
export function ToMend({ warned }: { readonly warned: readonly WarnedOf[] }) {
  const format = useFormat()
  if (warned.length === 0) return <p><StatusMark quiet tone="good" word="Nothing to mend" /></p>
  const counts = (Object.keys(kinds) as WarnedOf['kind'][]).flatMap((kind) => {
    const count = warned.filter((one) => one.kind === kind).length
    return count === 0 ? [] : [format.count(count, kinds[kind].one, kinds[kind].many)]
  })
  return (
    <Card flush title="What there is to mend" note={counts.join(', ')}>
      <Table<WarnedOf>
        caption="What there is to mend, with why" rows={warned} rowKey={({ kind, id }) => `${kind} ${id}`} maxHeight={420}
        columns={[
          { key: 'of', label: 'Of', cell: (one) => <span className="block min-w-56"><Way of={one} /><span className="quiet block">{[kinds[one.kind].label, one.objective].filter(Boolean).join(' of ')}</span></span> },
          { key: 'warnings', label: 'Why', cell: ({ warnings }) => <WarningList warnings={warnings} /> },
        ]}
      />
    </Card>
  )
}

/** A measure is mended on its page, an objective where measures that fit it are proposed, a perspective where objectives are weighed. */
const Way = ({ of: { kind, id, name } }: { readonly of: WarnedOf }) => <a className="text-ink" href={kind === 'measure' ? measurePlaces.measure(id) : kind === 'objective' ? measurePlaces.fitting(id) : '/strategy'}>{name}</a>
