import { useEffect } from 'react'
import type { ReactNode } from 'react'

/** Marks the moment after the first picture of the workload was painted. */
export function Marked({ children }: { readonly children: ReactNode }) {
  useEffect(() => {
    requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('ready')))
  }, [])
  return children
}
