import type { Attestation, ComplianceCase, ComplianceCases, ComplianceException, ComplianceStatus, Obligation, ObligationLibrary } from '@throughline/contract/governance'
import { toWire } from '@throughline/contract/wire'
import { complianceOf, complianceTally, exceptionHolds, holdsUntil, whyCompliance, type CaseFacts } from '@throughline/engine/governance'
import type { Actor } from '../../database/index.ts'
import { may } from '../../people/index.ts'
import type { StoredAttestation, StoredException, StoredObligation } from './store.ts'
import type { Asking, Seen } from './world.ts'

/** All that is known of the cases of some initiatives. */
export type Kept = { readonly asking: Asking; readonly obligations: readonly StoredObligation[]; readonly seen: readonly Seen[]; readonly attestations: readonly StoredAttestation[]; readonly exceptions: readonly StoredException[]; readonly today: string }
type Found = { readonly obligation: StoredObligation; readonly seen: Seen; readonly attestations: readonly StoredAttestation[]; readonly exceptions: readonly StoredException[]; readonly facts: CaseFacts; readonly status: ComplianceStatus }

/** Cases of a page where nobody said how many. */
const pageOf = 100
/** What needs attention first. */
const urgency: readonly ComplianceStatus[] = ['missing', 'rejected', 'lapsed', 'attested', 'unclear', 'excepted', 'compliant', 'not_applicable']

/** Every obligation in force with every initiative. */
function casesOf({ asking, obligations, seen, attestations, exceptions, today }: Kept): readonly Found[] {
  const pairOf = (row: { readonly obligation_id: string; readonly initiative_id: string }) => `${row.obligation_id} ${row.initiative_id}`
  const [said, excepted] = [Map.groupBy(attestations, pairOf), Map.groupBy(exceptions, pairOf)]
  return obligations.filter(({ retired_at }) => retired_at === null).flatMap((obligation) =>
    seen.map((one): Found => {
      const pair = `${obligation.id} ${one.facts.id}`
      const own = { attestations: said.get(pair) ?? [], exceptions: excepted.get(pair) ?? [] }
      const facts: CaseFacts = {
        applies: asking.applies(obligation.said.rule, one), today,
        attestations: own.attestations.map((row) => ({ state: row.state, evidenceOn: row.evidence_on, expiresOn: row.expires_on, attestedBy: row.attested_by, judgedBy: row.judgement?.by ?? null })),
        exceptions: own.exceptions.map((row) => ({ fromOn: row.from_on, expiresOn: row.expires_on, endedOn: row.ended_at?.slice(0, 10) ?? null, grantedBy: row.granted_by })),
      }
      return { obligation, seen: one, ...own, facts, status: complianceOf(facts) }
    }))
}

/** The library: each obligation with how initiatives stand to it, retired ones last. */
export function presentLibrary(kept: Kept, names: ReadonlyMap<string, string>): ObligationLibrary {
  const cases = casesOf(kept)
  const byObligation = Map.groupBy(cases, ({ obligation }) => obligation.id)
  const tally = (all: readonly Found[]) => {
    const { counts, share } = complianceTally(all.map(({ status }) => status))
    return { counts: { ...counts }, share: toWire(share) }
  }
  const shown = kept.obligations.map(({ id, version, said, verifiers, retired_at, retired_by, retired_because }): Obligation => ({
    id, version, ...said, ruleWords: kept.asking.words(said.rule), verifiers: verifiers.map((one) => ({ id: one.id, name: names.get(one.id) ?? one.name })), ...tally(byObligation.get(id) ?? []),
    retired: retired_at === null ? null : { by: retired_by ?? '', at: retired_at, words: retired_because ?? '' },
  }))
  return {
    obligations: [...shown.filter(({ retired }) => retired === null), ...shown.filter(({ retired }) => retired !== null)], ...tally(cases),
    attributes: kept.asking.attributes.map(({ key, label, kind, choices }) => ({ key, label, kind, ...(choices ? { choices: [...choices] } : {}) })),
  }
}

type Asked = { readonly status?: ComplianceStatus | undefined; /** Words of the name or the key of an initiative. */ readonly search?: string | undefined; readonly from?: number | undefined; readonly limit?: number | undefined }
/** A page of cases as one reader sees them, what needs attention first; what does not apply only where it is asked for. */
export function presentCases(kept: Kept, { status: wanted, search = '', from = 0, limit = pageOf }: Asked, reader: Actor): ComplianceCases {
  const words = search.trim().toLowerCase()
  const seen = kept.seen.filter(({ facts: { key, name } }) => name.toLowerCase().includes(words) || key.toLowerCase().includes(words))
  const all = casesOf({ ...kept, seen }).filter(({ status }) => (wanted === undefined ? status !== 'not_applicable' : status === wanted))
  const listed = all.toSorted((a, b) => urgency.indexOf(a.status) - urgency.indexOf(b.status) || compare(a.seen.facts.name, b.seen.facts.name) || compare(a.obligation.said.title, b.obligation.said.title)).slice(from, from + limit)
  return { cases: listed.map((one) => presentCase(one, kept, reader)), from, total: all.length }
}
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The one case of an obligation and an initiative; undefined where either is gone. */
export function presentOnly(kept: Kept, reader: Actor): ComplianceCase | undefined {
  // Of one that was retired meanwhile as well: an exception from it can still be ended.
  const [found] = casesOf({ ...kept, obligations: kept.obligations.map((one) => ({ ...one, retired_at: null })) })
  return found && presentCase(found, kept, reader)
}

function presentCase({ obligation, seen, attestations, exceptions, facts, status }: Found, { asking, today }: Kept, reader: Actor): ComplianceCase {
  const { id, key, name, unitId } = seen.facts
  const verifies = may(reader, 'take_part') && obligation.verifiers.some((one) => one.id === reader.accountId)
  const until = holdsUntil(facts)
  return {
    obligation: { id: obligation.id, title: obligation.said.title }, initiative: { id, key, name }, applies: facts.applies, status, why: toWire(whyCompliance(facts, asking.why(obligation.said.rule, seen))), holds: until === undefined ? null : { until },
    attestations: attestations.map((row): Attestation => ({
      id: row.id, version: row.version, control: row.control, evidence: row.evidence, reference: row.reference, evidenceOn: row.evidence_on, expiresOn: row.expires_on, by: { id: row.attested_by_id, name: row.attested_by }, at: row.attested_at, state: row.state, judgement: row.judgement,
      refusedVerifiers: row.refused.toReversed(), mayJudge: verifies && row.attested_by_id !== reader.accountId && row.state !== 'rejected',
    })),
    exceptions: exceptions.map((row, at): ComplianceException => ({
      id: row.id, version: row.version, reason: row.reason, compensation: row.compensation, fromOn: row.from_on, expiresOn: row.expires_on, by: row.granted_by, at: row.granted_at, holds: exceptionHolds(facts.exceptions[at] ?? { fromOn: row.from_on, expiresOn: row.expires_on, endedOn: null }, today),
      ended: row.ended_at === null ? null : { by: row.ended_by ?? '', at: row.ended_at, words: row.ended_because ?? '' },
    })),
    may: { attest: facts.applies !== 'no' && may(reader, 'edit_initiative', { initiativeId: id, unitId }), except: facts.applies !== 'no' && may(reader, 'decide') },
  }
}
