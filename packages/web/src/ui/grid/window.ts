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

/** The tallest list that browsers still place to the pixel (they give way between 16 and 33 million). */
const tallestPx = 15_000_000

/** Height of the list as it scrolls: its own, up to what browsers can take. */
export const bodyHeightPx = (lines: number, rowHeight: number): number => Math.min(lines * rowHeight, tallestPx)

/** Where a list too tall for the browser stands: `real` is the scroll place, `offset` what it lacks of the place in the whole list. */
export type Place = { readonly real: number; readonly offset: number }

/** Heights of the whole list, of what scrolls in its stead, and of the part in view. */
export type Heights = { readonly whole: number; readonly body: number; readonly view: number }

/** The place after scrolling: small steps move by as much, leaps in proportion, and no step leaves the list. */
export function scrolled(place: Place, real: number, heights: Heights): Place {
  if (heights.whole <= heights.body) return { real, offset: 0 }
  if (Math.abs(real - place.real) > heights.view) return { real, offset: Math.round(inProportion(real, heights) - real) }
  const within = Math.max(0, Math.min(real + place.offset, heights.whole - heights.view))
  return { real, offset: within - real }
}

/** The scroll place that stands to what scrolls as `top` does to the whole list: from there both ends can be reached. */
export function settled(top: number, heights: Heights): Place {
  if (heights.whole <= heights.body) return { real: top, offset: 0 }
  const real = Math.round((top / (heights.whole - heights.view)) * (heights.body - heights.view))
  return { real, offset: top - real }
}

const inProportion = (real: number, { whole, body, view }: Heights): number => (real / (body - view)) * (whole - view)
