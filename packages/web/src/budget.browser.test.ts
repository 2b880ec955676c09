import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { weighWeb, weightBudgetsKb } from '../../../tools/web-weight.ts'

const weight = weighWeb(join(import.meta.dirname, '../dist'))
const kb = (bytes: number): number => bytes / 1_024

describe('what the web app weighs on the wire', () => {
  it('shows the shell and the cockpit within the budget', () => {
    const { scriptBytes, styleBytes, fontBytes } = weight.first
    expect(kb(scriptBytes), 'script').toBeLessThanOrEqual(weightBudgetsKb.firstScript)
    expect(kb(styleBytes), 'styles').toBeLessThanOrEqual(weightBudgetsKb.firstStyle)
    expect(kb(fontBytes), 'font').toBeLessThanOrEqual(weightBudgetsKb.firstFont)
    expect(Math.min(scriptBytes, styleBytes, fontBytes)).toBeGreaterThan(0)
  })

  it('adds no page heavier than the budget', () => {
    expect(weight.further.length).toBeGreaterThan(5)
    expect(kb(weight.furtherStyleBytes), 'styles').toBeLessThanOrEqual(weightBudgetsKb.furtherStyle)
    expect(weight.further.filter(({ scriptBytes }) => kb(scriptBytes) > weightBudgetsKb.furtherScript)).toEqual([])
  })
})
