export { htmlOf, textOf, type Letter } from './letter.ts'
export { mailBy, type Mail } from './mail.ts'
export { memoryOutbox, type Outbox } from './outbox.ts'
export { openMail, smtpMail } from './smtp.ts'
