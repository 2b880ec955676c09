import type { ChangeSignal, HorizonScan } from '@throughline/contract/strategy'
import type { ReactNode } from 'react'
import { places, useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { EmptyState } from '../../../../ui/states/states.tsx'
import { attentionLooks, effectWords, horizonWords as words, impactWords, likelihoodWords, timeWords } from '../words.ts'
import { Board } from './Board.tsx'
import { horizonPlaces } from '../../../horizon-places.ts'

export type SignalsProps = { readonly horizon: HorizonScan; readonly begin: ReactNode; readonly discuss: ((kind: 'change_signal', signal: ChangeSignal, name: string) => ReactNode) | undefined; readonly onOpen: ((form: 'change' | 'triage' | 'link', signal: ChangeSignal) => void) | undefined }

/** Signals of change: the board of those that were judged, all of them with what they bear on, and those whose term is over. */
export function Signals({ horizon: { signals }, begin, discuss, onOpen }: SignalsProps) {
  if (signals.length === 0) return <EmptyState title={words.noSignalsTitle} actions={begin}>{words.noSignalsWhy}</EmptyState>
  const [standing, archived] = [signals.filter((one) => one.standing !== 'archived'), signals.filter((one) => one.standing === 'archived')]
  return (
    <div className="grid gap-4">
      <Board signals={standing} />
      {standing.length > 0 && <Card flush title="Signals" note="What waits to be judged first, then what asks for most"><SignalTable caption="Signals of change" signals={standing} {...{ discuss, onOpen }} /></Card>}
      {archived.length > 0 && <Card flush title="Archived" note={words.archive}><SignalTable caption={words.pastOnes} signals={archived} {...{ discuss, onOpen }} /></Card>}
    </div>
  )
}

function SignalTable({ caption, signals, discuss, onOpen }: Pick<SignalsProps, 'discuss' | 'onOpen'> & { readonly caption: string; readonly signals: readonly ChangeSignal[] }) {
  const format = useFormat()
  return (
    <Table<ChangeSignal>
      caption={caption} rows={signals} rowKey={({ id }) => id} maxHeight={640}
      columns={[
        { key: 'title', label: 'Signal', cell: ({ title, words: said, source, link, seenOn, theme }) => <span className="grid min-w-56"><span>{title}</span>{said && <span className="quiet whitespace-pre-line">{said}</span>}<span className="quiet">{theme}, seen {format.date(seenOn)}: {link ? <a className="underline leading-6" href={link} rel="noreferrer" target="_blank">{source}</a> : source}</span></span> },
        { key: 'attention', label: 'Asks for', cell: ({ attention, triage, standing, staleOn }) => <span className="grid min-w-36">{attention === null ? <StatusMark quiet tone="none" word="To be judged" /> : <StatusMark quiet {...attentionLooks[attention]} />}{triage && <span className="quiet">{`${impactWords[triage.impact]} impact, ${likelihoodWords[triage.likelihood].toLowerCase()}, ${timeWords[triage.time].toLowerCase()}: ${triage.reason} (${triage.by})`}</span>}<span className="quiet">{standing === 'archived' ? `archived after ${format.date(staleOn)}` : `kept until ${format.date(staleOn)}`}</span></span> },
        { key: 'bears', label: 'Bears on', cell: ({ assumptions, objectives, services }) => (
          <span className="grid min-w-48 gap-1">
            {assumptions.map(({ id, statement, effect, words: why }) => <span key={id}>{effectWords[effect]} <a className="underline leading-6" href={horizonPlaces.view('assumptions')}>{statement}</a>{why && <span className="quiet">: {why}</span>}</span>)}
            {objectives.map(({ id, statement }) => <a key={id} className="w-fit leading-6" href={places.objective(id)}>{statement}</a>)}
            {services.map(({ id, name }) => <a key={id} className="w-fit leading-6" href={horizonPlaces.service(id)}>{name}</a>)}
            {assumptions.length + objectives.length + services.length === 0 && <span className="quiet">nothing yet</span>}
          </span>
        ) },
        { key: 'act', label: '', cell: (signal) => (
          <span className="flex flex-wrap justify-end gap-1">
            {onOpen && <Button kind={signal.standing === 'on_board' ? 'quiet' : 'secondary'} aria-label={`Judge ${signal.title}`} onClick={() => onOpen('triage', signal)}>Judge</Button>}
            {onOpen && <Button kind="quiet" aria-label={`Link ${signal.title} to an assumption`} onClick={() => onOpen('link', signal)}>Link</Button>}
            {onOpen && <Button kind="quiet" aria-label={`Change ${signal.title}`} onClick={() => onOpen('change', signal)}>Change</Button>}
            {discuss?.('change_signal', signal, signal.title)}
          </span>
        ) },
      ]}
    />
  )
}
