import { LoaderCircle } from 'lucide-react'
import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'
import { Tooltip } from '../overlays/Tooltip.tsx'

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger' | 'link'

export type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> & {
  readonly kind?: ButtonKind
  /** Shown before the words. */
  readonly icon?: ReactNode
  /** The act is under way: the button keeps its words, shows that it works and takes no second click. */
  readonly busy?: boolean
  readonly children: ReactNode
  readonly ref?: Ref<HTMLButtonElement>
}

/** A button that says what it does. One primary at most in view. */
export function Button({ kind = 'secondary', icon, busy = false, children, className, onClick, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={`button ${className ?? ''}`}
      data-kind={kind}
      data-busy={busy || undefined}
      aria-disabled={busy || rest['aria-disabled'] || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {busy ? <LoaderCircle className="spin" aria-hidden="true" /> : icon}
      {children}
    </button>
  )
}

export type IconButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children' | 'aria-label'> & {
  /** What the button does; read out, and shown as a tooltip. */
  readonly label: string
  readonly icon: ReactNode
  readonly kind?: ButtonKind
  readonly ref?: Ref<HTMLButtonElement>
}

/** A square button with an icon alone. */
export function IconButton({ label, icon, kind = 'quiet', className, ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label} asDescription={false}>
      <button type="button" {...rest} className={`button ${className ?? ''}`} data-kind={kind} data-icon="" aria-label={label}>
        {icon}
      </button>
    </Tooltip>
  )
}
