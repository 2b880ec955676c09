import { useState } from 'react'
import { Button, Card, CommandPalette, Dialog, Drawer, ExplanationTree, Menu, TextField, Tooltip, useToast } from '../ui/index.ts'
import type { Command } from '../ui/index.ts'
import { sampleWhy } from './sample-explanation.ts'

export function OverlayShelf() {
  const [open, setOpen] = useState<'dialog' | 'drawer' | 'palette'>()
  const [name, setName] = useState('')
  const toast = useToast()
  const close = () => setOpen(undefined)
  const commands: readonly Command[] = ['Cockpit', 'Strategy map', 'Initiatives', 'Value ledger', 'Import', 'Export board pack'].map((label) => ({ key: label, label, group: label.startsWith('Export') ? 'Do' : 'Go to', run: () => toast({ message: label }) }))
  return (
    <Card title="Things that float">
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => setOpen('dialog')}>Open dialog</Button>
        <Button onClick={() => setOpen('drawer')}>Open drawer</Button>
        <Button onClick={() => setOpen('palette')}>Open palette</Button>
        <Menu label="More" items={[{ key: 'copy', label: 'Copy', shortcut: 'Ctrl C', onSelect: () => toast({ message: 'Copied', tone: 'good' }) }, { key: 'follow', label: 'Follow', checked: true, onSelect: () => {} }, { kind: 'line', key: 'line' }, { key: 'delete', label: 'Delete', tone: 'bad', onSelect: () => toast({ message: 'It is in use and stays.', tone: 'bad' }) }]} trigger={(trigger) => <Button {...trigger}>Open menu</Button>} />
        <Tooltip text="Figures as of 20 November"><Button>With tooltip</Button></Tooltip>
      </div>
      <Dialog open={open === 'dialog'} onClose={close} title="New objective" subtitle="It can be changed until the strategy is agreed" foot={<><Button onClick={close}>Cancel</Button><Button kind="primary" onClick={close}>Add objective</Button></>}>
        <TextField label="Name" value={name} onChange={setName} data-focus-first="" />
      </Dialog>
      <Drawer open={open === 'drawer'} onClose={close} title="Why 412 M€">
        <ExplanationTree why={sampleWhy} />
      </Drawer>
      <CommandPalette open={open === 'palette'} commands={commands} onClose={close} />
    </Card>
  )
}
