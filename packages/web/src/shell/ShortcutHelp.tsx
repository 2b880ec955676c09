import { Dialog } from '../ui/overlays/Dialog.tsx'
import { navigation } from './page-entry.ts'
import type { PageEntry } from './page-entry.ts'

/** The keys of the app and of its grids and charts. */
export default function ShortcutHelp({ open, pages, onClose }: { readonly open: boolean; readonly pages: readonly PageEntry[]; onClose(): void }) {
  const places = navigation(pages).flatMap(({ pages: list }) => list.flatMap((page): Keys[] => (page.nav?.key ? [{ keys: ['G', page.nav.key.toUpperCase()], words: page.title }] : [])))
  return (
    <Dialog open={open} onClose={onClose} title="Keyboard" size="wide">
      <div className="grid gap-x-10 gap-y-6 md:grid-cols-2">
        <KeyList title="Anywhere" keys={[...everywhere, ...places]} />
        <KeyList title="In a grid" keys={inGrids} />
        <KeyList title="On a grid’s head" keys={onHeads} />
        <KeyList title="In a chart" keys={inCharts} />
      </div>
    </Dialog>
  )
}

type Keys = { readonly keys: readonly string[]; readonly words: string }

const everywhere: readonly Keys[] = [
  { keys: ['Ctrl', 'K'], words: 'Search and commands' },
  { keys: ['?'], words: 'This list' },
]
const inGrids: readonly Keys[] = [
  { keys: ['Arrows'], words: 'Move; with Shift, select; with Ctrl, to the edge' },
  { keys: ['Enter'], words: 'Edit, or open the row; F2 does the same' },
  { keys: ['Esc'], words: 'Leave the cell as it was' },
  { keys: ['Tab'], words: 'While editing: keep and go to the next cell' },
  { keys: ['Space'], words: 'Open the row; with Shift, select it' },
  { keys: ['Ctrl', 'C'], words: 'Copy; Ctrl V pastes, Ctrl X cuts' },
  { keys: ['Ctrl', 'Z'], words: 'Undo; Ctrl Y does it again' },
  { keys: ['Ctrl', 'D'], words: 'Fill down; Ctrl R fills right, Ctrl Enter the whole selection' },
  { keys: ['F8'], words: 'Fill by arrows, as the handle does by mouse' },
]
const onHeads: readonly Keys[] = [
  { keys: ['Enter'], words: 'Sort; with Shift, as a further column' },
  { keys: ['Alt', 'Down'], words: 'Filter, group and arrange' },
  { keys: ['Alt', 'Left'], words: 'Move the column; Right for the other way' },
  { keys: ['Shift', 'Left'], words: 'Narrower; Right for wider' },
]
const inCharts: readonly Keys[] = [{ keys: ['Arrows'], words: 'From mark to mark; Enter chooses' }]

function KeyList({ title, keys }: { readonly title: string; readonly keys: readonly Keys[] }) {
  return (
    <section>
      <h3>{title}</h3>
      <dl className="keys">
        {keys.map(({ keys: names, words }) => (
          <div key={words}>
            <dt>
              {names.map((name) => (
                <kbd key={name} className="key">
                  {name}
                </kbd>
              ))}
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
