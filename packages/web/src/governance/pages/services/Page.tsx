import type { PmoService, ServiceCatalogue, ServiceRequest } from '@throughline/contract/governance'
import { Plus } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { InitiativeChoices } from '../../../demand/index.ts'
import { useFormat } from '../../../format/index.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { Figure, FigureStrip } from '../../../ui/display/Figure.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { EmptyState } from '../../../ui/states/states.tsx'
import { Shown, type Reading } from '../../../wire/index.ts'
import { classWords } from '../../service-words.ts'
import { AnswerRequest, AskForService, DeliverRequest, JudgeUse, type Named } from './parts/request-forms.tsx'
import { ChangeOwner, EditService, PublishService, RetireService, type ServiceActs } from './parts/service-forms.tsx'
import { ServiceSheet } from './parts/ServiceSheet.tsx'
import { RequestsTable, ServicesTable } from './parts/tables.tsx'
import { servicesWords as words } from './words.ts'

export type ServicesProps = {
  readonly reading: Reading<ServiceCatalogue>; readonly may: { readonly take: boolean; readonly edit: boolean }; readonly members: readonly Named[]; readonly initiatives: InitiativeChoices; readonly currency: string; readonly today: string
  /** The service whose sheet is open. */
  readonly shown: string | undefined
  onShow(id: string | undefined): void
  readonly discuss: (service: PmoService) => ReactNode
  readonly acts: ServiceActs
}
type Open = { readonly form: 'edit'; readonly service?: PmoService } | { readonly form: 'owner' | 'publish' | 'retire' | 'ask'; readonly service: PmoService } | { readonly form: 'answer' | 'deliver' | 'judge'; readonly request: ServiceRequest }

/** The catalogue of the PMO: what it offers by class, and what was asked of it. */
export function ServicesPage({ reading, may, members, initiatives, currency, today, shown, onShow, discuss, acts }: ServicesProps) {
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  const catalogue = reading.state === 'full' ? reading.value : undefined
  const sheet = catalogue?.services.find(({ id }) => id === shown)
  const from = (form: 'edit' | 'owner' | 'publish' | 'retire' | 'ask', service: PmoService) => {
    onShow(undefined)
    setOpen({ form, service })
  }
  const actions = <>
    <a className="button" data-kind="secondary" href="/governance/service-mix">Service mix</a>
    <a className="button" data-kind="secondary" href="/governance/service-gaps">Service gaps</a>
    {catalogue && may.edit && <Button kind="primary" icon={<Plus aria-hidden="true" />} onClick={() => setOpen({ form: 'edit' })}>Add a service</Button>}
  </>
  return (
    <PageFrame title={words.title} note={words.note} actions={actions}>
      <Shown reading={reading} what="services" lines={8}>
        {(value) => value.services.length === 0
          ? <EmptyState title={words.emptyTitle}>{words.emptyWhy}</EmptyState>
          : <>
              <Totals totals={value.totals} />
              <ServicesTable services={value.services} canAsk={may.take} onOpen={({ id }) => onShow(id)} onAsk={(service) => setOpen({ form: 'ask', service })} />
              <RequestsTable catalogue={value} onAnswer={(request) => setOpen({ form: 'answer', request })} onDeliver={(request) => setOpen({ form: 'deliver', request })} onJudge={(request) => setOpen({ form: 'judge', request })} />
            </>}
      </Shown>
      {sheet && !open && <ServiceSheet service={sheet} may={may} discuss={discuss(sheet)} onClose={() => onShow(undefined)} onAct={(form) => from(form, sheet)} />}
      {open?.form === 'edit' && <EditService service={open.service} members={members} acts={acts} onClose={close} />}
      {open?.form === 'owner' && <ChangeOwner service={open.service} members={members} acts={acts} onClose={close} />}
      {open?.form === 'publish' && <PublishService service={open.service} acts={acts} onClose={close} />}
      {open?.form === 'retire' && <RetireService service={open.service} acts={acts} onClose={close} />}
      {open?.form === 'ask' && <AskForService service={open.service} initiatives={initiatives} acts={acts} onClose={close} />}
      {open?.form === 'answer' && <AnswerRequest request={open.request} members={members} acts={acts} onClose={close} />}
      {open?.form === 'deliver' && <DeliverRequest request={open.request} currency={currency} today={today} acts={acts} onClose={close} />}
      {open?.form === 'judge' && <JudgeUse request={open.request} acts={acts} onClose={close} />}
    </PageFrame>
  )
}

function Totals({ totals }: Pick<ServiceCatalogue, 'totals'>) {
  const format = useFormat()
  return (
    <FigureStrip label="Services by class">
      {totals.map(({ class: of, published, drafts, open }) => (
        <Figure key={of} label={classWords[of]} value={format.number(published, 0)} comparison={{ words: `published; ${format.count(drafts, 'draft', 'drafts')}, ${format.count(open, 'open request', 'open requests')}` }} />
      ))}
    </FigureStrip>
  )
}
