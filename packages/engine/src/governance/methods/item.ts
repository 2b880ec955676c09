/** What an item of the method library is: a way of working, a part of one, something to work with, a form to fill in, or somebody's work to look at. */
export const methodKinds = ['method', 'technique', 'tool', 'template', 'example'] as const
export type MethodKind = (typeof methodKinds)[number]
/** How far an item has come: written down, offered, or kept for the record. */
export const methodStates = ['draft', 'published', 'retired'] as const
export type MethodState = (typeof methodStates)[number]

/** What follows an item once it was retired; null: nothing does. */
export type Succeeded = { readonly retired: boolean; readonly successorId: string | null }
/** Where an item leads: the first of its successors that was not retired, itself where it was not; null where the chain ends before. `by`: the retired ones on the way, itself first. */
export type Lead = { readonly to: string | null; readonly by: readonly string[] }

/** Follows an item from successor to successor; a circle, which no act allows, ends where it began. */
export function leadOf(id: string, items: ReadonlyMap<string, Succeeded>): Lead {
  const by: string[] = []
  for (let at: string | null = id; at !== null && !by.includes(at); ) {
    const item = items.get(at)
    if (item && !item.retired) return { to: at, by }
    if (item) by.push(at)
    at = item?.successorId ?? null
  }
  return { to: null, by }
}

/** Whether a successor would lead back to the item that it follows. */
export function leadsBack(id: string, successorId: string, items: ReadonlyMap<string, Succeeded>): boolean {
  const passed = new Set<string>()
  for (let at: string | null = successorId; at !== null && !passed.has(at); at = items.get(at)?.successorId ?? null) {
    if (at === id) return true
    passed.add(at)
  }
  return false
}
