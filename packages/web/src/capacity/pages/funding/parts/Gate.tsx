import type { Commitments, StartException } from '@throughline/contract/capacity'
import { places, useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { fundingWords as words } from '../words.ts'

/** Whether a start that is not ready is refused, since when and why. */
export function Gate({ commitments: { gate }, onAsk }: { readonly commitments: Commitments; readonly onAsk: (() => void) | undefined }) {
  const format = useFormat()
  return (
    <Card title="Start gate" actions={onAsk && <Button onClick={onAsk}>{gate.on ? 'Switch the gate off' : 'Switch the gate on'}</Button>}>
      <p className="flex flex-wrap items-center gap-2"><StatusMark tone={gate.on ? 'good' : 'none'} word={gate.on ? 'On' : 'Off'} />{gate.on ? words.gateOn : words.gateOff}</p>
      {gate.said && <p className="quiet mt-1">{gate.said.words} ({gate.said.by}, {format.instant(gate.said.at)})</p>}
    </Card>
  )
}

/** Who may start although they are not ready, until when and why. */
export function Exceptions({ commitments: { exceptions }, onEnd }: { readonly commitments: Commitments; readonly onEnd: ((exception: StartException) => void) | undefined }) {
  const format = useFormat()
  if (exceptions.length === 0) return null
  return (
    <Card title={words.exceptionsTitle} flush>
      <Table<StartException>
        caption={words.exceptionsTitle} rows={exceptions} rowKey={({ id }) => id} maxHeight={480}
        columns={[
          { key: 'initiative', label: 'Initiative', cell: ({ initiative }) => <a className="block min-w-40" href={places.initiative(initiative.id)}>{initiative.name}</a> },
          { key: 'state', label: 'State', cell: ({ inForce, ended, untilOn }) => <span className="whitespace-nowrap"><StatusMark quiet tone={inForce ? 'warn' : 'none'} word={inForce ? 'In force' : ended ? 'Ended' : 'Over'} /><span className="quiet block">until {format.date(untilOn)}</span></span> },
          { key: 'reason', label: 'Reason', cell: ({ reason, by, at, ended }) => <span className="block min-w-56 py-1">{reason}<span className="quiet block">{by}, {format.instant(at)}</span>{ended && <span className="quiet block">Ended: {ended.words} ({ended.by})</span>}</span> },
          { key: 'act', label: '', cell: (one) => one.inForce && onEnd && <Button aria-label={`End the exception of ${one.initiative.name}`} onClick={() => onEnd(one)}>End</Button> },
        ]}
      />
    </Card>
  )
}
