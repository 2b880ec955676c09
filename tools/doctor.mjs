// `npm run doctor`: looks at this machine and says what would keep the product from running. Changes nothing.
import { checkDatabase, checkFolder, checkHostNode, checkOwnNode, checkPort, homeFolder } from './doctor/checks.mjs'

const { env } = process
const findings = [
  checkHostNode(process.versions.node),
  checkOwnNode(),
  ...checkFolder(homeFolder(env)),
  await checkPort(Number(env['PORT'] ?? 4780)),
  await checkDatabase(env['DATABASE_URL']),
]
for (const { ok, about, found, advice } of findings) {
  console.log(`${ok ? 'ok    ' : 'FAILED'}  ${about}: ${found}${ok || !advice ? '' : `. ${advice}`}`)
}
process.exitCode = findings.every(({ ok }) => ok) ? 0 : 1
