import { createTransport } from 'nodemailer'
import { messageOf, StartProblem, type MailConfig } from '../config/index.ts'
import { htmlOf, oneLine, textOf } from './letter.ts'
import { mailBy, type Mail } from './mail.ts'

export type SmtpOptions = MailConfig & { readonly onFailure: (error: unknown) => void; readonly pauses?: readonly number[] }

/**
 * Mail over SMTP. With smtps the connection is encrypted from the first byte; with smtp it has to become so by STARTTLS, unless the
 * server stands on this machine or the address says `?tls=off`. Certificates are checked.
 */
export function smtpMail({ host, port, secure, requireTls, user, password, from, onFailure, pauses }: SmtpOptions): Mail & { verify(): Promise<void> } {
  const transport = createTransport({
    host, port, secure, requireTLS: requireTls, ignoreTLS: !secure && !requireTls,
    ...(user === undefined ? {} : { auth: { user, pass: password ?? '' } }),
    pool: true, maxConnections: 2, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000,
    disableFileAccess: true, disableUrlAccess: true,
  })
  const mail = mailBy({
    carry: async (letter) => {
      await transport.sendMail({
        from, to: { name: oneLine(letter.to.name), address: letter.to.email }, subject: oneLine(letter.subject), text: textOf(letter), html: htmlOf(letter),
        // No answer by machine, and no answer by a machine to this one (RFC 3834).
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      })
    },
    close: () => transport.close(),
    onFailure,
    ...(pauses ? { pauses } : {}),
  })
  return { ...mail, verify: async () => void (await transport.verify()) }
}

/** Opens mail and asks the server once. One that refuses us is a mistake in the settings; one that is away may come back. */
export async function openMail(options: SmtpOptions): Promise<Mail> {
  const mail = smtpMail(options)
  try {
    await mail.verify()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code !== 'EAUTH' && code !== 'ETLS') {
      options.onFailure(error)
      return mail
    }
    await mail.close()
    throw new StartProblem('configuration', {
      what: 'The mail server refuses us.',
      found: `${options.host}:${options.port} says: ${messageOf(error)}`,
      expected: code === 'ETLS' ? 'a connection that can be encrypted (smtps:, or smtp: with STARTTLS)' : 'a user and password that it accepts',
      helps: 'correct THROUGHLINE_SMTP_URL; without it links are shown once to who gives access, to be passed on',
    })
  }
  return mail
}
