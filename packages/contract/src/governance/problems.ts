import type { ProblemKind, Refusal } from '../wire/index.ts'
import { academyProblems, type AcademyRefusal } from './academy.ts'
import { communicationProblems, type CommunicationRefusal } from './communication.ts'
import { methodLibraryProblems, type MethodLibraryRefusal } from './method-library.ts'

export type GovernanceRefusal = Refusal<'job_over' | 'subject_unknown' | 'thread_unknown' | 'comment_not_own' | 'comment_removed' | 'archive_unreadable' | 'archive_too_large' | 'archive_unfit' | 'archive_needs_empty' | 'position_needed' | 'period_not_closed' | 'person_kept' | 'name_differs'
  | 'service_there' | 'service_retired' | 'service_unpublished' | 'service_unchanged' | 'initiative_unnamed' | 'request_not_yours' | 'request_over' | 'performer_dependent' | 'work_ahead' | 'step_there' | 'step_past'
  | 'obligation_there' | 'obligation_retired' | 'obligation_inapplicable' | 'rule_unsound' | 'evidence_ahead' | 'term_unsound' | 'attestation_not_yours' | 'attestation_judged' | 'verifier_dependent' | 'exception_over'
  | 'charter_there' | 'charter_ended' | 'accountable_not_one' | 'accountable_elsewhere' | 'renewal_unfounded'
  | 'offer_beyond_goals' | 'offer_there' | 'offer_past' | 'offer_own' | 'offer_elsewhere'
  | 'review_not_yours' | 'review_over' | 'areas_unjudged' | 'rating_off_scale'
  | 'framework_there' | 'framework_retired' | 'framework_unsound' | 'framework_unchanged' | 'effective_too_early' | 'edition_not_in_force' | 'lifecycle_unknown' | 'adoption_moved' | 'adoption_there'
  | 'framework_unfollowed' | 'element_unknown' | 'deviation_there' | 'deviation_own' | 'deviation_answered' | 'answer_unreasoned'
  | 'opinion_unfounded'
  | 'deliverable_there' | 'quality_criteria_unsound' | 'criteria_reviewed' | 'criterion_unknown' | 'criteria_unreviewed' | 'defects_open' | 'reviewer_dependent' | 'day_off'> | CommunicationRefusal | MethodLibraryRefusal | AcademyRefusal

export const governanceProblems = {
  job_over: { status: 409, title: 'The job is over', words: 'This job is {state}; there is nothing to stop.', exit: 73 },
  subject_unknown: { status: 404, title: 'There is nothing to talk about', words: 'Found no {kind} of the room {room} with id {id} in this organisation; expected one that is there.', exit: 66 },
  thread_unknown: { status: 404, title: 'There is no such thread', words: 'Found no thread {id} about this {kind}; expected the id of a first comment about it. A reply is given to the thread, not to another reply.', exit: 66 },
  comment_not_own: { status: 403, title: 'Somebody else said this', words: 'This comment is by {author}; only its author can change it or take it back.', exit: 77 },
  comment_removed: { status: 409, title: 'The comment was taken back', words: 'This comment was taken back on {on} and can no longer be changed.', exit: 73 },
  archive_unreadable: { status: 422, title: 'The archive cannot be read', words: '{message}', exit: 65 },
  archive_too_large: { status: 413, title: 'The archive is too large', words: 'Found more than {found} bytes; expected at most {expected}.', exit: 65 },
  archive_unfit: { status: 422, title: 'The archive does not fit this version', words: 'Found {found}; expected {expected}. Restore it with the version that wrote it, or a newer one.', exit: 65 },
  archive_needs_empty: { status: 409, title: 'The organisation is not empty', words: 'An archive is restored into an empty organisation; this one has initiatives or objectives of its own. Create an organisation for it.', exit: 73 },
  position_needed: { status: 422, title: 'A position is needed', words: 'Found no position to seal; expected the date of a publication that is in force, such as {latest}.', exit: 65 },
  period_not_closed: { status: 409, title: 'The period is not closed', words: 'Found no closed value period {period}; a pack is sealed of a period that is closed. Close it first.', exit: 73 },
  person_kept: { status: 409, title: 'This person cannot be erased now', words: 'Nobody was erased: {reason}.', exit: 73 },
  name_differs: { status: 422, title: 'Another name', words: 'Found the name {found}; expected the name of the person as it stands here. Nobody was erased.', exit: 65 },
  service_there: { status: 409, title: 'The service is there', words: '{pmo} has a service named {name} already.', exit: 73 },
  service_retired: { status: 409, title: 'The service was retired', words: '{by} retired {name} on {at}: {reason} Choose one that is offered.', exit: 73 },
  service_unpublished: { status: 409, title: 'The service is a draft', words: '{name} was not published yet; expected a service of the catalogue.', exit: 73 },
  service_unchanged: { status: 409, title: 'Nothing differs', words: '{name} says what its edition {edition} says; there is nothing to publish.', exit: 73 },
  initiative_unnamed: { status: 422, title: 'No initiative is named', words: '{name} is a mandated assurance; expected the initiative that is to be assured.', exit: 65 },
  request_not_yours: { status: 403, title: 'Somebody else does this', words: 'Only {expected} can do this with the request for {name}.', exit: 77 },
  request_over: { status: 409, title: 'The request is past this', words: 'The request for {name} is {found}; expected one that is {expected}.', exit: 73 },
  performer_dependent: { status: 422, title: 'Not independent', words: '{performer} cannot perform {name} for {initiative}: {way}. This was noted. Choose somebody outside its team and their reporting lines.', exit: 65 },
  work_ahead: { status: 422, title: 'The day is still to come', words: 'Found hours of {found}; expected a day up to {today}: hours are recorded once they were worked.', exit: 65 },
  step_there: { status: 409, title: 'The step is planned', words: 'A step of {name} in {area} to level {level} is planned for {due} already; change that one.', exit: 73 },
  step_past: { status: 409, title: 'The step is past this', words: 'The step of {name} in {area} to level {level} is {found}; expected one that is still to come.', exit: 73 },
  obligation_there: { status: 409, title: 'The obligation is there', words: 'The library has an obligation named {title} already.', exit: 73 },
  obligation_retired: { status: 409, title: 'The obligation was retired', words: '{by} retired {title} on {on}; expected one that is in force.', exit: 73 },
  obligation_inapplicable: { status: 409, title: 'The obligation does not apply', words: '{title} does not apply to {initiative}: its rule is “{rule}”. Nothing is attested or excepted of it there.', exit: 73 },
  rule_unsound: { status: 422, title: 'The rule cannot be asked', words: 'A condition on {attribute} has {found}; expected {expected}.', exit: 65 },
  evidence_ahead: { status: 422, title: 'The evidence is still to come', words: 'Found evidence of {found}; expected a day up to {today}: what is to come shows nothing yet.', exit: 65 },
  term_unsound: { status: 422, title: 'The term does not hold', words: 'Found {found} as the day on which it expires; expected {expected}.', exit: 65 },
  attestation_not_yours: { status: 403, title: 'Somebody else verifies this', words: 'Only {expected} can verify what is attested of {title}.', exit: 77 },
  attestation_judged: { status: 409, title: 'This was judged', words: 'What {by} attested is {found} already; expected an attestation that is {expected}.', exit: 73 },
  verifier_dependent: { status: 422, title: 'Not independent', words: '{person} cannot {act} for {initiative}: {way}. It takes somebody who did not attest it, outside the team and their reporting lines.', exit: 65 },
  exception_over: { status: 409, title: 'The exception is over', words: 'This exception has been over since {on}; there is nothing to end.', exit: 73 },
  offer_beyond_goals: { status: 422, title: 'No goal of the unit hangs on it', words: 'No goal of {holder} hangs on {initiative} in the hands of others; expected one of: {expected}. What is offered to a unit comes from its own goals.', exit: 65 },
  offer_there: { status: 409, title: 'It is offered already', words: '{service} is offered to {holder} for {initiative} already, by {by}. Withdraw that one first.', exit: 73 },
  offer_past: { status: 409, title: 'The offer is past this', words: 'The offer of {service} to {holder} is {found}; expected one that is {expected}.', exit: 73 },
  offer_own: { status: 403, title: 'Somebody else answers', words: 'You offered {service} to {holder}; somebody of the unit answers it.', exit: 77 },
  offer_elsewhere: { status: 403, title: 'Somebody else answers', words: 'Only somebody with a role in {holder} answers what is offered to it: {expected}.', exit: 77 },
  charter_there: { status: 409, title: 'The charter is there', words: '{body} has a charter already; change that, or end it.', exit: 73 },
  charter_ended: { status: 409, title: 'The charter was ended', words: '{by} ended the charter of {body} on {on}; write a new one.', exit: 73 },
  accountable_not_one: { status: 422, title: 'Not one accountable', words: 'Found {found} accountable for “{subject}”; expected exactly one.', exit: 65 },
  accountable_elsewhere: { status: 409, title: 'Two bodies name another accountable', words: 'The charter of {body} names somebody else as accountable for “{subject}”; expected one. Agree with them, and change one of both charters.', exit: 73 },
  renewal_unfounded: { status: 422, title: 'The renewal is not founded', words: 'Nobody has shown that “{criterion}” is met; expected so with its evidence. By default the charter of {body} expires.', exit: 65 },
  ...communicationProblems,
  review_not_yours: { status: 403, title: 'Somebody else does this', words: 'Only {expected} can do this with the {what}.', exit: 77 },
  review_over: { status: 409, title: 'It is past this', words: 'The {what} is {found}; expected one that is {expected}.', exit: 73 },
  areas_unjudged: { status: 422, title: 'An area is not judged', words: 'Nobody has judged {areas}; expected a judgement of each area that is asked about, with its evidence.', exit: 65 },
  rating_off_scale: { status: 422, title: 'Not on this scale', words: 'Found {found} on the {scale} scale; expected {expected}. Levels of one scale are never turned into those of another.', exit: 65 },
  framework_there: { status: 409, title: 'The framework is there', words: 'There is a framework named {name} already.', exit: 73 },
  framework_retired: { status: 409, title: 'The framework was retired', words: '{by} retired {name} on {at}: {reason} Choose one that is in use.', exit: 73 },
  framework_unsound: { status: 422, title: 'The framework is not sound', words: 'Element {key} of {name}: found {found}; expected {expected}.{more}', exit: 65 },
  framework_unchanged: { status: 409, title: 'Nothing differs', words: '{name} says what its edition {edition} says; there is nothing to publish.', exit: 73 },
  effective_too_early: { status: 422, title: 'The edition would hold too early', words: 'Found {found} as the first day of the edition; expected {expected} or later: {reason}.', exit: 65 },
  edition_not_in_force: { status: 409, title: 'The edition does not hold yet', words: '{name}: {found}; expected an edition that is in effect by {today}.', exit: 73 },
  lifecycle_unknown: { status: 422, title: 'There is no such lifecycle model', words: 'Found the lifecycle model {found} for {initiative}; edition {edition} of {name} has {expected}.', exit: 65 },
  adoption_moved: { status: 409, title: 'It follows something else by now', words: '{initiative} follows {found}, not what was seen. Look again before you change it.', exit: 75 },
  adoption_there: { status: 409, title: 'It follows this already', words: '{initiative} follows edition {edition} of {name} already, by the lifecycle model {lifecycle}.', exit: 73 },
  framework_unfollowed: { status: 409, title: 'It follows no framework', words: '{initiative} followed no framework by {on}; expected one that it has adopted.', exit: 73 },
  element_unknown: { status: 422, title: 'There is no such element', words: 'Found the element {found}; what concerns {initiative} is {expected}.', exit: 65 },
  deviation_there: { status: 409, title: 'It was asked for already', words: 'A deviation from {key} waits for its answer since {at}; {by} asked for it.', exit: 73 },
  deviation_own: { status: 403, title: 'Somebody else answers this', words: 'You asked for the deviation from {key} yourself; expected an answer of somebody else.', exit: 77 },
  deviation_answered: { status: 409, title: 'It was answered already', words: 'The deviation from {key} is {found}; expected one that waits for its answer.', exit: 73 },
  answer_unreasoned: { status: 422, title: 'Say why', words: 'Found no reason; expected why the deviation from {key} is declined.', exit: 65 },
  opinion_unfounded: { status: 422, title: 'Nothing to give an opinion on', words: 'The register of {initiative} has no risk; expected one at least. Where nothing is registered, nothing can be said of how it is managed.', exit: 65 },
  ...academyProblems,
  deliverable_there: { status: 409, title: 'The deliverable is there', words: '{initiative} has a deliverable named {name} already.', exit: 73 },
  quality_criteria_unsound: { status: 422, title: 'The criteria are not sound', words: 'Found {found}; expected {expected}.', exit: 65 },
  criteria_reviewed: { status: 409, title: 'It was held against these criteria', words: 'Edition {edition} of {name} was reviewed against its criteria; expected them as they are. A new edition can have others.', exit: 73 },
  criterion_unknown: { status: 422, title: 'There is no such criterion', words: 'Found the criterion {found}; edition {edition} of {name} has {expected}.', exit: 65 },
  criteria_unreviewed: { status: 409, title: 'A criterion was not looked at', words: 'No review of edition {edition} of {name} has looked at {found}; expected that each criterion was looked at.', exit: 73 },
  defects_open: { status: 409, title: 'Defects are open', words: 'Found {found} of {name} open; expected them closed by a review{expected}.', exit: 73 },
  reviewer_dependent: { status: 422, title: 'Not independent', words: '{person} cannot {act} {name}: {way}. Expected {expected}.', exit: 65 },
  day_off: { status: 422, title: 'Not on this day', words: 'Found {found} as the day of the {what}; expected {expected}: {reason}.', exit: 65 },
  ...methodLibraryProblems,
} as const satisfies Record<GovernanceRefusal['code'], ProblemKind>
