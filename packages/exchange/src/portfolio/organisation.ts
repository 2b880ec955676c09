import type { DraftCells } from './draft.ts'

/** Most levels of an organisation that a path may name. */
export const organisationDepthLimit = 12

/** The units that a row names, from the top: the organisation above, the department, the unit below; a path in one cell is taken apart. */
export function organisationOf(cells: DraftCells): readonly string[] {
  const named = (['organisationAbove', 'department', 'bureau'] as const).flatMap((field) => {
    const reading = cells[field]
    return reading?.status === 'value' ? levels(reading.value) : []
  })
  return named.filter((name, at) => name !== named[at - 1]).slice(0, organisationDepthLimit)
}

/** 'Federal > Treasury > Mint' names three units; a slash or a dash may be part of one name. */
const levels = (path: string): readonly string[] => path.split(/\s*(?:>|»|→|\\)\s*/).map((name) => name.trim()).filter(Boolean)
