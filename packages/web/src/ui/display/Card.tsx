import { useId } from 'react'
import type { ReactNode } from 'react'

export type CardProps = {
  /** What the card shows, not what kind of thing it is: `Health by strategic theme`. */
  readonly title: string
  /** Unit, period or order: `M€, five years`. */
  readonly note?: ReactNode
  readonly actions?: ReactNode
  /** Leaves out the inner padding, for tables and grids that reach the edge. */
  readonly flush?: boolean
  readonly className?: string
  readonly children: ReactNode
}

/** A titled surface. Cards never stand inside cards. */
export function Card({ title, note, actions, flush = false, className, children }: CardProps) {
  const id = useId()
  return (
    <section className={`card ${className ?? ''}`} aria-labelledby={id}>
      <div className="card-head">
        <h2 id={id}>{title}</h2>
        {note && <p>{note}</p>}
        {actions && <div className="card-actions no-print">{actions}</div>}
      </div>
      <div className="card-body" data-flush={flush || undefined}>
        {children}
      </div>
    </section>
  )
}
