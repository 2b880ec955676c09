import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterEach, describe, expect, it } from 'vitest'
import { StartProblem } from '../config/index.ts'
import { htmlOf, mailBy, memoryOutbox, openMail, smtpMail, textOf, type Letter } from './index.ts'

const letter: Letter = {
  to: { name: 'Ada <b>Lead</b>\r\nBcc: eve@example.org', email: 'ada@example.org' }, subject: 'Set a new password\nX-Evil: 1', paragraphs: ['Somebody asked for it & wrote <script>.'],
  act: { words: 'Set a new password', address: 'https://line.example.org/people/reset#s"e' }, after: ['It holds for half an hour.'],
}

type Received = { readonly from: string; readonly to: readonly string[]; readonly text: string; readonly encrypted: boolean; readonly user: string | undefined }
const open: SMTPServer[] = []
afterEach(async () => {
  for (const server of open.splice(0)) await new Promise<void>((closed) => server.close(() => closed()))
})

/** A mail server that speaks the protocol, and what it was given. */
async function mailServer(options: SMTPServerOptions = {}): Promise<{ readonly port: number; readonly received: Received[] }> {
  const received: Received[] = []
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'], authOptional: true, ...options,
    onData: (stream, session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        received.push({ from: mailFrom === false ? '' : mailFrom.address, to: rcptTo.map(({ address }) => address), text: Buffer.concat(parts).toString(), encrypted: session.secure, user: session.user })
        done()
      })
    },
  })
  open.push(server)
  server.on('error', () => undefined)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return { port: (server.server.address() as AddressInfo).port, received }
}

const options = (port: number) => ({ host: '127.0.0.1', port, secure: false, requireTls: false, from: 'Throughline <line@example.org>', onFailure: () => undefined })

describe('a letter', () => {
  it('is read as text and as HTML, in which nothing that was entered is markup', () => {
    expect(textOf(letter)).toContain('Set a new password:\nhttps://line.example.org/people/reset#s"e')
    const html = htmlOf(letter)
    expect(html).toContain('&lt;script&gt;')
    expect(html).toContain('reset#s&quot;e')
    expect(html).not.toMatch(/<script|<b>|<img|src=/)
  })
})

describe('mail over SMTP', () => {
  it('arrives, as text and HTML, to one person alone', async () => {
    const { port, received } = await mailServer()
    const mail = smtpMail(options(port))
    await mail.send(letter)
    await mail.close()
    expect(received).toHaveLength(1)
    expect(received[0]).toMatchObject({ from: 'line@example.org', to: ['ada@example.org'] })
    expect(received[0]?.text).toMatch(/^Auto-Submitted: auto-generated\r$/m)
    expect(received[0]?.text).toMatch(/text\/plain[^]*text\/html/)
    expect(received[0]?.text).not.toMatch(/^(Bcc|X-Evil):/im)
  })

  it('gives no password to a server whose certificate is not believed', async () => {
    const { port, received } = await mailServer({
      authOptional: false, disabledCommands: [],
      onAuth: ({ username, password }, _, done) => (username === 'line' && password === 'secret' ? done(null, { user: username }) : done(new Error('Invalid username or password'))),
    })
    const mail = smtpMail({ ...options(port), requireTls: true, user: 'line', password: 'secret' })
    // The server’s certificate is its own making: it is not believed, and the password is not given.
    await expect(mail.send(letter)).rejects.toThrow(/certificate/i)
    await mail.close()
    expect(received).toEqual([])
  })

  it('is refused at the start where the server refuses us, and waits for one that is away', async () => {
    const { port } = await mailServer({ authOptional: false, allowInsecureAuth: true, onAuth: (_, __, done) => done(new Error('Invalid username or password')) })
    const refused = openMail({ ...options(port), user: 'line', password: 'hidden' })
    await expect(refused).rejects.toThrow(StartProblem)
    await expect(refused).rejects.toThrow(/THROUGHLINE_SMTP_URL/)
    await expect(refused).rejects.not.toThrow(/hidden/)
    const failures: unknown[] = []
    const away = await openMail({ ...options(9), onFailure: (error) => failures.push(error) })
    expect(failures).toHaveLength(1)
    await away.close()
  })
})

describe('mail that nobody waits for', () => {
  it('is tried three times, and then said', async () => {
    const failures: unknown[] = []
    let tries = 0
    const mail = mailBy({ carry: async () => void (tries += 1, await Promise.reject(new Error(`away ${tries}`))), onFailure: (error) => failures.push(error), pauses: [1, 1] })
    mail.later(letter)
    await mail.settled()
    expect([tries, failures.map(String)]).toEqual([3, ['Error: away 3']])
  })
  it('arrives at the second try', async () => {
    const arrived: string[] = []
    let tries = 0
    const mail = mailBy({ carry: async ({ subject }) => ((tries += 1) === 1 ? Promise.reject(new Error('away')) : void arrived.push(subject)), onFailure: () => expect.unreachable(), pauses: [1, 1] })
    mail.later(letter)
    await mail.settled()
    expect(arrived).toHaveLength(1)
  })
  it('lies in an outbox where there is no server', async () => {
    const outbox = memoryOutbox()
    outbox.later(letter)
    await outbox.settled()
    expect(outbox.takeFor('ada@example.org')).toHaveLength(1)
    expect(outbox.letters).toEqual([])
  })
})
