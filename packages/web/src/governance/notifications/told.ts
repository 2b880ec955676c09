import { actOnIt } from '../acts.ts'
import { actWords } from '../words.ts'

const reasons: Readonly<Record<string, string>> = {
  mention: 'mentioned you', reply: 'replied', followed_comment: 'said something', followed_change: 'changed', proposal_to_decide: 'asks you to decide', approval_result: 'decided', import_finished: 'Import finished', import_undone: 'Import undone', job_done: 'Finished', job_failed: 'Did not finish', seal_broken: 'Alarm: a seal does not read the same any more', webhook_failed: 'A webhook is told nothing more: it did not take its messages for three days', asked_to_judge: 'asks you to judge', workshop_closed: 'Judged: the results are there', signal_to_answer: 'A unit waits for an answer', signal_answered: 'answered', brief_to_read: 'asks you to read the strategy in brief', service_asked: 'asks for a service of yours', service_given: 'gave you a request to perform', service_answered: 'answered your request', idea_answered: 'said what becomes of your idea', idea_given: 'made you the sponsor of an idea', attestation_to_verify: 'asks you to verify evidence of compliance', attestation_judged: 'judged what you attested', named_in_story: 'asks whether you may be named in a story', message_told: 'tells you', message_answered: 'answered what was told',
}
/** Why somebody is told, as a line: `Ada mentioned you`, `Ada approved it`, `Finished: load example`. */
export function toldWords({ reason, by, act }: { readonly reason: string; readonly by: string | null; readonly act: string | null }): string {
  const words = reasons[reason] ?? reason.replaceAll('_', ' ')
  if (reason === 'job_done' || reason === 'job_failed') return `${words}: ${actWords(act ?? '').toLowerCase()}`
  if ((reason === 'followed_change' || reason === 'approval_result') && by !== null) return `${by} ${actOnIt(act ?? 'change')}`
  if (reason === 'import_undone' && by !== null) return `${by} took back an import`
  return /^[a-z]/.test(words) && by !== null ? `${by} ${words}` : words
}

/** For which reason one is told, as a choice. */
export const reasonChoices: Readonly<Record<string, string>> = {
  mention: 'Somebody mentions me', reply: 'Somebody replies in a thread I wrote in', followed_comment: 'Something is said about what I follow', followed_change: 'What I follow is changed', proposal_to_decide: 'A proposal waits for my decision', approval_result: 'A proposal of mine was decided', import_finished: 'An import of mine has finished', import_undone: 'An import was undone', job_done: 'Long work of mine has finished', job_failed: 'Work of mine did not finish', seal_broken: 'A seal is found broken', webhook_failed: 'A webhook of mine does not take its messages', asked_to_judge: 'I am invited to judge in a workshop', workshop_closed: 'A workshop that I was invited to has its results', signal_to_answer: 'A unit tells of something that I answer for', signal_answered: 'A signal of mine is answered', brief_to_read: 'The strategy in brief is delivered to me', service_asked: 'Somebody asks for a service that I own', service_given: 'A request for a service is given to me', service_answered: 'A request of mine for a service is answered or delivered', idea_answered: 'There is an outcome of an idea of mine', idea_given: 'I am made the sponsor of an idea', attestation_to_verify: 'Evidence of compliance waits for me to verify it', attestation_judged: 'What I attested is verified or rejected', named_in_story: 'I am asked whether I may be named in a success story', message_told: 'I am told something as a stakeholder', message_answered: 'A stakeholder answers what I tell',
}
