/** A small line without axes, for beside a figure. Its label says what it shows; the ends are read out. */
export function Sparkline({ values, label, width = 72, height = 24 }: { readonly values: readonly number[]; readonly label: string; readonly width?: number; readonly height?: number }) {
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const x = (index: number): number => 2 + (index / Math.max(1, values.length - 1)) * (width - 6)
  const y = (value: number): number => (most === least ? height / 2 : height - 3 - ((value - least) / (most - least)) * (height - 6))
  const points = values.map((value, index) => `${x(index).toFixed(1)},${y(value).toFixed(1)}`).join(' ')
  const last = values[values.length - 1]
  return (
    <svg className="sparkline" width={width} height={height} role="img" aria-label={values.length > 1 ? `${label}: from ${values[0]} to ${last}` : label}>
      <polyline points={points} />
      {last !== undefined && <circle cx={x(values.length - 1)} cy={y(last)} r={2} />}
    </svg>
  )
}
