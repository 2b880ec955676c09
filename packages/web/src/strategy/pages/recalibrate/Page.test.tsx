import type { RecalibrationCase } from '@throughline/contract/strategy'
import { ok } from '@throughline/engine/kernel'
import { weightUnits } from '@throughline/engine/strategy'
import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { formatIn } from '../../../format/index.ts'
import { LocaleProvider } from '../../../ui/locale.tsx'
import type { Reading } from '../../../wire/index.ts'
import { chosenOf, retired } from './edits.ts'
import { counting, draft, recalibrationCase, worked } from './fixture.ts'
import { constraintsOf, isMoved, leversOf, leversOver, movedFrom, withLevers, withWeight } from './levers.ts'
import { RecalibratePage, type RecalibrateProps } from './Page.tsx'
import type { Roadmapping } from './use-roadmap.ts'
import { nothingYet } from './use-recalibration.ts'
import { changeWords, fewWords, refusalWords, tickedWords, typicalWords } from './words.ts'

const full = <T,>(value: T): Reading<T> => ({ state: 'full', value, refreshing: false, problem: undefined, again: () => undefined })
const accepted = async () => ok({})
const nothing = () => undefined
const acts = { measures: () => ({ add: accepted, change: accepted, remove: accepted }), onBegin: accepted, onSave: accepted, onAdd: accepted, onChange: accepted, onRetire: accepted, onChoose: accepted, onSend: accepted, onRecall: accepted, onDiscard: accepted, onApprove: accepted, onReject: accepted, onRebase: accepted }
const problem = { type: '', title: 'Amounts are withheld', status: 403, code: 'amounts_withheld', detail: 'This needs the right to see amounts.' }
const idle: Roadmapping = { run: undefined, problem: undefined, onStart: nothing, onCancel: nothing }
const items = [{ ...draft, objectives: 3 }, { ...draft, id: 'x', no: 1, status: 'in_force' as const, title: 'First' }]
const show = (change: Partial<RecalibrateProps> = {}) =>
  renderToStaticMarkup(
    <LocaleProvider locale="en-GB">
      <RecalibratePage versions={full(items)} next={full(draft)} reading={full(recalibrationCase)} {...worked()} current clock={full({ items: [], percentiles: [] })} approval={{ state: 'loading' }} rebase={{ state: 'loading' }} roadmap={idle} canEdit past={false} today="2026-11-21" asking={undefined} onAsk={nothing} onLevers={nothing} acts={acts} unitName={(id) => id} lost={false} {...change} />
    </LocaleProvider>,
  )

describe('recalibrate', () => {
  it('empty: no next version, and the way to one for who may', () => {
    expect(show({ next: undefined, reading: undefined })).toContain('Begin the next version')
    expect(show({ next: undefined, reading: undefined, canEdit: false })).not.toContain('Begin the next version')
    expect(show({ next: undefined, reading: undefined, past: true })).not.toContain('Begin the next version')
  })
  it('loading, and refused', () => {
    expect(show({ versions: { state: 'loading' } })).toContain('Loading versions of the strategy')
    expect(show({ known: nothingYet, current: false })).toContain('Loading what follows')
    expect(show({ reading: { state: 'refused', problem, again: nothing } })).toContain('This needs the right to see amounts.')
  })
  it('full: both versions side by side, proposals with their reasons, the few moves, how sure, what is left behind', () => {
    const html = show()
    for (const words of ['Version 2 beside version 1', '60% to 20%', 'new, 60%', 'Pause', 'Others are worth its place more', 'It is worth its place now.', 'River parks', 'Who decides', 'Board, by 31 Jan 2027', 'Touches Supplier', 'Do these 2 and 100% of the gain is had.', 'Leave nature better is new, with 60%.', 'Sales first, Sell to more people: the target of “Customers” goes from 100 to 150.', 'Sales first, Sell to more people: “Letters sent” no longer does.', '>Measures<', 'proved best', 'Unpriced (Its cost to go is not known', 'Costs are spread by days.', 'Send for approval']) expect(html).toContain(words)
    expect(html).toContain('Nothing that would run serves “Grow faster”; 1 initiative does now.')
  })
  it('coverage: by what runs and by what would, and why there is none', () => {
    const html = show()
    // New markets promises 150 of 200 and would be paused.
    for (const words of ['Is enough promised?', 'Sales', '75%', '>0%<', '1 objective without a figure, for want of a promise: Cost less', '1 objective without a figure, for want of a measure: Leave nature better']) expect(html).toContain(words)
  })
  it('ranks: with their interval, where mandatory and unknown work stands; under way, stopped and broken', () => {
    const html = show()
    for (const words of ['Ranks if weights are doubted', '90 of 100 of 200 samples that doubt weights by 30% and benefits by 20%', 'Why: Ranks of Lean stock">2 to 3<', 'In the best portfolio', '1 initiative is not ranked for want of a figure.']) expect(html).toContain(words)
    expect(html).toContain('by alignment as it is stated, and between')
    const byMoney = { ...recalibrationCase, settings: { ...recalibrationCase.settings, worth: { kind: 'money' as const, minorPerAlignment: 1 } } }
    expect(show({ ...worked(leversOf(byMoney), true, byMoney), reading: full(byMoney) })).toContain('by money and alignment as they are stated (the rank of a proposal is by alignment alone), and between')
    const mandatory = { ...recalibrationCase, initiatives: recalibrationCase.initiatives.map((one, at) => ({ ...one, mandatory: at === 0 })) }
    expect(show(worked(leversOf(mandatory), true, mandatory))).toContain('1 mandatory initiative stands outside the ranking: New markets.')
    expect(show({ ranking: counting })).toContain('aria-valuenow="40"')
    for (const [run, words] of [[{ kind: 'stopped' }, 'It was stopped.'], [{ kind: 'broken', message: 'No memory' }, 'Ranks could not be counted: No memory']] as const) {
      const told = show({ ranking: { ...counting, run } })
      expect(told).toContain(words)
      expect(told).toContain('Count them')
    }
  })
  it('the roadmap solved again: asked for, under way, found with its bound, and of an earlier state of the draft', () => {
    expect(show()).toContain('Work it out')
    const of = `${draft.id} ${draft.version}`
    const run = { of, share: 0.4, words: 'At most 2% from the best', outcome: undefined, problem: undefined }
    expect(show({ roadmap: { ...idle, run } })).toContain('At most 2% from the best')
    const standing = { value: 900, bound: 918, gap: 0.02, proved: false, goAhead: 3 }
    const outcome = {
      periods: ['2027', '2028'], before: standing, after: standing, left: 1, shifts: [{ initiativeId: 'i', name: 'River parks', what: 'earlier' as const, from: 1, to: 0, endsIn: 1 }, { initiativeId: 'j', name: 'New markets', what: 'exit' as const, from: 0, to: null, endsIn: null }],
      objectives: [{ statement: 'Leave nature better', before: 10, after: 30 }], late: [{ initiativeId: 'i', name: 'River parks', statement: 'Leave nature better', deadline: '2027-06-30', finishOn: null }],
    }
    const html = show({ roadmap: { ...idle, run: { ...run, share: undefined, outcome } } })
    for (const words of ['1 starts earlier, 1 is left while it runs.', 'at most 2% from the best: no roadmap is worth more than 918', 'Is left while it runs', 'What objectives get from the roadmap', 'ends with the roadmap or after it', 'Work it out again']) expect(html).toContain(words)
    expect(show({ roadmap: { ...idle, run: { ...run, of: 'before', share: undefined, outcome: { ...outcome, shifts: [] } } } })).toContain('The version was changed since this was worked out')
  })
  it('partial: the quick answer stands while the few moves are still worked out', () => {
    const html = show(worked(leversOf(recalibrationCase), false))
    expect(html).toContain('River parks')
    expect(html).toContain('Being worked out')
  })
  it('what was moved and is not saved is said', () => {
    const levers = { ...leversOf(recalibrationCase), hysteresis: 9 }
    expect(show({ ...worked(levers), asking: 'send' })).toContain('Save what you moved in the draft first')
    expect(show({ asking: 'send' })).not.toContain('Save what you moved in the draft first')
    expect(show({ lost: true })).toContain('What you had moved and not saved was put back')
    expect(show(worked(levers))).toContain('Not saved yet')
    expect(show()).not.toContain('Not saved yet')
  })
  it('sent: it waits for a decision, by who may decide', () => {
    const sent = { ...draft, status: 'sent' as const, remark: 'Before the winter', may: { edit: false, send: false, recall: false, decide: true, whyNotDecide: null } }
    const html = show({ next: full(sent) })
    for (const words of ['Waits for a decision', 'Before the winter', 'Approve', 'Reject']) expect(html).toContain(words)
    expect(html).not.toContain('Send for approval')
    for (const act of ['Approve', 'Reject']) expect(show({ next: full(sent), past: true })).not.toContain(`>${act}<`)
  })
  it('moved: it says so, and asks which side holds where both changed the same', () => {
    const moved = full({ ...draft, moved: true })
    expect(show({ next: moved })).toContain('Bring up to date')
    expect(show({ next: moved, past: true })).not.toContain('Bring up to date')
    const html = show({ next: moved, asking: 'rebase', rebase: full({ seen: 's', carried: 2, conflicts: [{ ref: 'objective a weight', name: 'Grow faster: weight', base: '0.6', inForce: '0.7', draft: '0.5' }], initiatives: [{ id: 'i', name: 'Bypass', words: 'Bypass: its cost changed since.' }] }) })
    for (const words of ['2 changes of the strategy in force are carried over.', 'Bypass: its cost changed since.', 'It was 0.6. In force it is 0.7 by now; the draft says 0.5.', '1 question is open.']) expect(html).toContain(words)
  })
  it('the clock: an open step counts its age', () => {
    const steps = [{ step: 'signal' as const, on: '2026-10-01', days: null, open: false }, { step: 'recognised' as const, on: '2026-10-05', days: 4, open: false }, { step: 'sent' as const, on: null, days: 47, open: true }]
    const html = show({ clock: full({ items: [{ versionId: draft.id, no: 2, title: 'Nature first', reason: '', status: 'draft', steps, actions: [], decisionId: null, approvedAt: null, approvedBy: null, effect: null }], percentiles: [] }) })
    expect(html).toContain('4 days')
    expect(html).toContain('waits 47 days')
    expect(html).not.toContain('typical')
  })
})

describe('levers', () => {
  it('stay as they were moved while others change what they do not touch, and say so where they cannot', () => {
    const levers = { ...leversOf(recalibrationCase), units: withWeight(leversOf(recalibrationCase).units, 'nature', 30_000_000) }
    const moved = movedFrom(recalibrationCase, levers)
    const after = (objectives: RecalibrationCase['after']['objectives'], more: Partial<RecalibrationCase> = {}): RecalibrationCase => ({ ...recalibrationCase, ...more, after: { ...recalibrationCase.after, objectives } })
    const { objectives } = recalibrationCase.after
    const [first] = objectives
    if (!first) throw new Error('an objective')
    expect(leversOver(moved, after(objectives.map((one) => ({ ...one, statement: `${one.statement}, anew` }))))).toEqual({ levers, lost: false })
    expect(leversOver(moved, after([...objectives, { ...first, key: 'new', units: 0 }]))).toEqual({ levers: { ...levers, units: { ...levers.units, new: 0 } }, lost: false })
    // Somebody else weighs anew, or takes an objective away: what was moved cannot be laid over it.
    const swapped = after(objectives.map((one, at) => ({ ...one, units: objectives[(at + 1) % objectives.length]?.units ?? 0 })))
    expect(leversOver(moved, swapped)).toEqual({ levers: leversOf(swapped), lost: true })
    expect(leversOver(moved, after(objectives.slice(1))).lost).toBe(true)
    expect(leversOver(moved, after(objectives, { settings: { ...recalibrationCase.settings, hysteresis: 7 } })).lost).toBe(true)
    // Saved, it is what the draft says; of another draft it is nothing.
    expect(leversOver(moved, withLevers(recalibrationCase, levers))).toEqual({ levers, lost: false })
    expect(leversOver(moved, after(objectives, { versionId: 'another' }))).toEqual({ levers: leversOf(recalibrationCase), lost: false })
  })

  it('law: one weight moves and all stay the whole, to the last unit', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: weightUnits }), fc.integer({ min: 0, max: weightUnits }), (first, second) => {
      const moved = withWeight(withWeight(leversOf(recalibrationCase).units, 'nature', first), 'cost', second)
      expect(Object.values(moved).reduce((sum, units) => sum + units, 0)).toBe(weightUnits)
      expect(moved['cost']).toBe(second)
    }), { numRuns: 40 })
  })
  it('the budget is a share of what runs, and takes the place of the one before', () => {
    const levers = leversOf(recalibrationCase)
    expect([levers.budgetPercent, isMoved(recalibrationCase, levers)]).toEqual([100, false])
    // In whichever order its weights stand.
    expect(isMoved(recalibrationCase, { ...levers, units: Object.fromEntries(Object.entries(levers.units).toReversed()) })).toBe(false)
    expect(constraintsOf(recalibrationCase, { ...levers, budgetPercent: 50 })).toEqual([{ kind: 'totalBudget', limit: 100 }])
    expect(constraintsOf(recalibrationCase, { ...levers, budgetPercent: null })).toEqual([])
  })
})

describe('edits', () => {
  it('a retired objective gives its weight to another, there and in what is said of it', () => {
    expect(retired(draft, recalibrationCase, 'growth', 'nature')).toEqual({ retireObjectives: ['growth'], weights: [{ key: 'cost', weight: 0.2 }, { key: 'nature', weight: 0.8 }], mappings: [{ kind: 'added', key: 'nature', weight: [] }, { kind: 'retired', key: 'growth', weight: [{ key: 'nature', weight: 0.6 }] }] })
    expect(retired(draft, recalibrationCase, 'nature', 'cost').mappings).toEqual([])
  })
  it('choosing keeps what was said of an action, unless another is proposed by now', () => {
    const actions = worked().known.found?.recalibration.actions ?? []
    const [first = '', third = ''] = [recalibrationCase.initiatives[0]?.id, recalibrationCase.initiatives[2]?.id]
    expect(chosenOf([{ initiativeId: first, kind: 'pause', note: 'After the season' }], actions, [first, third])).toEqual([{ initiativeId: first, kind: 'pause', note: 'After the season' }, { initiativeId: third, kind: 'start' }])
    expect(chosenOf([{ initiativeId: first, kind: 'stop' }], actions, [first])).toEqual([{ initiativeId: first, kind: 'pause' }])
  })
})

describe('words', () => {
  const format = formatIn('en-GB')
  it('of the clock: once that nothing is typical yet, else the steps that came five times', () => {
    const none = { status: 'undefined' as const, reason: 'INSUFFICIENT_POINTS' as const }
    const [sent, approved] = [{ step: 'sent' as const, p50: none, p85: none, p95: none }, { step: 'approved' as const, p50: { status: 'ok' as const, value: 3 }, p85: { status: 'ok' as const, value: 9 }, p95: { status: 'ok' as const, value: 12 } }]
    expect(typicalWords([sent, { ...sent, step: 'moved' }], format)).toBe('Fewer than five changes so far: no typical times yet.')
    expect(typicalWords([sent, approved], format)).toBe('Days within which half / 85 of 100 / 95 of 100 came: Approved 3 / 9 / 12. The other steps came fewer than five times.')
  })
  it('of changes, of the few moves and of what is missing', () => {
    expect(changeWords({ kind: 'split', from: 'a', to: ['b', 'c'] }, (key) => key.toUpperCase(), format)).toBe('A becomes B and C.')
    expect(changeWords({ kind: 'deadline_moved', key: 'a', from: '2035-12-31', to: '2030-12-31' }, (key) => key, format)).toBe('a: due 31 Dec 2030, before 31 Dec 2035.')
    expect(fewWords({ kind: 'nothing' }, format)).toContain('already the best')
    expect([0, 1, 2].map((count) => tickedWords(count, format).slice(0, 14))).toEqual(['None is ticked', '1 is ticked an', '2 are ticked a'])
    expect(refusalWords({ code: 'objectives_unmatched', before: ['a'], after: [] }, (key) => key.toUpperCase()).words).toBe('Only in the version in force: A.')
  })
})
