import { betweenRoutes } from './between.ts'
import { alignmentRoutes } from './alignment.ts'
import { sightRoutes } from './sight.ts'
import { Type } from 'typebox'
import { Empty, IdParams, route, Seen, ShortText, Version } from '../wire/index.ts'
import { Contradictions, NewAcceptedTension } from './contradictions.ts'
import { ActualBatch, ActualPreview, ChangeAsked, ChangeInParts, MeasureDetail, MeasureList, NewBatch } from './measures.ts'
import { ContributionChange, MeasureChange, NewActual, NewMeasure, NewObjective, NewPerspective, ObjectiveChange, PerspectiveChange, Strategy, StrategyChange, WeightsChange } from './schemas.ts'
import { comprehensionRoutes } from './comprehension.ts'
import { decisionUseRoutes } from './decisions.ts'
import { exchangeRoutes } from './exchange.ts'
import { goalRoutes } from './goals.ts'
import { groundRoutes } from './grounds.ts'
import { horizonRoutes } from './horizon.ts'
import { intakeRoutes } from './intake.ts'
import { libraryRoutes } from './library.ts'
import { linkRoutes } from './links.ts'
import { myWorkRoutes } from './my-work.ts'
import { narrativeRoutes } from './narratives.ts'
import { outcomeRoutes } from './outcome.ts'
import { stakeRoutes } from './stakes.ts'
import { stateRoutes } from './state.ts'
import { treeRoutes } from './tree.ts'
import { valuesRoutes } from './values.ts'
import { versionRoutes } from './versions.ts'
import { workshopRoutes } from './workshop.ts'

/** Every change answers with the whole strategy as it stands, so that coverage and totals on the page are never stale. */
export const strategyRoutes = {
  readStrategy: route({ method: 'GET', path: '/api/strategy', summary: 'The strategy in force: perspectives, objectives, measures, contributions, and what is unserved', access: 'read', reply: Strategy }),
  changeStrategy: route({ method: 'PATCH', path: '/api/strategy', summary: 'Change name, mission or vision', access: 'edit_strategy', body: StrategyChange, reply: Strategy }),
  createPerspective: route({ method: 'POST', path: '/api/strategy/perspectives', summary: 'Add a perspective', access: 'edit_strategy', body: NewPerspective, reply: Strategy, status: 201, refusals: ['name_taken'] }),
  changePerspective: route({ method: 'PATCH', path: '/api/strategy/perspectives/:id', summary: 'Rename or reorder a perspective', access: 'edit_strategy', params: IdParams, body: PerspectiveChange, reply: Strategy, refusals: ['name_taken'] }),
  removePerspective: route({ method: 'DELETE', path: '/api/strategy/perspectives/:id', summary: 'Remove a perspective without objectives', access: 'edit_strategy', params: IdParams, query: Seen, seen: 'perspective', reply: Strategy, refusals: ['perspective_in_use'] }),
  createObjective: route({ method: 'POST', path: '/api/strategy/objectives', summary: 'Add an objective', access: 'edit_strategy', body: NewObjective, reply: Strategy, status: 201, refusals: ['name_taken'] }),
  changeObjective: route({ method: 'PATCH', path: '/api/strategy/objectives/:id', summary: 'Change an objective', access: 'edit_strategy', params: IdParams, body: ObjectiveChange, reply: Strategy, refusals: ['name_taken'] }),
  removeObjective: route({ method: 'DELETE', path: '/api/strategy/objectives/:id', summary: 'Remove an objective with its measures and links', access: 'edit_strategy', params: IdParams, query: Seen, seen: 'objective', reply: Strategy }),
  changeWeights: route({ method: 'PUT', path: '/api/strategy/weights', summary: 'Set the weights of the objectives; they sum to 1', access: 'edit_strategy', body: WeightsChange, reply: Strategy, refusals: ['weights_not_one'] }),
  createMeasure: route({ method: 'POST', path: '/api/strategy/measures', summary: 'Add a measure to an objective', access: 'edit_strategy', body: NewMeasure, reply: Strategy, status: 201, refusals: ['name_taken', 'measure_defined', 'unit_unknown', 'due_before_baseline', 'band_unsound'] }),
  changeMeasure: route({ method: 'PATCH', path: '/api/strategy/measures/:id', summary: 'Change a measure, its baseline or its target', access: 'edit_strategy', params: IdParams, body: MeasureChange, reply: Strategy, refusals: ['name_taken', 'unit_unknown', 'due_before_baseline', 'band_unsound', 'target_reason_missing'] }),
  removeMeasure: route({ method: 'DELETE', path: '/api/strategy/measures/:id', summary: 'Remove a measure', access: 'edit_strategy', params: IdParams, query: Seen, seen: 'measure', reply: Strategy }),
  recordActual: route({ method: 'POST', path: '/api/strategy/measures/:id/actuals', summary: 'Record what was measured; a second record of the same date restates the first, which is kept', access: 'record_actual', params: IdParams, body: NewActual, reply: Strategy, status: 201, refusals: ['actual_file_unknown'] }),
  removeActual: route({ method: 'DELETE', path: '/api/strategy/actuals/:id', summary: 'Withdraw a recorded actual', access: 'record_actual', params: IdParams, query: Seen, seen: 'measure_actual', reply: Empty, status: 204 }),
  listMeasures: route({ method: 'GET', path: '/api/strategy/measures', summary: 'Every measure with its series, standing and attainment, by perspective and level, against budget, forecast, target and peers', access: 'read', reply: MeasureList }),
  readMeasure: route({ method: 'GET', path: '/api/strategy/measures/:id', summary: 'One measure: its periods against the agreed way, control limits and signals, and every record with when it was believed', access: 'read', params: IdParams, reply: MeasureDetail }),
  readMeasureChange: route({ method: 'GET', path: '/api/strategy/measures/:id/change', summary: 'Why a measure differs between the periods of two days: volume, mix, price and rate, summing to the change to the last digit', access: 'read', params: IdParams, query: ChangeAsked, reply: ChangeInParts }),
  approveActual: route({ method: 'POST', path: '/api/strategy/actuals/:id/approval', summary: 'Approve a provisional actual as it stands', access: 'record_actual', params: IdParams, body: Type.Object({ version: Version }), reply: Empty, refusals: ['actual_not_provisional'] }),
  previewActuals: route({ method: 'POST', path: '/api/strategy/actual-previews', summary: 'Read a CSV or XLSX file of actuals and show what it would record; nothing is written', access: 'record_actual', query: Type.Object({ fileName: Type.Optional(ShortText(200)) }), body: 'bytes', reply: ActualPreview }),
  recordActuals: route({ method: 'POST', path: '/api/strategy/actual-batches', summary: 'Record many actuals in one transaction, from a file, a paste or another system', access: 'record_actual', body: NewBatch, reply: ActualBatch, status: 201, refusals: ['actual_twice', 'actual_file_unknown', 'parts_differ'] }),
  listBatches: route({ method: 'GET', path: '/api/strategy/actual-batches', summary: 'The last hundred batches of actuals, the newest first', access: 'read', reply: Type.Array(ActualBatch) }),
  undoBatch: route({ method: 'POST', path: '/api/strategy/actual-batches/:id/undo', summary: 'Take a batch of actuals back: each day has again what it had before', access: 'record_actual', params: IdParams, reply: ActualBatch, refusals: ['batch_undone', 'batch_built_upon'] }),
  changeContribution: route({ method: 'PUT', path: '/api/strategy/contributions', summary: 'Say how an initiative serves an objective', access: 'edit_strategy', body: ContributionChange, reply: Strategy }),
  readContradictions: route({ method: 'GET', path: '/api/strategy/contradictions', summary: 'What contradicts itself, with the least that shows it; tensions that somebody manages; and rules that nothing is recorded for', access: 'read', reply: Contradictions }),
  acceptTension: route({ method: 'POST', path: '/api/strategy/tensions', summary: 'Live with a tension: who, by which rule for the trade-off, and when it is looked at again', access: 'edit_strategy', body: NewAcceptedTension, reply: Contradictions, status: 201, refusals: ['contradiction_gone', 'contradiction_is_hard', 'tension_accepted', 'review_not_ahead'] }),
  reopenTension: route({ method: 'DELETE', path: '/api/strategy/tensions/:id', summary: 'Live with a tension no longer: it is open again where it is still found', access: 'edit_strategy', params: IdParams, query: Seen, seen: 'tension', reply: Contradictions }),
  ...alignmentRoutes,
  ...outcomeRoutes,
  ...sightRoutes,
  ...myWorkRoutes,
  ...workshopRoutes,
  ...goalRoutes,
  ...intakeRoutes,
  ...comprehensionRoutes,
  ...exchangeRoutes,
  ...groundRoutes,
  ...horizonRoutes,
  ...narrativeRoutes,
  ...valuesRoutes,
  ...decisionUseRoutes,
  ...libraryRoutes,
  ...linkRoutes,
  ...betweenRoutes,
  ...treeRoutes,
  ...stakeRoutes,
  ...stateRoutes,
  ...versionRoutes,
} as const
