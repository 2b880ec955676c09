import { expect, it } from 'vitest'
import { browserCommand } from './open-browser.ts'

it('a browser is opened only where there is a desktop', () => {
  expect(browserCommand('darwin', {})).toEqual(['open'])
  expect(browserCommand('win32', {})).toEqual(['cmd', '/c', 'start', ''])
  expect(browserCommand('linux', { DISPLAY: ':0' })).toEqual(['xdg-open'])
  expect(browserCommand('linux', {})).toBeUndefined()
})
