import { describe, expect, it } from 'vitest'
import { readConfig, StartProblem } from './index.ts'

describe('readConfig', () => {
  it('listens on this machine alone unless told otherwise', () => {
    expect(readConfig({ THROUGHLINE_DATA_DIR: '/srv/throughline' })).toMatchObject({ host: '127.0.0.1', port: 4280, dataFolder: '/srv/throughline', databaseUrl: undefined, trustedProxies: [], logLevel: 'info' })
    expect(readConfig({ HOST: '0.0.0.0', PORT: '0', THROUGHLINE_TRUST_PROXY: '10.0.0.1, 10.1.0.0/16', THROUGHLINE_LOG: 'debug' })).toMatchObject({ host: '0.0.0.0', port: 0, trustedProxies: ['10.0.0.1', '10.1.0.0/16'], logLevel: 'debug' })
  })

  it('takes an empty variable for none', () => {
    expect(readConfig({ PORT: ' ', DATABASE_URL: '' })).toMatchObject({ port: 4280, databaseUrl: undefined })
  })

  it('does all of the work in one process unless told otherwise', () => {
    expect(readConfig({}).parts).toEqual(['http', 'jobs'])
    expect(readConfig({ THROUGHLINE_PARTS: 'jobs', DATABASE_URL: 'postgresql://me:hidden@host/db' }).parts).toEqual(['jobs'])
  })

  it.each([
    [{ PORT: '70000' }, /PORT[^]*found: +70000[^]*65535/],
    [{ PORT: '80a' }, /PORT/],
    [{ DATABASE_URL: 'mysql://me:hidden@host/db' }, /DATABASE_URL[^]*found: +mysql:\/\/host\/db[^]*postgresql:/],
    [{ DATABASE_URL: 'postgresql://me:hidden@host' }, /DATABASE_URL/],
    [{ DATABASE_URL: 'not an address' }, /DATABASE_URL[^]*not a URL/],
    [{ THROUGHLINE_PARTS: 'http' }, /THROUGHLINE_PARTS[^]*built-in database belongs to one process/],
    [{ THROUGHLINE_PARTS: 'jobs,cron', DATABASE_URL: 'postgresql://me:hidden@host/db' }, /THROUGHLINE_PARTS[^]*jobs,cron/],
    [{ THROUGHLINE_LOG: 'loud' }, /THROUGHLINE_LOG[^]*loud[^]*warn/],
  ])('refuses %j and names the variable, but no password', (environment, message) => {
    const read = () => readConfig(environment)
    expect(read).toThrow(StartProblem)
    expect(read).toThrow(message)
    expect(read).not.toThrow(/hidden/)
  })
})
