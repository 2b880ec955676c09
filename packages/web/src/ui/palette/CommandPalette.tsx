import { useEffect, useState } from 'react'
import type { ComponentType } from 'react'
import { whenIdle } from '../idle.ts'
import type { PaletteProps } from './Palette.tsx'

/**
 * The palette, loaded when the browser is idle so that it opens at once. Held in state rather than behind Suspense, which
 * would keep even a loaded palette back for 300 ms the first time.
 */
export function CommandPalette({ open, ...rest }: PaletteProps & { readonly open: boolean }) {
  const [Palette, setPalette] = useState<ComponentType<PaletteProps>>()
  useEffect(() => {
    let wanted = true
    const load = () => void import('./Palette.tsx').then((module) => wanted && setPalette(() => module.default), () => undefined)
    if (open) load()
    else whenIdle(load)
    return () => {
      wanted = false
    }
  }, [open])
  return open && Palette ? <Palette {...rest} /> : null
}
