import { describe, expect, it } from 'vitest'
import { firstRoadmapLevers, withRoadmapPin, type RoadmapLevers } from './levers.ts'
import { firstHistory, isUndo, moved, undone } from './use-levers.ts'

const percent = (levers: RoadmapLevers, place: number, at: number): RoadmapLevers => ({ ...levers, percents: { ...levers.percents, [place]: at } })

describe('taking levers back', () => {
  it('a drag is one step, another lever or a later drag is another', () => {
    const dragged = [101, 102, 103].reduce((history, at, k) => moved(history, percent(history.now, 0, at), k * 100), firstHistory)
    expect(dragged.before).toHaveLength(1)
    expect(undone(dragged).now).toEqual(firstRoadmapLevers)
    const other = moved(dragged, percent(dragged.now, 1, 90), 350)
    expect(undone(other).now.percents).toEqual({ 0: 103 })
    const later = moved(dragged, percent(dragged.now, 0, 110), 5_000)
    expect(undone(later).now.percents).toEqual({ 0: 103 })
    expect(undone(undone(later)).now).toEqual(firstRoadmapLevers)
  })
  it('every pin is a step of its own, however soon it follows', () => {
    const one = moved(firstHistory, withRoadmapPin(firstRoadmapLevers, 'a', { kind: 'must', candidateId: 'a' }), 0)
    const two = moved(one, withRoadmapPin(one.now, 'b', { kind: 'mustNot', candidateId: 'b' }), 1)
    expect(undone(two).now.pins).toEqual([{ kind: 'must', candidateId: 'a' }])
    // letting go is a step as well
    const free = moved(two, withRoadmapPin(two.now, 'a', undefined), 2)
    expect(undone(free).now).toEqual(two.now)
  })
  it('what changes nothing is no step, and there is nothing before the first', () => {
    expect(moved(firstHistory, { ...firstRoadmapLevers }, 0).before).toEqual([])
    expect(undone(firstHistory)).toBe(firstHistory)
  })
  it('Ctrl+Z and Cmd+Z take back; with Shift they do not', () => {
    const key = { key: 'z', ctrlKey: true, metaKey: false, shiftKey: false, altKey: false }
    expect([key, { ...key, ctrlKey: false, metaKey: true }, { ...key, shiftKey: true }, { ...key, key: 'y' }].map(isUndo)).toEqual([true, true, false, false])
  })
})
