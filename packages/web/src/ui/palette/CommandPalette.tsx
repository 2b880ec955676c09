import { lazy, Suspense, useEffect } from 'react'
import type { PaletteProps } from './Palette.tsx'

const load = () => import('./Palette.tsx')
const Palette = lazy(load)

/** The palette, loaded when the browser is idle so that it opens at once. */
export function CommandPalette({ open, ...rest }: PaletteProps & { readonly open: boolean }) {
  useEffect(() => {
    const idle = window.requestIdleCallback ?? ((act: () => void) => window.setTimeout(act, 1_500))
    idle(() => void load())
  }, [])
  return open ? (
    <Suspense fallback={null}>
      <Palette {...rest} />
    </Suspense>
  ) : null
}
