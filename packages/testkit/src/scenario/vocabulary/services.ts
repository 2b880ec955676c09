import { governanceRoutes, type CapabilityArea, type MixPeriod, type PmoService, type ServiceCatalogue, type ServiceClass, type ServiceGap, type ServiceMix, type ServiceRequest, type ServiceStep } from '@throughline/contract/governance'
import { capabilityAreas, useLevels } from '@throughline/engine/governance'
import { checkTable, number, set, theOne, words } from '../check.ts'
import { checks, does, type Sentence } from '../sentence.ts'
import { accountOf, act, memberRoles, present, type World } from '../world.ts'
import { findInitiative, findObjective } from './find.ts'

/** Sentences about services of the PMO, which the owner owns: what was asked of them, who performs it, and the hours that they take. */
export const serviceSentences: readonly Sentence[] = [
  does('{person} adds the {word} service {text}', ({ world }, person, of, name) =>
    act(world, person, governanceRoutes.addPmoService, { body: { name, pmo: 'Central PMO', class: classOf(of), scope: '', responsibilities: '', serviceLevel: '', measure: 'Whoever asked uses it', inputs: [], outputs: [], stages: [], accountableRole: 'Head of PMO', ownerId: world.home.owner.actor.accountId } })),
  does('{person} makes the service {text} {word}', async ({ world }, person, name, of) => {
    const { id, version } = await findService(world, name)
    await act(world, person, governanceRoutes.changePmoService, { params: { id }, body: { version, class: classOf(of) } })
  }),
  does('{person} publishes the service {text} because {text}', async ({ world }, person, name, reason) => {
    const { id, version } = await findService(world, name)
    await act(world, person, governanceRoutes.publishService, { params: { id }, body: { version, reason } })
  }),
  does('{person} retires the service {text} because {text}', async ({ world }, person, name, reason) => {
    const { id, version } = await findService(world, name)
    await act(world, person, governanceRoutes.retireService, { params: { id }, body: { version, reason } })
  }),
  does('{person} asks for the service {text}', async ({ world }, person, name) => act(world, person, governanceRoutes.requestService, { params: { id: (await findService(world, name)).id }, body: { words: `Please: ${name}` } })),
  does('{person} asks for the service {text} for {text}', async ({ world }, person, name, initiative) =>
    act(world, person, governanceRoutes.requestService, { params: { id: (await findService(world, name)).id }, body: { initiativeId: (await findInitiative(world, initiative)).id, words: `Please: ${name}` } })),
  does('{person} gives the request for {text} to {person}', async ({ world }, person, name, performer) => {
    const { id, version } = await findRequest(world, name)
    await act(world, person, governanceRoutes.answerServiceRequest, { params: { id }, body: { version, answer: { kind: 'accept', performerId: accountOf(world, performer), words: '' } } })
  }),
  does('{person} declines the request for {text} because {text}', async ({ world }, person, name, reason) => {
    const { id, version } = await findRequest(world, name)
    await act(world, person, governanceRoutes.answerServiceRequest, { params: { id }, body: { version, answer: { kind: 'decline', reason } } })
  }),
  does('{person} delivers the request for {text} with {number} hours of {date}', async ({ world }, person, name, hours, on) => {
    const { id, version } = await findRequest(world, name)
    await act(world, person, governanceRoutes.deliverServiceRequest, { params: { id }, body: { version, words: 'Done', on, hours: String(hours) } })
  }),
  does('{person} finds the service {text} of {word} use', async ({ world }, person, name, level) => {
    const { id, version } = await findRequest(world, name)
    await act(world, person, governanceRoutes.judgeServiceUse, { params: { id }, body: { version, level: present(useLevels.find((one) => one === level), `use ${level}, of none, some and much`), words: '' } })
  }),
  checks('the use of services reads', async ({ world, table }) => checkTable('classes', table, (await world.home.viewer.read(governanceRoutes.readServiceMix, { query: {} })).use, useColumns)),
  does('{person} records {number} hours of {date} for the service {text}', async ({ world }, person, hours, on, name) => act(world, person, governanceRoutes.recordServiceHours, { body: { serviceId: (await findService(world, name)).id, on, hours: String(hours), words: '' } })),
  does('{person} records {number} hours of {date} for no service', ({ world }, person, hours, on) => act(world, person, governanceRoutes.recordServiceHours, { body: { serviceId: null, on, hours: String(hours), words: 'Help' } })),
  does('{person} wants {number} per cent of hours for non-mandated services from {date}', ({ world }, person, percent, fromOn) => act(world, person, governanceRoutes.setServiceTarget, { body: { fromOn, share: percent / 100, reason: 'What is asked for freely' } })),
  does('{person} judges the service {text} at {number} in {word}', async ({ world }, person, name, level, area) => act(world, person, governanceRoutes.judgeCapability, { body: { serviceId: (await findService(world, name)).id, area: areaOf(area), level, reason: 'What it did last year' } })),
  does('{person} says that {text} needs level {number} in {word}', async ({ world }, person, objective, level, area) => act(world, person, governanceRoutes.stateServiceNeed, { body: { objectiveId: (await findObjective(world, objective)).id, area: areaOf(area), level, reason: 'What it takes' } })),
  does('{person} plans to lift the service {text} to {number} in {word} until {date}', async ({ world }, person, name, toLevel, area, dueOn) =>
    act(world, person, governanceRoutes.planServiceStep, { body: { serviceId: (await findService(world, name)).id, area: areaOf(area), toLevel, dueOn, ownerId: world.home.owner.actor.accountId, initiativeId: null, words: '' } })),
  does('{person} gives up to lift the service {text} to {number} because {text}', async ({ world }, person, name, toLevel, reason) => {
    const { id, version } = theOne('step', (await world.home.viewer.read(governanceRoutes.readServiceGaps, {})).steps, (one) => `${one.service.name} to ${one.toLevel}`, `${name} to ${toLevel}`)
    await act(world, person, governanceRoutes.dropServiceStep, { params: { id }, body: { version, reason } })
  }),
  checks('the roadmap of the PMO reads', async ({ world, table }) => checkTable('steps', table, (await world.home.viewer.read(governanceRoutes.readServiceGaps, {})).steps, stepColumns)),
  checks('the service gaps read', async ({ world, table }) => checkTable('gaps', table, (await world.home.viewer.read(governanceRoutes.readServiceGaps, {})).gaps, gapColumns)),
  checks('the services read', async ({ world, table }) => checkTable('services', table, (await catalogueOf(world)).services, serviceColumns)),
  checks('the service requests read', async ({ world, table }) => checkTable('requests', table, (await catalogueOf(world)).requests, requestColumns(world))),
  checks('the service mix reads', async ({ world, table }) => checkTable('periods', table, (await world.home.viewer.read(governanceRoutes.readServiceMix, { query: {} })).periods, mixColumns)),
]

const classes: Readonly<Record<string, ServiceClass>> = { compliance: 'mandated_compliance', assurance: 'mandated_assurance', voluntary: 'non_mandated' }
const classOf = (word: string): ServiceClass => present(classes[word], `class ${word}, of compliance, assurance and voluntary`)

const areaOf = (word: string): CapabilityArea => present(capabilityAreas.find((one) => one === word), `area ${word}`)

const useColumns = { class: words<ServiceMix['use'][number]>((one) => one.class), delivered: words<ServiceMix['use'][number]>((one) => one.delivered), 'not said': words<ServiceMix['use'][number]>((one) => one.silent), useful: number<ServiceMix['use'][number]>((one) => one.useful.metric) }
const stepColumns = { service: words<ServiceStep>((one) => one.service.name), area: words<ServiceStep>((one) => one.area), to: words<ServiceStep>((one) => one.toLevel), state: words<ServiceStep>((one) => one.state), closes: number<ServiceStep>((one) => one.closes.metric) }
const serviceColumns = {
  service: words<PmoService>(({ text }) => text.name), class: words<PmoService>(({ text }) => text.class), state: words<PmoService>((one) => one.state), published: words<PmoService>(({ editions: [last] }) => (last ? `${last.no} ${last.class}` : 'none')),
  open: words<PmoService>((one) => one.open),
}
const requestColumns = ({ home }: World) => {
  const role = (found: string) => Object.values(memberRoles).find((one) => home[one].actor.name === found) ?? found
  return {
    service: words<ServiceRequest>((one) => one.service.name), state: words<ServiceRequest>((one) => one.state), performer: words<ServiceRequest>(({ performer }) => (performer ? role(performer.name) : 'none')),
    refused: set<ServiceRequest>((one) => one.refusedPerformers.map(({ name }) => role(name))), hours: words<ServiceRequest>((one) => one.hours),
  }
}
const mixColumns = {
  period: words<MixPeriod>((one) => one.period.label), hours: words<MixPeriod>((one) => one.hours), mandated: number<MixPeriod>((one) => one.mandated.metric), 'non-mandated': number<MixPeriod>((one) => one.nonMandated.metric), unclassified: number<MixPeriod>((one) => one.unclassified.metric),
  gap: number<MixPeriod>((one) => one.gap.metric),
}

const gapColumns = { objective: words<ServiceGap>((one) => one.objective.statement), area: words<ServiceGap>((one) => one.area), need: words<ServiceGap>((one) => one.need), gap: number<ServiceGap>((one) => one.gap.metric), priority: number<ServiceGap>((one) => one.priority.metric) }

const catalogueOf = ({ home }: World): Promise<ServiceCatalogue> => home.viewer.read(governanceRoutes.readServices, {})
/** The service of a name. */
const findService = async (world: World, name: string): Promise<PmoService> => theOne('service', (await catalogueOf(world)).services, ({ text }) => text.name, name)
const findRequest = async (world: World, name: string): Promise<ServiceRequest> => theOne('request', (await catalogueOf(world)).requests, ({ service }) => service.name, name)
