import { expect, it } from 'vitest'
import { aboutAfter } from './about.ts'

it('takes what is named, each once, and keeps what could not be seen', () => {
  const inForce = new Map([['1', 'mail'], ['2', 'staff']])
  expect(aboutAfter([], ['1', '1'], inForce)).toEqual(['mail'])
  expect(aboutAfter(['mail', 'staff'], ['2'], inForce)).toEqual(['staff'])
  // Of rivers nothing is in force: whoever saves a note does not let go of it.
  expect(aboutAfter(['rivers', 'mail'], ['2'], inForce)).toEqual(['staff', 'rivers'])
  expect(aboutAfter(['rivers'], [], inForce)).toEqual(['rivers'])
})
