export type Circle = { readonly key: string; readonly x: number; readonly y: number; readonly radius: number }
export type Wanted = Circle & { readonly width: number }
export type Placed = { readonly key: string; readonly x: number; readonly y: number; readonly width: number; /** Where the leader line meets the mark; none where the label touches it. */ readonly leader?: readonly [number, number, number, number] }
type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }

/**
 * Places labels, most important first, where they cross no other label, no avoided circle and no edge:
 * beside the mark if there is room, else farther away with a leader line. Labels without a free place are left out.
 */
export function placeLabels(wanted: readonly Wanted[], avoid: readonly Circle[], area: Box, height = 14): readonly Placed[] {
  const taken: Box[] = []
  const placed: Placed[] = []
  for (const label of wanted) {
    const spot = spots(label, height).find(({ box }) => insideOf(box, area) && taken.every((other) => !overlap(box, other)) && avoid.every((circle) => !touches(box, circle)))
    if (!spot) continue
    taken.push(grown(spot.box, 2))
    placed.push({ key: label.key, x: spot.box.left, y: (spot.box.top + spot.box.bottom) / 2, width: label.width, ...(spot.far && { leader: leaderOf(label, spot.box) }) })
  }
  return placed
}

/** Candidate boxes: right, left, above, below, then eight directions at growing distance. */
function spots({ x, y, radius, width }: Wanted, height: number): readonly { readonly box: Box; readonly far: boolean }[] {
  const around = (dx: number, dy: number, far: boolean) => {
    const [left, top] = [x + dx - (dx < 0 ? width : dx === 0 ? width / 2 : 0), y + dy - height / 2]
    return { box: { left, right: left + width, top, bottom: top + height }, far }
  }
  const near = [around(radius + 4, 0, false), around(-radius - 4, 0, false), around(0, -radius - height / 2 - 2, false), around(0, radius + height / 2 + 2, false)]
  const far = [14, 26, 40, 58].flatMap((gap) => directions.map(([dx, dy]) => around(dx * (radius + gap), dy * (radius + gap), true)))
  return [...near, ...far]
}
const directions: readonly (readonly [number, number])[] = [[0.8, -0.7], [-0.8, -0.7], [0.8, 0.7], [-0.8, 0.7], [0, -1], [0, 1], [1, 0], [-1, 0]]

/** From the rim of the mark to the nearest point of the label's box. */
function leaderOf(mark: Circle, box: Box): readonly [number, number, number, number] {
  const [toX, toY] = [Math.max(box.left, Math.min(mark.x, box.right)), Math.max(box.top, Math.min(mark.y, box.bottom))]
  const length = Math.hypot(toX - mark.x, toY - mark.y) || 1
  return [mark.x + ((toX - mark.x) / length) * mark.radius, mark.y + ((toY - mark.y) / length) * mark.radius, toX, toY]
}

const insideOf = (box: Box, area: Box): boolean => box.left >= area.left && box.right <= area.right && box.top >= area.top && box.bottom <= area.bottom
export const overlap = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
const grown = (box: Box, by: number): Box => ({ left: box.left - by, right: box.right + by, top: box.top - by, bottom: box.bottom + by })
const touches = (box: Box, circle: Circle): boolean => {
  const [dx, dy] = [circle.x - Math.max(box.left, Math.min(circle.x, box.right)), circle.y - Math.max(box.top, Math.min(circle.y, box.bottom))]
  return dx * dx + dy * dy < circle.radius * circle.radius
}
