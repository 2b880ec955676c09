import { describe, expect, it } from 'vitest'
import { readConfig, StartProblem } from './index.ts'

const key = Buffer.alloc(32, 7)
const mail = { THROUGHLINE_SMTP_URL: 'smtp://us%40er:p%3Aw@mail.example.org', THROUGHLINE_MAIL_FROM: 'Throughline <line@example.org>', THROUGHLINE_URL: 'https://line.example.org/' }

describe('the settings around accounts', () => {
  it('are none unless given', () => expect(readConfig({}).accounts).toEqual({ publicUrl: undefined, mail: undefined, secretKey: undefined, breachedPasswordsUrl: undefined }))

  it('name a mail server that has to encrypt, unless it stands here or that is given up', () => {
    expect(readConfig(mail).accounts).toMatchObject({ publicUrl: 'https://line.example.org', mail: { host: 'mail.example.org', port: 587, secure: false, requireTls: true, user: 'us@er', password: 'p:w', from: 'Throughline <line@example.org>' } })
    const at = (THROUGHLINE_SMTP_URL: string) => readConfig({ ...mail, THROUGHLINE_SMTP_URL }).accounts?.mail
    expect(at('smtps://mail.example.org')).toMatchObject({ port: 465, secure: true, requireTls: false })
    expect(at('smtps://mail.example.org')).not.toHaveProperty('user')
    for (const address of ['smtp://localhost:25', 'smtp://127.0.0.1:25', 'smtp://mail.example.org:25?tls=off']) expect(at(address)).toMatchObject({ port: 25, requireTls: false })
  })

  it('take a key in hexadecimal or base64', () => {
    for (const text of [key.toString('hex'), key.toString('base64')]) expect(readConfig({ THROUGHLINE_SECRET_KEY: text }).accounts?.secretKey).toEqual(key)
  })

  it.each([
    [{ ...mail, THROUGHLINE_URL: '' }, /THROUGHLINE_URL/],
    [{ ...mail, THROUGHLINE_MAIL_FROM: '' }, /THROUGHLINE_MAIL_FROM[^]*found: +nothing/],
    [{ ...mail, THROUGHLINE_MAIL_FROM: 'a@example.org\r\nBcc: b@example.org' }, /THROUGHLINE_MAIL_FROM/],
    [{ ...mail, THROUGHLINE_SMTP_URL: 'http://me:hidden@mail.example.org' }, /THROUGHLINE_SMTP_URL[^]*smtps:/],
    [{ ...mail, THROUGHLINE_SMTP_URL: 'smtp://me:hidden@mail.example.org?tls=maybe' }, /THROUGHLINE_SMTP_URL/],
    [{ THROUGHLINE_URL: 'https://line.example.org/app' }, /THROUGHLINE_URL[^]*without a path/],
    [{ THROUGHLINE_URL: 'ftp://line.example.org' }, /THROUGHLINE_URL/],
    [{ THROUGHLINE_BREACHED_PASSWORDS_URL: 'nowhere' }, /THROUGHLINE_BREACHED_PASSWORDS_URL/],
    [{ THROUGHLINE_SECRET_KEY: 'hidden' }, /THROUGHLINE_SECRET_KEY[^]*32 bytes/],
  ])('refuses %j and names the variable, but no password', (environment, message) => {
    const read = () => readConfig(environment)
    expect(read).toThrow(StartProblem)
    expect(read).toThrow(message)
    expect(read).not.toThrow(/hidden/)
  })
})
