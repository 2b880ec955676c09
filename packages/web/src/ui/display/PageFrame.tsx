import type { ReactNode } from 'react'

export type PageFrameProps = {
  readonly title: string
  /** As of when, in which unit, how many: the line under the title. */
  readonly note?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** The frame of a page inside the shell: title and acts in the top row, then the content across the full width. */
export function PageFrame({ title, note, actions, children }: PageFrameProps) {
  return (
    <div className="page flex min-h-full flex-col">
      <div className="top-row flex min-h-14 print:min-h-0 flex-wrap items-center gap-x-6 gap-y-2 px-6 pt-4 pb-3">
        <div className="min-w-0 grow basis-80">
          <h1>{title}</h1>
          {note && <p className="quiet">{note}</p>}
        </div>
        {actions && <div className="top-tools flex flex-wrap gap-2">{actions}</div>}
      </div>
      <div className="grid min-w-0 grow content-start gap-4 px-6 pb-6 print:px-0">{children}</div>
    </div>
  )
}
