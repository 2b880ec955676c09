import { describe, expect, it } from 'vitest'
import { socketFolder } from './folder.ts'

describe('the folder of the socket', () => {
  it('lies in the data folder while its path is short enough for a socket', () => {
    expect(socketFolder('/var/lib/throughline')).toBe('/var/lib/throughline/run')
  })

  it('is a short one of its own where the path is too long, always the same', () => {
    const long = `/srv/${'deep/'.repeat(20)}data`
    const short = socketFolder(long)
    expect(Buffer.byteLength(`${short}/.s.PGSQL.5432.lock`)).toBeLessThanOrEqual(107)
    expect(short).toBe(socketFolder(long))
    expect(short).not.toBe(socketFolder(`${long}2`))
  })
})
