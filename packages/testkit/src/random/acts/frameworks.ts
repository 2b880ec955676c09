import { demandRoutes } from '@throughline/contract/demand'
import { governanceRoutes, type FrameworkElement } from '@throughline/contract/governance'
import type { DrawnAct, Writers } from './kinds.ts'

const gate = (key: string): FrameworkElement => ({ key, kind: 'gate', name: `Gate ${key}`, says: '', link: '', lifecycle: 'Predictive', neededFrom: 'active', serviceId: null })

/** Frameworks: written down, published, followed, published again, migrated to, retired. */
export const frameworkActs = ({ owner, editor }: Writers, word: () => string): Readonly<Record<string, DrawnAct>> => {
  const read = () => owner.read(governanceRoutes.readFrameworks, {})
  const standing = async () => (await read()).frameworks.find(({ state }) => state !== 'retired')
  const today = () => new Date().toISOString().slice(0, 10)
  const publish = async () => {
    const framework = (await read()).frameworks.find(({ state }) => state === 'draft' || state === 'changed')
    return framework && owner.call(governanceRoutes.publishFramework, { params: { id: framework.id }, body: { version: framework.version, effectiveOn: today(), reason: word() } })
  }
  return {
    'add a framework': () => editor.call(governanceRoutes.addFramework, { body: { name: crypto.randomUUID(), about: word(), elements: [gate('G1')] } }),
    'publish a framework': publish,
    'follow a framework': async () => {
      const [framework, found] = [(await read()).frameworks.find(({ inForce, state }) => inForce !== null && state !== 'retired'), await read()]
      const [initiative] = (await owner.read(demandRoutes.listInitiatives, { query: {} })).rows.filter(({ id }) => found.adoptions.every((one) => one.initiative.id !== id))
      return framework && initiative && editor.call(governanceRoutes.adoptFramework, { params: { id: initiative.id }, body: { frameworkId: framework.id, lifecycle: framework.lifecycles[0] ?? '', reason: word(), after: null } })
    },
    'change a framework': async () => {
      const framework = await standing()
      return framework && editor.call(governanceRoutes.changeFramework, { params: { id: framework.id }, body: { version: framework.version, elements: [gate('G1'), gate(`N${framework.version}`)] } })
    },
    'publish a framework again': publish,
    'migrate an initiative': async () => {
      const { frameworks, adoptions } = await read()
      const found = adoptions.find(({ frameworkId, edition }) => frameworks.some(({ id, inForce }) => id === frameworkId && inForce !== null && inForce !== edition))
      const edition = frameworks.find(({ id }) => id === found?.frameworkId)?.inForce
      return found && edition ? owner.call(governanceRoutes.migrateInitiatives, { params: { id: found.frameworkId }, body: { edition, adoptionIds: [found.id], reason: word() } }) : undefined
    },
    'retire a framework': async () => {
      const framework = await standing()
      return framework && owner.call(governanceRoutes.retireFramework, { params: { id: framework.id }, body: { version: framework.version, reason: word() } })
    },
  }
}
