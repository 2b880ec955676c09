import type { InitiativeDetail } from '@throughline/contract/demand'
import type { Contribution, Objective } from '@throughline/contract/strategy'
import { places, useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { SourceBadge } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'

export type ServesProps = { readonly contributions: InitiativeDetail['contributions']; readonly objectives: readonly Objective[]; /** Opens the form for a link, or for a new one. Absent for those who may not. */ readonly onEdit: ((link?: Contribution) => void) | undefined }

/** The line of sight upwards: which objectives the initiative serves or hurts, how much, and why one thinks so. */
export function Serves({ contributions, objectives, onEdit }: ServesProps) {
  const format = useFormat()
  const statement = new Map(objectives.map((objective) => [objective.id, objective.statement]))
  return (
    <Card title="Serves" note="Objectives of the strategy" flush actions={onEdit && <Button onClick={() => onEdit()}>Link an objective</Button>}>
      <Table
        caption="Objectives that the initiative serves"
        rows={contributions}
        rowKey={({ objectiveId }) => objectiveId}
        empty="It serves no objective. Link one, or ask why it is funded."
        columns={[
          { key: 'objective', label: 'Objective', cell: ({ objectiveId }) => <a className="block min-w-40 text-ink" href={places.objective(objectiveId)}>{statement.get(objectiveId) ?? 'An objective that was removed'}</a> },
          { key: 'contribution', label: 'Contribution', numeric: true, cell: ({ contribution }) => `${format.signed(contribution)} ${contribution < 0 ? 'hurts' : ''}`.trim() },
          { key: 'why', label: 'Why', cell: ({ rationale, origin }) => <span className="block min-w-56 text-ink-2">{origin === 'our_reading' && <><SourceBadge kind="derived" /> Our reading. </>}{rationale}</span> },
          ...(onEdit ? [{ key: 'edit', label: 'Change', cell: (link: Contribution) => <Button kind="link" onClick={() => onEdit(link)}>Change</Button> }] : []),
        ]}
      />
    </Card>
  )
}
