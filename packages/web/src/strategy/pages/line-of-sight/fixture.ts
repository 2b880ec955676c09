import type { Sight, SightKind, SightLines, SightLink, SightThing } from '@throughline/contract/strategy'

const thing = (kind: SightKind, id: string, name: string, note = '', on: string | null = null): SightThing => ({ kind, id, name, note, on })
const link = (from: SightThing, to: SightThing, strength: number | null = null): SightLink => ({ from: { kind: from.kind, id: from.id }, to: { kind: to.kind, id: to.id }, strength, words: '' })
const [gigabit, rivers] = [thing('objective', 'ob1', 'Gigabit everywhere', 'People we serve'), thing('objective', 'ob2', 'Clean rivers', 'People we serve')]
const fibre = thing('initiative', 'in1', 'Rural fibre', 'P-1')
const homes = thing('benefit', 'be1', 'Homes connected', 'home')
const share = thing('measure', 'me1', 'Share of homes', 'percent', '2026-09-30')
const claim = thing('entry', 'en1', 'Claimed 2026Q3', 'No. 12, Grace: survey of October', '2026-10-04')

const trench = thing('task', 'ta1', 'Dig the trenches', 'RF-4 · in progress', '2026-11-30')
/** A line through a task that enables a benefit. */
export const taskSight: Sight = {
  subject: trench,
  columns: [{ column: 'objectives', things: [gigabit], omitted: 0 }, { column: 'initiatives', things: [fibre], omitted: 0 }, { column: 'tasks', things: [trench], omitted: 0 }, { column: 'benefits', things: [homes], omitted: 0 }, { column: 'measures', things: [], omitted: 0 }, { column: 'evidence', things: [], omitted: 0 }],
  links: [link(gigabit, fibre, 0.8), link(fibre, trench), link(trench, homes)], commonLinks: [],
}

/** One line from two objectives, one of which the initiative hurts, down to a claim. */
export const fullSight: Sight = {
  subject: fibre,
  columns: [{ column: 'objectives', things: [gigabit, rivers], omitted: 0 }, { column: 'initiatives', things: [fibre], omitted: 0 }, { column: 'benefits', things: [homes], omitted: 3 }, { column: 'measures', things: [share], omitted: 0 }, { column: 'evidence', things: [claim], omitted: 0 }],
  links: [link(gigabit, fibre, 0.8), link(rivers, fibre, -0.3), link(fibre, homes), link(homes, share), link(homes, claim), link(share, claim), link(gigabit, share)], commonLinks: [],
}

const faster = thing('unit_objective', 'un1', 'Villages first', 'Digital delivery')
/** A line through an objective of a unit; the initiative serves the organisation directly too. */
export const unitSight: Sight = {
  subject: gigabit,
  columns: [{ column: 'objectives', things: [gigabit], omitted: 0 }, { column: 'unit_objectives', things: [faster], omitted: 0 }, { column: 'initiatives', things: [fibre], omitted: 0 }, { column: 'benefits', things: [], omitted: 0 }, { column: 'measures', things: [], omitted: 0 }, { column: 'evidence', things: [], omitted: 0 }],
  links: [link(gigabit, faster), link(faster, fibre, 0.6), link(gigabit, fibre, 0.8)],
  commonLinks: [{ id: 'co1', version: 1, from: { id: 'un1', statement: 'Villages first', strategy: 'Digital delivery' }, to: { id: 'un9', statement: 'Ditches dug once', strategy: 'Roads' }, state: 'accepted', why: 'One trench serves both', decidedBy: 'Bea', decidedAt: '2026-03-01T08:00:00.000Z' }],
}

/** A line that reaches evidence, one that breaks, one that was never begun. */
export const fullLines: SightLines = {
  lines: [
    { objectiveId: 'ob1', statement: 'Gigabit everywhere', perspective: 'People we serve', weight: 0.5, unitObjectives: 2, initiatives: 4, tasks: 12, benefits: 3, measures: 2, evidence: 17 },
    { objectiveId: 'ob2', statement: 'Clean rivers', perspective: 'People we serve', weight: 0.3, unitObjectives: 0, initiatives: 2, tasks: 0, benefits: 0, measures: 1, evidence: 0 },
    { objectiveId: 'ob3', statement: 'Good employer', perspective: 'Capabilities', weight: 0.2, unitObjectives: 0, initiatives: 0, tasks: 0, benefits: 0, measures: 0, evidence: 0 },
  ],
  gaps: [
    { code: 'objective_unserved', count: 1, of: 3, things: [thing('objective', 'ob3', 'Good employer', 'Capabilities')] }, { code: 'initiative_serves_nothing', count: 60, of: 90, things: [{ ...thing('initiative', 'in9', 'Old roads', 'P-9'), tasks: { count: 7, first: [thing('task', 'ta9', 'Repave the old road', 'OR-1')] } }] }, { code: 'measure_without_actual', count: 0, of: 3, things: [] },
  ],
}
