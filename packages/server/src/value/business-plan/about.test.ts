import { expect, it } from 'vitest'
import { aboutAfter, aboutNow } from './about.ts'

const successors = (key: string): readonly string[] => ({ mail: ['mail'], staff: ['staff'], letters: ['mail'], service: ['mail', 'staff'] })[key] ?? []

it('takes what is named, each once, and keeps what could not be seen', () => {
  const inForce = new Map([['1', 'mail'], ['2', 'staff']])
  expect(aboutAfter([], ['1', '1'], inForce, successors)).toEqual(['mail'])
  expect(aboutAfter(['mail', 'staff'], ['2'], inForce, successors)).toEqual(['staff'])
  // Of rivers nothing is in force: whoever saves a note does not let go of it.
  expect(aboutAfter(['rivers', 'mail'], ['2'], inForce, successors)).toEqual(['staff', 'rivers'])
  expect(aboutAfter(['rivers'], [], inForce, successors)).toEqual(['rivers'])
})

it('follows what was merged or split, each once, and keeps none of it that was let go of', () => {
  expect(aboutNow(['letters', 'mail', 'service', 'rivers'], successors)).toEqual(['mail', 'staff'])
  expect(aboutAfter(['letters', 'rivers'], ['2'], new Map([['1', 'mail'], ['2', 'staff']]), successors)).toEqual(['staff', 'rivers'])
})
