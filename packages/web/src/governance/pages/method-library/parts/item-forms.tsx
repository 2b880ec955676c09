import type { MethodSheet, NewMethodItem } from '@throughline/contract/governance'
import { useState } from 'react'
import type { InitiativeChoices } from '../../../../demand/index.ts'
import { useFormat } from '../../../../format/index.ts'
import { FindSelect } from '../../../../ui/controls/FindSelect.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextArea, TextField } from '../../../../ui/controls/TextField.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { FormDialog, fieldError } from '../../../../wire/index.ts'
import { LeftOut, ListSource, notYetOf } from '../../../../wire/list/ListSource.tsx'
import { useList } from '../../../../wire/list/use-list.ts'
import { kindWords } from '../../../method-words.ts'
import type { Form, ItemChoices, Named } from '../acts.ts'
import { ratingWords } from '../words.ts'

type OfItem = Form & { readonly item: MethodSheet }

/** Offers an item, with the reason. */
export function PublishItem({ item, acts, onClose }: OfItem) {
  const [reason, setReason] = useState('')
  return (
    <FormDialog title="Publish an item" subtitle={item.name} act="Publish" notYet={reason.trim() === '' ? 'Say why' : undefined} onSubmit={() => acts.publish(item, reason.trim())} onClose={onClose}>
      <p>From then on initiatives use it, and people rate it.</p>
      <TextArea label="Why" required rows={2} maxLength={2000} data-focus-first="" value={reason} onChange={setReason} />
    </FormDialog>
  )
}

const nothing = 'Nothing comes after it'
type Following = { readonly item: MethodSheet; readonly choices: ItemChoices; /** What comes after it so far. */ readonly before?: Named | undefined; readonly value: string; onChange(id: string): void }
/** What comes after an item: one of all that are offered, found by its words. */
function FollowedBy({ item, choices: { found, total, find }, before, value, onChange }: Following) {
  const others = [...(before && !found.some(({ id }) => id === before.id) ? [before] : []), ...found].filter(({ id }) => id !== item.id)
  return <FindSelect label="Followed by" findLabel="Find an item" options={[{ value: '', label: nothing }, ...others.map(({ id, name }) => ({ value: id, label: name }))]} total={total + 1} onFind={find} value={value} onChange={onChange} />
}

/** Retires an item, with the reason and what comes after it. */
export function RetireItem({ item, choices, acts, onClose }: OfItem & { readonly choices: ItemChoices }) {
  const [reason, setReason] = useState('')
  const [successorId, setSuccessor] = useState('')
  return (
    <FormDialog title="Retire an item" subtitle={item.name} act="Retire" tone="danger" notYet={reason.trim() === '' ? 'Say why' : undefined} onSubmit={() => acts.retire(item, { reason: reason.trim(), successorId: successorId === '' ? null : successorId })} onClose={onClose}>
      <p>Whoever asks for it is led to what comes after it. Where it is used it stays.</p>
      <FollowedBy item={item} choices={choices} value={successorId} onChange={setSuccessor} />
      <TextArea label="Why" required rows={2} maxLength={2000} data-focus-first="" value={reason} onChange={setReason} />
    </FormDialog>
  )
}

/** Says what comes after an item that was retired. */
export function FollowItem({ item, choices, acts, onClose }: OfItem & { readonly choices: ItemChoices }) {
  const before = item.retired?.successor ?? undefined
  const [successorId, setSuccessor] = useState(before?.id ?? '')
  return (
    <FormDialog title="What comes after it" subtitle={item.name} act="Keep" onSubmit={() => acts.follow(item, successorId === '' ? null : successorId)} onClose={onClose}>
      <FollowedBy item={item} choices={choices} before={before} value={successorId} onChange={setSuccessor} />
    </FormDialog>
  )
}

/** Rates an item; one that was rated before is rated anew. */
export function RateItem({ item, acts, onClose }: OfItem) {
  const own = item.rated.find((one) => one.own)
  const [rating, setRating] = useState(own ? String(own.rating) : '')
  const [words, setWords] = useState(own?.words ?? '')
  return (
    <FormDialog title={own ? 'Rate it anew' : 'Rate an item'} subtitle={item.name} act="Rate" notYet={rating === '' ? 'Choose a class' : undefined} onSubmit={() => acts.rate(item, { rating: Number(rating), words: words.trim() })} onClose={onClose}>
      {(problem) => (
        <>
          <Select label="How useful it is" hint="Counted beside those of others, and never averaged." value={rating} options={ratingWords.map((label, at) => ({ value: String(at + 1), label: `${at + 1}: ${label}` }))} onChange={setRating} />
          <TextArea label="Why" hint="Everybody reads it, with your name." rows={3} maxLength={2000} data-focus-first="" value={words} onChange={setWords} error={fieldError(problem, 'words')} />
        </>
      )}
    </FormDialog>
  )
}

/** Takes back how one rated an item. */
export const TakeRatingBack = ({ item, acts, onClose }: OfItem) => (
  <FormDialog title="Take your rating back" subtitle={item.name} act="Take back" tone="danger" onSubmit={() => acts.takeRatingBack(item)} onClose={onClose}>
    <p>It counts no more. It stays in the history.</p>
  </FormDialog>
)

/** Uses an item in an initiative. */
export function UseItem({ item, initiatives, today, acts, onClose }: OfItem & { readonly initiatives: InitiativeChoices; readonly today: string }) {
  const [initiativeId, setInitiative] = useState('')
  const [purpose, setPurpose] = useState('')
  const [begunOn, setBegun] = useState(today)
  const notYet = initiativeId === '' ? 'Choose an initiative' : purpose.trim() === '' ? 'Say what for' : begunOn === '' ? 'Say from which day on' : undefined
  return (
    <FormDialog title={`Use ${item.name}`} subtitle="It is shown with the initiative from then on." act="Use" notYet={notYet} onSubmit={() => acts.use(initiativeId, { itemId: item.id, begunOn, purpose: purpose.trim() })} onClose={onClose}>
      {(problem) => (
        <>
          <FindSelect label="In the initiative" findLabel="Find an initiative" options={initiatives.found.map(({ id, name }) => ({ value: id, label: name }))} total={initiatives.total} onFind={initiatives.find} value={initiativeId} onChange={setInitiative} />
          <TextArea label="What for" required rows={2} maxLength={1000} value={purpose} onChange={setPurpose} error={fieldError(problem, 'purpose')} />
          <TextField type="date" label="From" required max={today} value={begunOn} onChange={setBegun} error={fieldError(problem, 'begunOn')} />
        </>
      )}
    </FormDialog>
  )
}

/** Many items in one act, from a file or a paste; those of a name that is there are left out. */
export function LoadItems({ acts, onClose }: Form) {
  const format = useFormat()
  const list = useList(acts.preview)
  const preview = list.looked?.preview
  const found = preview?.items ?? []
  return (
    <FormDialog size="wide" title="Load items" subtitle="They are added as drafts." act={found.length === 0 ? 'Load' : `Load ${format.count(found.length, 'item', 'items')}`} notYet={notYetOf(list, found.length, 'No item can be read of it')} onSubmit={() => acts.load(found)} onClose={onClose}>
      <ListSource list={list} rows={4} hint="With headings: Name, Kind and When to use; also When not, Guidance, Examples, Themes and Templates, parted by semicolons." />
      {preview && <LeftOut issues={preview.issues.map(({ line, column, found: there, expected }) => ({ line, words: `${column ? `${column}: found` : 'Found'} “${there}”, expected ${expected}.` }))} />}
      {found.length > 0 && <Table<NewMethodItem> caption="What would be loaded" rows={found} rowKey={({ name, whenToUse }) => `${name} ${whenToUse}`} maxHeight={280} columns={[{ key: 'name', label: 'Item', cell: ({ name }) => name }, { key: 'kind', label: 'Kind', cell: ({ kind }) => kindWords[kind] }, { key: 'when', label: 'When to use it', cell: ({ whenToUse }) => whenToUse }]} />}
    </FormDialog>
  )
}
