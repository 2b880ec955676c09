import type { ReactNode } from 'react'

/** Around a table with a column for each period: where it is scrolled sideways, the names of its rows stay. */
export const WideTable = ({ children }: { readonly children: ReactNode }) => (
  <div className="min-w-0 [&_tbody_th]:sticky [&_tbody_th]:left-0 [&_tbody_th]:bg-surface [&_thead_th:first-child]:left-0 [&_thead_th:first-child]:z-2">{children}</div>
)
