import type { ProblemKind, Refusal } from '../wire/index.ts'

export type DemandRefusal = Refusal<
  | 'criteria_draft_there' | 'criteria_closed' | 'criteria_unsound' | 'criteria_unweighed' | 'criteria_not_ready' | 'criteria_own' | 'score_off_scale'
  | 'list_invalid' | 'year_twice' | 'field_name_taken' | 'field_form_wrong' | 'choice_in_use' | 'view_name_taken' | 'view_not_yours' | 'view_too_large'
  | 'key_taken' | 'end_before_start' | 'unit_not_found' | 'dependency_cycle' | 'dependency_exists' | 'organisation_not_empty' | 'file_unreadable' | 'file_too_large' | 'import_closed' | 'import_busy' | 'import_incomplete' | 'import_scope_open' | 'import_built_upon'
  | 'idea_alike' | 'idea_source_unnamed' | 'idea_not_yours' | 'idea_elsewhere' | 'idea_merge_circle' | 'idea_unsponsored'
  | 'case_draft_there' | 'case_no_draft' | 'case_absent' | 'case_unsound' | 'case_not_ready' | 'case_not_submitted' | 'case_own'
  | 'stage_unproved' | 'experiment_over' | 'experiment_running' | 'bet_exceeded' | 'idea_unproved' | 'change_plan_there' | 'change_step_done'
  | 'start_blocked'
>

export const demandProblems = {
  year_twice: { status: 422, title: 'A year is given twice', words: 'Found two amounts for the {kind} of {year}; expected one.', exit: 65 },
  list_invalid: { status: 400, title: 'The list cannot be asked that', words: '{place}: found {found}; expected {expected}.', exit: 65 },
  key_taken: { status: 409, title: 'The key is taken', words: 'There is an initiative with key {key} already. Keys are unique; choose another.', exit: 73 },
  end_before_start: { status: 422, title: 'The end lies before the start', words: 'Found end {found}; expected a date on or after the start {expected}.', exit: 65 },
  unit_not_found: { status: 422, title: 'No such organisation unit', words: 'There is no organisation unit with id {id}.', exit: 65 },
  dependency_cycle: { status: 422, title: 'The dependencies go in a circle', words: '{cycle}. Remove one of these dependencies first.', exit: 65 },
  dependency_exists: { status: 409, title: 'The dependency exists', words: '{from} already needs {to}.', exit: 73 },
  organisation_not_empty: { status: 409, title: 'The organisation is not empty', words: 'An example is loaded into an empty organisation; this one holds {found}.', exit: 73 },
  file_unreadable: { status: 422, title: 'The file cannot be read', words: '{message}', exit: 65 },
  file_too_large: { status: 413, title: 'The file is too large', words: '{fileName}: found {found} bytes; expected at most {limit}. Leave out sheets and columns that are not part of the portfolio, or bring it in parts.', exit: 65 },
  import_closed: { status: 409, title: 'The import is closed', words: 'This import was {state}; {helps}.', exit: 73 },
  import_busy: { status: 409, title: 'The import is at work', words: '{fileName} is being {doing}, begun by {by}. Wait for it to end, or cancel it.', exit: 73 },
  import_scope_open: { status: 409, title: 'Is this the whole list?', words: '{fileName} leaves out {leaving} of the {current} initiatives on the current list. Say whether it replaces the list (whole) or updates only what it lists (part).', exit: 73 },
  import_built_upon: { status: 409, title: 'A later import builds on it', words: '{later}, applied by {by} on {on}, touched {shared} of the same initiatives. Undo that one first.', exit: 73 },
  import_incomplete: { status: 422, title: 'The import is not ready', words: 'Found {found}; expected {expected}.', exit: 65 },
  field_name_taken: { status: 409, title: 'The name is taken', words: 'There is a field named {name} already.', exit: 73 },
  field_form_wrong: { status: 422, title: 'The field cannot have this form', words: 'Found {found}; expected {expected}.', exit: 65 },
  choice_in_use: { status: 409, title: 'The choice is in use', words: '{count} initiatives have {choice} in the field {name}. Give them another value first.', exit: 73 },
  view_name_taken: { status: 409, title: 'The name is taken', words: 'You have a view named {name} already.', exit: 73 },
  view_not_yours: { status: 403, title: 'The view is somebody else’s', words: 'The view {name} belongs to {owner}. {expected}', exit: 77 },
  view_too_large: { status: 422, title: 'The view is too large', words: 'Found a view of {found} letters; expected at most {expected}.', exit: 65 },
  idea_alike: { status: 409, title: 'It may be there already', words: 'The {kind} {name} reads very much alike (likeness {found}). Look at it first; where it is not the same, hand the idea in with what is missing there.', exit: 73 },
  idea_source_unnamed: { status: 422, title: 'Where the idea comes from is not said', words: 'Found an idea from a {source}; expected {expected}.', exit: 65 },
  idea_not_yours: { status: 403, title: 'The idea is somebody else’s', words: '{title} was handed in by {owner}. Whoever handed an idea in changes it, or who may change initiatives.', exit: 77 },
  idea_elsewhere: { status: 409, title: 'The idea stands elsewhere', words: '{title} is {found}; expected one that is {expected}.', exit: 73 },
  idea_merge_circle: { status: 422, title: 'The merge goes in a circle', words: '{into} is {title} itself, or was merged into it. Choose the idea that is to stay.', exit: 65 },
  idea_unsponsored: { status: 422, title: 'Nobody sponsors the idea', words: '{title} has no sponsor. Say in the triage who sponsors it before it becomes an initiative.', exit: 65 },
  stage_unproved: { status: 409, title: 'An earlier stage is not proved', words: 'Found an experiment on the {stage} of {title}; expected its {before} to be proved first, by an experiment that confirms its hypothesis.', exit: 73 },
  experiment_over: { status: 409, title: 'The experiment is over', words: 'The experiment “{hypothesis}” is {found}. What it showed stays; design another one.', exit: 73 },
  experiment_running: { status: 409, title: 'An experiment runs', words: '{title} is tried out by “{hypothesis}”. End the experiment first, and say what it showed.', exit: 73 },
  bet_exceeded: { status: 422, title: 'It cost more than it may', words: 'The experiment “{hypothesis}” cost more than its cap. Change the cap first, with the reason.', exit: 65 },
  idea_unproved: { status: 409, title: 'The idea is not proved', words: '{title} was tried out, and no experiment has confirmed its {stage} yet. Problem and solution are proved before it becomes an initiative.', exit: 73 },
  change_plan_there: { status: 409, title: 'There is such a plan', words: '{name} has a plan of change by the template {template} already.', exit: 73 },
  change_step_done: { status: 409, title: 'The step is done', words: '{name} was done by {by} on {on}. What was seen stays.', exit: 73 },
  criteria_draft_there: { status: 409, title: 'There is a draft of the criteria', words: '{name} is a draft, begun by {by}. Go on with it, or put it away first.', exit: 73 },
  criteria_closed: { status: 409, title: 'The criteria are no draft', words: '{name} is {state}. Begin a draft from it to change anything.', exit: 73 },
  criteria_unsound: { status: 422, title: 'The criteria are not sound', words: '{where}: found {found}; expected {expected}.', exit: 65 },
  criteria_unweighed: { status: 422, title: 'The criteria cannot be weighed so', words: '{reason}', exit: 65 },
  criteria_not_ready: { status: 409, title: 'The criteria cannot be approved yet', words: '{name} cannot be approved yet: {problems}.', exit: 73 },
  criteria_own: { status: 403, title: 'Nobody approves their own criteria', words: 'You changed {name} last, so that somebody else approves it: {others}.', exit: 77 },
  start_blocked: { status: 409, title: 'It is not ready to start', words: '{name} is not ready to start: {missing}. Commit what is missing on the page Funding and staffing, or have an exception given there by who decides.', exit: 73 },
  score_off_scale: { status: 422, title: 'The score is not on the scale', words: '{criterion}: found {found}; expected {expected}.', exit: 65 },
  case_draft_there: { status: 409, title: 'There is a draft of the business case', words: 'Version {no} of {name} is a draft, begun by {by}. Go on with it, or put it away first.', exit: 73 },
  case_no_draft: { status: 409, title: 'There is no draft of the business case', words: '{name} has no draft of its business case{found}. What was submitted stays as it is; begin a draft from it to change anything.', exit: 73 },
  case_absent: { status: 404, title: 'There is no such business case', words: '{name} has no {what}.', exit: 66 },
  case_unsound: { status: 422, title: 'The business case is not sound', words: '{where}: found {found}; expected {expected}.', exit: 65 },
  case_not_ready: { status: 409, title: 'The business case is not ready', words: 'Not ready: {name} lacks {count} of what its stage asks for. {problems}', exit: 73 },
  case_not_submitted: { status: 409, title: 'No business case waits for a decision', words: '{name} has no version of its business case that was submitted and waits for a decision.', exit: 73 },
  case_own: { status: 403, title: 'Nobody decides on their own business case', words: 'You {way}, so that somebody else decides on the business case of {name}: {others}.', exit: 77 },
} as const satisfies Record<DemandRefusal['code'], ProblemKind>
