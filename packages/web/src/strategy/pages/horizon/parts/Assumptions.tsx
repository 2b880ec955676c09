import type { Assumption, HorizonScan } from '@throughline/contract/strategy'
import type { ReactNode } from 'react'
import { places, useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { EmptyState } from '../../../../ui/states/states.tsx'
import { assumptionLooks } from '../../../assumption-words.ts'
import { Tripped } from '../../../parts/Tripped.tsx'
import { effectWords, horizonWords as words, outcomeWords, wireText } from '../words.ts'
import { horizonPlaces } from '../../../horizon-places.ts'

export type AssumptionsProps = { readonly horizon: HorizonScan; readonly begin: ReactNode; readonly discuss: ((kind: 'assumption', assumption: Assumption, name: string) => ReactNode) | undefined; readonly onOpen: ((form: 'reword' | 'review', assumption: Assumption) => void) | undefined }

/** What the strategy rests on: what tripped first, with why, what rests on it, and its review. */
export function Assumptions({ horizon: { assumptions }, begin, discuss, onOpen }: AssumptionsProps) {
  const format = useFormat()
  if (assumptions.length === 0) return <EmptyState title={words.noAssumptionsTitle} actions={begin}>{words.noAssumptionsWhy}</EmptyState>
  return (
    <div className="grid gap-4">
      <Tripped assumptions={assumptions} reviewed />
      <Card flush title="Assumptions" note="What tripped first, then what is due for its review">
        <Table<Assumption>
          caption="Assumptions of the strategy" rows={assumptions} rowKey={({ id }) => id} maxHeight={720}
          columns={[
            { key: 'statement', label: 'Assumption', cell: ({ statement, owner, tripWords, wire }) => <span className="grid min-w-56"><span>{statement}</span><span className="quiet">{owner}</span>{(tripWords || wire) && <span className="quiet">Trip-wire: {[tripWords, wire && wireText(wire, (value) => format.number(value))].filter(Boolean).join('; ')}</span>}</span> },
            { key: 'standing', label: 'Standing', cell: (one) => <span className="grid min-w-44"><StatusMark quiet {...assumptionLooks[one.standing]} /><Why assumption={one} /></span> },
            { key: 'rests', label: 'What rests on it', cell: ({ objectives, services, signals }) => (
              <span className="grid min-w-44 gap-1">
                {objectives.map(({ id, statement }) => <a key={id} className="w-fit leading-6" href={places.objective(id)}>{statement}</a>)}
                {services.map(({ id, name }) => <a key={id} className="w-fit leading-6" href={horizonPlaces.service(id)}>{name}</a>)}
                {objectives.length + services.length === 0 && <span className="quiet">nothing is named</span>}
                {signals.map(({ id, title, effect }) => <span key={id} className="quiet">{`${title} ${effectWords[effect]} it`}</span>)}
              </span>
            ) },
            { key: 'review', label: 'Review', cell: ({ reviewOn, reviewed, standing }) => <span className="grid min-w-36">{standing === 'given_up' ? '' : `due ${format.date(reviewOn)}`}{reviewed && <span className="quiet">{`${outcomeWords[reviewed.outcome]}, ${format.date(reviewed.on)}: ${reviewed.words} (${reviewed.by})`}</span>}</span> },
            { key: 'act', label: '', cell: (one) => (
              <span className="flex flex-wrap justify-end gap-1">
                {onOpen && one.standing !== 'given_up' && <Button kind={one.standing === 'tripped' || one.standing === 'review_due' ? 'secondary' : 'quiet'} aria-label={`Review ${one.statement}`} onClick={() => onOpen('review', one)}>Review</Button>}
                {onOpen && one.standing !== 'given_up' && <Button kind="quiet" aria-label={`Change ${one.statement}`} onClick={() => onOpen('reword', one)}>Change</Button>}
                {discuss?.('assumption', one, one.statement)}
              </span>
            ) },
          ]}
        />
      </Card>
    </div>
  )
}

/** What tripped it: a signal, or its measure. */
function Why({ assumption: { tripped, wire, standing } }: { readonly assumption: Assumption }) {
  const format = useFormat()
  if (standing !== 'tripped') return null
  if (tripped) return <span className="quiet">{`${tripped.signal}, seen ${format.date(tripped.seenOn)}${tripped.words && `: ${tripped.words}`} (${tripped.by})`}</span>
  return wire?.measured ? <span className="quiet"><a className="underline leading-6" href={horizonPlaces.measure(wire.measureId)}>{wire.measure}</a>{` was ${format.number(wire.measured.value)} on ${format.date(wire.measured.on)}`}</span> : null
}
