import type { View } from '@throughline/contract/demand'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { LayoutList } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Checkbox } from '../../../../ui/controls/Check.tsx'
import { TextField } from '../../../../ui/controls/TextField.tsx'
import { Menu, type MenuItem } from '../../../../ui/overlays/Menu.tsx'
import { fieldError, FormDialog, useMerge } from '../../../../wire/index.ts'
import type { ViewActs } from '../use-views.ts'

type Asking = 'save-as' | 'rename' | 'remove'

/** Saved views of the list: choose one, keep the look of now, share it, take it away. */
export function ViewsMenu({ acts, mayChange, say }: { readonly acts: ViewActs; /** Of a view: whether this person may change it. */ mayChange(view: View): boolean; say(outcome: Result<unknown, Problem>, done: string): void }) {
  const [asking, setAsking] = useState<Asking>()
  const { active, changed } = acts
  const close = () => setAsking(undefined)
  return (
    <>
      <Menu label="Views" items={itemsOf(acts, mayChange, setAsking, say)} trigger={(trigger) => <Button icon={<LayoutList />} {...trigger}>{active ? `${active.name}${changed ? ' · changed' : ''}` : 'Views'}</Button>} />
      {asking === 'save-as' && <SaveView acts={acts} onClose={close} />}
      {asking === 'rename' && active && <RenameView view={active} onRename={(name, version) => acts.onChange({ name }, version)} onClose={close} />}
      {asking === 'remove' && active && (
        <FormDialog title={`Delete the view ${active.name}?`} act="Delete view" tone="danger" onSubmit={acts.onRemove} onClose={close}>
          <p>{active.sharing === 'shared' ? 'It goes for everyone it is shared with. ' : ''}The initiatives stay as they are.</p>
        </FormDialog>
      )}
    </>
  )
}

function itemsOf(acts: ViewActs, mayChange: (view: View) => boolean, ask: (asking: Asking) => void, say: (outcome: Result<unknown, Problem>, done: string) => void): readonly MenuItem[] {
  const { views, active, changed } = acts
  const may = active !== undefined && mayChange(active)
  const choice = (view: View): MenuItem => ({ key: view.id, label: view.mine ? view.name : `${view.name} (${view.owner})`, checked: view.id === active?.id, onSelect: () => acts.onChoose(view.id) })
  const [mine, shared] = [views.filter((view) => view.mine), views.filter((view) => !view.mine)]
  const item = (key: string, label: string, onSelect: () => void): MenuItem => ({ key, label, onSelect })
  return [
    { key: 'none', label: 'As I last had it', checked: active === undefined, onSelect: () => acts.onChoose(undefined) },
    ...(mine.length > 0 ? [{ kind: 'heading' as const, key: 'mine', label: 'Mine' }, ...mine.map(choice)] : []),
    ...(shared.length > 0 ? [{ kind: 'heading' as const, key: 'shared', label: 'Shared by others' }, ...shared.map(choice)] : []),
    { kind: 'line', key: 'acts' },
    ...(may && changed ? [item('save', `Save ${active.name}`, () => void acts.onSave().then((outcome) => say(outcome, `${active.name} is saved.`)))] : []),
    item('save-as', 'Save as…', () => ask('save-as')),
    ...(may ? [item('rename', 'Rename…', () => ask('rename'))] : []),
    ...(active?.mine ? [item('share', active.sharing === 'shared' ? 'Keep for myself' : 'Share with everyone', () => void acts.onChange({ sharing: active.sharing === 'shared' ? 'private' : 'shared' }).then((outcome) => say(outcome, active.sharing === 'shared' ? `${active.name} is yours alone.` : `${active.name} is shared with everyone.`)))] : []),
    item('reset', active && changed ? `Back to ${active.name}` : 'Reset columns and filters', () => acts.onReset()),
    ...(may ? [{ key: 'remove', label: 'Delete…', tone: 'bad' as const, onSelect: () => ask('remove') }] : []),
  ]
}

function SaveView({ acts, onClose }: { readonly acts: ViewActs; onClose(): void }) {
  const [name, setName] = useState('')
  const [shared, setShared] = useState(false)
  return (
    <FormDialog title="Save the view" subtitle="Columns, order, widths, filters, groups and row height, as they are now." act="Save view" notYet={name.trim() === '' ? 'Give it a name.' : undefined} onSubmit={() => acts.onSaveAs(name.trim(), shared ? 'shared' : 'private')} onClose={onClose}>
      {(problem) => (
        <>
          <TextField label="Name" required maxLength={80} data-focus-first="" value={name} onChange={setName} error={fieldError(problem, 'name')} />
          <Checkbox label="Share with everyone in the organisation" checked={shared} onChange={setShared} />
        </>
      )}
    </FormDialog>
  )
}

function RenameView({ view, onRename, onClose }: { readonly view: Pick<View, 'name' | 'version'>; onRename(name: string, version: number): Promise<Result<unknown, Problem>>; onClose(): void }) {
  const merge = useMerge<Pick<View, 'name'>, number>({ now: { fields: { name: view.name }, seen: view.version }, send: ({ name }, { seen }) => onRename(name, seen), label: () => 'Name' })
  const before = merge.base.fields.name
  const [name, setName] = useState(before)
  return (
    <FormDialog title={`Rename ${before}`} act="Rename" notYet={name.trim() === '' ? 'Give it a name.' : name.trim() === before ? 'It has this name.' : undefined} merge={merge} onSubmit={() => merge.save({ name: name.trim() })} onClose={onClose}>
      {(problem) => <TextField label="Name" required maxLength={80} data-focus-first="" value={name} onChange={setName} error={fieldError(problem, 'name')} />}
    </FormDialog>
  )
}
