import { Ban, CircleAlert, Inbox, RotateCw } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../controls/Button.tsx'
import { Mark } from '../display/Status.tsx'

type StateProps = { readonly icon: ReactNode; readonly tone?: 'bad' | 'warn'; readonly title: string; readonly children?: ReactNode; readonly actions?: ReactNode; readonly alert?: boolean }

const State = ({ icon, tone, title, children, actions, alert = false }: StateProps) => (
  <div className="state" role={alert ? 'alert' : undefined}>
    <span className="state-icon" data-tone={tone} aria-hidden="true">
      {icon}
    </span>
    <p className="state-title">{title}</p>
    {children}
    {actions && <div className="state-actions">{actions}</div>}
  </div>
)

/** Nothing here yet: says what would be here and how to get it. */
export const EmptyState = ({ title, children, actions, icon }: { readonly title: string; readonly children?: ReactNode; readonly actions?: ReactNode; readonly icon?: ReactNode }) => (
  <State icon={icon ?? <Inbox />} title={title} actions={actions}>
    {children && <p>{children}</p>}
  </State>
)

/** Something is being loaded: says what. `lines` shapes the skeleton. */
export function LoadingState({ what, lines = 5 }: { readonly what: string; readonly lines?: number }) {
  return (
    <div className="state" role="status" style={{ maxWidth: 'none' }}>
      <p>Loading {what}</p>
      <div className="skeleton" aria-hidden="true">
        {Array.from({ length: lines }, (_, index) => (
          <i key={index} style={{ width: `${92 - ((index * 37) % 48)}%` }} />
        ))}
      </div>
    </div>
  )
}

/** The rules said no: what was asked, why it was refused, the values involved, what to try. */
export function RefusedState({ title, reason, values, tryNext, actions }: { readonly title: string; readonly reason: string; readonly values?: Readonly<Record<string, ReactNode>>; readonly tryNext?: string; readonly actions?: ReactNode }) {
  return (
    <State icon={<Ban />} tone="warn" title={title} actions={actions} alert>
      <p>{reason}</p>
      {values && (
        <dl>
          {Object.entries(values).map(([name, value]) => (
            <div key={name} className="contents">
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {tryNext && <p>{tryNext}</p>}
    </State>
  )
}

/** Something broke that is not the reader's doing. `reference` finds it in the log. */
export function ErrorState({ title, detail, reference, onRetry, actions }: { readonly title: string; readonly detail?: string; readonly reference?: string; onRetry?(): void; readonly actions?: ReactNode }) {
  const retry = onRetry && (
    <Button icon={<RotateCw aria-hidden="true" />} onClick={onRetry}>
      Try again
    </Button>
  )
  return (
    <State icon={<CircleAlert />} tone="bad" title={title} actions={(retry || actions) && [<span key="retry" className="contents">{retry}</span>, <span key="more" className="contents">{actions}</span>]} alert>
      {detail && <p>{detail}</p>}
      {reference && <p className="quiet">Reference {reference}</p>}
    </State>
  )
}

/** Stands above content that is not whole: says what is missing, and that the rest is good. */
export const PartialState = ({ message, actions }: { readonly message: string; readonly actions?: ReactNode }) => (
  <div className="partial" role="status">
    <Mark tone="warn" />
    <span className="grow">{message}</span>
    {actions}
  </div>
)
