import type { GridView } from '../../../ui/grid/index.ts'

/** How the list looks, as a saved view keeps it: the grid's view, and whether only the latest publication counts. */
export type Look = Partial<GridView> & { readonly all?: boolean }

/** A look from what was kept: anything that has not the form of its part is left out. */
export function readLook(kept: Readonly<Record<string, unknown>>): Look {
  const { order, hidden, widths, frozen, sort, filters, groups, collapsed, density, all } = kept
  return {
    ...(areTexts(order) ? { order } : {}),
    ...(areTexts(hidden) ? { hidden } : {}),
    ...(isRecord(widths) && Object.values(widths).every((width) => typeof width === 'number') ? { widths: widths as GridView['widths'] } : {}),
    ...(typeof frozen === 'number' ? { frozen } : {}),
    ...(Array.isArray(sort) && sort.every((one) => isRecord(one) && typeof one['key'] === 'string') ? { sort: sort as GridView['sort'] } : {}),
    ...(isRecord(filters) && Object.values(filters).every((one) => isRecord(one) && typeof one['kind'] === 'string') ? { filters: filters as GridView['filters'] } : {}),
    ...(areTexts(groups) ? { groups } : {}),
    ...(areTexts(collapsed) ? { collapsed } : {}),
    ...(density === 'compact' || density === 'default' || density === 'comfortable' ? { density } : {}),
    ...(all === true ? { all } : {}),
  }
}

/** What of a view is kept: not the words that are being typed. */
export const keptLook = ({ quick: _quick, ...view }: Partial<GridView>, all: boolean): Look => ({ ...view, ...(all ? { all } : {}) })

/** Whether two looks show the same, whatever the order in which their parts were written. */
export const sameLook = (one: Look, other: Look): boolean => canonical(one) === canonical(other)

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (!isRecord(value)) return JSON.stringify(value) ?? 'null'
  return `{${Object.keys(value).filter((key) => value[key] !== undefined && value[key] !== null).sort().map((key) => `${key}:${canonical(value[key])}`).join()}}`
}

const storageKey = 'throughline.grid.initiatives'

/** The look that this browser had last; nothing where it keeps nothing. */
export function lookOfBrowser(): Look {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? 'null')
    return isRecord(kept) ? readLook(kept) : {}
  } catch {
    return {}
  }
}

/** Keeps the look in this browser until it is told another. */
export function keepInBrowser(look: Look): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(look))
  } catch {
    return
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)
const areTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((one) => typeof one === 'string')
