import { capacityRoutes } from '@throughline/contract/capacity'
import { deliveryRoutes } from '@throughline/contract/delivery'
import { demandRoutes } from '@throughline/contract/demand'
import { governanceRoutes } from '@throughline/contract/governance'
import { peopleRoutes } from '@throughline/contract/people'
import { portfolioRoutes } from '@throughline/contract/portfolio'
import { strategyRoutes, type NewDefinition, type StrategyVersionDetail } from '@throughline/contract/strategy'
import { fileReference, valueRoutes } from '@throughline/contract/value'
import type { Random } from '@throughline/engine/kernel'
import type { Answer, People } from '../database/index.ts'

/** An act on whatever an organisation holds by now; undefined where there is nothing to act on. */
export type DrawnAct = () => Promise<Answer | undefined>

const head = 'Id,Name,Department,Whole-life cost (EUR),Benefits (EUR),Start date,End date,Delivery confidence'
const days = ['2025-09-30', '2026-03-31', '2026-06-30'] as const

/** Acts of every room by their names, in an order in which each finds what it needs; `below` draws what they act on and what they write. */
export function drawnActs({ owner, editor }: People, { below }: Random): Readonly<Record<string, DrawnAct>> {
  const one = <T>(from: readonly T[]): T | undefined => from[below(from.length)]
  const minor = () => String(below(9_000) + 1)
  const word = () => `${one(['Bridge', 'Tunnel', 'Weir', 'Pier'])} ${below(1000)}`
  const rows = async () => (await owner.read(demandRoutes.listInitiatives, { query: {} })).rows
  const strategy = () => owner.read(strategyRoutes.readStrategy, {})
  const row = async () => one(await rows())
  const objective = async () => one((await strategy()).objectives)
  const unit = async () => one(await owner.read(peopleRoutes.listUnits, {}))
  const on = async <T>(found: Promise<T | undefined>, act: (thing: T) => Promise<Answer | undefined>) => {
    const thing = await found
    return thing === undefined ? undefined : act(thing)
  }
  const networkNode = () => owner.read(valueRoutes.readNetwork, {}).then(({ nodes }) => one(nodes.filter(({ keptIn }) => keptIn === 'network')))
  const scenario = (state: string) => owner.read(portfolioRoutes.listScenarios, {}).then((all) => one(all.filter((each) => each.state === state)))

  const ofDemand: Record<string, DrawnAct> = {
    'create an initiative': () => editor.call(demandRoutes.createInitiative, { body: { name: word(), costMinor: minor(), benefitsMinor: minor(), startOn: '2026-01-01', endOn: '2027-06-30' } }),
    'create another': () => editor.call(demandRoutes.createInitiative, { body: { name: word(), costMinor: minor() } }),
    'publish': () => publish(editor, one(days) ?? days[0], [`A1,Harbour,Ports,${minor()},900,2025-01-01,2026-12-31,Amber`, `A2,Dock,Ports,${minor()},,2025-01-01,2026-12-31,Red`, ...(below(2) ? [`A3,Quay ${below(9)},Ports,5,9,2025-01-01,2026-12-31,Green`] : [])]),
    'change an initiative': async () => on(row(), async ({ id, version }) => editor.call(demandRoutes.changeInitiative, { params: { id }, body: { version, name: word(), costMinor: minor(), unitId: (await unit())?.id ?? null, why: 'a better estimate' } })),
    'set its years': async () => on(row(), ({ id, version }) => editor.call(demandRoutes.setYears, { params: { id }, body: { version, lines: [{ year: 2025 + below(4), kind: one(['cost', 'benefits'] as const) ?? 'cost', amountMinor: minor() }] } })),
    'create a field': () => editor.call(demandRoutes.createField, { body: { name: word(), kind: 'number', unit: 'km' } }),
    'fill a field': async () => on(row(), async ({ id, version }) => on(owner.read(demandRoutes.listFields, {}).then(one), (field) => editor.call(demandRoutes.changeCells, { body: { changes: [{ id, version, field: `custom:${field.id}`, value: minor() }] } }))),
    'tie two': async () => on(row(), async (from) => on(row(), (to) => editor.call(demandRoutes.createDependency, { body: { fromId: from.id, toId: to.id } }))),
    'publish again': () => publish(editor, one(days) ?? days[0], [`A1,Harbour,Ports,${minor()},900,2025-01-01,2027-03-31,Red`]),
  }
  const ofStrategy: Record<string, DrawnAct> = {
    'create a unit': () => editor.call(peopleRoutes.createUnit, { body: { code: `U${below(1e6)}`, name: word(), parentId: null, kind: 'department' } }),
    'rename a unit': async () => on(unit(), ({ id, version }) => editor.call(peopleRoutes.changeUnit, { params: { id }, body: { version, name: word() } })),
    'create a perspective': () => editor.call(strategyRoutes.createPerspective, { body: { name: word() } }),
    'create an objective': async () => on(strategy().then(({ perspectives }) => one(perspectives)), ({ id }) => editor.call(strategyRoutes.createObjective, { body: { perspectiveId: id, statement: word(), weight: 0.5 } })),
    'change an objective': async () => on(objective(), ({ id, version }) => editor.call(strategyRoutes.changeObjective, { params: { id }, body: { version, statement: word(), weight: below(10) / 10 } })),
    'measure it': async () => on(objective(), ({ id }) => editor.call(strategyRoutes.createMeasure, { body: { objectiveId: id, name: word(), unit: 'day', direction: 'lower' } })),
    'record an actual': async () => on(strategy().then(({ measures }) => one(measures)), ({ id }) => editor.call(strategyRoutes.recordActual, { params: { id }, body: { on: one(days) ?? days[0], value: minor() } })),
    'serve an objective': async () => on(row(), async (initiative) => on(objective(), ({ id }) => editor.call(strategyRoutes.changeContribution, { body: { initiativeId: initiative.id, objectiveId: id, contribution: below(10) / 10 } }))),
  }
  const version = async (status: string) => on(owner.read(strategyRoutes.listVersions, {}).then((all) => all.find((each) => each.status === status)), async ({ id }) => owner.call(strategyRoutes.readVersion, { params: { id } }))
  const draft = (status: string) => version(status).then((answer) => answer?.body as StrategyVersionDetail | undefined)
  const ofVersions: Record<string, DrawnAct> = {
    'link two objectives': async () => on(objective(), async ({ id: from, perspectiveId }) => {
      const statement = word()
      const { objectives } = await editor.read(strategyRoutes.createObjective, { body: { perspectiveId, statement, weight: 0.1 } })
      const to = objectives.find((each) => each.statement === statement)?.id ?? from
      return editor.call(strategyRoutes.createLink, { body: { from, to, polarity: one(['same', 'opposite'] as const) ?? 'same', lag: below(4) } })
    }),
    'begin the next strategy': () => editor.call(strategyRoutes.startDraft, { body: { title: word(), reason: 'the world changed', signalOn: '2026-01-05' } }),
    'weigh it anew': async () => on(draft('draft'), ({ id, version: seen, content }) => editor.call(strategyRoutes.changeDraft, { params: { id }, body: { version: seen, weights: content.objectives.map(({ key }, place) => ({ key, weight: place === 0 ? 1 : 0 })) } })),
    'give a function a strategy': async () => on(draft('draft'), (begun) => giveStrategy(editor, begun, word())),
    'ask it of an initiative': async () => on(draft('draft'), async ({ id, version: seen }) => on(row(), (initiative) => editor.call(strategyRoutes.changeDraft, { params: { id }, body: { version: seen, actions: [{ initiativeId: initiative.id, kind: initiative.state === 'approved' || initiative.state === 'active' ? 'pause' : 'start' }] } }))),
    'send it': async () => on(draft('draft'), ({ id, version: seen }) => editor.call(strategyRoutes.sendDraft, { params: { id }, body: { version: seen } })),
    'approve the strategy': async () => on(draft('sent'), async ({ id, version: seen }) => owner.call(strategyRoutes.approveDraft, { params: { id }, body: { version: seen, seen: (await owner.read(strategyRoutes.previewAdoption, { params: { id } })).seen, rationale: 'as advised' } })),
  }
  const ofPlans: Record<string, DrawnAct> = {
    'forecast a value': async () => on(row(), ({ id }) => editor.call(valueRoutes.recordEntry, { body: { initiativeId: id, kind: one(['promised', 'forecast', 'realised'] as const) ?? 'forecast', year: 2026, amountMinor: minor(), cashClass: 'cash_releasing', evidence: 'a study' } })),
    'open a value period': () => owner.call(valueRoutes.openPeriods, { body: { periods: [{ code: '2026Q1', from: '2026-01-01', to: '2026-04-01' }] } }),
    'draw a node': () => editor.call(valueRoutes.addNetworkNode, { body: { kind: 'business_change', name: `${word()} ${below(1e6)}`, dueOn: '2026-12-31' } }),
    'draw an edge': async () => on(row(), async (initiative) => on(networkNode(), ({ id }) => editor.call(valueRoutes.addNetworkEdge, { body: { from: initiative.id, to: id } }))),
    'give up a node': async () => on(networkNode(), ({ id, version }) => editor.call(valueRoutes.changeNetworkNode, { params: { id }, body: { version, state: 'retired' } })),
    'reverse it': async () => on(owner.read(valueRoutes.listEntries, { query: {} }).then(one), ({ id }) => editor.call(valueRoutes.reverseEntry, { params: { id }, body: { reason: 'counted twice' } })),
    'fork the plan': () => editor.call(portfolioRoutes.forkScenario, { body: { name: word(), sharing: 'everyone' } }),
    'change the fork': async () => on(scenario('draft'), async ({ id, version }) => on(row(), (initiative) => editor.call(portfolioRoutes.changeOverlay, { params: { id }, body: { version, set: [{ kind: 'initiative', id: initiative.id, field: 'costMinor', value: minor() }] } }))),
    'propose': async () => on(scenario('draft'), ({ id, version }) => editor.call(portfolioRoutes.proposeScenario, { params: { id }, body: { version } })),
    'reject': async () => on(scenario('proposed'), ({ id, version }) => owner.call(portfolioRoutes.rejectScenario, { params: { id }, body: { version, rationale: 'too dear' } })),
    'comment': async () => on(row(), ({ id }) => editor.call(governanceRoutes.addComment, { body: { subject: { room: 'demand', kind: 'initiative', id }, text: word() } })),
    'rename the organisation': async () => on(owner.read(peopleRoutes.readOrganisation, {}), ({ version }) => owner.call(peopleRoutes.changeOrganisation, { body: { version, name: word() } })),
    'remove an initiative': async () => on(row(), ({ id }) => editor.call(demandRoutes.removeInitiative, { params: { id } })),
  }
  return { ...ofDemand, ...ofStrategy, ...ofVersions, ...ledgerActs({ owner, editor }, { one, on, row, word, minor, below }), ...planningActs({ owner, editor }, { one, on, row, word, minor, below }), ...ofPlans, ...workActs({ owner, editor }, { one, on, row, word, minor, below }), ...workshopActs({ owner, editor }, word), ...exchangeActs({ owner, editor }, word), ...narrativeActs({ owner, editor }, word), ...valuesActs({ owner, editor }, word), ...outcomeActs({ owner, editor }, word), ...libraryActs({ owner, editor }, word), ...briefActs({ owner, editor }, word), ...serviceActs({ owner, editor }, word), ...intakeActs({ owner, editor }, word), ...businessPlanActs({ owner, editor }) }
}

type Drawing = {
  readonly one: <T>(from: readonly T[]) => T | undefined
  readonly on: <T>(found: Promise<T | undefined>, act: (thing: T) => Promise<Answer | undefined>) => Promise<Answer | undefined>
  readonly row: () => Promise<{ readonly id: string } | undefined>
  readonly word: () => string
  readonly minor: () => string
  readonly below: (limit: number) => number
}

/**
 * The ledger of a period that is over: a measure, a benefit on it, files as evidence, claims one by one and as a list, and the close. The
 * owner measures, verifies and closes, the editor promises and claims: done in this order all of it goes through, in another a rule refuses.
 */
const ledgerActs = ({ owner, editor }: Pick<People, 'owner' | 'editor'>, { one, on, row, word, minor }: Drawing): Readonly<Record<string, DrawnAct>> => {
  const register = () => owner.read(valueRoutes.readRegister, {})
  const benefit = () => register().then(({ benefits }) => one(benefits))
  const attach = (benefitId: string) => editor.call(valueRoutes.attachToBenefit, { params: { id: benefitId }, query: { fileName: 'minutes.txt' }, body: Buffer.from(word()) })
  const evidence = async () => `Minutes, ${fileReference(one((await owner.read(valueRoutes.listEvidence, { query: {} })).files)?.id ?? '')}`
  const period = '2025H1'
  return {
    'open a past period': () => owner.call(valueRoutes.openPeriods, { body: { periods: [{ code: period, from: '2025-01-01', to: '2025-07-01' }] } }),
    'register a measure': async () => on(owner.read(strategyRoutes.readStrategy, {}).then(({ measures }) => one(measures)), async (measure) => on(row(), ({ id }) =>
      owner.call(valueRoutes.registerMeasure, { body: { measureId: measure.id, unit: 'EUR.noncash', counterfactual: { method: 'frozen_baseline', level: 2 }, attribution: { method: 'contract', shares: [{ initiativeId: id, share: 900_000 }] } } }))),
    'add a benefit': async () => on(register().then(({ measures }) => one(measures)), ({ id, attribution }) =>
      editor.call(valueRoutes.addBenefit, { body: { name: word(), initiativeId: attribution?.shares[0]?.initiativeId ?? '', unit: 'EUR.noncash', measureId: id, ownerId: editor.actor.accountId } })),
    'say whom it goes to': async () => on(register().then(({ benefits }) => benefits[0]), ({ id }) => editor.call(valueRoutes.splitBenefit, { body: { benefitId: id, shares: { customers: 600_000, employees: 400_000 }, reason: 'The case' } })),
    'attach a file': async () => on(benefit(), ({ id }) => attach(id)),
    'promise a benefit': async () => on(benefit(), async ({ id }) => editor.call(valueRoutes.promiseBenefit, { body: { benefitId: id, lines: [{ period, amount: minor() }], evidence: await evidence() } })),
    'measure a period': async () => on(register().then(({ measures }) => one(measures)), async ({ id }) => {
      await editor.call(strategyRoutes.recordActual, { params: { id }, body: { on: '2025-06-30', value: minor() } })
      return owner.call(valueRoutes.measurePeriod, { body: { measureId: id, period, counterfactual: { method: 'frozen_baseline', value: '9002' }, source: 'survey', postHoc: true } })
    }),
    'claim early': async () => on(benefit(), async ({ id }) => editor.call(valueRoutes.claimBenefit, { body: { benefitId: id, period, amount: '70', upToCap: true, earlyEvidence: await evidence() } })),
    'claim a list': async () => on(benefit(), ({ id }) => editor.call(valueRoutes.claimBenefits, { body: { claims: ['5', '900000000', '10'].map((amount) => ({ benefitId: id, period, amount, earlyEvidence: 'Statistics' })) } })),
    'verify what is claimed': async () => {
      const waiting = async () => (await owner.read(valueRoutes.listWaiting, { query: { period } })).claims
      const [first] = await waiting()
      if (!first) return undefined
      await owner.call(valueRoutes.verifyClaim, { body: { benefitId: first.benefitId, period, amount: '1', version: first.version, sample: 'One day' } })
      const judgements = (await waiting()).map(({ benefitId, version, amount }) => ({ decision: 'verify' as const, benefitId, period, version, amount, sample: 'Ten days' }))
      return judgements.length > 0 ? owner.call(valueRoutes.judgeClaims, { body: { judgements } }) : undefined
    },
    'withdraw a file': async () => on(benefit(), async ({ id }) => {
      const file = await attach(id)
      return editor.call(valueRoutes.withdrawEvidence, { params: { id: (file.body as { readonly id: string }).id }, body: { reason: 'the wrong one' } })
    }),
    'close the past period': () => owner.call(valueRoutes.closePeriod, { body: { period } }),
  }
}

/** What there is to do with, and what every roadmap is asked. */
const planningActs = ({ owner, editor }: Pick<People, 'owner' | 'editor'>, { one, on, row, word, minor, below }: Drawing): Readonly<Record<string, DrawnAct>> => ({
  'add a pool': () => owner.call(capacityRoutes.createPool, { body: { name: word(), unit: 'fte', people: 20 } }),
  'give it capacity': async () => on(owner.read(capacityRoutes.readCapacity, {}).then(({ pools }) => one(pools)), ({ pool: { id, version } }) => owner.call(capacityRoutes.setCapacities, { body: { pools: [{ id, version, lines: [{ on: '2026-10-01', amount: minor() }] }] } })),
  'ask of every roadmap': async () => on(row(), ({ id }) => editor.call(portfolioRoutes.recordPlanningDemand, { body: { part: { kind: one(['must', 'mustNot'] as const) ?? 'must', initiativeId: id }, because: word() } })),
  'ask for less at one time': () => editor.call(portfolioRoutes.recordPlanningDemand, { body: { part: { kind: 'parallel', initiativeIds: [], most: below(9) }, because: word() } }),
  'ask no more': async () => on(owner.read(portfolioRoutes.listPlanningDemands, {}).then(one), ({ id }) => editor.call(portfolioRoutes.withdrawPlanningDemand, { params: { id } })),
})

/** Gives a function a strategy of one objective in the draft, which serves the first of the organisation’s. */
const giveStrategy = (editor: People['editor'], { id, version, content }: StrategyVersionDetail, name: string) => {
  const objective = { id: crypto.randomUUID(), statement: `What ${name} does`, description: '', weight: 1, owner: null, deadline: null, serves: content.objectives[0]?.key ?? null, contributions: [] }
  return editor.call(strategyRoutes.changeDraft, { params: { id }, body: { version, unitStrategies: [{ id: crypto.randomUUID(), name, intent: '', level: 'functional', unitId: null, parentId: null, weights: 'local', objectives: [objective] }] } })
}

/** The work of initiatives: recorded, and done wherever some is found. */
const workActs = ({ owner, editor }: Pick<People, 'owner' | 'editor'>, { one, on, row, word }: Drawing): Readonly<Record<string, DrawnAct>> => ({
  'record work': async () => on(row(), ({ id }) => editor.call(deliveryRoutes.addTask, { params: { id }, body: { name: word(), finishOn: '2026-05-31' } })),
  'get work done': async () => {
    for (const { id } of (await owner.read(demandRoutes.listInitiatives, { query: {} })).rows) {
      const task = one((await owner.read(deliveryRoutes.listTasks, { params: { id } })).tasks)
      if (task) return editor.call(deliveryRoutes.changeTask, { params: { id: task.id }, body: { version: task.version, state: 'done' } })
    }
    return undefined
  },
})

/** What people say of measures, and take back. */
const narrativeActs = ({ owner, editor }: Pick<People, 'owner' | 'editor'>, word: () => string): Readonly<Record<string, DrawnAct>> => ({
  'say what figures mean': async () => {
    const [measure] = (await owner.read(strategyRoutes.readStrategy, {})).measures
    return measure && editor.call(strategyRoutes.addNarrative, { params: { id: measure.id }, body: { fact: word(), judgement: '', forecast: word(), confidence: 'medium', days: measure.actuals.slice(-1).map(({ on }) => on) } })
  },
  'take it back': async () => {
    const [measure] = (await owner.read(strategyRoutes.readStrategy, {})).measures
    const own = measure && (await editor.read(strategyRoutes.listNarratives, { params: { id: measure.id } })).find(({ mine }) => mine)
    return own && editor.call(strategyRoutes.removeNarrative, { params: { id: own.id }, query: { version: own.version } })
  },
})

/** Values of the organisation, what a unit says of its own, and the value that a decision served. */
const valuesActs = ({ owner, editor }: Pick<People, 'owner' | 'editor'>, word: () => string): Readonly<Record<string, DrawnAct>> => {
  const register = () => owner.read(strategyRoutes.readValues, {})
  const inForce = async () => (await register()).values.find(({ retired }) => retired === null)
  return {
    'add a value': () => editor.call(strategyRoutes.addValue, { body: { name: crypto.randomUUID(), meaning: word(), behaviours: [word()] } }),
    'change a value': async () => {
      const value = await inForce()
      return value && editor.call(strategyRoutes.changeValue, { params: { id: value.id }, body: { version: value.version, meaning: word() } })
    },
    'say what a unit stands for': async () => {
      const [unit] = (await register()).units
      return unit && editor.call(strategyRoutes.stateUnitValue, { body: { unitId: unit.id, words: crypto.randomUUID() } })
    },
    'map what it stands for': async () => {
      const [statement, value] = [(await register()).units.flatMap(({ statements }) => statements)[0], await inForce()]
      return statement && editor.call(strategyRoutes.mapUnitValue, { params: { id: statement.id }, body: { version: statement.version, mapping: value ? { kind: 'value', valueId: value.id } : { kind: 'own', reason: word() } } })
    },
    'say what a decision served': async () => {
      const [decision, value] = [(await register()).decisions.find(({ tags }) => tags.length === 0), await inForce()]
      return decision && value && editor.call(strategyRoutes.tagDecision, { body: { decisionId: decision.id, servedId: value.id } })
    },
    'cite an objective': async () => {
      const { decisions, citable } = await owner.read(strategyRoutes.readObjectiveUse, {})
      const [decision, objective] = [decisions.find(({ cites }) => cites.length === 0), citable[0]]
      return decision && objective && editor.call(strategyRoutes.citeObjective, { body: { decisionId: decision.id, key: objective.key, how: '' } })
    },
    'retire a value': async () => {
      const value = await inForce()
      return value && owner.call(strategyRoutes.retireValue, { params: { id: value.id }, body: { version: value.version, reason: word() } })
    },
  }
}

/** An initiative that is closed, and what it came to. */
const outcomeActs = ({ owner, editor }: Pick<People, 'owner' | 'editor'>, word: () => string): Readonly<Record<string, DrawnAct>> => {
  const verdicts = () => ({ intent: { verdict: 'met' as const, reason: word() }, goal: { verdict: 'partly' as const, reason: word() } })
  const closed = async () => (await owner.read(strategyRoutes.readOutcome, { query: {} })).initiatives
  return {
    'close a case': async () => {
      const { id, version } = await editor.read(demandRoutes.createInitiative, { body: { name: `${word()} case`, state: 'case' } })
      return editor.call(demandRoutes.changeInitiative, { params: { id }, body: { version, state: 'closed' } })
    },
    'judge what it came to': async () => {
      const one = (await closed())[0]
      return one && editor.call(strategyRoutes.judgeOutcome, { params: { id: one.id }, body: { ...verdicts(), seen: one.judgement?.version ?? null } })
    },
    'judge all that are closed': async () => {
      const all = await closed()
      return all.length === 0 ? undefined : editor.call(strategyRoutes.judgeOutcomes, { body: { rows: all.map(({ id }) => ({ initiativeId: id, ...verdicts(), judge: word(), stated: { score: 0.5, source: word() } })) } })
    },
  }
}

/** Definitions of measures, and what objectives are measured by. */
const libraryActs = ({ owner, editor }: Pick<People, 'owner' | 'editor'>, word: () => string): Readonly<Record<string, DrawnAct>> => {
  const strategy = () => owner.read(strategyRoutes.readStrategy, {})
  const free = async () => (await owner.read(strategyRoutes.readLibrary, {})).definitions.find(({ retired, usedBy, direction }) => retired === null && usedBy.length === 0 && direction !== 'maintain' && direction !== 'range')
  const definition = (): NewDefinition => ({ name: crypto.randomUUID(), calculation: `${crypto.randomUUID()} ÷ days`, unit: 'count', direction: 'higher', aggregation: 'ratio', frequency: 'month', tellsOf: 'output', leading: true, perspective: null, meaning: word(), gamingRisk: word(), watch: '', source: '', patterns: [word()] })
  return {
    'load the starter library': () => editor.call(strategyRoutes.loadStarterLibrary, {}),
    'define a measure': () => editor.call(strategyRoutes.addDefinition, { body: definition() }),
    'load definitions': () => editor.call(strategyRoutes.importDefinitions, { body: { definitions: [definition(), definition()] } }),
    'change a definition': async () => {
      const one = await free()
      return one && editor.call(strategyRoutes.changeDefinition, { params: { id: one.id }, body: { version: one.version, meaning: word() } })
    },
    'measure by a definition': async () => {
      const [one, [objective]] = [await free(), (await strategy()).objectives]
      return one && objective && editor.call(strategyRoutes.chooseMeasure, { params: { id: objective.id }, body: { from: { kind: 'definition', id: one.id } } })
    },
    'link a measure': async () => {
      const { objectives, measures } = await strategy()
      const pair = measures.flatMap((measure) => objectives.filter(({ id }) => id !== measure.objectiveId && measure.alsoOf.every(({ objectiveId }) => objectiveId !== id)).map((objective) => ({ measure, objective })))[0]
      return pair && editor.call(strategyRoutes.chooseMeasure, { params: { id: pair.objective.id }, body: { from: { kind: 'measure', id: pair.measure.id } } })
    },
    'link it no longer': async () => {
      const link = (await strategy()).measures.flatMap(({ alsoOf }) => alsoOf)[0]
      return link && editor.call(strategyRoutes.unlinkMeasure, { params: { id: link.linkId }, query: { version: link.version } })
    },
    'retire a definition': async () => {
      const one = await free()
      return one && owner.call(strategyRoutes.retireDefinition, { params: { id: one.id }, body: { version: one.version, reason: word() } })
    },
  }
}

/** The brief of the goals in force: delivered where there is something to ask, opened and answered by one of the readers. */
const briefActs = ({ owner, editor }: Pick<People, 'owner' | 'editor'>, word: () => string): Readonly<Record<string, DrawnAct>> => {
  const edition = async () => (await editor.read(strategyRoutes.readBrief, {})).edition
  return {
    'deliver the brief': async () => {
      const { objectives } = await editor.read(strategyRoutes.readStrategy, {})
      for (const objective of objectives.slice(0, 2)) await editor.call(strategyRoutes.changeObjective, { params: { id: objective.id }, body: { version: objective.version, statement: `${word()} ${crypto.randomUUID()}` } })
      for (const { id } of (await owner.read(demandRoutes.listInitiatives, { query: {} })).rows) await editor.call(strategyRoutes.changeContribution, { body: { initiativeId: id, objectiveId: objectives[0]?.id ?? '', contribution: 1 } })
      return owner.call(strategyRoutes.deliverBrief, { body: { edition: await edition() } })
    },
    'open the brief': async () => editor.call(strategyRoutes.openBrief, { body: { edition: await edition() } }),
    'answer the brief': async () => {
      const brief = await editor.read(strategyRoutes.readBrief, {})
      const question = brief.questions.find(({ answer }) => answer === null)
      return question && editor.call(strategyRoutes.answerBrief, { body: { edition: brief.edition, no: question.no, choice: question.choices[0]?.id ?? '' } })
    },
  }
}

/** Services of the PMO: written down, published, asked for, answered, delivered, and the hours that they take. The owner owns them, the editor asks. */
const serviceActs = ({ owner, editor }: Pick<People, 'owner' | 'editor'>, word: () => string): Readonly<Record<string, DrawnAct>> => {
  const catalogue = () => owner.read(governanceRoutes.readServices, {})
  const offered = async () => (await catalogue()).services.find(({ state }) => state === 'published' || state === 'changed')
  const asked = async (state: string) => (await catalogue()).requests.find((one) => one.state === state)
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
    'record hours of no service': () => editor.call(governanceRoutes.recordServiceHours, { body: { serviceId: null, on, hours: '2', words: word() } }),
    'take hours away': async () => {
      const entry = (await owner.read(governanceRoutes.readServiceMix, {})).work.find(({ ofRequest }) => !ofRequest)
      return entry && editor.call(governanceRoutes.removeServiceHours, { params: { id: entry.id }, query: { version: entry.version } })
    },
    'set a target for services': () => owner.call(governanceRoutes.setServiceTarget, { body: { fromOn: '2026-01-01', share: 0.4, reason: word() } }),
    'retire a service': async () => {
      const service = await offered()
      return service && owner.call(governanceRoutes.retireService, { params: { id: service.id }, body: { version: service.version, reason: word() } })
    },
  }
}

/** What the strategy is read from: recorded and cited by the editor, reviewed by the owner. */
const intakeActs = ({ owner, editor }: Pick<People, 'owner' | 'editor'>, word: () => string): Readonly<Record<string, DrawnAct>> => {
  const intake = () => owner.read(strategyRoutes.readIntake, {})
  const review = async (given: { readonly verdict: 'confirmed' } | { readonly verdict: 'questioned'; readonly point: string }) => {
    const reading = (await intake()).items.find(({ passages }) => passages.length > 0)
    return reading && owner.call(strategyRoutes.reviewReading, { body: { objectiveId: reading.objectiveId, of: reading.of, seen: reading.seen, ...given } })
  }
  return {
    'record a source': () => editor.call(strategyRoutes.recordSource, { body: { title: crypto.randomUUID(), issuedOn: '2026-01-05', text: `${crypto.randomUUID()} ${word()}` } }),
    'cite a passage': async () => {
      const { sources: [source], items: [reading] } = await intake()
      if (!source || !reading) return undefined
      const { id, text } = await owner.read(strategyRoutes.readSource, { params: { id: source.id } })
      return editor.call(strategyRoutes.citePassage, { body: { objectiveId: reading.objectiveId, sourceId: id, from: 0, to: 36, quote: text.slice(0, 36) } })
    },
    'question a reading': () => review({ verdict: 'questioned', point: word() }),
    'confirm a reading': () => review({ verdict: 'confirmed' }),
    'cite it no longer': async () => {
      const passage = (await intake()).items.flatMap(({ passages }) => passages)[0]
      return passage && editor.call(strategyRoutes.withdrawPassage, { params: { id: passage.id }, query: { version: passage.version } })
    },
  }
}

/** The business plan: a line, a list of them, what a benefit delivers of it, and a line that is taken away with its link. */
const businessPlanActs = ({ owner, editor }: Pick<People, 'owner' | 'editor'>): Readonly<Record<string, DrawnAct>> => {
  const plan = () => owner.read(valueRoutes.readBusinessPlan, { query: {} })
  const amounts = [{ from: '2025-01-01', to: '2026-01-01', baseline: '9000', planned: '8000' }]
  return {
    'add a plan line': () => owner.call(valueRoutes.addPlanLine, { body: { name: crypto.randomUUID(), kind: 'cost', unit: 'EUR.noncash', amounts } }),
    'change a plan line': async () => {
      const line = (await plan()).lines.at(-1)
      return line && owner.call(valueRoutes.changePlanLine, { params: { id: line.id }, body: { version: line.version, note: crypto.randomUUID() } })
    },
    'add a list of plan lines': () => owner.call(valueRoutes.addPlanList, { body: { rows: [{ line: 2, name: crypto.randomUUID(), kind: 'headcount', department: null, unit: 'people', from: '2025-01-01', to: '2026-01-01', baseline: null, planned: '34' }] } }),
    'link a benefit to the plan': async () => {
      const [[line], [benefit]] = [(await plan()).lines, (await owner.read(valueRoutes.readRegister, {})).benefits]
      return line && benefit && editor.call(valueRoutes.linkBenefitToPlan, { body: { benefitId: benefit.id, lineId: line.id, reason: 'The case' } })
    },
    'remove a plan line': async () => {
      const line = (await plan()).lines.at(-1)
      return line && owner.call(valueRoutes.removePlanLine, { params: { id: line.id }, query: { version: line.version } })
    },
  }
}

/** What goes between units and the strategy above them, where units have one. */
const exchangeActs = ({ owner, editor }: Pick<People, 'owner' | 'editor'>, word: () => string): Readonly<Record<string, DrawnAct>> => ({
  'acknowledge the strategy': async () => {
    const { units, inForce } = await owner.read(strategyRoutes.readExchange, {})
    const unit = units.find(({ acknowledged }) => acknowledged === null)
    return unit && editor.call(strategyRoutes.acknowledgeStrategy, { body: { unitId: unit.id, versionId: inForce.id } })
  },
  'raise a signal': async () => {
    const [unit] = (await owner.read(strategyRoutes.readExchange, {})).units
    return unit && editor.call(strategyRoutes.raiseSignal, { body: { unitId: unit.id, kind: 'question', words: word() } })
  },
  'answer a signal': async () => {
    const signal = (await owner.read(strategyRoutes.readExchange, {})).signals.find(({ answer }) => answer === null)
    return signal && owner.call(strategyRoutes.answerSignal, { params: { id: signal.id }, body: { version: signal.version, kind: 'noted', words: word() } })
  },
})

/** Workshops on weights: the editor opens one and judges in it. */
const workshopActs = ({ owner, editor }: Pick<People, 'owner' | 'editor'>, word: () => string): Readonly<Record<string, DrawnAct>> => ({
  'open a workshop': async () => {
    const [{ objectives }, members] = [await owner.read(strategyRoutes.readStrategy, {}), await owner.read(peopleRoutes.listMembers, {})]
    const judge = members.find(({ role }) => role === 'editor')
    return judge && objectives.length > 1 ? editor.call(strategyRoutes.openWorkshop, { body: { title: word(), method: 'direct', judges: [judge.id] } }) : undefined
  },
  'judge in it': async () => {
    const item = (await editor.read(strategyRoutes.listWorkshops, {})).find(({ state, mine }) => state === 'open' && mine)
    if (!item) return undefined
    const { objectives } = await editor.read(strategyRoutes.readWorkshop, { params: { id: item.id } })
    return editor.call(strategyRoutes.handInJudgement, { params: { id: item.id }, body: { judgement: { values: objectives.map(({ key }, at) => ({ key, value: at + 1 })), pairs: [] } } })
  },
})

async function publish(editor: People['editor'], asOf: string, rows: readonly string[]): Promise<Answer> {
  const { id } = await editor.read(demandRoutes.uploadImport, { query: { fileName: 'published.csv' }, body: Buffer.from([head, ...rows].join('\n')) })
  await editor.read(demandRoutes.changeImport, { params: { id }, body: { title: `Position of ${asOf}`, asOf, scope: 'whole' } })
  return editor.call(demandRoutes.applyImport, { params: { id } })
}
