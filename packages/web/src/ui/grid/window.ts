/** The part of a long list that must exist for the part in view to be seen. */
export type GridWindow = { readonly first: number; readonly count: number }

/**
 * Rows to keep in the page: those in view and `overscan` either side, starting at a multiple of `step`,
 * so that small movements change nothing. 0 <= first, first + count <= total.
 */
export function gridWindow(scrollTop: number, viewHeight: number, rowHeight: number, total: number, overscan = 8, step = 4): GridWindow {
  if (total <= 0 || rowHeight <= 0) return { first: 0, count: 0 }
  const slots = Math.ceil(viewHeight / rowHeight) + 2 * overscan + step
  const wanted = Math.floor(scrollTop / rowHeight) - overscan
  const stepped = Math.floor(wanted / step) * step
  const first = Math.max(0, Math.min(stepped, total - slots))
  return { first, count: Math.min(slots, total - first) }
}

/** Where to scroll so that a row is whole in view below a head of `headHeight`; the same place if it already is. */
export function scrollToRow(row: number, scrollTop: number, viewHeight: number, rowHeight: number, headHeight: number): number {
  const [top, bottom] = [row * rowHeight, (row + 1) * rowHeight]
  const visible = viewHeight - headHeight
  return top < scrollTop ? top : bottom > scrollTop + visible ? bottom - visible : scrollTop
}

/** Where to scroll sideways so that a column is whole in view beside the frozen ones. */
export function scrollToColumn(left: number, width: number, scrollLeft: number, viewWidth: number, frozenWidth: number): number {
  const visibleFrom = scrollLeft + frozenWidth
  if (left < visibleFrom) return Math.max(0, left - frozenWidth)
  return left + width > scrollLeft + viewWidth ? left + width - viewWidth : scrollLeft
}
