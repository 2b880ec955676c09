import type { MethodKind, MethodLibrary, MethodSheet, MethodState, MethodUse } from '@throughline/contract/governance'
import { methodKinds, methodStates } from '@throughline/engine/governance'
import { known, numberFigure } from '@throughline/engine/kernel'
import { Plus } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { InitiativeChoices } from '../../../demand/index.ts'
import { useFormat } from '../../../format/index.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { Select } from '../../../ui/controls/Select.tsx'
import { TextField } from '../../../ui/controls/TextField.tsx'
import { Figure, FigureStrip } from '../../../ui/display/Figure.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { EmptyState } from '../../../ui/states/states.tsx'
import { Shown, type Reading } from '../../../wire/index.ts'
import { kindWords, methodLooks } from '../../method-words.ts'
import { EndUse } from '../../methods-of/EndUse.tsx'
import type { ElementChoice, ItemChoices, MethodActs, Named } from './acts.ts'
import { EditItem } from './parts/EditItem.tsx'
import { FollowItem, LoadItems, PublishItem, RateItem, RetireItem, TakeRatingBack, UseItem } from './parts/item-forms.tsx'
import { ItemSheet, type SheetForm } from './parts/ItemSheet.tsx'
import { ItemsTable, Unused, UseByQuarter } from './parts/tables.tsx'
import { libraryWords as words } from './words.ts'

/** By what somebody looks through the library, as it stands in the address. */
export type Looking = { readonly find?: string | undefined; readonly kind?: string | undefined; readonly theme?: string | undefined; readonly state?: string | undefined; readonly days?: string | undefined }
export type MethodLibraryProps = {
  readonly reading: Reading<MethodLibrary>; readonly may: { readonly edit: boolean; readonly take: boolean; readonly use: boolean }; readonly looking: Looking; onLook(change: Looking): void
  /** The sheet that is open. */
  readonly sheet: Reading<MethodSheet> | undefined
  onShow(id: string | undefined): void
  readonly elements: readonly ElementChoice[]; readonly services: readonly Named[]; readonly published: ItemChoices; readonly initiatives: InitiativeChoices; readonly today: string; readonly discuss: (item: MethodSheet) => ReactNode; readonly acts: MethodActs
}
type Open = { readonly form: 'add' | 'load' } | { readonly form: SheetForm; readonly item: MethodSheet } | { readonly form: 'end'; readonly ends: MethodUse }

/** What there is to work with: found by words, with what people say of it and where it is used. */
export function MethodLibraryPage(props: MethodLibraryProps) {
  const { reading, may, looking, onLook, sheet, onShow, discuss } = props
  const [open, setOpen] = useState<Open>()
  const library = reading.state === 'full' ? reading.value : undefined
  const add = may.edit && <Button kind="primary" icon={<Plus aria-hidden="true" />} onClick={() => setOpen({ form: 'add' })}>Add an item</Button>
  const load = may.edit && <Button onClick={() => setOpen({ form: 'load' })}>Load a list</Button>
  const empty = library !== undefined && library.counts.draft + library.counts.published + library.counts.retired === 0
  return (
    <PageFrame title={words.title} note={words.note} actions={library && !empty && <>{load}{add}</>}>
      <Shown reading={reading} what="the method library" lines={8}>
        {(value) => empty
          ? <EmptyState title={words.emptyTitle} actions={may.edit && <>{load}{add}</>}>{may.edit ? words.emptyWhy : words.emptyReader}</EmptyState>
          : <>
              <Totals library={value} />
              <ItemsTable library={value} looking={<Finder library={value} looking={looking} onLook={onLook} />} onOpen={onShow} />
              <div className="grid gap-4 lg:grid-cols-2"><UseByQuarter library={value} /><Unused library={value} onDays={(days) => onLook({ days })} onOpen={onShow} /></div>
            </>}
      </Shown>
      {sheet && !open && <ItemSheet reading={sheet} may={may} discuss={discuss} onClose={() => onShow(undefined)} onAct={(form, item) => setOpen({ form, item })} onEnd={(ends) => setOpen({ form: 'end', ends })} />}
      {open && <Forms {...props} open={open} onClose={() => setOpen(undefined)} />}
    </PageFrame>
  )
}

function Forms({ open, elements, services, published, initiatives, today, acts, onClose }: MethodLibraryProps & { readonly open: Open; onClose(): void }) {
  switch (open.form) {
    case 'add':
      return <EditItem {...{ elements, services, acts, onClose }} />
    case 'load':
      return <LoadItems {...{ acts, onClose }} />
    case 'end':
      return <EndUse use={open.ends} today={today} onEnd={acts.end} onClose={onClose} />
    default:
      return <ItemForm {...{ open, elements, services, published, initiatives, today, acts, onClose }} />
  }
}

function ItemForm({ open: { form, item }, elements, services, published, initiatives, today, acts, onClose }: Pick<MethodLibraryProps, 'elements' | 'services' | 'published' | 'initiatives' | 'today' | 'acts'> & { readonly open: { readonly form: SheetForm; readonly item: MethodSheet }; onClose(): void }) {
  switch (form) {
    case 'edit':
      return <EditItem {...{ item, elements, services, acts, onClose }} />
    case 'publish':
      return <PublishItem {...{ item, acts, onClose }} />
    case 'retire':
      return <RetireItem {...{ item, choices: published, acts, onClose }} />
    case 'follow':
      return <FollowItem {...{ item, choices: published, acts, onClose }} />
    case 'rate':
      return <RateItem {...{ item, acts, onClose }} />
    case 'back':
      return <TakeRatingBack {...{ item, acts, onClose }} />
    case 'use':
      return <UseItem {...{ item, initiatives, today, acts, onClose }} />
  }
}

function Totals({ library: { counts, unused, unusedDays, quarters } }: { readonly library: MethodLibrary }) {
  const format = useFormat()
  const now = quarters.at(-1)
  const why = (term: string, value: number, note: string) => ({ term, figure: known(numberFigure(value)), formula: 'method-usage', note })
  return (
    <FigureStrip label="The method library">
      <Figure label="Published" value={format.number(counts.published, 0)} comparison={{ words: `${format.count(counts.draft, 'draft', 'drafts')}, ${format.number(counts.retired, 0)} retired` }} />
      <Figure label={`Uses begun, ${now?.label ?? ''}`} value={format.number(now?.begun ?? 0, 0)} why={why('Uses begun', now?.begun ?? 0, 'Each time that an initiative began to use an item in the quarter')} comparison={{ words: `by ${format.count(now?.initiatives ?? 0, 'initiative', 'initiatives')}` }} />
      <Figure label="Never used" value={format.number(unused.length, 0)} why={why('Never used', unused.length, `Published items that have been offered for ${unusedDays} days or more and that no initiative ever used; they are listed below`)} comparison={{ words: unusedDays === 0 ? 'of those published' : `offered for ${format.count(unusedDays, 'day', 'days')} or more`, ...(unused.length > 0 ? { tone: 'warn' as const } : {}) }} />
    </FigureStrip>
  )
}

const isOne = <T extends string>(all: readonly T[], word: string | undefined): T | '' => all.find((one) => one === word) ?? ''
/** Words, kind, theme and state to look for. */
function Finder({ library: { themes }, looking, onLook }: { readonly library: MethodLibrary; readonly looking: Looking; onLook(change: Looking): void }) {
  // What is typed stands at once; the address follows it.
  const [find, setFind] = useState(looking.find ?? '')
  const any = (label: string) => ({ value: '' as const, label })
  return (
    <div className="grid gap-3 p-4 sm:grid-cols-[2fr_1fr_1fr_1fr]">
      <TextField type="search" label="Find" hint="In the name, the themes, and when to use it" maxLength={200} value={find} onChange={(text) => { setFind(text); onLook({ find: text }) }} />
      <Select<MethodKind | ''> label="Kind" value={isOne(methodKinds, looking.kind)} options={[any('Every kind'), ...methodKinds.map((value) => ({ value, label: kindWords[value] }))]} onChange={(kind) => onLook({ kind })} />
      <Select label="Theme" value={looking.theme ?? ''} options={[any('Every theme'), ...themes.map((value) => ({ value, label: value }))]} onChange={(theme) => onLook({ theme })} />
      <Select<MethodState | ''> label="State" value={isOne(methodStates, looking.state)} options={[any('What is not retired'), ...methodStates.map((value) => ({ value, label: methodLooks[value].word }))]} onChange={(state) => onLook({ state })} />
    </div>
  )
}
