import { demandRoutes } from '@throughline/contract/demand'
import { governanceRoutes } from '@throughline/contract/governance'
import type { DrawnAct, Writers } from './kinds.ts'
import { unitOfferActs } from './unit-offers.ts'

/** Services of the PMO: written down, published, asked for, answered, delivered, and the hours that they take. The owner owns them, the editor asks. */
export const serviceActs = ({ owner, editor }: Writers, word: () => string): Readonly<Record<string, DrawnAct>> => {
  const catalogue = () => owner.read(governanceRoutes.readServices, {})
  const offered = async () => (await catalogue()).services.find(({ state }) => state === 'published' || state === 'changed')
  const asked = async (state: string) => (await catalogue()).requests.find((one) => one.state === state)
  const planned = async () => (await owner.read(governanceRoutes.readServiceGaps, {})).steps.find(({ state }) => state === 'open' || state === 'late')
  const on = '2026-02-02'
  return {
    'add a service': () => editor.call(governanceRoutes.addPmoService, { body: { name: crypto.randomUUID(), pmo: 'PMO', class: 'mandated_assurance', scope: word(), responsibilities: word(), serviceLevel: '', measure: word(), inputs: [word()], outputs: [], stages: ['active'], accountableRole: word(), ownerId: owner.actor.accountId } }),
    'change a service': async () => {
      const service = (await catalogue()).services.find(({ state }) => state !== 'retired')
      return service && editor.call(governanceRoutes.changePmoService, { params: { id: service.id }, body: { version: service.version, serviceLevel: crypto.randomUUID() } })
    },
    'publish a service': async () => {
      const service = (await catalogue()).services.find(({ state }) => state === 'draft' || state === 'changed')
      return service && owner.call(governanceRoutes.publishService, { params: { id: service.id }, body: { version: service.version, reason: word() } })
    },
    'judge a service': async () => {
      const service = await offered()
      return service && editor.call(governanceRoutes.judgeCapability, { body: { serviceId: service.id, area: 'methods', level: 2, reason: word() } })
    },
    'say what an objective needs': async () => {
      const [objective] = (await owner.read(governanceRoutes.readServiceGaps, {})).objectives
      return objective && editor.call(governanceRoutes.stateServiceNeed, { body: { objectiveId: objective.id, area: 'methods', level: 4, reason: word() } })
    },
    'plan a step of the roadmap': async () => {
      const service = await offered()
      return service && owner.call(governanceRoutes.planServiceStep, { body: { serviceId: service.id, area: 'reporting', toLevel: 3, dueOn: on, ownerId: editor.actor.accountId, initiativeId: null, words: word() } })
    },
    'change a step of the roadmap': async () => {
      const step = await planned()
      return step && editor.call(governanceRoutes.changeServiceStep, { params: { id: step.id }, body: { version: step.version, words: word() } })
    },
    'give a step up': async () => {
      const step = await planned()
      return step && owner.call(governanceRoutes.dropServiceStep, { params: { id: step.id }, body: { version: step.version, reason: word() } })
    },
    'ask for a service': async () => {
      const [service, [initiative]] = [await offered(), (await owner.read(demandRoutes.listInitiatives, { query: {} })).rows]
      return service && initiative && editor.call(governanceRoutes.requestService, { params: { id: service.id }, body: { initiativeId: initiative.id, words: word() } })
    },
    'accept a request': async () => {
      const request = await asked('waiting')
      return request && owner.call(governanceRoutes.answerServiceRequest, { params: { id: request.id }, body: { version: request.version, answer: { kind: 'accept', performerId: owner.actor.accountId, words: '' } } })
    },
    'deliver a request': async () => {
      const request = await asked('accepted')
      return request && owner.call(governanceRoutes.deliverServiceRequest, { params: { id: request.id }, body: { version: request.version, words: word(), on, hours: '7.5', costMinor: '60000' } })
    },
    'say what a service was worth': async () => {
      const request = (await editor.read(governanceRoutes.readServices, {})).requests.find(({ may }) => may.judge)
      return request && editor.call(governanceRoutes.judgeServiceUse, { params: { id: request.id }, body: { version: request.version, level: 'much', words: word() } })
    },
    'record hours of no service': () => editor.call(governanceRoutes.recordServiceHours, { body: { serviceId: null, on, hours: '2', words: word() } }),
    'take hours away': async () => {
      const entry = (await owner.read(governanceRoutes.readServiceMix, {})).work.find(({ ofRequest }) => !ofRequest)
      return entry && editor.call(governanceRoutes.removeServiceHours, { params: { id: entry.id }, query: { version: entry.version } })
    },
    'set a target for services': () => owner.call(governanceRoutes.setServiceTarget, { body: { fromOn: '2026-01-01', share: 0.4, reason: word() } }),
    ...unitOfferActs({ owner, editor }, word),
    'retire a service': async () => {
      const service = await offered()
      return service && owner.call(governanceRoutes.retireService, { params: { id: service.id }, body: { version: service.version, reason: word() } })
    },
  }
}
