import type { OfferSheet, OutsideInitiative, UnitOffer, UnitOffers } from '@throughline/contract/governance'
import { Printer } from 'lucide-react'
import { useState } from 'react'
import { useFormat } from '../../../format/index.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { EmptyState } from '../../../ui/states/states.tsx'
import { Shown, type Reading } from '../../../wire/index.ts'
import { AnswerOffer, KeepOffer, MakeOffer, WithdrawOffer, type OfferActs } from './parts/forms.tsx'
import { GoalsTable, OutsideTable, SheetFigures } from './parts/Sheet.tsx'
import { OffersTable, SheetsTable, type OfferAct, type OffersProps } from './parts/tables.tsx'
import { unitOfferWords as words } from './words.ts'

export type UnitOffersProps = {
  readonly reading: Reading<UnitOffers>; /** Who reads: nobody answers their own offer. */ readonly me: string | undefined; readonly may: { readonly take: boolean; readonly edit: boolean }
  /** Whose sheet was chosen; undefined for the one that lacks most. */
  readonly chosen: string | undefined
  onChoose(id: string): void
  onPrint(): void
  readonly acts: OfferActs
}
type Open = { readonly form: 'make'; readonly sheet: OfferSheet; readonly about: OutsideInitiative } | { readonly form: OfferAct; readonly offer: UnitOffer }

/** What is in it for units, each with a sheet from its own goals: at risk with others, offered, asked in return. */
export function UnitOffersPage({ reading, me, may, chosen, onChoose, onPrint, acts }: UnitOffersProps) {
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  const found = reading.state === 'full' ? reading.value : undefined
  const sheet = found?.sheets.find(({ holder }) => holder.id === chosen) ?? found?.sheets[0]
  // The one that lacks most is another one once something is offered to it: whose sheet it was stays open.
  const openForm = (form: Open) => {
    if (sheet) onChoose(sheet.holder.id)
    setOpen(form)
  }
  const actions = <>
    <a className="button" data-kind="secondary" href="/strategy/stakes">Stake and control</a>
    {sheet && <Button icon={<Printer aria-hidden="true" />} onClick={onPrint}>Print the sheet</Button>}
  </>
  const offers = { me, may, onAct: (form: OfferAct, offer: UnitOffer) => openForm({ form, offer }) }
  return (
    <PageFrame title={words.title} note={words.note} actions={actions}>
      <Shown reading={reading} what="offers to units" lines={8}>
        {(value) => sheet === undefined
          ? <>
              <EmptyState title={words.emptyTitle} actions={<a className="button" data-kind="secondary" href="/strategy/units">Unit strategies</a>}>{words.emptyWhy}</EmptyState>
              <Elsewhere offers={value.elsewhere} around={offers} />
            </>
          : <>
              <SheetsTable sheets={value.sheets} chosen={sheet.holder.id} onChoose={onChoose} />
              {/* Smaller in print, so that a sheet is one page. */}
              <div className="grid min-w-0 gap-4 print:[zoom:0.7]">
                <SheetFigures sheet={sheet} />
                <GoalsTable sheet={sheet} />
                <OutsideTable sheet={sheet} onOffer={may.edit && value.services.length > 0 ? (about) => openForm({ form: 'make', sheet, about }) : undefined} lackServices={value.services.length === 0} />
                <OffersTable title={`Offered and asked in return: ${sheet.holder.name}`} offers={sheet.offers} {...offers} />
              </div>
              <Elsewhere offers={value.elsewhere} around={offers} />
              <WithoutGoals units={value.withoutGoals} />
            </>}
      </Shown>
      {open?.form === 'make' && <MakeOffer sheet={open.sheet} about={open.about} services={found?.services ?? []} acts={acts} onClose={close} />}
      {open?.form === 'answer' && <AnswerOffer offer={open.offer} acts={acts} onClose={close} />}
      {open?.form === 'keep' && <KeepOffer offer={open.offer} acts={acts} onClose={close} />}
      {open?.form === 'withdraw' && <WithdrawOffer offer={open.offer} acts={acts} onClose={close} />}
    </PageFrame>
  )
}

/** What was offered to units that have no goals any more, so that it stands in no sheet. */
const Elsewhere = ({ offers, around }: Pick<OffersProps, 'offers'> & { readonly around: Omit<OffersProps, 'title' | 'offers'> }) =>
  offers.length > 0 && <div className="no-print min-w-0"><OffersTable title="Offered to units that have no goals any more" offers={offers} {...around} /></div>

/** Names that are written out; more of them are counted. */
const mostNamed = 12

function WithoutGoals({ units }: { readonly units: UnitOffers['withoutGoals'] }) {
  const format = useFormat()
  if (units.length === 0) return null
  const more = units.length - mostNamed
  return <p className="quiet no-print">No goal is known of {units.slice(0, mostNamed).map(({ name }) => name).join(', ')}{more > 0 && ` and ${format.count(more, 'other unit', 'other units')}`}, so that nothing can be derived for {units.length === 1 ? 'it' : 'them'}. <a href="/strategy/units">Unit strategies</a></p>
}
