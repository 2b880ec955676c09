import type { PmoService, ServiceCatalogue, ServiceRequest } from '@throughline/contract/governance'
import { stateWords } from '../../../../demand/index.ts'
import { places, useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { classWords, requestLooks, serviceLooks, useWords } from '../../../service-words.ts'
import { servicesWords as words } from '../words.ts'

/** Services as they were published last, drafts as they stand in writing. */
export function ServicesTable({ services, canAsk, onOpen, onAsk }: { readonly services: readonly PmoService[]; readonly canAsk: boolean; onOpen(service: PmoService): void; onAsk(service: PmoService): void }) {
  const format = useFormat()
  return (
    <Card title="Catalogue" flush>
      <Table<PmoService>
        caption="Services of the PMO" rows={services} rowKey={({ id }) => id} maxHeight={640}
        columns={[
          { key: 'name', label: 'Service', cell: (one) => <span className="grid min-w-56 justify-items-start py-1"><button type="button" className="text-left text-accent hover:underline" onClick={() => onOpen(one)}>{saidBy(one).name}</button><span className="quiet">{saidBy(one).pmo}{saidBy(one).scope && `: ${saidBy(one).scope}`}</span></span> },
          { key: 'class', label: 'Class', cell: (one) => <span className="whitespace-nowrap">{classWords[saidBy(one).class]}</span> },
          { key: 'level', label: 'Service level', cell: (one) => saidBy(one).serviceLevel || <span className="quiet">none is promised</span> },
          { key: 'stages', label: 'Of use in', cell: (one) => (saidBy(one).stages.length === 0 ? <span className="quiet">every state</span> : saidBy(one).stages.map((stage) => stateWords[stage]).join(', ')) },
          { key: 'owner', label: 'Accountable', cell: (one) => <span className="block min-w-32">{saidBy(one).accountableRole}<span className="quiet block">{one.owner.name}</span></span> },
          { key: 'state', label: 'State', cell: ({ state, editions: [last] }) => <span className="whitespace-nowrap"><StatusMark quiet tone={serviceLooks[state].tone} word={serviceLooks[state].words} />{last && <span className="quiet block">Edition {last.no}, {format.date(last.at.slice(0, 10))}</span>}</span> },
          { key: 'open', label: 'Open', numeric: true, cell: ({ open }) => format.number(open, 0) },
          { key: 'act', label: '', cell: (one) => canAsk && one.editions.length > 0 && one.state !== 'retired' && <Button aria-label={`Ask for ${saidBy(one).name}`} onClick={() => onAsk(one)}>Ask</Button> },
        ]}
      />
    </Card>
  )
}
const saidBy = ({ text, editions: [last] }: PmoService) => last ?? text

/** What was asked: open requests first, each with what there is to do for the reader. */
export function RequestsTable({ catalogue: { requests, omitted }, onAnswer, onDeliver, onJudge }: { readonly catalogue: ServiceCatalogue; onAnswer(request: ServiceRequest): void; onDeliver(request: ServiceRequest): void; onJudge(request: ServiceRequest): void }) {
  const format = useFormat()
  if (requests.length === 0) return <Card title="Requests"><p className="quiet">{words.noRequests}</p></Card>
  return (
    <Card title="Requests" note={`Open ones first, the oldest at the top.${omitted > 0 ? ` ${format.count(omitted, 'older one is', 'older ones are')} not listed.` : ''}`} flush>
      <Table<ServiceRequest>
        caption="Requests for services with what became of them" rows={requests} rowKey={({ id }) => id} maxHeight={640}
        columns={[
          { key: 'words', label: 'Asked', cell: ({ words: said, askedBy, askedAt, neededOn }) => <span className="block min-w-56">{said}<span className="quiet block">{askedBy.name}, {format.instant(askedAt)}{neededOn && `; needed on ${format.date(neededOn)}`}</span></span> },
          { key: 'service', label: 'Service', cell: ({ service, initiative }) => <span className="block min-w-40">{service.name}<span className="quiet block">{initiative ? <a href={places.initiative(initiative.id)}>{initiative.name}</a> : 'of no initiative'}</span></span> },
          { key: 'state', label: 'State', cell: ({ state, performer }) => <span className="whitespace-nowrap"><StatusMark quiet tone={requestLooks[state].tone} word={requestLooks[state].words} />{performer && <span className="quiet block">{performer.name}</span>}</span> },
          { key: 'answer', label: 'Answer', cell: (one) => <Answered request={one} /> },
          { key: 'hours', label: 'Hours', numeric: true, cell: ({ hours, state }) => (state === 'delivered' ? format.number(Number(hours)) : <span className="quiet">–</span>) },
          { key: 'act', label: '', cell: (one) => <span className="flex gap-1">{one.may.deliver && <Button aria-label={`Deliver ${one.words}`} onClick={() => onDeliver(one)}>Deliver</Button>}{one.may.judge && <Button kind={one.use ? 'quiet' : 'secondary'} aria-label={`Say what ${one.words} was worth`} onClick={() => onJudge(one)}>{one.use ? 'Say again' : 'What it was worth'}</Button>}{one.may.answer && <Button kind={one.state === 'waiting' ? 'secondary' : 'quiet'} aria-label={one.state === 'waiting' ? `Answer ${one.words}` : `Answer again ${one.words}`} onClick={() => onAnswer(one)}>{one.state === 'waiting' ? 'Answer' : 'Answer again'}</Button>}</span> },
        ]}
      />
    </Card>
  )
}

/** What was said last, and who was refused as performer. */
function Answered({ request: { answer, outcome, use, refusedPerformers } }: { readonly request: ServiceRequest }) {
  const format = useFormat()
  const said = outcome ?? answer
  return (
    <span className="block min-w-56">
      {said ? <>{said.words}<span className="quiet block">{said.by}, {format.instant(said.at)}</span></> : <span className="quiet">none yet</span>}
      {use && <span className="block">{useWords[use.level]}{use.words !== '' && `: ${use.words}`}<span className="quiet block">{use.by}, {format.instant(use.at)}</span></span>}
      {[...Map.groupBy(refusedPerformers, ({ name }) => name)].map(([name, all]) => <span key={name} className="block"><StatusMark quiet tone="warn" word={`Refused as not independent: ${name}`} /><span className="quiet block">{all[0]?.way}, {format.instant(all[0]?.at ?? '')}{all.length > 1 && ` (${format.count(all.length, 'attempt', 'attempts')})`}</span></span>)}
    </span>
  )
}
