/** What a benefit leads to, by what it says itself and by the edges of the network. */
const later = `
  select b.leads_to as id from benefit b where b.org_id = (select current_org()) and b.id = l.id and b.leads_to is not null
  union all select b.id from network_edge e join benefit b on b.org_id = e.org_id and b.id = e.to_id where e.org_id = (select current_org()) and e.from_id = l.id`
/** What leads to a benefit. */
const earlier = `
  select b.id from benefit b where b.org_id = (select current_org()) and b.leads_to = l.id
  union all select b.id from network_edge e join benefit b on b.org_id = e.org_id and b.id = e.from_id where e.org_id = (select current_org()) and e.to_id = l.id`
/** The measures whose pools lie above that of a measure. */
const above = `
  select (a ->> 'measureId')::uuid as id from (select v.above from value_measure v where v.org_id = (select current_org()) and v.measure_id = l.id offset 0) v cross join jsonb_array_elements(v.above) a`

/** Walks from what is given, in the periods it is given in, while a step finds something new: so it ends on a circle too. */
const walk = (step: string): string => `
    step_ids := ids; step_periods := periods; found_ids := ids; found_periods := periods;
    loop
      select array_agg(f.id), array_agg(f.period) into step_ids, step_periods from (
        select n.id, l.period from unnest((select step_ids), (select step_periods)) l(id, period) cross join lateral (${step}) n
        except select * from unnest((select found_ids), (select found_periods))) f;
      exit when step_ids is null;
      found_ids := found_ids || step_ids; found_periods := found_periods || step_periods;
    end loop;
    return query select f.id, f.period from unnest(found_ids, found_periods) f(id, period);`

const walking = (name: string, steps: readonly string[]): string => `
  create function ${name}(ids uuid[], periods text[]) returns table (found_id uuid, found_period text) language plpgsql stable rows 200 as $$
  declare step_ids uuid[]; step_periods text[]; found_ids uuid[]; found_periods text[];
  begin${steps.map(walk).join('')}
  end $$`

/**
 * `benefits_around`: some benefits in some periods with all on a path with one of them, some twice; `measures_above`: some measures with
 * those whose pools lie above. A recursive query asks for memory by an estimate of millions, each time, to find a handful.
 */
export const walkingFunctions: readonly string[] = [walking('benefits_around', [later, earlier]), walking('measures_above', [above])]
