import { demandRoutes } from '@throughline/contract/demand'
import { governanceRoutes, type NewMethodItem } from '@throughline/contract/governance'
import type { DrawnAct, Writers } from './kinds.ts'

const item = (): NewMethodItem => ({ name: crypto.randomUUID(), kind: 'technique', whenToUse: 'Before approval', whenNot: '', guidance: '', examples: [], templates: [], themes: ['risk'], elements: [], serviceIds: [] })

/** The method library: an item that is written down, offered, rated, used in an initiative, and retired for another. */
export const methodActs = ({ owner, editor }: Writers, word: () => string): Readonly<Record<string, DrawnAct>> => {
  const listed = async (state: 'draft' | 'published' | 'retired') => {
    const [one] = (await owner.read(governanceRoutes.readMethodLibrary, { query: { state } })).items
    return one && owner.read(governanceRoutes.readMethodItem, { params: { id: one.id }, query: { retired: true } })
  }
  const findUse = async (running: boolean) => {
    for (const { id } of (await owner.read(demandRoutes.listInitiatives, { query: {} })).rows.slice(0, 20)) {
      const found = (await owner.read(governanceRoutes.readInitiativeMethods, { params: { id } })).uses.find(({ ended }) => (ended === null) === running)
      if (found) return found
    }
    return undefined
  }
  const publish = async () => {
    const one = await listed('draft')
    return one && owner.call(governanceRoutes.publishMethodItem, { params: { id: one.id }, body: { version: one.version, reason: word() } })
  }
  return {
    'add a method': () => editor.call(governanceRoutes.addMethodItem, { body: item() }),
    'load methods': () => editor.call(governanceRoutes.importMethods, { body: { items: [item()] } }),
    'publish a method': publish,
    'publish another method': publish,
    'change a method': async () => {
      const one = await listed('published')
      return one && editor.call(governanceRoutes.changeMethodItem, { params: { id: one.id }, body: { version: one.version, guidance: crypto.randomUUID() } })
    },
    'rate a method': async () => {
      const one = await listed('published')
      return one && editor.call(governanceRoutes.rateMethodItem, { params: { id: one.id }, body: { rating: 4, words: crypto.randomUUID() } })
    },
    'use a method': async () => {
      const [one, [initiative]] = [await listed('published'), (await owner.read(demandRoutes.listInitiatives, { query: {} })).rows]
      return one && initiative && !(await findUse(true)) ? editor.call(governanceRoutes.useMethodItem, { params: { id: initiative.id }, body: { itemId: one.id, begunOn: '2026-01-05', purpose: word() } }) : undefined
    },
    'end the use of a method': async () => {
      const one = await findUse(true)
      return one && editor.call(governanceRoutes.endMethodUse, { params: { id: one.initiative.id, useId: one.id }, body: { version: one.version, on: '2026-02-05', verdict: 'helped', words: word() } })
    },
    'take the use of a method away': async () => {
      const one = await findUse(false)
      return one && editor.call(governanceRoutes.removeMethodUse, { params: { id: one.initiative.id, useId: one.id } })
    },
    'take a rating back': async () => {
      const one = (await listed('published'))?.rated.length ? await listed('published') : undefined
      return one && editor.call(governanceRoutes.removeMethodRating, { params: { id: one.id } })
    },
    'retire a method': async () => {
      const one = await listed('published')
      return one && owner.call(governanceRoutes.retireMethodItem, { params: { id: one.id }, body: { version: one.version, reason: word() } })
    },
    'say what follows a method': async () => {
      const [one, next] = [await listed('retired'), await listed('published')]
      return one && next && editor.call(governanceRoutes.setMethodSuccessor, { params: { id: one.id }, body: { version: one.version, successorId: next.id } })
    },
  }
}
