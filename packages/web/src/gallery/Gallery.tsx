import { useState } from 'react'
import { Select, ToastRegion, useDensity, useTheme, LocaleProvider, PageFrame } from '../ui/index.ts'
import { ChartShelf } from './ChartShelf.tsx'
import { ControlShelf } from './ControlShelf.tsx'
import { DisplayShelf } from './DisplayShelf.tsx'
import { GridShelf } from './GridShelf.tsx'
import { OverlayShelf } from './OverlayShelf.tsx'
import { StateShelf } from './StateShelf.tsx'

const shelves = { controls: ControlShelf, display: DisplayShelf, states: StateShelf, overlays: OverlayShelf, charts: ChartShelf, grid: GridShelf } as const
type Shelf = keyof typeof shelves
const shelfNames = Object.keys(shelves).filter((name): name is Shelf => name in shelves)

/** Every control and chart in its named states, seen without a server: gallery.html#charts. */
export function Gallery() {
  const asked = shelfNames.find((name) => `#${name}` === location.hash)
  const [shelf, setShelf] = useState<Shelf>(asked ?? 'controls')
  const [locale, setLocale] = useState('en-GB')
  const theme = useTheme()
  const density = useDensity()
  const Shown = shelves[shelf]
  return (
    <LocaleProvider locale={locale}>
      <ToastRegion>
        <main>
          <PageFrame
            title="Gallery"
            note="Controls and charts in their named states"
            actions={
              <>
                <Select label="Shelf" labelHidden value={shelf} options={shelfNames.map((value) => ({ value, label: value }))} onChange={setShelf} />
                <Select label="Theme" labelHidden value={theme.choice} options={[{ value: 'system', label: 'As the system' }, { value: 'light', label: 'Light' }, { value: 'dark', label: 'Dark' }]} onChange={theme.choose} />
                <Select label="Rows" labelHidden value={density.density} options={[{ value: 'compact', label: 'Compact' }, { value: 'default', label: 'Default' }, { value: 'comfortable', label: 'Comfortable' }]} onChange={density.choose} />
                <Select label="Locale" labelHidden value={locale} options={['en-GB', 'de-DE', 'fr-CH'].map((value) => ({ value, label: value }))} onChange={setLocale} />
              </>
            }
          >
            <Shown />
          </PageFrame>
        </main>
      </ToastRegion>
    </LocaleProvider>
  )
}
