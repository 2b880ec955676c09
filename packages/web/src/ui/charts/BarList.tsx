import { ChartFrame } from './ChartFrame.tsx'
import type { ChartProps } from './ChartFrame.tsx'

export type BarItem = { readonly key: string; readonly label: string; /** Null: no figure, and `reason` says why. */ readonly value: number | null; readonly reason?: string; readonly note?: string; readonly derived?: boolean }

/** Named amounts side by side, longest bar for the largest; bars of negative amounts run left of zero. */
export function BarList(props: ChartProps & { readonly items: readonly BarItem[]; format(value: number): string; readonly hue?: number; onSelect?(key: string): void }) {
  const { items, format, hue = 0, onSelect } = props
  const values = items.flatMap((item) => item.value ?? [])
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)]
  const share = (value: number): number => (most === least ? 0 : (value / (most - least)) * 100)
  return (
    <ChartFrame {...props} nothing={items.length === 0} table={{ columns: ['Name', 'Value'], rows: items.map((item) => [item.label, item.value === null ? (item.reason ?? 'No figure') : format(item.value)]) }}>
      {() => (
        <ul className="bar-list">
          {items.map((item) => (
            <li key={item.key}>
              {onSelect ? (
                <button type="button" className="why bar-name" onClick={() => onSelect(item.key)}>
                  {item.label}
                </button>
              ) : (
                <span className="bar-name">{item.label}</span>
              )}
              <span className="bar-track" aria-hidden="true">
                {item.value !== null && <i data-derived={item.derived || undefined} style={{ color: `var(--chart-${hue + 1})`, left: `${share(Math.min(0, item.value) - least)}%`, width: `${Math.abs(share(item.value))}%` }} />}
              </span>
              <span className="bar-amount figures">
                {item.value === null ? <span className="quiet">{item.reason ?? 'No figure'}</span> : format(item.value)}
                {item.note && <small className="quiet"> {item.note}</small>}
              </span>
            </li>
          ))}
        </ul>
      )}
    </ChartFrame>
  )
}
