import { expect, it } from 'vitest'
import { fullSight, unitSight } from './fixture.ts'
import { curvesOf, passing, stepFrom, tracedFrom } from './trace.ts'

it('traces both ways and never sideways', () => {
  expect([...tracedFrom(fullSight.links, 'objective ob2')].sort()).toEqual(['benefit be1', 'entry en1', 'initiative in1', 'measure me1', 'objective ob2'])
  expect(tracedFrom(fullSight.links, 'benefit be1').has('objective ob1')).toBe(true)
  expect([...tracedFrom(fullSight.links, 'measure nobody')]).toEqual(['measure nobody'])
})

it('draws between neighbours, and marks what hurts', () => {
  expect(curvesOf(fullSight).map((curves) => curves.map(({ from, to, fromRow, toRow, hurts }) => `${from} ${to} ${fromRow}-${toRow}${hurts ? ' hurts' : ''}`))).toEqual([
    ['objective ob1 initiative in1 0-0', 'objective ob2 initiative in1 1-0 hurts'], ['initiative in1 benefit be1 0-0'], ['benefit be1 measure me1 0-0'], ['measure me1 entry en1 0-0'],
  ])
})

it('lets a link pass below the objectives of units, and draws it once', () => {
  expect(curvesOf(unitSight).slice(0, 2).map((curves) => curves.map(({ from, to, fromRow, toRow }) => `${from} ${to} ${fromRow}-${toRow}`))).toEqual([
    ['objective ob1 unit_objective un1 0-0', 'objective ob1 initiative in1 0-1'], ['unit_objective un1 initiative in1 0-0', 'objective ob1 initiative in1 1-0'],
  ])
  expect(unitSight.columns.map((_, column) => passing(unitSight, column).length)).toEqual([0, 1, 0, 0, 0, 0])
  // Over a column that is always there nothing passes.
  expect(fullSight.columns.flatMap((_, column) => passing(fullSight, column))).toEqual([])
})

it('goes by arrows along the line', () => {
  const steps = [['objective ob1', 'ArrowDown'], ['objective ob2', 'ArrowDown'], ['objective ob2', 'ArrowRight'], ['entry en1', 'ArrowLeft'], ['entry en1', 'ArrowRight'], ['objective ob2', 'Home'], ['objective ob1', 'x']] as const
  expect(steps.map(([key, arrow]) => stepFrom(fullSight, key, arrow))).toEqual(['objective ob2', undefined, 'initiative in1', 'measure me1', undefined, 'objective ob1', undefined])
})
