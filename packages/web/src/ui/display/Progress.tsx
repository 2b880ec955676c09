import { Button } from '../controls/Button.tsx'

export type ProgressBarProps = {
  /** What is under way: `Reading 1,203 rows`. */
  readonly label: string
  /** Share done from 0 to 1; null while it cannot be known. */
  readonly done: number | null
  onCancel?(): void
}

/** Work under way. Give `onCancel` wherever the work can be stopped. */
export function ProgressBar({ label, done, onCancel }: ProgressBarProps) {
  const percent = done === null ? undefined : Math.round(done * 100)
  return (
    <div className="progress">
      <span>{label}</span>
      <span className="figures quiet">{percent === undefined ? '' : `${percent}%`}</span>
      <div className="progress-track" data-unknown={done === null || undefined} role="progressbar" aria-label={label} aria-valuenow={percent} aria-valuemin={0} aria-valuemax={100}>
        <i style={{ width: percent === undefined ? undefined : `${percent}%` }} />
      </div>
      {onCancel && (
        <Button kind="quiet" onClick={onCancel}>
          Cancel
        </Button>
      )}
    </div>
  )
}
