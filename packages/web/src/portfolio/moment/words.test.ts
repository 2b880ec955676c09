import { describe, expect, it } from 'vitest'
import { formatIn } from '../../format/index.ts'
import { clockOf, instantOf, momentShort, momentWords } from './words.ts'

const format = formatIn('en-GB')
const positions = [{ asOf: '2025-03-31', title: 'Annual report 2025' }]

describe('the moment in words', () => {
  it('names both dates', () => {
    expect(momentWords({ position: '2025-03-31' }, positions, format)).toBe('The position of 31 Mar 2025 (Annual report 2025), as it is known today.')
    expect(momentWords({ position: '2024-03-31', asOf: instantOf('2025-06-01', '12:00') ?? '' }, positions, format)).toBe('The position of 31 Mar 2024, as it was known on 1 Jun 2025, 12:00.')
    expect(momentWords({ asOf: instantOf('2025-06-01', '12:00') ?? '' }, positions, format)).toBe('The portfolio as it was known on 1 Jun 2025, 12:00.')
  })
  it('is short on the button', () => {
    expect(momentShort({}, format)).toBe('As of now')
    expect(momentShort({ position: '2025-03-31' }, format)).toBe('Position 31 Mar 2025')
  })
  it('reads a day of the reader as its last second, and gives it back', () => {
    const end = instantOf('2025-06-01', '')
    expect(end && clockOf(end)).toEqual({ day: '2025-06-01', time: '23:59' })
    expect(instantOf('2025-13-01', '')).toBeUndefined()
    expect(instantOf('', '10:00')).toBeUndefined()
  })
})
