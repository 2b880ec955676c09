/** Horizontal grid lines with their values at the left, and the line at zero stronger. */
export function ValueAxis({ ticks, y, left, right, format, label }: { readonly ticks: readonly number[]; y(value: number): number; readonly left: number; readonly right: number; format(value: number): string; readonly label?: string }) {
  return (
    <g aria-hidden="true">
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={left} x2={right} y1={y(tick)} y2={y(tick)} className={tick === 0 ? 'axis' : 'grid-line'} />
          <text x={left - 8} y={y(tick)} dy="0.32em" textAnchor="end" className="tick figures">
            {format(tick)}
          </text>
        </g>
      ))}
      {label && (
        <text x={0} y={10} className="tick">
          {label}
        </text>
      )}
    </g>
  )
}

/** Values along the bottom, the axis' own name at its end. */
export function BottomAxis({ ticks, x, y, format, label, right }: { readonly ticks: readonly number[]; x(value: number): number; readonly y: number; format(value: number): string; readonly label: string; readonly right: number }) {
  return (
    <g aria-hidden="true">
      {ticks.map((tick) => (
        <text key={tick} x={x(tick)} y={y + 16} textAnchor="middle" className="tick figures">
          {format(tick)}
        </text>
      ))}
      <text x={right} y={y + 34} textAnchor="end" className="tick">
        {label}
      </text>
    </g>
  )
}
