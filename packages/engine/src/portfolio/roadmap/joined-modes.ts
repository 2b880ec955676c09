import type { Modes } from './modes.ts'

/** Families one after the other, of modes that are written already. */
export type Piece = { readonly modes: Modes; readonly from: number; readonly to: number }

/** Where the options, modes, segments, amounts and flat amounts of some families begin and end. */
type Range = { readonly [Part in 'options' | 'modes' | 'segments' | 'amounts' | 'flats']: readonly [from: number, to: number] }

function rangeOf({ modes, from, to }: Piece): Range {
  const { optionFrom, optionMode, segmentFrom, amountFrom, flatFrom } = modes
  const options = [optionFrom[from]!, optionFrom[to]!] as const
  const own = [optionMode[options[0]]!, optionMode[options[1] - 1]! + 1] as const
  const segments = [segmentFrom[own[0]]!, segmentFrom[own[1]]!] as const
  return { options, modes: own, segments, amounts: [amountFrom[segments[0]]!, amountFrom[segments[1]]!], flats: [flatFrom[own[0]]!, flatFrom[own[1]]!] }
}

/** The modes of all pieces together. */
export function joined(pieces: readonly Piece[]): Modes {
  const ranges = pieces.map(rangeOf)
  const total = (part: keyof Range): number => ranges.reduce((sum, range) => sum + range[part][1] - range[part][0], 0)
  const families = pieces.reduce((sum, { from, to }) => sum + to - from, 0)
  const modes: Modes = {
    optionFrom: new Int32Array(families + 1),
    optionMode: new Int32Array(total('options')), optionStart: new Int32Array(total('options')), optionDone: new Int32Array(total('options')),
    segmentFrom: new Int32Array(total('modes') + 1), segmentLane: new Int32Array(total('segments')), segmentAfter: new Int32Array(total('segments')),
    amountFrom: new Int32Array(total('segments') + 1), amounts: new Float64Array(total('amounts')),
    flatFrom: new Int32Array(total('modes') + 1), flatMeter: new Int32Array(total('flats')), flatAmount: new Float64Array(total('flats')),
  }
  const filled = { families: 0, options: 0, modes: 0, segments: 0, amounts: 0, flats: 0 }
  pieces.forEach((piece, k) => {
    const range = ranges[k]!
    write(modes, piece, range, filled)
    filled.families += piece.to - piece.from
    for (const part of ['options', 'modes', 'segments', 'amounts', 'flats'] as const) filled[part] += range[part][1] - range[part][0]
  })
  return modes
}

/** Writes a piece behind what is filled. */
function write(to: Modes, { modes, from, to: end }: Piece, range: Range, filled: { readonly [Part in keyof Range | 'families']: number }): void {
  moved(modes.optionFrom, from + 1, end + 1, filled.options - range.options[0], to.optionFrom, filled.families + 1)
  moved(modes.optionMode, ...range.options, filled.modes - range.modes[0], to.optionMode, filled.options)
  for (const part of ['optionStart', 'optionDone'] as const) to[part].set(modes[part].subarray(...range.options), filled.options)
  moved(modes.segmentFrom, range.modes[0] + 1, range.modes[1] + 1, filled.segments - range.segments[0], to.segmentFrom, filled.modes + 1)
  moved(modes.flatFrom, range.modes[0] + 1, range.modes[1] + 1, filled.flats - range.flats[0], to.flatFrom, filled.modes + 1)
  for (const part of ['segmentLane', 'segmentAfter'] as const) to[part].set(modes[part].subarray(...range.segments), filled.segments)
  moved(modes.amountFrom, range.segments[0] + 1, range.segments[1] + 1, filled.amounts - range.amounts[0], to.amountFrom, filled.segments + 1)
  to.amounts.set(modes.amounts.subarray(...range.amounts), filled.amounts)
  to.flatMeter.set(modes.flatMeter.subarray(...range.flats), filled.flats)
  to.flatAmount.set(modes.flatAmount.subarray(...range.flats), filled.flats)
}

/** Copies places, each with so much more. */
function moved(list: Int32Array, from: number, end: number, by: number, to: Int32Array, at: number): void {
  for (let k = from, into = at; k < end; k++, into++) to[into] = list[k]! + by
}
