import { demandRoutes } from '@throughline/contract/demand'
import { CalendarClock } from 'lucide-react'
import { useMemo } from 'react'
import { places } from '../../format/index.ts'
import { useAddressQuery } from '../../shell/address.ts'
import { useCommands } from '../../shell/commands.tsx'
import { isPast, useMoment, useRead } from '../../wire/index.ts'
import { MomentBar } from './MomentBar.tsx'
import { MomentDialog } from './MomentDialog.tsx'

/** The moment that the pages show: the bar above them while it is past, the question for another one, and the commands for both. */
export function MomentGate({ asking, onAsk, onDone }: { readonly asking: boolean; onAsk(): void; onDone(): void }) {
  const moment = useMoment()
  const [, change] = useAddressQuery()
  const past = isPast(moment)
  const read = useRead(demandRoutes.listPublications, {}, { enabled: asking || past })
  const positions = read.state === 'full' ? read.value : []
  const now = () => change({ asOf: undefined, position: undefined }, 'push')
  useCommands(
    useMemo(
      () => [
        { key: 'moment', label: 'Show the portfolio as of an earlier day…', group: 'Time', keywords: 'as of past history board position publication known', icon: <CalendarClock aria-hidden="true" />, run: onAsk },
        ...(past ? [{ key: 'now', label: 'Back to now', group: 'Time', keywords: 'today present', icon: <CalendarClock aria-hidden="true" />, run: () => change({ asOf: undefined, position: undefined }, 'push') }] : []),
      ],
      [onAsk, past, change],
    ),
  )
  return (
    <>
      {past && (
        <div className="px-6 pt-4">
          <MomentBar moment={moment} positions={positions} changesLink={places.changesSince(moment)} onChange={onAsk} onNow={now} />
        </div>
      )}
      {asking && read.state !== 'loading' && (
        <MomentDialog
          moment={moment}
          positions={positions}
          onClose={onDone}
          onShow={({ asOf, position }) => {
            onDone()
            change({ asOf, position }, 'push')
          }}
        />
      )}
    </>
  )
}
