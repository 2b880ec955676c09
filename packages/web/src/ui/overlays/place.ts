export type Side = 'bottom-start' | 'bottom-end' | 'top' | 'right-start'
type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number }

/** Where a floating box goes beside its anchor: on the side asked, flipped where there is no room, always inside the view. */
export function place(anchor: Box, size: { readonly width: number; readonly height: number }, view: { readonly width: number; readonly height: number }, side: Side, gap = 4): { readonly left: number; readonly top: number } {
  const below = anchor.top + anchor.height + gap
  const above = anchor.top - size.height - gap
  const fitsBelow = below + size.height <= view.height - margin
  const vertical = side === 'right-start' ? anchor.top : side === 'top' ? (above >= margin ? above : below) : fitsBelow || above < margin ? below : above
  const horizontal = {
    'bottom-start': anchor.left,
    'bottom-end': anchor.left + anchor.width - size.width,
    top: anchor.left + anchor.width / 2 - size.width / 2,
    'right-start': anchor.left + anchor.width + gap + size.width > view.width - margin ? anchor.left - size.width - gap : anchor.left + anchor.width + gap,
  }[side]
  return { left: clamp(horizontal, margin, view.width - size.width - margin), top: clamp(vertical, margin, view.height - size.height - margin) }
}
const margin = 8
const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(value, most))

/** Puts an open popover beside its anchor. */
export function placeElement(floating: HTMLElement, anchor: Element, side: Side): void {
  const box = anchor.getBoundingClientRect()
  const { left, top } = place(box, { width: floating.offsetWidth, height: floating.offsetHeight }, { width: document.documentElement.clientWidth, height: window.innerHeight }, side)
  floating.style.left = `${left}px`
  floating.style.top = `${top}px`
}
